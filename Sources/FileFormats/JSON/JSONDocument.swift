/// A JSON document that was read, and what errors in it are to say.
package struct JSONDocument: Sendable {
  /// All that it holds.
  package let value: JSONValue
  /// The file's name.
  package let file: String
  let format: String
  let advice: String

  /// The value that the document holds.
  ///
  /// - Throws: if a field is missing or of another type, or its value is not a possible one; the error names it.
  package func decode<Value: Decodable>(_: Value.Type) throws(FormatError) -> Value {
    do {
      return try JSONValueDecoder(value: value, codingPath: []).decode(Value.self)
    } catch {
      throw FormatError(decoding: error, of: self)
    }
  }

  /// Refuses a document whose `schema_version` is missing or none of `known`.
  package func requireSchema(_ known: ClosedRange<Int>) throws(FormatError) {
    let version = try decode(Versioned.self).schemaVersion
    guard !known.contains(version) else { return }
    let range = known.count == 1 ? "\(known.upperBound)" : "\(known.lowerBound) to \(known.upperBound)"
    throw FormatError(
      .read, format: format, file: file, at: .field("schema_version"),
      problem: "it is \(version), and this program reads \(range)",
      advice: version > known.upperBound ? "Use a newer training-report" : advice)
  }

  /// What every version of a document has.
  private struct Versioned: Decodable {
    var schemaVersion: Int

    enum CodingKeys: String, CodingKey {
      case schemaVersion = "schema_version"
    }
  }
}

extension FormatError {
  /// What a document's field is wrong with.
  fileprivate init(decoding error: any Error, of document: JSONDocument) {
    var path: [any CodingKey] = []
    var problem = "it cannot be read (\(error))"
    switch error as? DecodingError {
    case .keyNotFound(let key, let context): (path, problem) = (context.codingPath + [key], "it is missing")
    case .valueNotFound(_, let context): (path, problem) = (context.codingPath, "it is null")
    case .typeMismatch(_, let context): (path, problem) = (context.codingPath, context.debugDescription)
    case .dataCorrupted(let context):
      // The standard library's words for a raw value that no case has.
      let isRaw = context.debugDescription.hasPrefix("Cannot initialize")
      (path, problem) = (context.codingPath, isRaw ? "its value is not a possible one" : context.debugDescription)
    default: break
    }
    let field = path.reduce("") { text, key in
      if let index = key.intValue { return text + "[\(index)]" }
      return text.isEmpty ? key.stringValue : text + "." + key.stringValue
    }
    self.init(
      .read, format: document.format, file: document.file, at: field.isEmpty ? .wholeFile : .field(field),
      problem: problem, advice: document.advice)
  }
}
