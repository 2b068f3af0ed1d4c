extension DateTime {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  private static let days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

  /// The moment as a pattern of C's `strftime` has it, in English: `%Y-%m-%d` is 2026-11-28. `%y`, `%b`, `%B`, `%a`, `%A`, `%j`,
  /// `%H`, `%I`, `%p`, `%M`, `%S`, `%f` (millionths), `%F` (`%Y-%m-%d`), `%T` (`%H:%M:%S`) and `%%` are known as well; a letter
  /// after `%-` has no zeros in front. All else stays.
  func text(_ pattern: String) -> String {
    var result = ""
    var rest = pattern[...]
    while let character = rest.popFirst() {
      guard character == "%" else {
        result.append(character)
        continue
      }
      let isShort = rest.first == "-"
      let word = isShort ? rest.dropFirst() : rest
      guard let code = word.first, let (text, digits) = part(code) else {
        result.append(character)
        continue
      }
      rest = word.dropFirst()
      result += isShort ? text : String(repeating: "0", count: max(0, digits - text.count)) + text
    }
    return result
  }

  /// What a letter stands for, and how many digits it has.
  private func part(_ code: Character) -> (text: String, digits: Int)? {
    let month = Self.months[DateTime.floorDivide(self.month - 1, 12).remainder]
    switch code {
    case "Y": return (String(year), 4)
    case "y": return (String(Self.floorDivide(year, 100).remainder), 2)
    case "m": return (String(self.month), 2)
    case "b": return (String(month.prefix(3)), 0)
    case "B": return (month, 0)
    case "d": return (String(day), 2)
    case "a": return (String(Self.days[weekday].prefix(3)), 0)
    case "A": return (Self.days[weekday], 0)
    case "j": return (String(dayOfYear + 1), 3)
    case "H": return (String(hour), 2)
    case "I": return (String((hour + 11) % 12 + 1), 2)
    case "p": return (hour < 12 ? "AM" : "PM", 0)
    case "M": return (String(minute), 2)
    case "S": return (String(second), 2)
    case "f": return (String(microsecond), 6)
    case "F": return (text("%Y-%m-%d"), 0)
    case "T": return (text("%H:%M:%S"), 0)
    case "%": return ("%", 0)
    default: return nil
    }
  }
}

/// Writes the dates beside ticks as short as can be, as matplotlib's `ConciseDateFormatter` does: only what differs from one tick
/// to the next, and what all have in common once.
struct DateLabels: Sendable, Equatable {
  /// The labels, one for each tick.
  private(set) var labels: [String]
  /// What all labels have in common, such as `2026-Nov`; empty if nothing.
  private(set) var common = ""

  // From years down to seconds: most ticks, those at which the next larger part begins, and what they have in common.
  private static let formats = ["%-Y", "%b", "%d", "%H:%M", "%H:%M", "%S.%f"]
  private static let zeroFormats = ["", "%-Y", "%b", "%b-%d", "%H:%M", "%H:%M"]
  private static let commonFormats = ["", "%-Y", "%-Y-%b", "%-Y-%b-%d", "%-Y-%b-%d", "%-Y-%b-%d %H:%M"]

  /// Labels for `ticks`, which grow.
  init(_ ticks: [DateTime], isReversed: Bool = false) {
    func parts(_ tick: DateTime) -> [Int] { [tick.year, tick.month, tick.day, tick.hour, tick.minute, tick.second] }
    /// The smallest part that differs; seconds if none does, since then only fractions do.
    let level = (0...5).reversed().first { level in Set(ticks.map { parts($0)[level] }).count > 1 } ?? 5
    let zeros = [0, 1, 1, 0, 0, 0]
    labels = ticks.map { tick in
      let isZero = level < 5 ? parts(tick)[level] == zeros[level] : tick.second == 0 && tick.microsecond == 0
      return tick.text(isZero ? Self.zeroFormats[level] : Self.formats[level])
    }
    if level == 5 { trimZeros() }
    let namesYear = level < 2 && ticks.contains { parts($0)[level] == 1 }
    if !namesYear, let tick = isReversed ? ticks.first : ticks.last { common = tick.text(Self.commonFormats[level]) }
  }

  /// Leaves out the zeros at the end that all fractions of seconds have.
  private mutating func trimZeros() {
    let fractions = labels.filter { $0.contains(".") }
    let zeros = fractions.map { $0.count - $0.reversed().drop { $0 == "0" }.count }.min() ?? 0
    labels = labels.map { label in
      guard label.contains(".") else { return label }
      let short = label.dropLast(zeros)
      return String(short.last == "." ? short.dropLast() : short)
    }
  }
}
