import FileFormats
import Plotting
import RunRecords

extension FigureData {
  /// The keyword of the text that holds the data in a PNG.
  static let keyword = "training-report"
  /// The newest form of the text that this program writes and reads.
  static let currentSchemaVersion = 2

  /// Draws the figure as a PNG.
  ///
  /// - Parameters:
  ///   - dpi: the density in dots an inch, 10 to 2400.
  ///   - embedsData: whether the file holds the data as well, so that ``init(png:file:)`` reads it, unless
  ///     ``isTooLargeToEmbed``.
  package func png(_ look: FigureLook, dpi: Double, embedsData: Bool) throws(PlottingError) -> [UInt8] {
    try drawing(look).png(dpi: dpi, embedding: embedsData ? embeddedText() : nil)
  }

  /// Whether a PNG of the figure cannot hold its data.
  package var isTooLargeToEmbed: Bool {
    get throws(PlottingError) { try embeddedText() == nil }
  }

  /// The data as a text to embed, JSON with sorted keys; nil if it is too large for one.
  func embeddedText() throws(PlottingError) -> PNGText? {
    guard content.leastBytes <= PNGText.maximumBytes else { return nil }
    let json: [UInt8]
    do throws(FormatError) {
      json = try JSON.write(Document(data: self), .compact, file: Self.format)
    } catch {
      throw PlottingError(.invalidValue, operation: "embed the data of a figure", reason: "\(error)")
    }
    guard json.count <= PNGText.maximumBytes else { return nil }
    return PNGText(keyword: Self.keyword, text: String(decoding: json, as: UTF8.self))
  }

  /// Reads the data that a figure's PNG holds.
  ///
  /// - Parameter file: the file's name, for errors.
  /// - Throws: where the bytes are no PNG, or a damaged one; where it holds no data; where the data is of no figure, or a
  ///   newer program wrote it.
  package init(png bytes: [UInt8], file: String) throws(FormatError) {
    guard let text = try PNGTextChunk.read(Self.keyword, from: bytes, file: file, limit: PNGText.maximumBytes) else {
      throw FormatError(
        .read, format: "PNG", file: file, at: .wholeFile, problem: "it does not hold the data it was drawn from",
        advice: "Give the results folder it came from, or draw it there again", remedy: .embedData)
    }
    try self.init(json: Array(text.utf8), file: file)
  }

  /// Reads the data as it is embedded.
  init(json: [UInt8], file: String) throws(FormatError) {
    func error(_ place: FormatError.Place, _ problem: String, _ advice: String) -> FormatError {
      FormatError(.read, format: Self.format, file: file, at: place, problem: problem, advice: advice)
    }
    let document = try JSON.read(json, file: file, format: Self.format, advice: Self.advice, lists: .packed)
    try document.requireSchema(1...Self.currentSchemaVersion)
    let name = try document.decode(Header.self).figure
    guard let figure = FigureCatalogue.figure(FigureID(name)) else {
      throw error(.field("figure"), "there is no figure '\(name)'", "Use a newer training-report")
    }
    let content: any FigureContent = try document.decode(figure)
    do throws(MissingData) {
      try content.check()
    } catch let problem {
      throw error(.wholeFile, problem.reason, Self.advice)
    }
    self.init(content)
  }

  private static let format = "the data of PNG"
  private static let advice = "The data is damaged: draw the figure again from its results folder"

  /// What every version of the form has.
  private struct Header: Codable {
    var schemaVersion: Int
    var figure: String

    enum CodingKeys: String, CodingKey {
      case figure
      case schemaVersion = "schema_version"
    }
  }

  /// The header and the figure's own fields beside each other.
  private struct Document: Encodable {
    var data: FigureData

    func encode(to encoder: any Encoder) throws {
      try Header(schemaVersion: currentSchemaVersion, figure: data.figure.id.name).encode(to: encoder)
      try data.content.encode(to: encoder)
    }
  }
}
