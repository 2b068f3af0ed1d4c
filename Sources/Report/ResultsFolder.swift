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
    /// The files that were written: one a format, then those for dark pages.
    public var files: [String] = []
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

  /// Draws the figures of a run, and puts all of them in place when they are whole on the disk. A figure that the run does not give is removed: it
  /// would be another run's. Where a crash has left figures of another run, all are drawn, whatever `figures` says.
  ///
  /// - Parameters:
  ///   - formats: the formats to draw. One that a figure's file is there in is drawn too: it would be another run's.
  ///   - withDarkPairs: whether a figure on a light page gets a file for dark pages beside it,
  ///     `03_confusion_matrix-dark.png`. Where not, one that is there is removed: it would be another run's.
  ///   - embedsData: whether each PNG holds what its figure was drawn from, as ``FigureData``.
  public func draw(
    _ run: SavedRun, only figures: [ReportFigure] = ReportFigure.allCases, formats: [FigureFormat] = [.png],
    dpi: Double = 150, look: FigureLook = FigureLook(), withDarkPairs: Bool = false, embedsData: Bool = true
  ) throws -> [DrawnFigure] {
    let figures = AtomicFile.exists(unfinished) ? ReportFigure.allCases : figures
    let pairs = withDarkPairs && look.theme == .light ? [false, true] : [false]
    let drawings = figures.flatMap { figure in
      let formats = FigureFormat.allCases.filter {
        formats.contains($0) || AtomicFile.exists(file(figure.file($0)))
      }
      return pairs.flatMap { isPair in
        formats.map { format in
          Drawing(
            figure: figure, look: isPair ? FigureLook(style: look.style, theme: .dark) : look, format: format,
            file: figure.file(format, forDarkPages: isPair))
        }
      }
    }
    var (drawn, written, old) = ([DrawnFigure](), [(path: String, bytes: [UInt8])](), Set<String>())
    let pictures = try zip(drawings, Self.pictures(of: run, drawings, dpi: dpi, embedsData)).map { ($0, try $1.get()) }
    for figure in figures {
      var entry = DrawnFigure(name: figure.fileName)
      for (drawing, picture) in pictures where drawing.figure == figure {
        switch picture {
        case .bytes(let bytes):
          written.append((file(drawing.file), bytes))
          entry.files.append(file(drawing.file))
        case .unavailable(let reason): entry.leftOut = reason
        }
      }
      drawn.append(entry)
      for format in FigureFormat.allCases {
        old.formUnion([file(figure.file(format)), file(figure.file(format, forDarkPages: true))])
      }
      old.subtract(entry.files)
    }
    try AtomicFile.write(written)
    for path in old { try Folder.remove(path) }
    return drawn
  }

  /// Writes `summary.txt` and returns its path.
  public func writeSummary(of run: SavedRun) throws(FileError) -> String {
    let path = file("summary.txt")
    try AtomicFile.write(Array(summaryText(of: run).utf8), to: path)
    return path
  }

  /// One file to draw.
  private struct Drawing: Sendable {
    var figure: ReportFigure
    var look: FigureLook
    var format: FigureFormat
    var file: String
  }

  private enum Picture: Sendable {
    case bytes([UInt8])
    case unavailable(reason: String)
  }

  /// The files' bytes, drawn side by side: they share nothing.
  private static func pictures(
    of run: SavedRun, _ drawings: [Drawing], dpi: Double, _ embedsData: Bool
  ) -> [Result<Picture, PlottingError>] {
    let pictures = Mutex([Result<Picture, PlottingError>](repeating: .success(.bytes([])), count: drawings.count))
    DispatchQueue.concurrentPerform(iterations: drawings.count) { index in
      let drawing = drawings[index]
      let picture: Result<Picture, PlottingError> =
        switch Result(catching: { () throws(MissingData) in try FigureData(drawing.figure, of: run) }) {
        case .success(let data):
          Result { () throws(PlottingError) in
            .bytes(try drawing.format.draw(data, drawing.look, dpi: dpi, embedsData: embedsData))
          }
        case .failure(let missing): .success(.unavailable(reason: missing.reason))
        }
      pictures.withLock { $0[index] = picture }
    }
    return pictures.withLock { $0 }
  }

  /// The path of something in the folder.
  public func file(_ name: String) -> String { path.hasSuffix("/") ? path + name : "\(path)/\(name)" }
}
