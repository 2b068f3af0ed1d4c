import ArgumentParser
import Datasets
import RunRecords
import SystemPackage

/// Which data the models see, and what figure 01 shows of them; the same for every command that needs a dataset.
struct DatasetOptions: ParsableArguments {
  /// What the commands' help says of your own data.
  static let discussion =
    "A folder with your own data holds "
    + DatasetSources.all.compactMap { $0.folderContents }.joined(separator: "; or ") + "."

  /// The datasets that the program holds.
  enum EmbeddedDataset: String, ExpressibleByArgument, CaseIterable { case mnist }

  @Option(
    help: ArgumentHelp(
      "A dataset that the program holds (default: mnist; import without predictions: none).", valueName: "name"))
  var dataset: EmbeddedDataset?

  @Option(help: ArgumentHelp("A folder of one's own images and labels, instead.", valueName: "folder"))
  var data: FilePath?

  @Option(help: "Which training images figure 01 shows: first or random.")
  var samples = FigureSelection.SampleChoice.first

  func load() throws -> Dataset {
    if let data { return try Dataset.load(folder: data) }
    switch dataset ?? .mnist {
    case .mnist: return try Dataset.mnist()
    }
  }

  /// Whether a dataset was named, not just the usual one taken.
  var isExplicit: Bool { data != nil || dataset != nil }
}

/// What is drawn from where no seed is given.
let defaultSeed: UInt64 = 42

extension FigureSelection.SampleChoice: ExpressibleByArgument {}
