import Foundation
import FoundationXML
import TestSupport
import Testing

@testable import Plotting

/// SVG and PDF. How they look is held against the PNGs by `Tests/Vectors/check.py`, which renders them.
@Suite struct VectorTests {
  private func figure(name: String, altText: String) -> Figure {
    Figure(
      name: name, altText: altText, size: Size(width: 4, height: 3),
      panels: [
        Axes(title: "Loss & <more>", x: Axis(label: "Epoch"), legend: Legend()) {
          Band(x: [0, 1], lower: [0.25, 0.5], upper: [0.5, 1], color: .red)
          Line(y: [0.5, 0.25], dash: .dashed, label: "Train")
          Dots(x: [0, 1], y: [0.25, 0.75])
        }
      ])
  }

  @Test func theSameFigureGivesTheSameBytes() throws {
    let figure = figure(name: "a", altText: "b")
    #expect(try figure.svg() == figure.svg())
    #expect(try figure.pdf() == figure.pdf())
  }

  @Test func anSVGIsXMLThatTellsItsTitleAndDescription() throws {
    let (name, altText) = ("1 < 2 & \"3\"", "Tabs\tand\u{1}\u{FFFE} signs ]]> é 手")
    let reader = SVGReader(try figure(name: name, altText: altText).svg())
    #expect(reader.isWellFormed)
    #expect(reader.elements.prefix(3) == ["svg", "title", "desc"])
    #expect(reader.words["title"] == name)
    #expect(reader.words["desc"] == "Tabs\tand\u{FFFD}\u{FFFD} signs ]]> é 手")
    #expect(reader.root["role"] == "img" && reader.root["xmlns"] == "http://www.w3.org/2000/svg")
    // Text is outlines: nothing asks for a font.
    #expect(!reader.elements.contains("text") && reader.elements.contains("use"))
    #expect(Set(reader.references) == Set(reader.names))
  }

  /// 720 pixels of a PNG at 300 dpi are 172.8 points.
  @Test func lengthsArePointsAndTenthsOfAPixel() throws {
    let canvas = SVGCanvas(width: 720, height: 360, dpi: 300, background: .white, title: "", description: "")
    canvas.stroke([[Point(x: 1.25, y: 2), Point(x: 3, y: 1), Point(x: 3, y: 1.5)]], Stroke(color: .red, width: 2.5))
    canvas.fillCircles(at: [Point(x: 10, y: 20)], diameter: 4, color: Color(red: 0, green: 0, blue: 1, alpha: 0.5))
    let document = String(decoding: canvas.finish(), as: UTF8.self)
    #expect(document.contains("width=\"172.8pt\" height=\"86.4pt\" viewBox=\"0 0 7200 3600\""))
    #expect(!document.contains("<title>") && document.contains("<desc></desc>"))
    #expect(document.contains("<path d=\"M13 20l17 -10 0 5\" fill=\"none\" stroke=\"#ff0000\" stroke-width=\"25\""))
    #expect(document.contains("M80 200a20 20 0 1 1 40 0a20 20 0 1 1 -40 0z\" fill=\"#0000ff\" fill-opacity=\"0.5\""))
  }

  /// The picture is cut to its ink, which text hinted to other pixels can move by one.
  @Test func everyFormatHasTheSameSize() throws {
    let figure = figure(name: "a", altText: "b")
    let png = try figure.image(dpi: 144)
    let root = SVGReader(try figure.svg()).root
    for (pixels, length) in [(png.width, root["width"]), (png.height, root["height"])] {
      let points = try #require(length.flatMap { Double($0.replacing("pt", with: "")) })
      #expect(abs(points - Double(pixels) / 2) <= 1, "\(pixels / 2) points, \(points)")
    }
  }

