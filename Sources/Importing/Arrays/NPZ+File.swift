import Files
import FileFormats
import Glibc
import SystemPackage

extension NPZ {
  /// Reads arrays of a file, of which only a window is in memory beside them.
  ///
  /// - Throws: as ``read(_:file:where:)`` does, and if the file cannot be read or is larger than sensible.
  static func read(_ path: FilePath, where isWanted: (String) -> Bool) throws -> [Member] {
    let stream = try FileStream(path)
    if stream.size > FileForm.npz.mostBytes { throw FileError(.read, path: path, code: EFBIG) }
    var failure: FileError?
    let bytes = BytesAt(size: stream.size) { place, buffer in
      do throws(FileError) {
        return try stream.read(into: buffer, from: place)
      } catch {
        failure = error
        return 0
      }
    }
    do throws(FormatError) {
      return try read(bytes, file: path.string, where: isWanted)
    } catch {
      throw failure ?? error
    }
  }
}
