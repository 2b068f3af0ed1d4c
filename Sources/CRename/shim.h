// glibc declares renameat2 only where _GNU_SOURCE was defined before its first header, which Swift's module of glibc
// does not do. See rename(2).
extern int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);

static const unsigned int RENAME_EXCHANGE = 1u << 1;
