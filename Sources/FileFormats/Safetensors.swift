/// safetensors files of float32 tensors: the length of a JSON header (little-endian, 64 bits), the header, then the
/// tensors' memory one after the other. See https://github.com/huggingface/safetensors.
package enum Safetensors {
  /// A named array of float32 numbers.
  package struct Tensor: Sendable, Equatable {
    /// The name, such as `conv_1.kernel`.
    package let name: String
    /// The size along each dimension, the slowest first; empty for a single number.
    package let shape: [Int]
    /// All elements in C order: the last dimension is the fastest.
    package let values: [Float]

    /// Takes as many values as `shape` says.
    package init(name: String, shape: [Int], values: [Float]) {
      precondition(elementCount(of: shape) == values.count, "the values of \(name) must fill \(shape)")
      self.name = name
      self.shape = shape
      self.values = values
    }
  }

  /// Reads a whole file; the tensors come sorted by name.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: its name, for errors.
  /// - Throws: where the header is none, a tensor is not of float32, or the tensors do not fill the file exactly, one
  ///   after the other without gap or overlap.
  package static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> [Tensor] {
    try bytes.withBytes { (bytes) throws(FormatError) in try SafetensorsReader(file: file).read(bytes) }
  }

  /// The number of bytes that tell whether a file with this start is whole: its header, then one more than its last tensor
  /// ends at.
  static func bytesNeeded(after start: [UInt8]) -> Int {
    start.withUnsafeBytes { SafetensorsReader(file: "").bytesNeeded(after: $0) }
  }

  /// Writes tensors to bytes, sorted by name, the header filled with spaces to a multiple of 8 bytes as the library
  /// of that name does.
  ///
  /// - Throws: where two tensors have one name, or one is called `__metadata__`, which the format keeps for itself.
  package static func write(_ tensors: [Tensor], file: String) throws(FormatError) -> [UInt8] {
    // By the names' bytes, which is Rust's order of strings.
    let sorted = tensors.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    for (tensor, next) in zip(sorted, sorted.dropFirst()) where tensor.name.utf8.elementsEqual(next.name.utf8) {
      throw FormatError(
        .write, format: "safetensors", file: file, at: .field(tensor.name), problem: "two tensors have this name",
        advice: "Give each tensor a name of its own")
    }
    var entries: [String] = []
    var offset = 0
    for tensor in sorted {
      let name = try quoted(tensor.name, file: file)
      let shape = tensor.shape.map(String.init).joined(separator: ",")
      let end = offset + 4 * tensor.values.count
      entries.append("\(name):{\"dtype\":\"F32\",\"shape\":[\(shape)],\"data_offsets\":[\(offset),\(end)]}")
      offset = end
    }
    var header = "{" + entries.joined(separator: ",") + "}"
    header += String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 + header.utf8.count + offset)
    bytes.append(memoryOf: [UInt64(header.utf8.count).littleEndian])
    bytes += header.utf8
    for tensor in sorted { bytes.append(memoryOf: tensor.values) }
    return bytes
  }

  /// A name as a JSON string.
  private static func quoted(_ name: String, file: String) throws(FormatError) -> String {
    guard name != "__metadata__", let json = try? JSON.write(name, .compact, file: file) else {
      throw FormatError(
        .write, format: "safetensors", file: file, at: .field(name), problem: "a tensor cannot have this name",
        advice: "Give the tensor another name")
    }
    return String(decoding: json, as: UTF8.self)
  }
}
