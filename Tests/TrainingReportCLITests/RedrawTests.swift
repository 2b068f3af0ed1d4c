import FileFormats
import Foundation
import RunRecords
import TestSupport
import Testing

/// `plot` on folders that came from elsewhere, whole and in part.
@Suite struct RedrawTests {
  /// Three classes, ten test samples of which 1, 2 and 9 are taken for the next class.
  private let labels = (0..<10).map { $0 % 3 }
  private let answers = (0..<10).map { ([1, 2, 9].contains($0) ? $0 + 1 : $0) % 3 }

  private func array(_ classes: [Int]) -> [UInt8] {
    NPY.write(NPYArray(shape: [classes.count], elements: .uint8(classes.map { UInt8($0) })))
  }

  private func reasons(_ outcome: Outcome) -> [String: String] {
    var reasons: [String: String] = [:]
    for line in outcome.output.split(separator: "\n") where line.hasPrefix("Left out ") {
      let parts = line.dropFirst("Left out ".count).split(separator: ":", maxSplits: 1)
      reasons[String(parts[0].prefix(2))] = parts[1].trimmingCharacters(in: .whitespaces)
    }
    return reasons
  }

  private func figures(in folder: String) throws -> [String] {
    let written = try files(in: folder)
    let pictures = written.keys.filter { $0.hasSuffix(".png") }
    let (dark, light) = (pictures.filter { $0.hasSuffix("-dark.png") }, pictures.filter { !$0.hasSuffix("-dark.png") })
    // With a README each has its pair for dark pages, without one none has.
    let pairs = light.map { $0.replacingOccurrences(of: ".png", with: "-dark.png") }
    #expect(Set(dark) == (written["README.md"] == nil ? [] : Set(pairs)))
    return light.map { String($0.prefix(2)) }.sorted()
  }

