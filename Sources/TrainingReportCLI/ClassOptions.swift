import ArgumentParser
import Importing
import RunRecords
import SystemPackage

/// Names of one's own for the classes; the same for every command.
struct ClassOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A text file of the classes' names, one per line.", valueName: "file"))
  var classes: FilePath?

  /// The names, as many as the data have classes; nil if none were given.
  ///
  /// - Throws: as ``ClassNames/read(_:count:)`` does.
  func names(for dataset: RunRecord.Dataset) throws -> [String]? {
    let count = dataset.classNames.count
    return try classes.map { try ClassNames.read($0, count: count == 0 ? nil : count) }
  }

  /// The run with these names in place of its own.
  func applied(to run: SavedRun) throws -> SavedRun {
    guard let names = try names(for: run.record.dataset) else { return run }
    var run = run
    run.record.dataset.classNames = names
    return run
  }
}
