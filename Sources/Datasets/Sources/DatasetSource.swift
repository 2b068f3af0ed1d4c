import Files
import SystemPackage

/// A kind of place that samples come from.
package protocol DatasetSource: Sendable {
  /// What a folder of this source holds, a clause for help and errors; nil for a source in the program.
  static var folderContents: String? { get }

  /// Takes a location that is one of this source; nil for all others.
  init?(_ location: DatasetLocation)

  /// Reads all samples.
  func load() throws -> Dataset
}

/// Where somebody says that a dataset is.
package enum DatasetLocation: Sendable, Equatable {
  /// In the program, under a name such as `mnist`.
  case embedded(String)
  /// In a folder that holds files with these names.
  case folder(FilePath, names: Set<String>)
}

/// Everything that a dataset can be loaded from.
package enum DatasetSources {
  /// In the order in which they are asked whether a location is theirs.
  package static let all: [any DatasetSource.Type] = [EmbeddedMNIST.self, IDXFolder.self, CIFAR10Folder.self]
}

extension Dataset {
  /// Loads the dataset in a folder; which source it is follows from the files in it.
  ///
  /// - Throws: if there is no such folder, or nothing in it that a source recognizes; if a file is missing, cannot be read,
  ///   or is damaged.
  package static func load(folder: FilePath) throws -> Dataset {
    guard Folder.isFolder(folder) else { throw MissingDataset(folder: folder, names: nil) }
    let names = try Folder.names(in: folder)
    let location = DatasetLocation.folder(folder, names: Set(names))
    guard let source = DatasetSources.all.lazy.compactMap({ $0.init(location) }).first else {
      throw MissingDataset(folder: folder, names: names)
    }
    return try source.load()
  }
}
