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
    /// The same for dark pages; nil where none was asked for.
    public var darkFile: String?
    /// All files that were written.
    public var files: [String] { [file, darkFile].compactMap { $0 } }
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
  ///
  /// - Parameter withDarkPairs: whether a figure on a light page gets a file for dark pages beside it,
  ///   `03_confusion_matrix-dark.png`. Where not, one that is there is removed: it would be another run's.
  /// - Parameter embedsData: whether each file holds what its figure was drawn from, as ``FigureData``.
  public func draw(
    _ run: SavedRun, only figures: [ReportFigure] = ReportFigure.allCases, dpi: Double = 150,
    look: FigureLook = FigureLook(), withDarkPairs: Bool = false, embedsData: Bool = true
  ) throws -> [DrawnFigure] {
    let figures = AtomicFile.exists(unfinished) ? ReportFigure.allCases : figures
    var drawn: [DrawnFigure] = []
    let paired = withDarkPairs && look.theme == .light
    let looks = paired ? [look, FigureLook(style: look.style, theme: .dark)] : [look]
    let pictures = try pngs(of: run, figures.flatMap { figure in looks.map { (figure, $0) } }, dpi: dpi, embedsData)
      .map { try $0.get() }
    for (index, figure) in figures.enumerated() {
      let (path, darkPath) = (file("\(figure.fileName).png"), file(figure.darkFile))
      switch pictures[index * looks.count] {
      case .png(let bytes):
        try AtomicFile.write(bytes, to: path)
        drawn.append(DrawnFigure(name: figure.fileName, file: path, leftOut: nil))
      case .unavailable(let reason):
        try Folder.remove(path)
        drawn.append(DrawnFigure(name: figure.fileName, file: nil, leftOut: reason))
      }
      if paired, case .png(let bytes) = pictures[index * looks.count + 1] {
        try AtomicFile.write(bytes, to: darkPath)
        drawn[index].darkFile = darkPath
      } else {
        try Folder.remove(darkPath)
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
  private func pngs(
    of run: SavedRun, _ figures: [(figure: ReportFigure, look: FigureLook)], dpi: Double, _ embedsData: Bool
  ) -> [Result<Picture, PlottingError>] {
    let pictures = Mutex([Result<Picture, PlottingError>](repeating: .success(.png([])), count: figures.count))
    DispatchQueue.concurrentPerform(iterations: figures.count) { index in
      let picture: Result<Picture, PlottingError> =
        switch figures[index].figure.make(from: run, figures[index].look) {
        case .figure(let figure):
          Result { () throws(PlottingError) in
            let data = embedsData ? FigureData(of: figures[index].figure, from: run) : nil
            return .png(try figure.png(dpi: dpi, embedding: data?.embedded))
          }
        case .unavailable(let reason): .success(.unavailable(reason: reason))
        }
      pictures.withLock { $0[index] = picture }
    }
    return pictures.withLock { $0 }
  }

  /// The path of something in the folder.
  public func file(_ name: String) -> String { path.hasSuffix("/") ? path + name : "\(path)/\(name)" }
}

extension ReportFigure {
  /// The name of the figure's file for dark pages.
  var darkFile: String { "\(fileName)-dark.png" }
}
