import SystemPackage

/// Where the files of a saved run are.
package struct RunLayout: Sendable, Equatable {
  /// The names of what lies directly in the folder, beside the models' folders.
  package enum Names {
    /// What is not an array.
    package static let record = "run.json"
    /// The images that figures show.
    package static let images = "images.npy"
    /// The true class of every test sample.
    package static let labels = "labels.npy"

    /// What the test samples are called.
    package static let samples = "samples.json"

    /// Names that no model's folder can have.
    package static let all = [record, images, labels, samples]
  }

  /// The folder `run/`.
  package let folder: FilePath

  /// The layout of a folder, which need not exist.
  package init(_ folder: FilePath) { self.folder = folder }

  /// What is not an array.
  package var record: FilePath { folder.appending(Names.record) }

  /// The images that figures show.
  package var images: FilePath { folder.appending(Names.images) }

  /// The true class of every test sample.
  package var labels: FilePath { folder.appending(Names.labels) }

  /// What the test samples are called.
  package var samples: FilePath { folder.appending(Names.samples) }

  /// The folder of a model, by the folder's name in the record.
  package func model(_ name: String) -> ModelLayout { ModelLayout(folder.appending(name)) }
}
