import Files
import Figures
import Foundation
import RunRecords
import SystemPackage
import TestSupport
import Testing

@testable import Report

@Suite struct ResultsFolderTests {
  /// The options of a test.
  private func options(_ change: (inout ReportOptions) -> Void) -> ReportOptions {
    var options = ReportOptions()
    change(&options)
    return options
  }

  /// Puts a run's report in a folder.
  private func write(
    _ run: SavedRun = SummaryTests.run, to folder: borrowing ResultsFolder, _ options: ReportOptions = ReportOptions()
  ) throws -> PreparedReport {
    let report = try folder.prepare(RunFacts(of: run), options)
    try folder.put(report)
    return report
  }

  @Test func figuresThatTheRunDoesNotGiveAreRemoved() throws {
    try withTemporaryPath { path in
      let folder = try ResultsFolder(path)
      let stale = folder.layout.file("04_misclassified_examples.png")
      try AtomicFile.write([1, 2, 3], to: stale)
      try AtomicFile.write([4], to: folder.layout.file("notes.txt"))
      let drawn = try write(to: folder).figures
      #expect(drawn.map(\.name) == FigureCatalogue.standard.map { $0.id.name })
      #expect(drawn.filter { !$0.files.isEmpty }.map(\.name) == ["03_confusion_matrix"])
      #expect(drawn.allSatisfy { $0.files.isEmpty != ($0.leftOut == nil) })
      #expect(!FileManager.default.fileExists(atPath: stale.string))
      #expect(try Folder.names(in: path) == ["03_confusion_matrix.png", "notes.txt", "summary.txt"])
    }
  }

  @Test func whatAKilledProgramLeftIsRemoved() throws {
    try withTemporaryPath { path in
      for name in ["..unfinished.partial", ".01_sample_digits-dark.svg.partial", ".README.md.partial", ".mine.partial"]
      {
        try AtomicFile.write([1], to: path.appending(name))
      }
      _ = try ResultsFolder(path)
      #expect(try Folder.names(in: path) == [".mine.partial"])
    }
  }

