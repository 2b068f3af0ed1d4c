import Files
import FileFormats
import Glibc
import SystemPackage

extension NPY {
  /// Reads a file as its bytes come, so that only the array takes memory.
  ///
  /// - Parameter roundsToFloat32: whether float64 is rounded to float32, which takes half of the memory.
  /// - Throws: if the file cannot be read, is larger than an array sensibly is, or holds something else.
  package static func read(_ path: FilePath, roundsToFloat32: Bool = false) throws -> NPYArray {
    let file = try FileStream(path)
    if file.size > FileForm.npy.mostBytes { throw FileError(.read, path: path, code: EFBIG) }
    var source = FileSource(file)
    do throws(FormatError) {
      return try read(from: &source, file: path.string, roundsToFloat32: roundsToFloat32)
    } catch {
      if let failure = source.failure { throw failure }
      throw error
    }
  }

  /// The same, but nil if the file is missing.
  static func readIfPresent(_ path: FilePath) throws -> NPYArray? {
    do {
      return try read(path)
    } catch let error as FileError where error.isMissing {
      return nil
    }
  }
}

/// A file as readers of formats take their bytes.
private struct FileSource: ~Copyable, ByteSource {
  private let file: FileStream
  private(set) var position = 0
  /// Why the file could not be read on.
  private(set) var failure: FileError?

  init(_ file: consuming FileStream) { self.file = file }

  var mostRemaining: Int { max(file.size - position, 0) }

  mutating func read(upTo count: Int) -> [UInt8] {
    let wanted = min(count, mostRemaining)
    var failure: FileError?
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
      do throws(FileError) {
        while filled < wanted {
          let more = try file.read(
            into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled..<wanted]))
          if more == 0 { return }
          filled += more
        }
      } catch {
        failure = error
      }
    }
    self.failure = failure
    position += bytes.count
    return bytes
  }
}
