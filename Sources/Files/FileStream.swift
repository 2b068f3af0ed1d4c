import Glibc
import SystemPackage

/// A plain file that is read piece by piece.
package struct FileStream: ~Copyable {
  private let file: Descriptor
  /// The number of bytes that the file had when it was opened.
  package let size: Int

  /// Opens a file. Waits for no pipe and reads no device.
  ///
  /// - Throws: if the file is missing or not a plain one, or cannot be opened.
  package init(_ path: FilePath) throws(FileError) {
    let file = try Descriptor(opening: path, O_RDONLY | O_NONBLOCK, for: .read)
    size = try file.sizeOfPlainFile()
    self.file = file
  }

  /// Reads into `buffer`, which is not empty, as much as comes at once, and returns its number of bytes: 0 at the file's end.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int { try file.read(into: buffer) }

  /// Reads bytes from a place on instead, wherever the stream is.
  package func read(into buffer: UnsafeMutableRawBufferPointer, from place: Int) throws(FileError) -> Int {
    try file.read(into: buffer, from: place)
  }
}
