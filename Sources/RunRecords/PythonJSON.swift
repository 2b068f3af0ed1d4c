import FileFormats

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads JSON as Python's json module writes it: NaN, Infinity and -Infinity without quotes. With quotes they are taken as
/// well.
///
/// - Parameter advice: what to do about a file that cannot be read.
package func decodePythonsJSON<Value: Decodable>(
  _: Value.Type, from bytes: [UInt8], file: String, advice: String
) throws(FormatError) -> Value {
  // JSONDecoder ends the program where a character is cut off.
  guard String(validating: bytes, as: UTF8.self) != nil else {
    throw FormatError(
      .read, format: "JSON", file: file, at: .wholeFile, problem: "it is not UTF-8 text", advice: advice)
  }
  let decoder = JSONDecoder()
  decoder.allowsJSON5 = true
  decoder.nonConformingFloatDecodingStrategy = .convertFromString(
    positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
  do {
    return try decoder.decode(Value.self, from: Data(bytes))
  } catch {
    throw FormatError(decoding: error, file: file, advice: advice)
  }
}

extension FormatError {
  /// What JSONDecoder could not decode, by the field.
  fileprivate init(decoding error: any Error, file: String, advice: String) {
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
