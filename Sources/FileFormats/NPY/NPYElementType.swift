/// What the elements of a .npy file are.
struct NPYElementType {
  /// What a number stands for.
  enum Kind { case bool, unsigned, signed, float }

  let isBigEndian: Bool
  let kind: Kind
  /// Bytes per element.
  let size: Int

  /// Reads a type such as `<f4`; nil if it is none of those that are read.
  init?(descr: String) {
    let parts = Array(descr)
    guard parts.count == 3, "<>|=".contains(parts[0]), let size = parts[2].wholeNumberValue else { return nil }
    switch (parts[1], size) {
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
      "It holds Python objects: save numbers, array.astype('int64'), or np.unique(array, return_inverse=True)[1] if they "
        + "are names"
    case "U", "S":
      "It holds texts: save the number of each, np.unique(array, return_inverse=True)[1]"
    default: "Save it as integers or floating-point numbers, such as array.astype('float32')"
    }
  }
}
