/// What the elements of a .npy file are.
struct NPYElementType {
  /// What an element stands for: a number; a text of UTF-32; or one of bytes.
  enum Kind { case bool, unsigned, signed, float, unicode, bytes }

  let isBigEndian: Bool
  let kind: Kind
  /// Bytes per element.
  let size: Int

  /// The longest texts that are read, in characters.
  private static let longestText = 1 << 16

  /// Reads a type such as `<f4` or `<U5`; nil if it is none of those that are read.
  init?(descr: String) {
    let parts = Array(descr)
    guard parts.count >= 3, "<>|=".contains(parts[0]), let size = Int(String(parts[2...])) else { return nil }
    switch (parts[1], size) {
    case ("U", 1...Self.longestText), ("S", 1...Self.longestText):
      isBigEndian = parts[0] == ">"
      kind = parts[1] == "U" ? .unicode : .bytes
      self.size = parts[1] == "U" ? 4 * size : size
      return
    case ("b", 1): kind = .bool
    case ("u", 1), ("u", 2), ("u", 4), ("u", 8): kind = .unsigned
    case ("i", 1), ("i", 2), ("i", 4), ("i", 8): kind = .signed
    case ("f", 2), ("f", 4), ("f", 8): kind = .float
    default: return nil
    }
    if parts[0] == "|" && size > 1 { return nil }
    isBigEndian = parts[0] == ">"
    self.size = size
  }

  /// What to do about elements of a type that is not read.
  static func advice(for descr: String) -> String {
    switch descr.dropFirst().first {
    case "O":
      "It holds Python objects: save numbers, array.astype('int64'), or texts if they are names, array.astype(str)"
    default: "Save it as integers or floating-point numbers, such as array.astype('float32')"
    }
  }
}
