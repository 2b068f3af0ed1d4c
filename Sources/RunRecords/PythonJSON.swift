import FileFormats

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension JSONDecoder {
  /// Reads JSON as Python's json module writes it: NaN, Infinity and -Infinity without quotes. With quotes they are
  /// taken as well.
  static var ofPythonsJSON: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    return decoder
  }
}

extension FormatError {
  /// What JSONDecoder could not decode, by the field.
  init(decoding error: any Error, file: String, advice: String) {
    var path: [any CodingKey] = []
    var problem = "it cannot be read (\(error))"
    switch error as? DecodingError {
    case .keyNotFound(let key, let context): (path, problem) = (context.codingPath + [key], "it is missing")
    case .valueNotFound(_, let context): (path, problem) = (context.codingPath, "it is null")
    case .typeMismatch(_, let context): (path, problem) = (context.codingPath, "its value is of another type")
    case .dataCorrupted(let context) where context.codingPath.isEmpty: problem = "it is not valid JSON"
    case .dataCorrupted(let context): (path, problem) = (context.codingPath, "its value is not a possible one")
    default: break
    }
    let field = path.reduce("") { text, key in
      if let index = key.intValue { return text + "[\(index)]" }
      return text.isEmpty ? key.stringValue : text + "." + key.stringValue
    }
    self.init(
      .read, format: "JSON", file: file, at: field.isEmpty ? .wholeFile : .field(field), problem: problem,
      advice: advice)
  }
}
