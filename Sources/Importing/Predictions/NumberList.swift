/// The numbers of a cell that holds several, as pandas and NumPy write lists: `[0.1, 0.9]`, `[0.1 0.9]`, `0.1 0.9`,
/// `tensor([0.1, 0.9])`.
enum NumberList {
  /// The numbers of a text; nil if they are fewer than two, or something else is among them.
  static func numbers(in text: some StringProtocol) -> [Float]? {
    var inner = text[...]
    var isBracketed = false
    for (open, close) in [("[", "]"), ("(", ")"), ("{", "}")] where !isBracketed {
      guard let start = inner.firstIndex(of: Character(open)), let end = inner.lastIndex(of: Character(close)),
        start < end
      else { continue }
      (inner, isBracketed) = (inner[inner.index(after: start)..<end], true)
    }
    let isSpaced = inner.contains { $0.isWhitespace || $0 == ";" || $0 == "|" }
    let pieces = inner.split { $0.isWhitespace || ";|[]".contains($0) || ($0 == "," && (isBracketed || !isSpaced)) }
    // A number may have one decimal comma, and no list is in brackets half.
    guard pieces.count > 1, isBracketed || isSpaced || pieces.count > 2 || pieces.contains(where: { $0.contains(".") })
    else { return nil }
    var numbers: [Float] = []
    for piece in pieces {
      let trimmed = isSpaced && piece.last == "," ? piece.dropLast() : piece
      guard let number = SampleTable.number(String(trimmed)) else { return nil }
      numbers.append(number)
    }
    return numbers
  }
}
