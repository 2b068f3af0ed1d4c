import AtomicFiles
import Figures
import Foundation
import RunRecords
import TestSupport
import Testing

@testable import Report

@Suite struct ResultsFolderTests {
  @Test func figuresThatTheRunDoesNotGiveAreRemoved() throws {
    try withTemporaryFolder { path in
      let folder = try ResultsFolder(path)
      let stale = folder.file("04_misclassified_examples.png")
      try AtomicFile.write([1, 2, 3], to: stale)
      try AtomicFile.write([4], to: folder.file("notes.txt"))
      let drawn = try folder.draw(SummaryTests.run)
      #expect(drawn.map(\.name) == ReportFigure.allCases.map(\.fileName))
      #expect(drawn.filter { !$0.files.isEmpty }.map(\.name) == ["03_confusion_matrix"])
      #expect(drawn.allSatisfy { $0.files.isEmpty != ($0.leftOut == nil) })
      #expect(!FileManager.default.fileExists(atPath: stale))
      #expect(try Folder.names(in: path) == ["03_confusion_matrix.png", "notes.txt"])
    }
  }

  @Test func onlyTheFiguresAskedForAreTouched() throws {
    try withTemporaryFolder { path in
      let folder = try ResultsFolder(path)
      try AtomicFile.write([1], to: folder.file("04_misclassified_examples.png"))
      _ = try folder.draw(SummaryTests.run, only: [.confusionMatrix])
      #expect(try Folder.names(in: path) == ["03_confusion_matrix.png", "04_misclassified_examples.png"])
    }
  }

  @Test func darkPairsComeAndGoWithTheirFigures() throws {
    try withTemporaryFolder { path in
      let folder = try ResultsFolder(path)
      let (file, dark) = ("03_confusion_matrix.png", "03_confusion_matrix-dark.png")
      // Of another run's 04 neither is left.
      try AtomicFile.write([1], to: folder.file("04_misclassified_examples-dark.png"))
      let drawn = try folder.draw(SummaryTests.run, withDarkPairs: true)
      #expect(drawn.flatMap(\.files) == [folder.file(file), folder.file(dark)])
      #expect(try Folder.names(in: path).sorted() == [dark, file])
      let pair = try (AtomicFile.read(folder.file(file)), AtomicFile.read(folder.file(dark)))
      #expect(pair.0 != pair.1)
      _ = try folder.writeReadme(of: SummaryTests.run)
      let readme = String(decoding: try AtomicFile.read(folder.file("README.md")), as: UTF8.self)
      #expect(readme.contains("<source media=\"(prefers-color-scheme: dark)\" srcset=\"\(dark)\">"))

      // Drawn again, the same bytes; drawn for dark pages alone, the same as the pair's dark one.
      _ = try folder.draw(SummaryTests.run, withDarkPairs: true)
      #expect(try AtomicFile.read(folder.file(dark)) == pair.1)
      _ = try folder.draw(SummaryTests.run, look: FigureLook(theme: .dark), withDarkPairs: true)
      #expect(try AtomicFile.read(folder.file(file)) == pair.1)
      #expect(try Folder.names(in: path).sorted() == [file, "README.md"])
    }
  }

  @Test func formatsThatAreThereAreDrawnAnew() throws {
    try withTemporaryFolder { path in
      let folder = try ResultsFolder(path)
      let (png, svg, pdf) = ("03_confusion_matrix.png", "03_confusion_matrix.svg", "03_confusion_matrix.pdf")
      try AtomicFile.write([1], to: folder.file(svg))
      // Another run's 04, in every format.
      for format in ["png", "svg", "pdf"] {
        try AtomicFile.write([1], to: folder.file("04_misclassified_examples.\(format)"))
      }
      let drawn = try folder.draw(SummaryTests.run, formats: [.pdf, .png])
      #expect(drawn.flatMap(\.files) == [png, svg, pdf].map { folder.file($0) })
      #expect(try Folder.names(in: path).sorted() == [pdf, png, svg])
      let starts: [(String, String)] = [(png, "PNG"), (svg, "?xml"), (pdf, "PDF-")]
      for (file, start) in starts {
        #expect(try AtomicFile.read(folder.file(file)).dropFirst().starts(with: start.utf8), "\(file)")
      }
    }
  }

  @Test func aReadmeShowsAnSVGWhereThereIsNoPNG() throws {
    try withTemporaryFolder { path in
      let folder = try ResultsFolder(path)
      _ = try folder.draw(SummaryTests.run, formats: [.svg, .pdf], withDarkPairs: true)
      _ = try folder.writeReadme(of: SummaryTests.run)
      let readme = String(decoding: try AtomicFile.read(folder.file("README.md")), as: UTF8.self)
      #expect(
        readme.contains("srcset=\"03_confusion_matrix-dark.svg\"") && readme.contains("src=\"03_confusion_matrix.svg\"")
      )
    }
  }

  @Test func aSecondWriterIsRefused() throws {
    try withTemporaryFolder { path in
      let first = try ResultsFolder(path)
      #expect(throws: FileError.self) { _ = try ResultsFolder(path) }
      _ = try first.writeSummary(of: SummaryTests.run)
    }
  }

  @Test func aFileInTheWayIsRefused() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/results"
      try AtomicFile.write([1], to: path)
      #expect(throws: FileError.self) { _ = try ResultsFolder(path) }
      #expect(try AtomicFile.read(path) == [1])
    }
  }
}
