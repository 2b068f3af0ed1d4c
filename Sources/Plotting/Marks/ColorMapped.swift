/// A mark whose colours stand for numbers, which a colour bar shows.
protocol ColorMapped: DrawableMark {
  /// How numbers become colours; nil if they do not.
  var mappedColors: ColorScale? { get }
  /// The numbers.
  var coloredValues: [Double] { get }
  /// The numbers between which there is one colour each; nil if every number has its own.
  var colorEdges: [Double]? { get }
  /// Changes how numbers become colours.
  mutating func setColors(_ colors: ColorScale)
}

extension ColorMapped {
  var colorEdges: [Double]? { nil }

  /// The range of the numbers, which the colours span.
  var valueRange: AxisRange { (mappedColors ?? ColorScale()).range(of: coloredValues) }

  /// Whether the colours stand for anything.
  var hasColoredNumbers: Bool {
    guard let colors = mappedColors else { return false }
    return colors.from != nil && colors.to != nil || colors.scale.extent(of: coloredValues) != nil
  }

  /// The colours of the mark's numbers.
  var valueColors: ValueColors { ValueColors(mappedColors ?? ColorScale(), over: valueRange) }

  /// The same mark with a range of some length.
  func widened() -> Self {
    let range = valueRange.widened(expander: 0.1)
    var (mark, colors) = (self, mappedColors ?? ColorScale())
    (colors.from, colors.to) = (range.lower, range.upper)
    mark.setColors(colors)
    return mark
  }
}

extension Mark {
  /// The mark if its colours stand for numbers.
  var colorMapped: (any ColorMapped)? {
    guard let mark = drawable as? any ColorMapped, mark.mappedColors != nil else { return nil }
    return mark
  }
}

extension Axes {
  /// The first mark of each scale of colours, in the order of the marks. A scale without a number counts only if there is no other.
  var colorMapped: [any ColorMapped] {
    let mapped = marks.compactMap(\.colorMapped)
    var scales: [ValueColors] = []
    let different = mapped.filter { mark in
      let isNew = mark.hasColoredNumbers && !scales.contains(mark.valueColors)
      if isNew { scales.append(mark.valueColors) }
      return isNew
    }
    return different.isEmpty ? Array(mapped.prefix(1)) : different
  }
}
