import NumberText

extension ModelChange {
  /// Accuracy, loss and the recall of some classes: base, head, their difference and its interval.
  func table(classes: [ClassChange]) -> Table {
    var rows: [[Inline]] = [row("accuracy", accuracy)]
    if let loss {
      rows.append(
        [
          "loss", fixedPoint(loss.base, decimals: 4), fixedPoint(loss.head, decimals: 4), lossChange(loss.difference),
          loss.intervalText(lossChange),
        ].map(Inline.text))
    }
    rows += classes.map { row("recall of \(shortened($0.name))", $0.recall) }
    return Table("", ["base", "head", "change", "95% interval"], rows: rows)
  }

  private func row(_ name: String, _ change: Change) -> [Inline] {
    [
      name, percent(change.base), percent(change.head), pointChange(change.difference),
      change.intervalText(pointChange),
    ].map(Inline.text)
  }
}

/// A name of one's own as a table and a comment show it: no longer than a cell.
func shortened(_ name: String) -> String {
  let most = 60
  return name.unicodeScalars.count > most
    ? String(String.UnicodeScalarView(name.unicodeScalars.prefix(most))) + "…" : name
}
