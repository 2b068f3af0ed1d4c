import AtomicFiles
import Figures
import Plotting
import RunRecords

/// The folder that a report is written to, kept from other writers while it is held.
public struct ResultsFolder: ~Copyable {
  /// The folder.
  public let path: String
  private let lock: FolderLock

  /// Makes the folder where it does not exist, and locks it.
  ///
  /// - Throws: where the path is a file, cannot be written, or another process writes there.
  public init(_ path: String) throws(FileError) {
    try Folder.create(path)
    try Folder.checkWritable(path)
    lock = try FolderLock(path)
    self.path = path
  }

  /// What became of one figure.
  public struct DrawnFigure: Sendable, Equatable {
    /// The name without an extension, such as `03_confusion_matrix`.
    public var name: String
    /// The file that was written; nil where the run has no such figure.
    public var file: String?
    /// Why the run has no such figure; nil where it was drawn.
    public var leftOut: String?
  }

  /// Puts a run, with its models' weights by folder, in the place of `run/`: the old one or the new one is there, whole.
  public func write(_ run: SavedRun, weights: [String: [NamedTensor]]) throws {
    try run.write(to: file("run"), weights: weights)
  }

  /// Draws the figures of a run, each written beside and renamed. A figure that the run does not give is removed: it
  /// would be another run's.
  public func draw(
    _ run: SavedRun, only figures: [ReportFigure] = ReportFigure.allCases, dpi: Double = 150
  ) throws -> [DrawnFigure] {
    var drawn: [DrawnFigure] = []
    for figure in figures {
      let path = file("\(figure.fileName).png")
      switch figure.make(from: run) {
      case .figure(let picture):
        try AtomicFile.write(try picture.png(dpi: dpi), to: path)
        drawn.append(DrawnFigure(name: figure.fileName, file: path, leftOut: nil))
      case .unavailable(let reason):
        try Folder.remove(path)
        drawn.append(DrawnFigure(name: figure.fileName, file: nil, leftOut: reason))
      }
    }
    return drawn
  }

  /// Writes `summary.txt` and returns its path.
  public func writeSummary(of run: SavedRun) throws(FileError) -> String {
    let path = file("summary.txt")
    try AtomicFile.write(Array(summaryText(of: run).utf8), to: path)
    return path
  }

  /// The path of something in the folder.
  public func file(_ name: String) -> String { path.hasSuffix("/") ? path + name : "\(path)/\(name)" }
}
