import FileFormats

/// What the path of a folder with event files says of the values in it.
///
///     train/  validation/           of one run, in Keras' words for its phases
///     version_0/                    a run of its own
///     Loss_train/  Loss/train/      one curve of `add_scalars("Loss", {"train": …})`, of PyTorch and of tensorboardX
struct EventFolder: Equatable {
  /// The folder of the run that the values are of, as a path from the model's.
  var run: String
  /// The phase, if the folder is named by one.
  var phase: ScalarLog.Phase?
  /// What `add_scalars` calls the curve.
  var curve: String?

  /// - Parameters:
  ///   - path: the path from the model's folder, empty for that itself.
  ///   - tags: the tags in the folder's files, as far as they are known.
  init(_ path: String, tags: Set<String>) {
    let parts = path.split(separator: "/").map(String.init)
    func above(_ count: Int) -> String { parts.dropLast(count).joined(separator: "/") }
    run = path
    guard let name = parts.last else { return }
    if tags.count == 1, let tag = tags.first {
      let words = tag.split(separator: "/").map(String.init)
      let start = words.joined(separator: "_") + "_"
      if name.hasPrefix(start), name.count > start.count {
        run = above(1)
        curve = String(name.dropFirst(start.count))
        return
      }
      if !words.isEmpty, Array(parts.dropLast().suffix(words.count)) == words {
        run = above(words.count + 1)
        curve = name
        return
      }
    }
    phase = ScalarLog.Phase(word: name)
    if phase != nil { run = above(1) }
  }

  /// The name of a tag's series.
  func name(of tag: String) -> String { curve.map { "\(tag)/\($0)" } ?? tag }
}
