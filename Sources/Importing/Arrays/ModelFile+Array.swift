import Files
import FileFormats
import Glibc

extension ModelFile {
  /// The name without its ending; empty for a file in a folder below.
  var stem: String {
    guard !name.contains("/"), let dot = name.lastIndex(of: ".") else { return "" }
    return String(name[..<dot])
  }

  /// The ending in lower case, without its dot.
  var ending: String { String(name.split(separator: ".").last ?? "").lowercased() }

  /// Whether an array is read from a file like this; which array it is, the name tells.
  var canBeArray: Bool {
    switch ending {
    case "npy": true
    case "json": JSONHead(head)?.keys == nil
    case "csv", "tsv", "txt", "dat": NumberTable.canStart(head)
    default: false
    }
  }

  /// The array in the file: .npy, a list of lists as JSON, or lines of numbers as `numpy.savetxt` writes them.
  ///
  /// - Parameter roundsToFloat32: whether float64 of a .npy file is rounded to float32.
  /// - Throws: if the file cannot be read or holds something else.
  func array(roundsToFloat32: Bool = true) throws -> NPYArray {
    switch ending {
    case "npy": try npyArray(roundsToFloat32)
    case "json": try NestedList.array(in: contents(.json), file: path.string)
    default: try NumberTable.array(in: contents(.csv), file: path.string)
    }
  }

  /// The array of a .npy file, which alone takes memory.
  private func npyArray(_ roundsToFloat32: Bool) throws -> NPYArray {
    let file = try FileStream(path)
    if file.size > FileForm.npy.mostBytes { throw FileError(.read, path: path, code: EFBIG) }
    var source = FileSource(file)
    do throws(FormatError) {
      return try NPY.read(from: &source, file: path.string, roundsToFloat32: roundsToFloat32)
    } catch {
      if let failure = source.failure { throw failure }
      throw error
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
