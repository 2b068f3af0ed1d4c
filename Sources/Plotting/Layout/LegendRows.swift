/// A row of a legend: the sample left of the name, both on one baseline.
struct LegendRow {
  var mark: Int
  var part: Int
  var name: String
  /// How far the row reaches above its baseline and below it, in pixels.
  var ascent: Double
  var descent: Double
  var width: Double
  /// Whether the name has several lines, of which the middle is beside the sample.
  var isTall = false
}

/// The rows of a legend in columns of about the same number, as matplotlib's `Legend` packs them. All columns have their first
/// baseline at the same height.
struct LegendColumns {
  private(set) var columns: [ArraySlice<LegendRow>] = []
  /// The distance between rows.
  var rowSpacing: Double
  /// The distance between columns.
  var columnSpacing: Double

  /// Deals `rows` out to at most `count` columns, of which the first ones have a row more if there is a remainder.
  init(_ rows: [LegendRow], count: Int, rowSpacing: Double, columnSpacing: Double) {
    self.rowSpacing = rowSpacing
    self.columnSpacing = columnSpacing
    let count = max(min(count, rows.count), 1)
    let (each, longer) = rows.count.quotientAndRemainder(dividingBy: count)
    var rest = rows[...]
    for column in 0..<count {
      columns.append(rest.prefix(each + (column < longer ? 1 : 0)))
      rest = rest.dropFirst(each + (column < longer ? 1 : 0))
    }
  }

  /// How far the columns reach above the first baseline.
  var ascent: Double { columns.compactMap(\.first?.ascent).max() ?? 0 }

  /// The size of all columns.
  var size: Size {
    let below = columns.map { column in
      column.reduce(-rowSpacing) { $0 + $1.ascent + $1.descent + rowSpacing } - (column.first?.ascent ?? 0)
    }
    let widths = columns.map { $0.map(\.width).max() ?? 0 }
    return Size(
      width: widths.reduce(-columnSpacing) { $0 + $1 + columnSpacing }, height: ascent + (below.max() ?? 0))
  }

  /// The rows and where they begin: the left end of the baseline, as seen from that of the first row, y growing upwards.
  var places: [(row: LegendRow, place: Point)] {
    var places: [(LegendRow, Point)] = []
    var x = 0.0
    for column in columns {
      var y = 0.0
      for (index, row) in zip(column.indices, column) {
        if index > column.startIndex { y -= column[index - 1].descent + rowSpacing + row.ascent }
        places.append((row, Point(x: x, y: y)))
      }
      x += (column.map(\.width).max() ?? 0) + columnSpacing
    }
    return places
  }
}
