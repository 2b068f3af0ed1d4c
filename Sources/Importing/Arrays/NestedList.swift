import FileFormats

/// An array as lists in lists, as `json.dump(array.tolist())` writes it.
enum NestedList {
  /// Whether what begins like this may be such a list, rather than an empty one or one of names or objects.
  static func canStart(_ head: [UInt8]) -> Bool {
    let signs = head.lazy.filter { !" \t\r\n".utf8.contains($0) }
    guard signs.first == UInt8(ascii: "["), let second = signs.first(where: { $0 != UInt8(ascii: "[") }) else {
      return false
    }
    return !"\"{]".utf8.contains(second)
  }

  /// Reads a list of numbers, or of lists of the same number of numbers.
  ///
  /// - Throws: if the bytes are no JSON, or something else.
  static func array(in bytes: [UInt8], file: String) throws(FormatError) -> NPYArray {
    let advice = "Save it with json.dump(array.tolist())"
    guard let array = array(of: try JSON.read(bytes, file: file, advice: advice).value) else {
      throw FormatError(
        .read, format: "JSON", file: file, at: .wholeFile, problem: "it is no list of numbers, nor of lists of them",
        advice: advice)
    }
    return array
  }

  /// The array that a value is; nil if it is none.
  static func array(of value: JSONValue) -> NPYArray? {
    guard case .array(let rows) = value else { return nil }
    if let numbers = numbers(rows) { return NPYArray(shape: [numbers.count], elements: .float64(numbers)) }
    var elements: [Double] = []
    var columns: Int?
    for row in rows {
      guard case .array(let cells) = row, let numbers = numbers(cells), numbers.count == columns ?? numbers.count else {
        return nil
      }
      columns = numbers.count
      elements += numbers
    }
    return columns.map { NPYArray(shape: [rows.count, $0], elements: .float64(elements)) }
  }

  /// The numbers of a list; nil if it holds something else.
  private static func numbers(_ cells: [JSONValue]) -> [Double]? {
    var numbers: [Double] = []
    numbers.reserveCapacity(cells.count)
    for cell in cells {
      switch cell {
      case .integer(let number): numbers.append(Double(number))
      case .number(let number): numbers.append(number)
      case .bool(let value): numbers.append(value ? 1 : 0)
      default: return nil
      }
    }
    return numbers
  }
}
