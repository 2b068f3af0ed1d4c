import SystemPackage

/// Where the files of a run under way are.
package struct CheckpointLayout: Sendable, Equatable {
  /// A file of a model's checkpoint; the raw value is its name.
  package enum File: String, Sendable {
    /// The model's recipe, the dataset and the number of threads.
    case recipe = "recipe.json"
    /// The steps taken and what was measured in each epoch.
    case history = "history.json"
    /// The parameters and the optimizer's slots.
    case state = "state.safetensors"
  }

  /// The folder `checkpoint/`.
  package let folder: FilePath

  /// The layout of a folder, which need not exist.
  package init(_ folder: FilePath) { self.folder = folder }

  /// The folder of a model.
  package func model(_ name: String) -> FilePath { folder.appending(name) }

  /// A file of a model.
  package func file(_ file: File, of model: String) -> FilePath { Self.file(file, in: self.model(model)) }

  /// A file of a model whose folder is elsewhere for the moment.
  package static func file(_ file: File, in folder: FilePath) -> FilePath { folder.appending(file.rawValue) }

  /// What the first versions of the program kept in place of the models' folders.
  package var oldDocument: FilePath { folder.appending("checkpoint.json") }
}
