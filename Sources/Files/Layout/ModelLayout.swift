import SystemPackage

/// Where the files of one model of a saved run are.
package struct ModelLayout: Sendable, Equatable {
  /// The names of what every model can have.
  package enum Names {
    /// What the model answered for every test sample.
    package static let predictions = extra("predictions")
    /// The trained weights.
    package static let weights = "weights.safetensors"

    /// Names that no member's folder can have.
    package static let all = [predictions, weights]

    /// The file of an array that a figure beyond the standard ones is drawn from.
    package static func extra(_ name: String) -> String { name + ModelLayout.arrayEnding }
  }

  private static let arrayEnding = ".npy"

  /// The model's folder.
  package let folder: FilePath

  /// The layout of a folder, which need not exist.
  package init(_ folder: FilePath) { self.folder = folder }

  /// What the model answered for every test sample.
  package var predictions: FilePath { folder.appending(Names.predictions) }

  /// The trained weights.
  package var weights: FilePath { folder.appending(Names.weights) }

  /// The files of one of the trainings that the model stands for.
  package func member(_ name: String) -> ModelLayout { ModelLayout(folder.appending(name)) }

  /// An array that a figure beyond the standard ones is drawn from.
  package func extra(_ name: String) -> FilePath { folder.appending(Names.extra(name)) }

  /// The name of the extra array that a file of this name holds; nil for other files.
  package static func extra(inFile name: String) -> String? {
    guard name.hasSuffix(arrayEnding), name != Names.predictions, !name.hasPrefix(".") else { return nil }
    return String(name.dropLast(arrayEnding.count))
  }
}
