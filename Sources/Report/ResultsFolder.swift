import AtomicFiles
import Dispatch
import Figures
import Plotting
import RunRecords
import Synchronization

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

  /// Whether other writers are really kept out: not where the file system has no locks.
  public var isLocked: Bool { lock.isEnforced }

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
    try AtomicFile.write([], to: unfinished)
    try run.write(to: file("run"), weights: weights)
  }

  /// The run in `run/`.
  public func readRun() throws -> SavedRun {
    try AtomicFolder.recover(file("run"))
    return try SavedRun.read(from: file("run"))
  }

  /// There from when `run/` is replaced until all that is drawn from it is: after a crash in between, the figures are still
  /// another run's.
  private var unfinished: String { file(".unfinished") }

  /// To be called when figures and summary are written.
  public func finish() throws(FileError) { try Folder.remove(unfinished) }

  /// Draws the figures of a run, each written beside and renamed. A figure that the run does not give is removed: it
  /// would be another run's. Where a crash has left figures of another run, all are drawn, whatever `figures` says.
  public func draw(
    _ run: SavedRun, only figures: [ReportFigure] = ReportFigure.allCases, dpi: Double = 150
  ) throws -> [DrawnFigure] {
    let figures = AtomicFile.exists(unfinished) ? ReportFigure.allCases : figures
    var drawn: [DrawnFigure] = []
    for (figure, outcome) in zip(figures, pngs(of: run, figures, dpi: dpi)) {
      let path = file("\(figure.fileName).png")
      switch try outcome.get() {
      case .png(let bytes):
        try AtomicFile.write(bytes, to: path)
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

  private enum Picture {
    case png([UInt8])
    case unavailable(reason: String)
  }

  /// The figures as PNGs, drawn side by side: they share nothing.
  private func pngs(of run: SavedRun, _ figures: [ReportFigure], dpi: Double) -> [Result<Picture, PlottingError>] {
    let pictures = Mutex([Result<Picture, PlottingError>](repeating: .success(.png([])), count: figures.count))
    DispatchQueue.concurrentPerform(iterations: figures.count) { index in
      let picture: Result<Picture, PlottingError> =
        switch figures[index].make(from: run) {
        case .figure(let figure): Result { () throws(PlottingError) in .png(try figure.png(dpi: dpi)) }
        case .unavailable(let reason): .success(.unavailable(reason: reason))
        }
      pictures.withLock { $0[index] = picture }
    }
    return pictures.withLock { $0 }
  }

  /// The path of something in the folder.
  public func file(_ name: String) -> String { path.hasSuffix("/") ? path + name : "\(path)/\(name)" }
}
