/// Reads one safetensors file.
struct SafetensorsReader {
  let file: String

  func read(_ bytes: UnsafeRawBufferPointer) throws(FormatError) -> [Safetensors.Tensor] {
    var cursor = ByteCursor(bytes)
    guard let length = cursor.littleEndian(UInt64.self) else {
      throw error(at: .wholeFile, bytes.isEmpty ? "it is empty" : "it ends within its first 8 bytes", "Get it again")
    }
    guard length <= Self.longestHeader else {
      throw error(
        at: .byte(0), "its header of \(length) bytes would be longer than the \(Self.longestHeader) of the format",
        "It is cut off, or no safetensors file: get it again")
    }
    guard let length = Int(exactly: length), let text = cursor.take(length) else {
      throw error(
        at: .byte(0), "its header of \(length) bytes would end behind the file's \(bytes.count)",
        "It is cut off, or no safetensors file: get it again")
    }
    let entries = try header(text)
    let data = UnsafeRawBufferPointer(rebasing: bytes[cursor.position...])
    // In the order of their places, where they must lie one after the other.
    var end = 0
    var tensors: [Safetensors.Tensor] = []
    for (name, entry) in entries.sorted(by: { ($0.value.dataOffsets, $0.key) < ($1.value.dataOffsets, $1.key) }) {
      let field = FormatError.Place.field(name)
      if entry.dtype != "F32" {
        throw error(at: field, "its elements are of type \(entry.dtype)", "Save it as float32")
      }
      guard let count = elementCount(of: entry.shape),
        case let (size, overflow) = count.multipliedReportingOverflow(by: 4), !overflow
      else {
        throw error(at: field, "its shape \(entry.shape) is impossible", "Get the file again")
      }
      let offsets = entry.dataOffsets
      guard offsets.begin == end, offsets.end >= end, offsets.end - end == size else {
        throw error(
          at: field,
          "its data_offsets \(offsets.begin) to \(offsets.end) are not the \(size) bytes after those of the tensor before",
          "Get the file again")
      }
      guard offsets.end <= data.count else {
        throw error(at: field, "its data ends behind the file", "It is cut off: get it again")
      }
      let values = numbers(in: UnsafeRawBufferPointer(rebasing: data[end..<offsets.end]), as: Float.self)
      tensors.append(Safetensors.Tensor(name: name, shape: entry.shape, values: values))
      end = offsets.end
    }
    if end < data.count {
      throw error(
        at: .byte(cursor.position + end), "\(data.count - end) bytes follow its last tensor", "Get it again")
    }
    return tensors.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The library's own limit, in bytes.
  private static let longestHeader = 100_000_000

  /// The number of bytes that tell whether a file with this start is whole.
  func bytesNeeded(after start: UnsafeRawBufferPointer) -> Int {
    var cursor = ByteCursor(start)
    guard let length = cursor.littleEndian(UInt64.self), length <= Self.longestHeader else { return 0 }
    let end = cursor.position + Int(length)
    guard let text = cursor.take(Int(length)) else { return end }
    guard let entries = try? header(text) else { return 0 }
    let size = entries.values.map(\.dataOffsets.end).max() ?? 0
    return size < .max - end ? end + size + 1 : .max
  }

  private func header(_ text: UnsafeRawBufferPointer) throws(FormatError) -> [String: Entry] {
    do throws(FormatError) {
      return try JSON.read(Array(text), file: file, advice: "").decode(Header.self).entries
    } catch {
      throw self.error(
        at: .byte(8), "its header is not the JSON of a safetensors file",
        "Save it with the safetensors library, or get it again")
    }
  }

  private func error(at place: FormatError.Place, _ problem: String, _ advice: String) -> FormatError {
    FormatError(.read, format: "safetensors", file: file, at: place, problem: problem, advice: advice)
  }
}

/// The header's JSON object: a tensor's entry by its name.
private struct Header: Decodable {
  var entries: [String: Entry] = [:]

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: AnyCodingKey.self)
    // Any metadata is text for people; it changes no tensor.
    for name in container.allKeys where name.stringValue != "__metadata__" {
      entries[name.stringValue] = try container.decode(Entry.self, forKey: name)
    }
  }
}

/// What the header says of a tensor.
private struct Entry: Decodable {
  var dtype: String
  var shape: [Int]
  var dataOffsets: Offsets

  enum CodingKeys: String, CodingKey {
    case dtype, shape
    case dataOffsets = "data_offsets"
  }

  /// The first byte, and the one after the last, counted from the header's end.
  struct Offsets: Decodable, Comparable {
    var begin: Int
    var end: Int

    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      begin = try container.decode(Int.self)
      end = try container.decode(Int.self)
      if !container.isAtEnd {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "data_offsets are two numbers")
      }
    }

    static func < (left: Self, right: Self) -> Bool {
      (left.begin, left.end) < (right.begin, right.end)
    }
  }
}
