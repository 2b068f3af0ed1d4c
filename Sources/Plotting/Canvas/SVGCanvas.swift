import FoundationEssentials

/// An SVG document. Text is drawn as outlines, so that it looks the same everywhere.
///
/// Coordinates are tenths of a pixel, which makes them whole numbers. What is named is named after what it is, so that
/// several documents can stand in one page.
final class SVGCanvas: Canvas {
  let scalesPixels = true
  private let width: Int
  private let height: Int
  private let head: String
  private var body = ""
  private var glyphs: [String: String] = [:]
  private var names: [GlyphKey: String?] = [:]

  /// Opens a page of one colour, `width` x `height` pixels of 1 / `dpi` inch.
  init(width: Int, height: Int, dpi: Double, background: Color, title: String, description: String) {
    func points(_ pixels: Int) -> String { "\((Double(pixels) * 72 / dpi * 100).rounded() / 100)pt" }
    self.width = width
    self.height = height
    let title = title.isEmpty ? "" : "<title>\(Self.escaped(title))</title>\n"
    head = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" role="img" width="\(points(width))" height="\(points(height))" \
      viewBox="0 0 \(width * 10) \(height * 10)">
      \(title)<desc>\(Self.escaped(description))</desc>

      """
    fill(left: 0, top: 0, right: width, bottom: height, color: background)
  }

  /// The document's bytes.
  func finish() -> [UInt8] {
    let outlines = glyphs.sorted { $0.key < $1.key }.map { "<path id=\"\($0.key)\" d=\"\($0.value)\"/>\n" }.joined()
    return Array((head + (outlines.isEmpty ? "" : "<defs>\n\(outlines)</defs>\n") + body + "</svg>\n").utf8)
  }

  func clip(left: Double, top: Double, right: Double, bottom: Double) {
    let (x, y) = (Self.tenths(left), Self.tenths(top))
    let (width, height) = (max(0, Self.tenths(right) - x), max(0, Self.tenths(bottom) - y))
    let place = "x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\""
    body += "<svg \(place) viewBox=\"\(x) \(y) \(width) \(height)\">\n"
  }

  func unclip() { body += "</svg>\n" }

  func fill(left: Int, top: Int, right: Int, bottom: Int, color: Color) {
    guard right > left, bottom > top else { return }
    let place = Self.place(left: left, top: top, width: right - left, height: bottom - top)
    body += "<rect \(place)\(Self.paint("fill", color)) shape-rendering=\"crispEdges\"/>\n"
  }

  func stroke(_ paths: Polylines, _ stroke: Stroke) {
    let data = paths.map { Self.data($0) }.joined()
    guard !data.isEmpty else { return }
    body += "<path d=\"\(data)\" fill=\"none\"\(Self.attributes(stroke))/>\n"
  }

  func fill(_ paths: [[Point]], color: Color) {
    let data = paths.filter { !$0.isEmpty }.map { Self.data($0) + "z" }.joined()
    guard !data.isEmpty else { return }
    body += "<path d=\"\(data)\"\(Self.paint("fill", color))/>\n"
  }

  func fillCircles(at centers: [Point], diameter: Double, color: Color) {
    let radius = Self.tenths(diameter / 2)
    let data = centers.map { Self.circle(at: $0, radius: radius) }.joined()
    guard !data.isEmpty else { return }
    body += "<path d=\"\(data)\"\(Self.paint("fill", color))/>\n"
  }

  /// Draws opaque discs as the round ends of lines without a length, all in one path, and translucent shapes as uses of one.
  func draw(_ stamp: Stamp, at points: [Point], color: Color) throws(PlottingError) {
    let points = try stamp.visible(points, color: color, width: width, height: height)
    guard points.count >= Stamp.leastPlaces else { return drawShapes(stamp, at: points, color: color) }
    switch stamp {
    case .disc(let diameter) where color.alpha >= 1:
      body += "<path d=\""
      for point in points { body += "M\(Self.tenths(point.x)) \(Self.tenths(point.y))h0" }
      let stroke = Stroke(color: color, width: diameter, cap: .round, join: .miter)
      body += "\" fill=\"none\"\(Self.attributes(stroke))/>\n"
    case _ where color.alpha >= 1: drawShapes(stamp, at: points, color: color)
    default:
      let (name, paint) = define(stamp, color)
      body += "<g\(paint)>\n"
      for point in points {
        body += "<use href=\"#\(name)\" x=\"\(Self.tenths(point.x))\" y=\"\(Self.tenths(point.y))\"/>\n"
      }
      body += "</g>\n"
    }
  }

  /// Keeps the outline of a shape to be used, and returns its name and what paints it.
  private func define(_ stamp: Stamp, _ color: Color) -> (name: String, paint: String) {
    let data: String
    let paint: String
    switch stamp {
    case .disc(let diameter):
      data = Self.circle(at: Point(x: 0, y: 0), radius: Self.tenths(diameter / 2))
      paint = Self.paint("fill", color)
    case .polygon(let corners):
      data = Self.data(corners) + "z"
      paint = Self.paint("fill", color)
    case .strokes(let paths, let width):
      data = paths.map(Self.data).joined()
      paint = " fill=\"none\"" + Self.attributes(Stroke(color: color, width: width, cap: .butt, join: .miter))
    }
    let name = "symbol-" + data.replacing(" ", with: "_")
    glyphs[name] = data
    return (name, paint)
  }

  func box(_ path: RoundedBox, fill: Color, stroke: Stroke) {
    let data = path.corners.enumerated().map { index, corner in
      "\(index == 0 ? "M" : "L")\(Self.pair(corner.start))Q\(Self.pair(corner.control)) \(Self.pair(corner.end))"
    }.joined()
    body += "<path d=\"\(data)z\"\(Self.paint("fill", fill))\(Self.attributes(stroke))/>\n"
  }

  func draw(_ pixels: ColorPixels, left: Int, top: Int, width: Int, height: Int) throws(PlottingError) {
    embed(try ImageSurface(pixels).png(), left: left, top: top, width: width, height: height)
  }

  func draw(_ line: TextLine, text: TextEngine) throws(PlottingError) {
    for segment in line.run.segments(scalars: line.text.unicodeScalars.count) {
      try draw(line.run.glyphs[segment.glyphs], of: line, text.fonts[segment.font])
    }
  }

  /// Draws glyphs of one font.
  private func draw(_ run: ArraySlice<PlacedGlyph>, of line: TextLine, _ font: LoadedFont) throws(PlottingError) {
    let unitsPerEm = Double(font.face.unitsPerEm)
    func units(_ length: Int) -> Int { Int((Double(length) / 64 / line.size * unitsPerEm).rounded()) }
    var uses = ""
    for glyph in run {
      guard let name = try name(of: glyph.index, font) else { continue }
      let (x, y) = (units(glyph.pen), units(glyph.rise))
      uses += "<use href=\"#\(name)\"\(x == 0 ? "" : " x=\"\(x)\"")\(y == 0 ? "" : " y=\"\(y)\"")/>"
    }
    guard !uses.isEmpty else { return }
    let scale = line.size * 10 / unitsPerEm
    let turn =
      switch line.rotation {
      case .horizontal: ""
      case .vertical: "rotate(-90)"
      case .turned(let degrees): "rotate(\((-degrees * 100).rounded() / 100))"
      }
    let factor = Double((scale * 1e5).rounded()) / 1e5
    let place = "translate(\(Self.pair(line.origin)))\(turn)scale(\(factor) \(-factor))"
    body += "<g transform=\"\(place)\"\(Self.paint("fill", line.style.color))>\(uses)</g>\n"
  }

  /// The name of a glyph's outline in the document; nil for a glyph without one, such as a space.
  private func name(of glyph: UInt32, _ font: LoadedFont) throws(PlottingError) -> String? {
    let key = GlyphKey(font: font.source, glyph: glyph)
    if let known = names[key] { return known }
    let outline = try font.face.outline(of: glyph)
    let name: String?
    switch font.source {
    case _ where outline.isEmpty: name = nil
    case .compiledIn(let weight): name = "DejaVuSans\(weight == .bold ? "-Bold" : "")-\(glyph)"
    case .file: name = "glyph-\(outline.fingerprint)"
    }
    names[key] = name
    if let name { glyphs[name] = outline }
    return name
  }

  private struct GlyphKey: Hashable {
    var font: FontSource
    var glyph: UInt32
  }

  /// Pixels stay squares: `pixelated` says so to browsers, `optimizeSpeed` to what knows SVG 1.1 alone.
  private func embed(_ png: [UInt8], left: Int, top: Int, width: Int, height: Int) {
    let place = Self.place(left: left, top: top, width: width, height: height)
    body += """
      <image \(place) preserveAspectRatio="none" image-rendering="optimizeSpeed" style="image-rendering:pixelated" \
      href="data:image/png;base64,\(Data(png).base64EncodedString())"/>

      """
  }
}

// How SVG spells numbers, colours and words.
extension SVGCanvas {
  /// The nearest whole number of tenths; what lies far outside of any page is moved nearer.
  private static func tenths(_ pixels: Double) -> Int {
    pixels.isFinite ? Int((min(max(pixels, -1e6), 1e6) * 10).rounded()) : 0
  }

  /// A box of whole pixels as attributes.
  private static func place(left: Int, top: Int, width: Int, height: Int) -> String {
    "x=\"\(left * 10)\" y=\"\(top * 10)\" width=\"\(width * 10)\" height=\"\(height * 10)\""
  }

  private static func pair(_ point: Point) -> String { "\(tenths(point.x)) \(tenths(point.y))" }

  /// A circle, its radius in tenths.
  private static func circle(at center: Point, radius: Int) -> String {
    let (x, y) = (tenths(center.x), tenths(center.y))
    return "M\(x - radius) \(y)a\(radius) \(radius) 0 1 1 \(2 * radius) 0a\(radius) \(radius) 0 1 1 \(-2 * radius) 0z"
  }

  /// A line through `points`: the first, then the way from each to the next, which is shorter than where it stands.
  private static func data(_ points: some Collection<Point>) -> String {
    guard let first = points.first else { return "" }
    var (x, y) = (tenths(first.x), tenths(first.y))
    var data = "M\(x) \(y)"
    for (index, point) in points.dropFirst().enumerated() {
      let next = (tenths(point.x), tenths(point.y))
      data += "\(index == 0 ? "l" : " ")\(next.0 - x) \(next.1 - y)"
      (x, y) = next
    }
    return data
  }

  private static func paint(_ name: String, _ color: Color) -> String {
    let hex = String(color.pixel & 0xFF_FFFF, radix: 16)
    let opacity = color.alpha < 1 ? " \(name)-opacity=\"\((color.alpha * 1000).rounded() / 1000)\"" : ""
    return " \(name)=\"#\(String(repeating: "0", count: 6 - hex.count))\(hex)\"\(opacity)"
  }

  private static func attributes(_ stroke: Stroke) -> String {
    let cap =
      switch stroke.cap {
      case .butt: ""
      case .projecting: " stroke-linecap=\"square\""
      case .round: " stroke-linecap=\"round\""
      }
    let join = stroke.join == .round ? " stroke-linejoin=\"round\"" : ""
    let dashes = stroke.dashes.map { String(tenths($0)) }.joined(separator: " ")
    return paint("stroke", stroke.color) + " stroke-width=\"\(tenths(stroke.width))\"" + cap + join
      + (dashes.isEmpty ? "" : " stroke-dasharray=\"\(dashes)\"")
  }

  /// The text with what XML reserves spelled out; characters that XML does not allow are replaced.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\t", "\n": result.unicodeScalars.append(character)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}

extension String {
  /// 64 bits of the text's bytes, by the hash FNV-1a.
  fileprivate var fingerprint: String {
    let hash = utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return String(hash, radix: 36)
  }
}
