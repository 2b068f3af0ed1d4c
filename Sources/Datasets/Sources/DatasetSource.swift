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
  package static let all: [any DatasetSource.Type] = [
    EmbeddedMNIST.self, IDXFolder.self, CIFAR10Folder.self, PixelTables.self, PictureList.self, PictureFolders.self,
  ]

  /// Those that are also looked for in the folders below the one that is named.
  static let nested: [any DatasetSource.Type] = [IDXFolder.self, CIFAR10Folder.self]
}

extension Dataset {
  /// Loads the dataset in a folder; which source it is follows from the files in it, or in `raw/`, `FashionMNIST/raw/` and the
  /// like, as torchvision downloads them.
  ///
  /// - Throws: if there is no such folder, or nothing in it that a source recognizes, or several datasets; if a file is missing,
  ///   cannot be read, or is damaged.
  package static func load(folder: FilePath) throws -> Dataset {
    guard Folder.isFolder(folder) else { throw MissingDataset(folder: folder, names: nil) }
    let names = try Folder.names(in: folder)
    func source(in folder: FilePath, _ names: [String], _ kinds: [any DatasetSource.Type]) -> (any DatasetSource)? {
      let location = DatasetLocation.folder(folder, names: Set(names))
      return kinds.lazy.compactMap { $0.init(location) }.first
    }
    if let source = source(in: folder, names, DatasetSources.all.filter { !($0 is PictureFolders.Type) }) {
      return try source.load()
    }
    var below: [(name: String, source: any DatasetSource)] = []
    for name in names.filter({ !$0.hasPrefix(".") }).flatMap({ [$0, $0 + "/raw"] }) {
      let path = folder.appending(name)
      guard Folder.isFolder(path) else { continue }
      if let found = source(in: path, try Folder.names(in: path), DatasetSources.nested) { below.append((name, found)) }
    }
    if below.count > 1 { throw SeveralDatasets(folder: folder, names: below.map(\.name)) }
    guard let source = below.first?.source ?? source(in: folder, names, [PictureFolders.self]) else {
      throw MissingDataset(folder: folder, names: names)
    }
    return try source.load()
  }
}
