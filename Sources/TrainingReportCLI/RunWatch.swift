import ArgumentParser
import Files
import Glibc
import NumberText
import Problems
import Report
import RunRecords
import SystemPackage
import Training

/// `plot --watch`: draws a run again whenever it changes, until a signal comes.
struct RunWatch {
  private let results: ResultsLayout
  private let output: FilePath
  private let classes: ClassOptions
  private let options: OutputOptions
  /// The run under way; nil where the figures go beside `run/`, for they belong to that run.
  private let checkpoints: CheckpointFolder?
  private var drawn: RunContent?
  /// What was said last, which is not said twice.
  private var told: String?
  /// What is wrong with the run, which is not said before it stays so for 50 ms: its writer may be between two files.
  private var suspected: String?

  init(results: FilePath, output: FilePath?, classes: ClassOptions, options: OutputOptions) {
    self.results = ResultsLayout(results)
    self.output = output ?? results
    self.classes = classes
    self.options = options
    checkpoints =
      output == nil || output == results || Folder.areSame(output ?? results, results)
      ? nil : CheckpointFolder(ResultsLayout(results).checkpoint)
  }

  /// Returns by throwing: the exit code of the signal, or what makes all drawing impossible.
  mutating func run() throws {
    while true {
      // What is being drawn is drawn to its end: all figures are one run's.
      Interruption.keepSignals()
      // Before the run is read, so that no change is missed.
      let changes = try watchedChanges()
      let isFree = try drawIfChanged()
      Interruption.endAtOnce()
      if let signal = Interruption.pending { throw ExitCode(Interrupted(signal: signal).exitCode) }
      // The end of a lock is no change of a file.
      try changes.wait(atMost: suspected != nil ? .milliseconds(50) : isFree ? nil : .milliseconds(500))
    }
  }

  /// Watches all places, `checkpoint/` even if it was made meanwhile.
  private func watchedChanges() throws -> FolderChanges {
    let isTraining = Folder.isFolder(results.checkpoint.folder)
    let changes = try FolderChanges(in: places)
    return try Folder.isFolder(results.checkpoint.folder) == isTraining ? changes : FolderChanges(in: places)
  }

  /// Where a change can be seen: the folder in which `run/` is replaced, `run/` with the models' folders in it, and
  /// `checkpoint/`; for as long as there is no results folder, the one in which it will be made.
  private var places: [FolderChanges.Place] {
    let (folder, missing) = Folder.nearest(to: results.folder)
    typealias Names = ResultsLayout.Names
    let names: Set<String> = missing.map { [$0] } ?? (checkpoints == nil ? [Names.run] : [Names.run, Names.checkpoint])
    let run = results.run
    let models = ((try? Folder.names(in: run.folder)) ?? []).map { run.model($0).folder }.filter(Folder.isFolder)
    // What is being written begins with a dot.
    let watched = [run.folder] + models + (checkpoints == nil ? [] : [results.checkpoint.folder])
    return [FolderChanges.Place(folder, where: names.contains)]
      + watched.map { FolderChanges.Place($0, where: { !$0.hasPrefix(".") }) }
  }

  /// Draws the run unless it is the one that was drawn last. What is half written is told, and the last figures stay.
  ///
  /// - Returns: false where another program writes to the folder, so that it must be tried again.
  private mutating func drawIfChanged() throws -> Bool {
    let before = suspected
    suspected = nil
    do {
      if let checkpoints {
        let run = try Self.unbroken { try classes.applied(to: latestRun(checkpoints)) }
        if try RunContent(run) != drawn { try draw(run, to: ResultsFolder(output)) }
      } else if Folder.isFolder(results.folder) {
        // The lock first: what a crash has left half done is ended before it is read.
        let folder = try ResultsFolder(results.folder)
        let run = try Self.unbroken { try classes.applied(to: folder.readRun()) }
        if try RunContent(run) != drawn { try draw(run, to: folder) }
      } else {
        throw MissingRun(file: results.run.record)
      }
      told = nil
    } catch let missing as MissingRun {
      tell("waiting for \(oneLine(missing.file.string)).")
    } catch let broken as BrokenRun {
      let message = "\(Failure(broken.problem).message)\nThe last figures stay until the run is whole again."
      if message == before { tell(message) } else if message != told { suspected = message }
    } catch let error as FileError where error.isLocked {
      let advice = checkpoints == nil ? "\nIts epochs are drawn meanwhile by --output FOLDER." : ""
      tell("another training-report is writing to \(oneLine(output.string)): waiting until it ends.\(advice)")
      return false
    }
    return true
  }

  /// The run could not be read as it is now.
  private struct BrokenRun: Error {
    let problem: any Problem
  }

  /// Reads a run; what is wrong with it is told from what is wrong with the figures' place.
  private static func unbroken(_ read: () throws -> SavedRun) throws -> SavedRun {
    do {
      return try read()
    } catch let missing as MissingRun {
      throw missing
    } catch let problem as any Problem {
      throw BrokenRun(problem: problem)
    }
  }

  /// What was written last: the saved run, or the epochs of the one under way.
  private func latestRun(_ checkpoints: CheckpointFolder) throws -> SavedRun {
    if checkpoints.isNewer(than: results.run.record),
      let run = try checkpoints.readHistories(generator: TrainingReport.generator)
    {
      return run
    }
    return try SavedRun.read(from: results.run.folder)
  }

  /// Draws, and says so in one line.
  private mutating func draw(_ run: SavedRun, to folder: borrowing ResultsFolder) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let report = try folder.prepare(RunFacts(of: run), options.report)
    try folder.put(report)
    let milliseconds = (clock.now - start) / .milliseconds(1)
    if !options.quiet {
      if drawn == nil {
        folder.warnIfUnlocked(quiet: false)
        try warn(of: report, options)
      }
      let names = report.figures.filter { !$0.files.isEmpty }.map(\.name)
      try StandardOutput.writeLine(
        """
        Drew \(names.isEmpty ? "no figure" : names.joined(separator: ", ")) in \(fixedPoint(milliseconds, decimals: 0)) ms\
        \(Self.lengths(of: run, \.epochs, "epochs"))\(Self.lengths(of: run, \.steps, "steps"))
        """)
    }
    drawn = try RunContent(run)
  }

  /// How far the histories that count epochs, or steps, reach: `; epochs: Simple NN 3`.
  private static func lengths(of run: SavedRun, _ length: KeyPath<TrainingHistory, Int>, _ unit: String) -> String {
    let models = run.models.map(\.record).compactMap { model -> String? in
      guard let end = model.history?[keyPath: length], end > 0 else { return nil }
      return "\(plain(model.name)) \(end)"
    }
    return models.isEmpty ? "" : "; \(unit): \(models.joined(separator: ", "))"
  }

  private mutating func tell(_ message: String) {
    if message != told { StandardError.write("training-report: \(message)\n") }
    told = message
  }
}
