import Foundation
import Plotting
import TestSupport
import Testing

@Suite struct FigureFileTests {
  private let figure = Figure(panels: [Axes { Line(y: [1, 2]) }])

  private func names(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test(arguments: [
    ("a.png", [0x89, 0x50, 0x4E, 0x47]), ("b.SVG", Array("<?xm".utf8)), ("c.d.pdf", Array("%PDF".utf8)),
  ])
  func theEndingStatesTheFormat(name: String, start: [UInt8]) throws {
    try withTemporaryFolder { path in
      let folder = URL(filePath: path)
      let file = folder.appending(path: name)
      try Data("before".utf8).write(to: file)
      try figure.write(to: file.path)
      #expect(try Array(Data(contentsOf: file).prefix(4)) == start)
      #expect(try names(folder) == [name])
    }
  }

  @Test(arguments: ["a.jpg", "png", "", "folder.png/a", "a."])
  func anotherEndingIsRefused(path: String) {
    let error = #expect(throws: PlottingError.self) { try figure.write(to: path) }
    #expect(error?.kind == .invalidValue)
    #expect(error?.description == "write \(path): its name ends with none of .png, .svg, .pdf")
  }

  @Test func whatCannotBeWrittenIsNamedAndLeavesNothing() throws {
    try withTemporaryFolder { path in
      let folder = URL(filePath: path)
      let missing = folder.appending(path: "missing/a.svg").path
      let error = #expect(throws: PlottingError.self) { try figure.write(to: missing) }
      #expect(error?.kind == .file && error?.description == "write \(missing): No such file or directory")
      let directory = folder.appending(path: "a.svg")
      try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
      #expect(throws: PlottingError.self) { try figure.write(to: directory.path) }
      #expect(throws: PlottingError.self) { try figure.write(to: folder.path + "/\0.svg") }
      #expect(try names(folder) == ["a.svg"])
    }
  }

  @Test func aFigureThatCannotBeDrawnLeavesTheFileAlone() throws {
    try withTemporaryFolder { path in
      let folder = URL(filePath: path)
      let file = folder.appending(path: "a.png")
      try Data("before".utf8).write(to: file)
      let broken = Figure(panels: [Axes { Line(x: [1], y: []) }])
      #expect(throws: PlottingError.self) { try broken.write(to: file.path) }
      #expect(try String(contentsOf: file, encoding: .utf8) == "before")
    }
  }
}
