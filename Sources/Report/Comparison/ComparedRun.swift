import RunRecords

/// A run that is compared with another, under the name that texts give it.
package struct ComparedRun: Sendable {
  /// What the run is called, such as its folder.
  package let name: String
  /// The run.
  package let run: SavedRun

  /// Names a run.
  package init(name: String, run: SavedRun) {
    self.name = name
    self.run = run
  }

  /// The names of its models.
  var modelNames: [String] { run.models.map(\.record.name) }

  /// Whether there is a model called `name`.
  package func hasModel(_ name: String) -> Bool { model(name) != nil }

  /// The model called `name`.
  func model(_ name: String) -> SavedModel? { run.models.first { $0.record.name == name } }

  /// The class names; empty if not known.
  var classNames: [String] { run.record.dataset.classNames }
}
