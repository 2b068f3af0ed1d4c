import AtomicFiles
import Figures
import RunRecords

/// The folder that a report is written to, kept from other writers while it is held.
package struct ResultsFolder: ~Copyable {
  /// The folder.
  package let path: String
  private let lock: FolderLock

  /// Makes the folder if it does not exist, and locks it.
  ///
  /// - Throws: if the path is a file, cannot be written, or another process writes there.
  package init(_ path: String) throws(FileError) {
    try Folder.create(path)
    try Folder.checkWritable(path)
    lock = try FolderLock(path)
    self.path = path
    // What a killed program left of files that this one may not write.
    let names = ["summary.txt"] + PageRenderers.all.map(\.file) + FigureCatalogue.all.flatMap { $0.id.allFiles }
    StagedFiles.discard([unfinished] + names.map { file($0) })
  }

  /// Whether other writers are really kept out: not if the file system has no locks.
  package var isLocked: Bool { lock.isEnforced }

  /// The run in `run/`.
  package func readRun() throws -> SavedRun {
    try AtomicFolder.recover(file("run"))
    return try SavedRun.read(from: file("run"))
  }

  /// Marks the time between replacing `run/` and having put in place everything drawn from it. After a crash in between,
  /// the figures are still another run's.
  var unfinished: String { file(".unfinished") }

  /// The path of something in the folder.
  package func file(_ name: String) -> String { path.hasSuffix("/") ? path + name : "\(path)/\(name)" }
}
