/// A mark whose colours stand for numbers, which a colour bar shows.
protocol ColorMapped: DrawableMark {
  /// How numbers become colours; nil if they do not.
  var mappedColors: ColorScale? { get }
  /// The numbers.
  var coloredValues: [Double] { get }
  /// The numbers between which there is one colour each; nil if every number has its own.
  var colorEdges: [Double]? { get }
  /// Sets the numbers of the first and the last colour.
  mutating func setColorLimits(_ limits: ClosedRange<Double>)
}

extension ColorMapped {
  var colorEdges: [Double]? { nil }

  /// The range of the numbers, which the colours span.
  var valueRange: AxisRange { (mappedColors ?? ColorScale()).range(of: coloredValues) }

  /// The colours of the mark's numbers.
  var valueColors: ValueColors { ValueColors(mappedColors ?? ColorScale(), over: valueRange) }

  /// The same mark with a range of some length.
  func widened() -> Self {
    let range = valueRange.widened(expander: 0.1)
    var mark = self
    mark.setColorLimits(range.lower...range.upper)
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
  /// The first mark whose colours stand for numbers.
  var colorMapped: (any ColorMapped)? { marks.lazy.compactMap(\.colorMapped).first }
}
