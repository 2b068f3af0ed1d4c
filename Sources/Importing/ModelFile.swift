import Files
import FileFormats
import SystemPackage

/// A file that another trainer left, as the formats look at it: its name and its first bytes.
struct ModelFile: Sendable, Equatable {
  /// The model's folder.
  let folder: FilePath
  /// Where it is in the model's folder: `metrics.csv`, `train/events.out.tfevents.1700000000.host`.
  let name: String
  /// Its first bytes, at most 4,096; empty if it cannot be read.
  let head: [UInt8]

  /// All of its bytes.
  ///
  /// - Throws: if the file cannot be read, or is larger than files of its form are; one that does not begin like its form is
  ///   read as far as ``head``, for its reader to say what is wrong.
  func contents(_ form: FileForm) throws -> [UInt8] {
    try File.read(path, atMost: form.mostBytes, bytesNeeded: form.bytesNeeded)
  }

  /// Its path.
  var path: FilePath { folder.appending(name) }

  /// The columns' names, if it begins as a table does.
  var csvHeader: [String] { CSV.header(of: headLines, file: name) ?? [] }

  /// Its first lines, whole.
  var headLines: [UInt8] {
    guard head.count == 4096, let end = head.lastIndex(of: UInt8(ascii: "\n")) else { return head }
    return Array(head[...end])
  }
}

/// What a model's folder holds; or a single file, as if it were the only one in its folder.
struct ModelFiles: Sendable {
  /// The folder.
  let folder: FilePath
  /// The names of everything directly in it, sorted.
  let names: [String]
  /// What is directly in it.
  let files: [ModelFile]
  /// The paths from it of the files in folders below, sorted.
  private let below: [String]

  /// Lists a folder; of the path of a file, that file alone.
  ///
  /// - Throws: if the folder cannot be read.
  init(in folder: FilePath) throws {
    if !Folder.isFolder(folder), File.exists(folder), let name = folder.lastComponent?.string {
      let above = folder.removingLastComponent()
      self.folder = above.isEmpty ? "." : above
      names = [name]
      files = [ModelFile(folder: self.folder, name: name, head: try File.head(of: folder))]
      below = []
      return
    }
    self.folder = folder
    names = try Folder.names(in: folder)
    files = names.filter { !$0.hasPrefix(".") }.map { ModelFile(folder: folder, name: $0) }
    below = Folder.filesBelow(folder)
  }

  /// The file called `name`; nil if there is none.
  func file(_ name: String) -> ModelFile? { files.first { $0.name == name } }

  /// The folders below that hold files with such names, as paths from this one.
  func places(where isMeant: (String) -> Bool) -> [String] {
    below.filter(isMeant).compactMap { path in path.lastIndex(of: "/").map { String(path[..<$0]) } }
  }

  /// The files in folders below whose paths are such.
  func below(_ isMeant: (String) -> Bool) -> [ModelFile] {
    below.filter(isMeant).map { ModelFile(folder: folder, name: $0) }
  }
}

extension ModelFile {
  /// Looks at a file. What cannot be read matters only if its name makes it a log: then reading it says why.
  fileprivate init(folder: FilePath, name: String) {
    self.init(folder: folder, name: name, head: (try? File.head(of: folder.appending(name))) ?? [])
  }

  /// The folder that it is in, as a path from the model's; empty for the model's own.
  var place: String { name.lastIndex(of: "/").map { String(name[..<$0]) } ?? "" }
}
