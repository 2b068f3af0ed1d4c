import SystemPackage

/// Files that are replaced as a whole, so that a crash leaves the old one or the new one.
package enum AtomicFile {
  /// Writes a file beside its place and renames it, so that a crash leaves the old file or the new one, never a part.
  /// Two writers of one file must not run at once: hold a ``FolderLock``.
  ///
  /// - Throws: if the folder is missing or cannot be written, or the disk is full; the old file stays.
  package static func write(_ bytes: [UInt8], to path: FilePath) throws(FileError) { try write([(path, bytes)]) }

  /// Writes files as ``write(_:to:)`` does; none is put in its place before the disk holds all of them.
  ///
  /// - Throws: as ``write(_:to:)`` does; if the disk is full, all the old files stay.
  package static func write(_ files: [(path: FilePath, bytes: [UInt8])]) throws(FileError) {
    try StagedFiles(files).commit()
  }
}
