import FileFormats
import Foundation
import TestSupport
import Testing

/// `plot FIGURE.png`: a figure drawn again from the data in its own file.
@Suite struct FigureFileTests {
  /// Imports a run of three classes, whose ten test samples are all right but three, to `folder/results`; returns its figures.
  private func importRun(in folder: String) throws -> [String: Data] {
    let answers = (0..<10).map { ([1, 2, 9].contains($0) ? $0 + 1 : $0) % 3 }
    try writeDataset(to: "\(folder)/data")
    for (name, loss) in [("a", "[2, 1]"), ("b", "[3, 0.1]")] {
      try write(Array(#"{"loss": \#(loss), "val_accuracy": [0.5, 0.7]}"#.utf8), to: "\(folder)/\(name)/history.json")
      try write(
        NPY.write(NPYArray(shape: [10], elements: .uint8(answers.map { UInt8($0) }))),
        to: "\(folder)/\(name)/predictions.npy")
    }
    let made = try program(
      "import", "--data", "\(folder)/data", "--output", "\(folder)/results", "--model", "A=\(folder)/a", "--model",
      "B=\(folder)/b", "--quiet")
    try #require(made.exitCode == 0, "\(made.errors)")
    let figures = try files(in: "\(folder)/results").filter { $0.key.hasSuffix(".png") }
    try #require(figures.count == 5)
    return figures
  }

  @Test func everyFigureIsRestyledFromItsFileAlone() throws {
    try withTemporaryFolder { folder in
      let figures = try importRun(in: folder)
      let look = ["--style", "clean", "--theme", "dark", "--dpi", "40"]
      let whole = try program(["plot", "\(folder)/results", "--output", "\(folder)/clean"] + look)
      try #require(whole.exitCode == 0, "\(whole.errors)")
      let expected = try files(in: "\(folder)/clean")
      for (name, bytes) in figures {
        let place = "\(folder)/alone/\(name)"
        try write([UInt8](bytes), to: "\(place)/another name")
        let outcome = try program(["plot", "\(place)/another name"] + look)
        #expect(outcome.exitCode == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        #expect(outcome.output == "Wrote \(place)/another name\n")
        // In its place, and nothing beside it.
        #expect(try files(in: place) == ["another name": try #require(expected[name])])
        // And back to what it was, elsewhere.
        let back = try program("plot", "\(place)/another name", "--output", "\(place)/back", "--quiet")
        #expect(back.exitCode == 0 && back.output.isEmpty && back.errors.isEmpty, "\(back.errors)")
        #expect(try files(in: "\(place)/back") == ["another name": bytes])
      }
    }
  }

  /// Each option changes its figure, and no other.
  @Test(
    arguments: [
      ("--normalize", "true", "03_confusion_matrix.png"), ("--smooth", "2", "02_training_comparison.png"),
      ("--log-loss", nil, "02_training_comparison.png"), ("--mark-best", nil, "02_training_comparison.png"),
    ] as [(String, String?, String)])
  func optionsChangeTheirFigures(option: String, value: String?, figure: String) throws {
    try withTemporaryFolder { folder in
      let figures = try importRun(in: folder)
      let outcome = try program(
        ["plot", "\(folder)/results", "--output", "\(folder)/other", "--quiet", option] + [value].compactMap { $0 })
      #expect(outcome.exitCode == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
      let others = try files(in: "\(folder)/other").filter { $0.key.hasSuffix(".png") }
      #expect(figures.keys.filter { figures[$0] != others[$0] } == [figure])
    }
  }

  @Test(arguments: [["--smooth", "0"], ["--normalize", "rows"]])
  func optionsThatCannotBeAreRefused(options: [String]) throws {
    let outcome = try program(["plot", "results"] + options)
    #expect(outcome.exitCode == 64 && outcome.errors.contains(options[0]), "\(outcome.errors)")
  }

  @Test func otherFormatsComeBesideIt() throws {
    try withTemporaryFolder { folder in
      let figures = try importRun(in: folder)
      let whole = try program(
        "plot", "\(folder)/results", "--output", "\(folder)/shapes", "--format", "svg,pdf", "--quiet")
      try #require(whole.exitCode == 0, "\(whole.errors)")
      let expected = try files(in: "\(folder)/shapes")
      let bytes = try #require(figures["04_misclassified_examples.png"])
      try write([UInt8](bytes), to: "\(folder)/alone/wrong.PNG")
      let outcome = try program("plot", "\(folder)/alone/wrong.PNG", "--format", "svg,pdf", "--no-embed")
      #expect(outcome.exitCode == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
      #expect(
        try files(in: "\(folder)/alone") == [
          "wrong.PNG": bytes, "wrong.svg": try #require(expected["04_misclassified_examples.svg"]),
          "wrong.pdf": try #require(expected["04_misclassified_examples.pdf"]),
        ])
    }
  }

  @Test func dataThatIsLeftOutIsMissed() throws {
    try withTemporaryFolder { folder in
      let figures = try importRun(in: folder)
      let name = "03_confusion_matrix.png"
      let file = "\(folder)/results/\(name)"
      #expect(try program("plot", file, "--no-embed").exitCode == 64)
      #expect(try files(in: "\(folder)/results")[name] == figures[name])
      #expect(try program("plot", file, "--no-embed", "--output", "\(folder)/plain").exitCode == 0)
      let plain = try #require(try files(in: "\(folder)/plain")[name])
      #expect(plain.count < figures[name]?.count ?? 0)
      let refused = try program("plot", "\(folder)/plain/\(name)", "--style", "clean")
      #expect(refused.exitCode == 65)
      #expect(
        refused.errors == """
          training-report: cannot read PNG file \(folder)/plain/\(name): it does not hold the data it was drawn from.
          Give the results folder it came from, or draw it there again without --no-embed.

          """)
      #expect(try files(in: "\(folder)/plain") == [name: plain])
    }
  }

  @Test func whatIsNoFigureIsRefusedAndStays() throws {
    try withTemporaryFolder { folder in
      let figures = try importRun(in: folder)
      let good = [UInt8](try #require(figures["02_training_comparison.png"]))
      var damaged = good
      damaged[100] ^= 1
      let cases: [(bytes: [UInt8], arguments: [String], exitCode: Int32, message: String)] = [
        ([], [], 65, "it is empty"), (Array("GIF89a".utf8), [], 65, "it does not begin as a PNG does"),
        (Array(good.prefix(good.count / 2)), [], 65, "would end behind the file"),
        (Array(good.dropLast(12)), [], 65, "it ends before its IEND chunk"), (damaged, [], 65, "the checksum of its"),
        (good, ["--watch"], 64, "is one figure"), (good, ["--json"], 64, "is one figure"),
        (good, ["--only", "02_training_comparison"], 64, "is one figure"),
        (good, ["--figures", "all"], 64, "is one figure"),
      ]
      for (bytes, arguments, exitCode, message) in cases {
        try write(bytes, to: "\(folder)/alone/figure.png")
        let outcome = try program(["plot", "\(folder)/alone/figure.png"] + arguments)
        #expect(outcome.exitCode == exitCode && outcome.errors.contains(message), "\(outcome.errors)")
        #expect(outcome.errors.contains("figure.png") && outcome.errors.split(separator: "\n").count == 2)
        #expect(try files(in: "\(folder)/alone") == ["figure.png": Data(bytes)])
      }
      #expect(try program("plot", "\(folder)/none.png").exitCode == 66)
    }
  }
}