  @Test func aFolderCopiedElsewhereRedrawsToTheSameBytesWithoutTheDataset() throws {
    try withTemporaryFolder { folder in
      let (data, here) = ("\(folder)/data", "\(folder)/here")
      try writeDataset(to: data)
      try write(Array(#"{"loss": [2, 1], "val_accuracy": [0.5, 0.7]}"#.utf8), to: "\(folder)/logs/history.json")
      try write(array(answers), to: "\(folder)/logs/predictions.npy")
      let made = try program(
        "import", "--data", data, "--output", here, "--model", "Net=\(folder)/logs", "--markdown", "--quiet")
      #expect(made.exitCode == 0, "\(made.errors)")
      let written = try files(in: here)
      #expect(try figures(in: here) == ["01", "02", "03", "04", "05"])
      // All that the README links to is beside it.
      let readme = String(decoding: try #require(written["README.md"]), as: UTF8.self)
      let links = readme.matches(of: /(?:\]\(|src="|srcset=")([^)"]+)[)"]/).map { String($0.1) }
      #expect(links.count == 13)
      for link in links { #expect(FileManager.default.fileExists(atPath: "\(here)/\(link)"), "\(link)") }
      // What a checkout without the drawn files would hold.
      let there = "\(folder)/elsewhere/of another name"
      try FileManager.default.createDirectory(atPath: there, withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: "\(here)/run", toPath: "\(there)/run")
      try FileManager.default.removeItem(atPath: data)
      try FileManager.default.removeItem(atPath: here)
      let plot = try program("plot", there, "--markdown")
      #expect(plot.exitCode == 0 && plot.errors.isEmpty, "\(plot.errors)")
      #expect(try files(in: there) == written)
      // Once more changes nothing, and keeps the README without being asked.
      #expect(try program("plot", there, "--quiet").exitCode == 0)
      #expect(try files(in: there) == written)
    }
  }

  @Test func aFormatThatIsThereIsKeptUp() throws {
    try withTemporaryFolder { folder in
      func save(loss: [Double]) throws {
        let record = RunRecord(
          generator: "by hand",
          dataset: RunRecord.Dataset(
            name: "shapes", trainingSamples: nil, validationSamples: nil, testSamples: nil, classNames: []),
          featuredModel: "Net")
        let model = ModelRecord(name: "Net", history: TrainingHistory(loss: loss))
        let document = RunDocument(record: record, models: [model])
        try write(document.json(file: "run.json"), to: "\(folder)/run/run.json")
      }
      try save(loss: [2, 1])
      #expect(try program("plot", folder, "--format", "svg,pdf", "--quiet").exitCode == 0)
      let first = try files(in: folder)
      let (svg, pdf, png) = (
        "02_training_comparison.svg", "02_training_comparison.pdf", "02_training_comparison.png"
      )
      #expect(Set(first.keys) == [svg, pdf, "summary.txt", "run/run.json"])
      #expect(String(decoding: try #require(first[svg]), as: UTF8.self).contains("training loss 1.0000"))
      // Another run, drawn without a word of formats: none shows the first.
      try save(loss: [2, 0.5])
      let plot = try program("plot", folder)
      #expect(plot.output.contains("\(folder)/\(png)\n      \(folder)/\(svg)\n      \(folder)/\(pdf)\n"))
      let second = try files(in: folder)
      #expect(String(decoding: try #require(second[svg]), as: UTF8.self).contains("training loss 0.5000"))
      #expect(second[pdf] != first[pdf] && second[png] != nil)
    }
  }

  @Test func dataThatIsTooLargeForAFileIsNamed() throws {
    try withTemporaryFolder { folder in
      let record = RunRecord(
        generator: "by hand",
        dataset: RunRecord.Dataset(
          name: "shapes", trainingSamples: nil, validationSamples: nil, testSamples: nil, classNames: ["circle"]),
        featuredModel: "Net",
        figures: FigureSelection(samples: [FigureSelection.Sample(image: 0, index: 0, label: 0)]))
      let model = ModelRecord(name: "Net", history: TrainingHistory(loss: [2, 1]))
      try write(RunDocument(record: record, models: [model]).json(file: "run.json"), to: "\(folder)/run/run.json")
      // Base64 makes 8.4 MB of 6.3.
      let pixels = [UInt8](repeating: 0, count: 2_520 * 2_500)
      try write(
        NPY.write(NPYArray(shape: [1, 2_520, 2_500], elements: .uint8(pixels))), to: "\(folder)/run/images.npy")
      let plot = try program("plot", folder, "--dpi", "20")
      #expect(plot.exitCode == 0)
      #expect(
        plot.errors == """
          training-report: data of more than 8 MB is left out of the PNG of 01_sample_digits; \
          keep the saved run to draw it again

          """)
    }
  }

  @Test func partialRunsDrawTheirPartAndSayWhatIsLeftOutAndWhy() throws {
    try withTemporaryFolder { folder in
      func record(history: TrainingHistory? = nil, figures: FigureSelection = FigureSelection()) throws {
        let record = RunRecord(
          generator: "by hand",
          dataset: RunRecord.Dataset(
            name: "shapes", trainingSamples: nil, validationSamples: nil, testSamples: nil,
            classNames: ["circle", "square", "star"]),
          featuredModel: "Net", figures: figures)
        let document = RunDocument(record: record, models: [ModelRecord(name: "Net", history: history)])
        try write(document.json(file: "run.json"), to: "\(folder)/run/run.json")
      }
      func plot() throws -> Outcome {
        let outcome = try program("plot", folder, "--markdown")
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        return outcome
      }
      try record(history: TrainingHistory(loss: [2, 1]))
      #expect(
        reasons(try plot()) == [
          "01": "no training samples were saved", "03": "no predictions of Net", "04": "no predictions of Net",
          "05": "no predictions of Net",
        ])
      #expect(try figures(in: folder) == ["02"])

      try record()
      try write(array(labels), to: "\(folder)/run/labels.npy")
      try write(array(answers), to: "\(folder)/run/net/predictions.npy")
      let withoutImages = reasons(try plot())
      #expect(withoutImages["02"] == "no training history")
      #expect(Set(withoutImages.keys) == ["01", "02", "04", "05"])
      #expect(try figures(in: folder) == ["03"])

      let images = NPYArray(shape: [2, 3, 4], elements: .uint8((0..<24).map { UInt8($0 * 10) }))
      try write(NPY.write(images), to: "\(folder)/run/images.npy")
      try record(
        figures: FigureSelection(
          misclassified: [FigureSelection.Prediction(image: 0, index: 1)],
          correct: [FigureSelection.Prediction(image: 1, index: 0)]))
      #expect(Set(reasons(try plot()).keys) == ["01", "02"])
      #expect(try figures(in: folder) == ["03", "04", "05"])
      let readme = String(decoding: try #require(try files(in: folder)["README.md"]), as: UTF8.self)
      #expect(readme.contains("**Net misclassifies 3 of 10 test samples.**"))
      #expect(readme.contains("src=\"04_misclassified_examples.png\"") && !readme.contains("src=\"02_"))
    }
  }

  /// The example of docs/run-format.md.
  @Test func theRunThatTheDocumentationShowsDrawsFigure02() throws {
    let page = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/run-format.md"),
      encoding: .utf8)
    let example = try #require(page.components(separatedBy: "```json\n").last?.components(separatedBy: "```").first)
    try withTemporaryFolder { folder in
      try write(Array(example.utf8), to: "\(folder)/run/run.json")
      #expect(try program("plot", folder).exitCode == 0)
      #expect(try figures(in: folder) == ["02"])
    }
  }

  @Test func aReadmeOfAnothersHandIsRefusedBeforeAnythingIsWritten() throws {
    try withTemporaryFolder { folder in
      try writeDataset(to: folder)
      try write(Array("# Mine\n".utf8), to: "\(folder)/results/README.md")
      try write(Array(#"{"loss": [1]}"#.utf8), to: "\(folder)/logs/history.json")
      let output = ["--output", "\(folder)/results", "--markdown"]
      let importing = ["import", "--data", folder, "--model", "A=\(folder)/logs"]
      for arguments in [["run", "--data", folder, "--batch-size", "16"], importing] {
        let outcome = try program(arguments + output)
        #expect(outcome.exitCode == 73, "\(outcome.errors)")
        let message = "cannot write \(folder)/results/README.md: it is not one of training-report's."
        #expect(outcome.errors.contains(message))
        #expect(!outcome.errors.contains("epoch 1/"))
      }
      #expect(try files(in: "\(folder)/results") == ["README.md": Data("# Mine\n".utf8)])
      // Where none is asked for, it is left alone.
      let plain = try program(importing + ["--output", "\(folder)/results", "--quiet"])
      #expect(plain.exitCode == 0, "\(plain.errors)")
      #expect(try files(in: "\(folder)/results")["README.md"] == Data("# Mine\n".utf8))
    }
  }
}
