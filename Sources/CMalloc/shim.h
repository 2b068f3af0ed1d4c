// Swift's module of glibc leaves this header out. See mallopt(3).
#include <malloc.h>
