/// What the program can offer when something went wrong. The advice names it in plain words; how to ask for it, such as the
/// name of an option, is the program's to add.
package enum Remedy: Sendable, Equatable {
  /// Begin a run anew instead of resuming it.
  case startAgain
  /// Make a saved run.
  case makeRun
  /// Name the dataset that models were tested on.
  case nameDataset
  /// Say which model of one run is to be compared with which of another.
  case pairModels
  /// Choose another batch size.
  case chooseBatchSize
  /// Keep in a figure's PNG the data it was drawn from.
  case embedData
  /// Do without a form of the report's page, such as `markdown`.
  case leavePageOut(String)
  /// Wait for another process of the program, which writes to the same folder.
  case waitForOtherWriter
}
