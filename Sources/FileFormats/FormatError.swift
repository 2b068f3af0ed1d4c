import Problems

/// Why a file's bytes could not be turned into a value, or a value into bytes: what, where, and what to do.
package struct FormatError: Problem, Equatable {
  /// What was being done.
  package enum Operation: String, Sendable {
    /// Bytes were turned into a value.
    case read
    /// A value was turned into bytes.
    case write
  }

  /// Where in a file something is wrong.
  package enum Place: Sendable, Equatable {
    /// The file as a whole.
    case wholeFile
    /// The byte at an offset; of a compressed file, an offset in what it unpacks to unless `problem` says otherwise.
    case byte(Int)
    /// A named part, such as `shape` or `models[1].history`.
    case field(String)
  }

  /// What was being done.
  package var operation: Operation
  /// The format in its own terms, such as `IDX`.
  package var format: String
  /// The file's name as the caller gave it.
  package var file: String
  /// Where in the file.
  package var place: Place
  /// What is wrong there; a clause without a full stop.
  package var problem: String
  /// What the user can do about it; a sentence without a full stop.
  package var advice: String
  /// What the program can offer to do about it.
  package var remedy: Remedy?

  /// Creates an error.
  package init(
    _ operation: Operation, format: String, file: String, at place: Place, problem: String, advice: String
  ) {
    self.operation = operation
    self.format = format
    self.file = file
    self.place = place
    self.problem = problem
    self.advice = advice
  }

  /// Creates an error that the program can offer to do something about.
  package init(
    _ operation: Operation, format: String, file: String, at place: Place, problem: String, advice: String,
    remedy: Remedy?
  ) {
    self.init(operation, format: format, file: file, at: place, problem: problem, advice: advice)
    self.remedy = remedy
  }

  /// Files are what people give.
  package var kind: ProblemKind { .badData }

  /// What and where. What it quotes of a file is cut if it is long, and its control characters are escaped.
  package var what: String {
    let place =
      switch place {
      case .wholeFile: ""
      case .byte(let offset): ", byte \(offset)"
      case .field(let name): ", \(Self.printable(name, most: 100))"
      }
    let problem = Self.printable(problem, most: 300)
    return "cannot \(operation.rawValue) \(format) file \(file)\(place): \(problem)"
  }

  private static func printable(_ text: String, most: Int) -> String {
    var shown = ""
    for scalar in text.unicodeScalars.prefix(most) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: shown += scalar.escaped(asASCII: true)
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return text.unicodeScalars.count > most ? shown + "…" : shown
  }
}
