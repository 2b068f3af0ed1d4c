/// A form of log that is one file; or one for each phase, such as `train.csv` and `val.csv`, or Caffe's `lenet.log.train` and
/// `lenet.log.test`.
protocol TextLogFormat: LogFormat {
  /// Reads a file.
  ///
  /// - Parameter phase: the phase that the file's name tells; nil if it is the only one.
  static func read(_ file: ModelFile, phase: ScalarLog.Phase?, into recorder: inout LogRecorder) throws
}

extension TextLogFormat {
  static func logs(in folder: ModelFiles) -> [[ModelFile]] {
    // A file with a usual name is read whatever it holds, so that an error can say what is wrong with it.
    grouped(folder.files.filter { usualNames.contains($0.name) || recognizes($0) })
  }

  /// The logs of files: those whose names differ in the phase only are one.
  static func grouped(_ files: [ModelFile]) -> [[ModelFile]] {
    var groups: [(stem: String?, files: [ModelFile])] = []
    for file in files {
      let stem = file.phaseInName?.stem
      if stem != nil, let place = groups.firstIndex(where: { $0.stem == stem }) {
        groups[place].files.append(file)
      } else {
        groups.append((stem, [file]))
      }
    }
    return groups.flatMap { group in
      Set(group.files.compactMap(\.phaseInName?.phase)).count == group.files.count
        ? [group.files] : group.files.map { [$0] }
    }
  }

  static func read(_ files: [ModelFile]) throws -> ScalarLog {
    var recorder = LogRecorder()
    for file in files {
      try read(file, phase: files.count > 1 ? file.phaseInName?.phase : nil, into: &recorder)
    }
    return recorder.log
  }
}

extension ModelFile {
  /// The phase that the file's name tells, and what is left of the name without it; nil if it tells none.
  fileprivate var phaseInName: (stem: String, phase: ScalarLog.Phase)? {
    let words = MetricName.words(of: name)
    let phases = words.compactMap { ScalarLog.Phase(word: $0) }
    guard phases.count == 1 else { return nil }
    return (words.filter { ScalarLog.Phase(word: $0) == nil }.joined(separator: " "), phases[0])
  }
}