  @Test func onlyTheFiguresAskedForAreTouched() throws {
    try withTemporaryPath { path in
      let folder = try ResultsFolder(path)
      try AtomicFile.write([1], to: folder.layout.file("04_misclassified_examples.png"))
      let report = try write(
        to: folder, options { $0.figures = .named(["03_confusion_matrix", "03_confusion_matrix"]) })
      #expect(report.figures.map(\.name) == ["03_confusion_matrix"])
      #expect(
        try Folder.names(in: path) == ["03_confusion_matrix.png", "04_misclassified_examples.png", "summary.txt"])
    }
  }

  @Test func darkPairsComeAndGoWithTheirFigures() throws {
    try withTemporaryPath { path in
      let folder = try ResultsFolder(path)
      let (file, dark) = ("03_confusion_matrix.png", "03_confusion_matrix-dark.png")
      // Of another run's 04 neither is left.
      try AtomicFile.write([1], to: folder.layout.file("04_misclassified_examples-dark.png"))
      let markdown = options { $0.pages = [MarkdownRenderer()] }
      let drawn = try write(to: folder, markdown).figures
      #expect(drawn.flatMap(\.files) == [folder.layout.file(file), folder.layout.file(dark)])
      #expect(try Folder.names(in: path) == [dark, file, "README.md", "mistakes.csv", "summary.txt"].sorted())
      let pair = try (File.read(folder.layout.file(file)), File.read(folder.layout.file(dark)))
      #expect(pair.0 != pair.1)
      let readme = String(decoding: try File.read(folder.layout.file("README.md")), as: UTF8.self)
      #expect(readme.contains("<source media=\"(prefers-color-scheme: dark)\" srcset=\"\(dark)\">"))

      // Drawn again, the same bytes; drawn for dark pages alone, the same as the pair's dark one.
      _ = try write(to: folder, markdown)
      #expect(try File.read(folder.layout.file(dark)) == pair.1)
      _ = try write(to: folder, options { $0.look = FigureLook(page: .dark) })
      #expect(try File.read(folder.layout.file(file)) == pair.1)
      #expect(try Folder.names(in: path) == [file, "README.md", "mistakes.csv", "summary.txt"].sorted())
    }
  }

  @Test func formatsThatAreThereAreDrawnAnew() throws {
    try withTemporaryPath { path in
      let folder = try ResultsFolder(path)
      let (png, svg, pdf) = ("03_confusion_matrix.png", "03_confusion_matrix.svg", "03_confusion_matrix.pdf")
      try AtomicFile.write([1], to: folder.layout.file(svg))
      // Another run's 04, in every format.
      for format in ["png", "svg", "pdf"] {
        try AtomicFile.write([1], to: folder.layout.file("04_misclassified_examples.\(format)"))
      }
      let drawn = try write(to: folder, options { $0.formats = [.pdf, .png] }).figures
      #expect(drawn.flatMap(\.files) == [png, svg, pdf].map { folder.layout.file($0) })
      #expect(try Folder.names(in: path) == [pdf, png, svg, "summary.txt"])
      let starts: [(String, String)] = [(png, "PNG"), (svg, "?xml"), (pdf, "PDF-")]
      for (file, start) in starts {
        #expect(try File.read(folder.layout.file(file)).dropFirst().starts(with: start.utf8), "\(file)")
      }
    }
  }

  @Test func aReadmeShowsAnSVGWhereThereIsNoPNG() throws {
    try withTemporaryPath { path in
      let folder = try ResultsFolder(path)
      _ = try write(
        to: folder,
        options {
          $0.formats = [.svg, .pdf]
          $0.pages = [MarkdownRenderer()]
        })
      let readme = String(decoding: try File.read(folder.layout.file("README.md")), as: UTF8.self)
      #expect(
        readme.contains("srcset=\"03_confusion_matrix-dark.svg\"") && readme.contains("src=\"03_confusion_matrix.svg\"")
      )
    }
  }

  @Test func aSecondWriterIsRefused() throws {
    try withTemporaryPath { path in
      let first = try ResultsFolder(path)
      #expect(throws: FileError.self) { _ = try ResultsFolder(path) }
      _ = try write(to: first)
    }
  }

  /// A run that says of itself what it holds, so that it can be saved.
  private static var wholeRun: SavedRun {
    var run = SummaryTests.run
    run.record.dataset.testSamples = 4
    // As its predictions have it.
    run.models[1].record.test?.accuracy = 0.75
    return run
  }

  /// What can go wrong once a run is there.
  enum Fault: CaseIterable {
    /// A page of more pixels than can be drawn.
    case resolution
    /// A folder where a file is to be.
    case folder

    func happen(to run: inout SavedRun, _ options: inout ReportOptions, in results: FilePath) throws {
      switch self {
      case .resolution: options.dpi = 1e6
      case .folder:
        try Folder.remove(results.appending("summary.txt"))
        try Folder.create(results.appending("summary.txt/kept"))
      }
    }
  }

  @Test(arguments: Fault.allCases) func anErrorLeavesTheOldRunAndItsFigures(fault: Fault) throws {
    try withTemporaryPath { path in
      let folder = try ResultsFolder(path)
      let old = Self.wholeRun
      try folder.put(folder.prepare(RunFacts(of: old), ReportOptions(), savesRun: true), saving: old)
      var (run, options) = (old, ReportOptions())
      run.models[0].record.parameters = 7
      try fault.happen(to: &run, &options, in: path)
      let before = try contents(of: path)
      #expect(throws: (any Error).self) {
        try folder.put(folder.prepare(RunFacts(of: run), options, savesRun: true), saving: run)
      }
      #expect(try contents(of: path) == before)
      #expect(try folder.readRun() == old)
    }
  }

  /// Every file below a folder, by its path there.
  private func contents(of folder: FilePath) throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.string) {
      contents[name] = Folder.isFolder(folder.appending(name)) ? [] : try File.read(folder.appending(name))
    }
    return contents
  }

  @Test func aRunThatDoesNotFitLeavesNoMark() throws {
    try withTemporaryPath { path in
      let folder = try ResultsFolder(path)
      var run = Self.wholeRun
      let report = try folder.prepare(RunFacts(of: run), ReportOptions(), savesRun: true)
      // Three predictions of four samples.
      run.models[1].predictions = Predictions(classes: [0, 0, 1], classCount: 2)
      #expect(throws: (any Error).self) { try folder.put(report, saving: run) }
      #expect(try Folder.names(in: path) == [])
    }
  }

  @Test func foldersWithFiguresNamesAreKept() throws {
    try withTemporaryPath { path in
      let folder = try ResultsFolder(path)
      let kept = folder.layout.file("04_misclassified_examples-dark.png/mine")
      try Folder.create(kept)
      _ = try write(to: folder)
      #expect(Folder.isFolder(kept))
    }
  }

  @Test func anErrorOfDrawingSaysWhatToDo() throws {
    try withTemporaryPath { path in
      let folder = try ResultsFolder(path)
      let error = #expect(throws: DrawingError.self) {
        _ = try folder.prepare(RunFacts(of: SummaryTests.run), options { $0.dpi = 1 })
      }
      let lines = try #require(error).description.split(separator: "\n")
      #expect(lines.count == 2)
      #expect(lines[0].hasPrefix("cannot draw 03_confusion_matrix.png: "))
    }
  }

  @Test func aFileInTheWayIsRefused() throws {
    try withTemporaryPath { folder in
      let path = folder.appending("results")
      try AtomicFile.write([1], to: path)
      #expect(throws: FileError.self) { _ = try ResultsFolder(path) }
      #expect(try File.read(path) == [1])
    }
  }
}
