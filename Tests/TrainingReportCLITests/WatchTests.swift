import FileFormats
import Foundation
import RunRecords
import TestSupport
import Testing

/// `plot --watch` on runs that change meanwhile. Its lines tell when to go on.
@Suite struct WatchTests {
  private func record(_ losses: [Double]) throws -> [UInt8] {
    let record = RunRecord(
      generator: "by hand",
      dataset: RunRecord.Dataset(
        name: "shapes", trainingSamples: nil, validationSamples: nil, testSamples: nil, classNames: []),
      featuredModel: "Net")
    let model = ModelRecord(name: "Net", history: TrainingHistory(loss: losses))
    return try RunDocument(record: record, models: [model]).json(file: "run.json")
  }

  private func figure(in folder: String) throws -> Data {
    try Data(contentsOf: URL(filePath: "\(folder)/02_training_comparison.png"))
  }

  @Test func aRunIsWaitedForAndDrawnAgainWhenItChanges() throws {
    try withTemporaryFolder { folder in
      let results = "\(folder)/not/there yet"
      let watch = try RunningProgram("plot", results, "--watch")
      #expect(try watch.nextError() == "training-report: waiting for \(results)/run/run.json.")
      try write(record([2]), to: "\(results)/run/run.json")
      #expect(try watch.nextLine().hasPrefix("Drew 02_training_comparison in "))
      let first = try figure(in: results)
      // By another hand, in place.
      try write(record([2, 1]), to: "\(results)/run/run.json")
      #expect(try watch.nextLine().hasSuffix(" ms; epochs: Net 2"))
      let second = try figure(in: results)
      #expect(second != first)
      // As training-report does it, the folder as a whole.
      try FileManager.default.createDirectory(atPath: "\(results)/next", withIntermediateDirectories: false)
      try write(record([2]), to: "\(results)/next/run.json")
      try FileManager.default.removeItem(atPath: "\(results)/run")
      try FileManager.default.moveItem(atPath: "\(results)/next", toPath: "\(results)/run")
      #expect(try watch.nextLine().hasSuffix(" ms; epochs: Net 1"))
      #expect(try figure(in: results) == first)
      #expect(try watch.stop(SIGTERM) == 143)
    }
  }

  @Test func ofAHalfWrittenRunTheLastFiguresStay() throws {
    try withTemporaryFolder { folder in
      let file = "\(folder)/run/run.json"
      try write(record([2]), to: file)
      let watch = try RunningProgram("plot", folder, "--watch")
      _ = try watch.nextLine()
      let before = try files(in: folder)
      try write(Array(record([2, 1]).dropLast(20)), to: file)
      #expect(try watch.nextError().contains("cannot read JSON file \(file), line "))
      let after = try files(in: folder)
      #expect(after.filter { !$0.key.hasPrefix("run/") } == before.filter { !$0.key.hasPrefix("run/") })
      try write(record([2, 1]), to: file)
      #expect(try watch.nextLine().hasSuffix("epochs: Net 2"))
      // Nothing else was drawn: neither the damaged run nor, over again, its own figures.
      #expect(try watch.stop(SIGINT) == 130)
      #expect(watch.restOfOutput() == "")
    }
  }

  /// NaN does not equal itself.
  @Test func aRunThatHoldsNaNIsDrawnOnce() throws {
    try withTemporaryFolder { folder in
      let file = "\(folder)/run/run.json"
      try write(record([2, .nan]), to: file)
      let watch = try RunningProgram("plot", folder, "--watch")
      #expect(try watch.nextLine().hasSuffix("epochs: Net 2"))
      try write(record([2, .nan]), to: file)
      // A drawing takes a tenth of a second, and nothing tells that there will be none.
      Thread.sleep(forTimeInterval: 1)
      #expect(try watch.stop(SIGTERM) == 143)
      #expect(watch.restOfOutput() == "")
    }
  }

  /// The run holds the lock of its folder all the while.
  @Test func theEpochsOfARunUnderWayAreDrawnElsewhereAndThenTheRun() throws {
    try withTemporaryFolder { folder in
      try writeDataset(to: "\(folder)/data")
      let (results, live) = ("\(folder)/results", "\(folder)/live")
      let watch = try RunningProgram("plot", results, "--watch", "--output", live)
      #expect(try watch.nextError().contains("waiting for"))
      let run = try program(
        "run", "--data", "\(folder)/data", "--output", results, "--epochs", "3", "--batch-size", "16", "--threads", "1")
      #expect(run.exitCode == 0, "\(run.errors)")
      var lines = [try watch.nextLine()]
      while let line = lines.last, !line.contains("03_confusion_matrix") { lines.append(try watch.nextLine()) }
      #expect(lines[0].hasPrefix("Drew 02_training_comparison in "), "\(lines)")
      #expect(lines[0].contains("epochs: Simple NN "), "\(lines)")
      #expect(lines.last?.hasSuffix("epochs: Simple NN 3, CNN 3") == true, "\(lines)")
      #expect(try watch.stop(SIGTERM) == 143)
      // The same figures in the end.
      #expect(try files(in: live) == files(in: results).filter { !$0.key.hasPrefix("run/") })
    }
  }

  @Test func aLockedFolderIsDrawnElsewhereAtOnceAndThereOnceItIsFree() throws {
    try withTemporaryFolder { folder in
      let results = "\(folder)/results"
      try write(record([2]), to: "\(results)/run/run.json")
      let descriptor = open(results, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      try #require(flock(descriptor, LOCK_EX) == 0)
      let watch = try RunningProgram("plot", results, "--watch")
      #expect(
        try watch.nextError()
          == "training-report: another training-report is writing to \(results): waiting until it ends.")
      let elsewhere = try RunningProgram("plot", results, "--watch", "--output", "\(folder)/live")
      #expect(try elsewhere.nextLine().hasSuffix("epochs: Net 1"))
      #expect(try elsewhere.stop(SIGTERM) == 143)
      #expect(close(descriptor) == 0)
      #expect(try watch.nextLine().hasSuffix("epochs: Net 1"))
      #expect(try figure(in: results) == figure(in: "\(folder)/live"))
      #expect(try watch.stop(SIGTERM) == 143)
    }
  }

  @Test func watchingAndOneDocumentExcludeEachOther() throws {
    let outcome = try program("plot", "--watch", "--json")
    #expect(outcome.exitCode == 64 && outcome.errors.contains("choose one of them"), "\(outcome.errors)")
  }
}
