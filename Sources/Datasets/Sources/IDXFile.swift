/// What the name of an IDX file tells: `train-images-idx3-ubyte.gz`, `t10k-labels.idx1-ubyte`,
/// `emnist-letters-test-images-idx3-ubyte`.
struct IDXFile: Equatable {
  /// The name.
  let name: String
  /// What stands before the set's name, such as `emnist-letters`; mostly nothing.
  let prefix: String
  /// Whether it is of the training set.
  let isTraining: Bool
  /// Whether it holds images; otherwise it holds labels.
  let isImages: Bool

  /// Reads a name; nil if it is that of another file.
  init?(_ name: String) {
    var parts = name.lowercased().split { "-._".contains($0) }.map(String.init)
    if parts.last == "gz" { parts.removeLast() }
    guard let content = parts.lastIndex(where: { $0 == "images" || $0 == "labels" }), content > 0,
      parts[(content + 1)...].contains(where: { $0.hasPrefix("idx") || $0 == "ubyte" })
    else { return nil }
    switch parts[content - 1] {
    case "train", "training": isTraining = true
    case "t10k", "test", "testing": isTraining = false
    default: return nil
    }
    self.name = name
    isImages = parts[content] == "images"
    prefix = parts[..<(content - 1)].joined(separator: "-")
  }

  /// The usual name of the file of a set in a folder that holds `other`.
  static func name(like other: IDXFile, isTraining: Bool, isImages: Bool) -> String {
    let set = isTraining ? "train" : other.prefix.isEmpty ? "t10k" : "test"
    return (other.prefix.isEmpty ? "" : other.prefix + "-") + set
      + (isImages ? "-images-idx3-ubyte" : "-labels-idx1-ubyte")
  }
}
