import Files
import Figures
import RunRecords
import SystemPackage

/// The folder that a report is written to, kept from other writers while it is held.
package struct ResultsFolder: ~Copyable {
  /// Where the folder and everything in it is.
  package let layout: ResultsLayout
  private let lock: FolderLock

  /// Makes the folder if it does not exist, and locks it.
  ///
  /// - Throws: if the path is a file, cannot be written, or another process writes there.
  package init(_ path: FilePath) throws(FileError) {
    try Folder.create(path)
    try Folder.checkWritable(path)
    lock = try FolderLock(path)
    layout = ResultsLayout(path)
    // What a killed program left of files that this one may not write.
    let names = PageRenderers.all.map(\.file) + FigureCatalogue.all.flatMap { $0.id.allFiles }
    StagedFiles.discard([layout.unfinished, layout.summary, layout.mistakes] + names.map { layout.file($0) })
  }

  /// Whether other writers are really kept out: not if the file system has no locks.
  package var isLocked: Bool { lock.isEnforced }

  /// The run in `run/`.
  package func readRun() throws -> SavedRun {
    try AtomicFolder.recover(layout.run.folder)
    return try SavedRun.read(from: layout.run.folder)
  }
}
