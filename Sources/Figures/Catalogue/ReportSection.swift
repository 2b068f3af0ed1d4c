/// A section of a report that figures stand in, in the order of the page.
package enum ReportSection: CaseIterable, Sendable {
  /// How the models did, side by side.
  case results
  /// How the models learned.
  case training
  /// How the featured model did on each class.
  case byClass
  /// What the featured model got right and wrong.
  case examples
  /// What the models learned from.
  case trainingData
}
