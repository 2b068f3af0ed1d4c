import FileFormats
import FoundationEssentials

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
  decoder.nonConformingFloatDecodingStrategy = .convertFromString(
    positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
  do {
    return try decoder.decode(Value.self, from: Data(quotingNonFiniteNumbers(bytes)))
  } catch {
    throw FormatError(decoding: bytes, error, file: file, advice: advice)
  }
}

/// JSON with Python's NaN, Infinity and -Infinity in quotes. `JSONDecoder.allowsJSON5` would take them as they are, but it
/// takes much else as well, and ends the program at numbers such as `1e-`.
private func quotingNonFiniteNumbers(_ bytes: [UInt8]) -> [UInt8] {
  let words = ["NaN", "Infinity", "-Infinity"].map { Array($0.utf8) }
  let (quote, backslash) = (UInt8(ascii: "\""), UInt8(ascii: "\\"))
  var quoted: [UInt8] = []
  quoted.reserveCapacity(bytes.count)
  var isInString = false
  var place = 0
  while place < bytes.count {
    let byte = bytes[place]
    var end = place + 1
    if isInString {
      if byte == backslash { end = min(end + 1, bytes.count) }
      isInString = byte != quote
    } else if byte == quote {
      isInString = true
    } else if let word = words.first(where: { byte == $0[0] && bytes[place...].starts(with: $0) }) {
      quoted += [quote] + word + [quote]
      place += word.count
      continue
    }
    quoted += bytes[place..<end]
    place = end
  }
  return quoted
}

extension FormatError {
  /// What JSONDecoder could not decode, by the field, or by line and column.
  fileprivate init(decoding bytes: [UInt8], _ error: any Error, file: String, advice: String) {
    var syntaxError: String?
    var path: [any CodingKey] = []
    var problem = "it cannot be read (\(error))"
    switch error as? DecodingError {
    case .keyNotFound(let key, let context): (path, problem) = (context.codingPath + [key], "it is missing")
    case .valueNotFound(_, let context): (path, problem) = (context.codingPath, "it is null")
    case .typeMismatch(_, let context): (path, problem) = (context.codingPath, "its value is of another type")
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      problem = "it is not valid JSON"
      syntaxError = JSONSyntax.place(ofErrorIn: bytes)
    case .dataCorrupted(let context): (path, problem) = (context.codingPath, "its value is not a possible one")
    default: break
    }
    let field = path.reduce(syntaxError ?? "") { text, key in
      if let index = key.intValue { return text + "[\(index)]" }
      return text.isEmpty ? key.stringValue : text + "." + key.stringValue
    }
    self.init(
      .read, format: "JSON", file: file, at: field.isEmpty ? .wholeFile : .field(field), problem: problem,
      advice: advice)
  }
}
