import FileFormats
import FoundationEssentials

extension RunDocument {
  /// The document as `run.json` keeps it: keys sorted, one value a line. JSON has no NaN and no infinity, so they are
  /// strings: `"NaN"`, `"Infinity"`, `"-Infinity"`.
  ///
  /// - Parameter file: the file's name, for errors.
  public func json(file: String) throws(FormatError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    do {
      return [UInt8](try encoder.encode(self)) + [UInt8(ascii: "\n")]
    } catch {
      throw FormatError(
        .write, format: "JSON", file: file, at: .wholeFile, problem: "the record cannot be written (\(error))",
        advice: "Report this as a bug")
    }
  }

  /// Reads `run.json`. NaN and Infinity are also taken as Python's json module writes them, without quotes.
  ///
  /// - Throws: if the file is no JSON, a field is missing or of another type, or a newer program wrote it.
  public init(json: [UInt8], file: String) throws(FormatError) {
    let advice = "Correct it as docs/run-format.md describes it, or make the run again"
    let version = try decodePythonsJSON(Version.self, from: json, file: file, advice: advice).schemaVersion
    if !(1...Self.schemaVersion).contains(version) {
      throw FormatError(
        .read, format: "JSON", file: file, at: .field("schema_version"),
        problem: "it is \(version), and this program reads 1 to \(Self.schemaVersion)",
        advice: "Use a newer training-report")
    }
    self = try decodePythonsJSON(RunDocument.self, from: json, file: file, advice: advice)
  }

  /// What every version of the schema has.
  private struct Version: Decodable {
    var schemaVersion: Int

    enum CodingKeys: String, CodingKey {
      case schemaVersion = "schema_version"
    }
  }
}