  @Test func aPDFIsWholeAndItsDateIsAlwaysTheSame() throws {
    let document = try figure(name: "a", altText: "b").pdf()
    #expect(document.starts(with: "%PDF-1.".utf8))
    #expect(String(decoding: document.suffix(6), as: UTF8.self) == "%%EOF\n")
    // PDF 1.7, which Cairo 1.18 writes, keeps the date in a compressed stream.
    let words = ([document] + streams(of: document).compactMap(PNGFile.inflated)).map {
      String(decoding: $0, as: UTF8.self)
    }
    // Cairo writes "D:" before its own date, and not before a given one.
    let dates = words.flatMap { $0.matches(of: /CreationDate \((?:D:)?([0-9]+)/) }.map(\.1)
    #expect(dates == ["19700101000000"])
  }

  /// The bytes between each `stream` and `endstream` of a PDF.
  private func streams(of document: [UInt8]) -> [[UInt8]] {
    var streams: [[UInt8]] = []
    var rest = Data(document)
    while let start = rest.range(of: Data("stream\n".utf8)),
      let end = rest.range(of: Data("\nendstream".utf8), in: start.upperBound..<rest.endIndex)
    {
      streams.append(Array(rest[start.upperBound..<end.lowerBound]))
      rest = rest[end.upperBound...]
    }
    return streams
  }

  /// Cairo refuses U+0000 and noncharacters, such as U+FDD0 and U+FFFE, in text that can be selected.
  @Test(arguments: [[0x61, 0], [0xEF, 0xB7, 0x90], [0x61, 0xEF, 0xBF, 0xBE, 0x62], [1, 0x7F]] as [[UInt8]])
  func namesThatCairoRefusesAreDrawn(bytes: [UInt8]) throws {
    let name = String(decoding: bytes, as: UTF8.self)
    let figure = Figure(
      name: name, panels: [Axes(title: Label(name), legend: Legend()) { Line(y: [1, 2], label: name) }])
    #expect(try figure.pdf().suffix(6) == Array("%%EOF\n".utf8))
    #expect(SVGReader(try figure.svg()).isWellFormed)
  }

  @Test func aPageThatIsTooLargeIsAnError() throws {
    let wide = Figure(size: Size(width: 200, height: 2), panels: [Axes { Line(y: [1, 2]) }])
    for draw in [wide.svg, wide.pdf] as [() throws(PlottingError) -> [UInt8]] {
      #expect(throws: PlottingError.self) { _ = try draw() }
    }
  }

  @Test func whatNoCoordinateCanHoldIsDrawnFarOutside() throws {
    let figure = Figure(
      size: Size(width: 3, height: 2),
      panels: [
        Axes(x: Axis(limits: 0...1), y: Axis(limits: 0...1)) {
          Line(x: [0, 1, 2], y: [-1e300, 1e300, .nan])
          Dots(x: [1e-300], y: [1e300])
        }
      ])
    let reader = SVGReader(try figure.svg())
    #expect(reader.isWellFormed)
    // The page is 8,640 x 5,760 tenths of a pixel.
    let numbers = reader.paths.flatMap { $0.matches(of: /-?[0-9]+/).compactMap { Int($0.0) } }
    #expect(numbers.count > 20 && numbers.allSatisfy { abs($0) <= 10_000_000 })
    #expect(reader.paths.allSatisfy { !$0.contains("nan") && !$0.contains("inf") && !$0.contains("e") })
    #expect(try figure.pdf().suffix(6) == Array("%%EOF\n".utf8))
  }
}

/// The elements of a document, in order, and the words of those that hold no others.
private final class SVGReader: NSObject, XMLParserDelegate {
  private(set) var isWellFormed = false
  private(set) var elements: [String] = []
  private(set) var words: [String: String] = [:]
  private(set) var root: [String: String] = [:]
  private(set) var names: [String] = []
  private(set) var references: [String] = []
  /// The shapes that are drawn, without the letters' outlines.
  private(set) var paths: [String] = []
  /// Whether the last element that began has not ended.
  private var isOpen = false

  init(_ document: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(document))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if elements.isEmpty { root = attributes }
    elements.append(element)
    isOpen = true
    if let name = attributes["id"] { names.append(name) } else if let path = attributes["d"] { paths.append(path) }
    if element == "use", let reference = attributes["href"] { references.append(String(reference.dropFirst())) }
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    if isOpen { words[elements.last ?? "", default: ""] += characters }
  }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?
  ) { isOpen = false }
}
