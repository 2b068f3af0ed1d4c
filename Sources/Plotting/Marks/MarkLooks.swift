/// How the marks of a panel look that state no colour: they take the palette's in turn. Once it has run out, lines take the
/// first dash that no other line of their colour has, dots the first symbol, and bars and bands the first shade.
struct MarkLooks {
  /// The marks, with all colours stated.
  private(set) var marks: [Mark]
  /// The marks, counted from 0, that look like others since nothing was left to tell them apart.
  private(set) var alike: [Int] = []

  private let style: MarkStyle
  private var taken = 0
  // By the position of their colour in the palette.
  private var dashes: [Int: [Line.Dash]] = [:]
  private var markers: [Int: [Marker]] = [:]
  private var shades: [Int: [Color]] = [:]

  init(_ marks: [Mark], _ style: MarkStyle) {
    self.marks = marks
    self.style = style
    for (index, mark) in marks.enumerated() { self.marks[index] = looking(mark, index) }
  }

  private mutating func looking(_ mark: Mark, _ index: Int) -> Mark {
    var mark = mark
    switch mark.drawable {
    case var line as Line:
      guard line.color == nil else { return mark }
      (line.color, line.dash) = next(of: [line.dash] + Line.Dash.allCases, \.dashes, index)
      return mark.replaced(by: line)
    case var dots as Dots:
      guard dots.color == nil, dots.colorBy == nil else { return mark }
      (dots.color, dots.marker) = next(of: [dots.marker] + Marker.allCases, \.markers, index)
      return mark.replaced(by: dots)
    case var band as Band:
      band.color = band.color ?? nextShade(index)
      return mark.replaced(by: band)
    case var bars as Bars:
      for part in bars.series.indices where bars.series[part].color == nil {
        bars.series[part].color = nextShade(index)
      }
      return mark.replaced(by: bars)
    default:
      mark.paletteColors = mark.drawable.parts.map { $0.color == nil ? nextShade(index) : nil }
      return mark
    }
  }

  private mutating func nextShade(_ mark: Int) -> Color {
    let color = style.color(taken)
    let choices = [
      color, color.mixed(with: .black, 0.4), color.mixed(with: .white, 0.5), color.mixed(with: .black, 0.7),
    ]
    return next(of: choices, \.shades, mark).look
  }

  /// The next colour of the palette, and the first of `looks` that it does not have yet if it comes again.
  private mutating func next<Look: Equatable>(
    of looks: [Look], _ known: WritableKeyPath<MarkLooks, [Int: [Look]]>, _ mark: Int
  ) -> (color: Color?, look: Look) {
    let count = max(style.palette.count, 1)
    let place = taken % count
    let isRepeated = taken >= count
    taken += 1
    let used = self[keyPath: known][place, default: []]
    let free = isRepeated ? looks.first { !used.contains($0) } : looks[0]
    if free == nil { alike.append(mark) }
    let look = free ?? looks[0]
    self[keyPath: known][place, default: []].append(look)
    return (style.color(place), look)
  }
}

extension Color {
  /// The colour with a share of another in it; its opacity stays.
  fileprivate func mixed(with other: Color, _ share: Double) -> Color {
    Color(
      red: red + share * (other.red - red), green: green + share * (other.green - green),
      blue: blue + share * (other.blue - blue), alpha: alpha)
  }
}
