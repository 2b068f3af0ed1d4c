import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import RunRecords

/// The runs in docs/runs, from which docs/recipes.md has its accuracies.
@Suite struct KeptRunsTests {
  private static let docs = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../docs").standardized

  @Test(arguments: [("mnist-fast", 1), ("mnist-accurate", 2), ("fashion-cnn", 2)])
  func theTableHasTheAccuraciesOfEachModel(name: String, count: Int) throws {
    let run = try SavedRun.read(from: FilePath(Self.docs.appendingPathComponent("runs/\(name)/run").path))
    #expect(run.models.count == count)
    let text = try String(contentsOf: Self.docs.appendingPathComponent("recipes.md"), encoding: .utf8)
    for model in run.models.map(\.record) {
      let test = try #require(model.test)
      let percent = String(format: "%.2f", 100 * test.accuracy)
      let accuracy = test.accuracySD.map { percent + String(format: " ± %.2f", 100 * $0) } ?? percent
      #expect(text.contains("| \(accuracy) % |"), "\(model.name) of \(name)")
    }
  }
}
