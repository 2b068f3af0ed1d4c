/// A mark of which each piece stands at a name, which is a band of its axis.
protocol CategoryMark: DrawableMark {
  /// The names; nil for pieces at `positions`.
  var categories: [String]? { get }
  /// The axis along which names stand.
  var categoryAxis: AxisDirection { get }
  /// Where the pieces stand.
  var positions: [Double] { get set }
}

extension CategoryMark {
  /// The same mark with its pieces elsewhere.
  func placed(at positions: [Double]) -> Mark {
    var mark = self
    mark.positions = positions
    return Mark(mark)
  }
}

extension Mark {
  /// The mark if its pieces can have names.
  var categorical: (any CategoryMark)? { drawable as? any CategoryMark }
}
