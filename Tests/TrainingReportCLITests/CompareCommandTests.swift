import Foundation
import RunRecords
import SystemPackage
import TestSupport
import Testing

/// `compare` with runs that were saved.
@Suite struct CompareCommandTests {
  /// Saves a run of one model that answers 1,000 samples of two classes, the first `wrong` of them wrongly.
  private func save(
    _ name: String, in folder: String, model: String = "CNN", wrong: Int, checksum: UInt32 = 7
  ) throws -> String {
    let labels = (0..<1000).map { $0 % 2 }
    let answers = labels.enumerated().map { $0 < wrong ? 1 - $1 : $1 }
    let record = ModelRecord(
      name: model, test: ModelRecord.Evaluation(loss: nil, accuracy: Double(1000 - wrong) / 1000))
    let dataset = RunRecord.Dataset(
      name: "pets", testSamples: 1000, classNames: ["cat", "dog"], checksum: checksum)
    let run = SavedRun(
      record: RunRecord(generator: "tests", dataset: dataset, featuredModel: model), labels: labels,
      models: [SavedModel(record: record, predictions: Predictions(classes: answers, classCount: 2))])
    try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
    try run.write(to: FilePath("\(folder)/\(name)/run"))
    return "\(folder)/\(name)"
  }

  @Test func aLossFailsTheGateAndNoiseDoesNot() throws {
    try withTemporaryFolder { folder in
      let base = try save("base", in: folder, wrong: 20)
      let noise = try save("noise", in: folder, wrong: 22)
      let worse = try save("worse", in: folder, wrong: 70)
      let passed = try program("compare", base, noise, "--fail-if", "accuracy < 0")
      #expect(passed.exitCode == 0 && passed.errors.isEmpty, "\(passed.errors)")
      #expect(passed.output.contains("Cannot tell: test accuracy changes by \u{2212}0.20 points"))
      let strict = try program("compare", base, noise, "--fail-if", "accuracy < 0", "--strict")
      #expect(strict.exitCode == 1)
      let failed = try program("compare", base, worse, "--fail-if", "accuracy < -3", "--json")
      #expect(failed.exitCode == 1)
      // (-50 ± 1.959964 sqrt(51 - 2500 / 1002)) / 1002
      #expect(
        failed.errors == """
          training-report: accuracy < -3 fails: the change in accuracy of CNN, \u{2212}5.00 points (95% interval \u{2212}6.35 \
          to \u{2212}3.63), is below \u{2212}3.00 points

          """)
      let document = try #require(
        try JSONSerialization.jsonObject(with: Data(failed.output.utf8)) as? [String: Any])
      let gate = try #require(document["gate"] as? [String: Any])
      #expect(gate["failed"] as? Bool == true && gate["expression"] as? String == "accuracy < -3")
      let comment = try program("compare", base, worse, "--markdown")
      #expect(comment.exitCode == 0 && comment.output.contains("**Worse: test accuracy changes by"))
    }
  }

  @Test func whatCannotBeComparedIsTold() throws {
    try withTemporaryFolder { folder in
      let base = try save("base", in: folder, wrong: 20)
      let other = try save("other", in: folder, wrong: 20, checksum: 8)
      let renamed = try save("renamed", in: folder, model: "A=B", wrong: 20)
      let refused = try program("compare", base, other)
      #expect(refused.exitCode == 65 && refused.errors.contains("CRC-32 7 and pets with CRC-32 8"), "\(refused.errors)")
      let unmatched = try program("compare", base, renamed)
      #expect(unmatched.exitCode == 65 && unmatched.errors.contains("with --model BASE=HEAD"), "\(unmatched.errors)")
      let paired = try program("compare", base, renamed, "--model", "CNN=A=B", "--json")
      #expect(paired.exitCode == 0, "\(paired.errors)")
      #expect(try program("compare", base, renamed, "--model", "CNN=C").exitCode == 64)
      #expect(try program("compare", base, base, "--fail-if", "speed < 1").exitCode == 64)
      #expect(try program("compare", base, base, "--fail-if", "loss > 1").exitCode == 65)
      #expect(try program("compare", base, base, "--strict").exitCode == 64)
      #expect(try program("compare", base, "\(folder)/none").exitCode == 66)
    }
  }
}
