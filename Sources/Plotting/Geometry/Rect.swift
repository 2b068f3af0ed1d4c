/// A position on a page.
public struct Point: Sendable, Equatable {
  /// The horizontal position.
  public var x: Double
  /// The vertical position.
  public var y: Double

  /// Creates a position.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Whether both coordinates are numbers.
  public var isFinite: Bool { x.isFinite && y.isFinite }
}

/// A width and a height, in inches or pixels.
public struct Size: Sendable, Equatable {
  /// The horizontal extent.
  public var width: Double
  /// The vertical extent.
  public var height: Double

  /// Creates a size.
  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }
}

/// An upright rectangle.
public struct Rect: Sendable, Equatable {
  /// The left edge.
  public var minX: Double
  /// The edge with the smaller vertical position.
  public var minY: Double
  /// The right edge.
  public var maxX: Double
  /// The edge with the larger vertical position.
  public var maxY: Double

  /// The distance from the left to the right edge.
  public var width: Double { maxX - minX }
  /// The distance between the other two edges.
  public var height: Double { maxY - minY }
  var midX: Double { (minX + maxX) / 2 }
  var midY: Double { (minY + maxY) / 2 }
  /// Whether there is anything in it.
  var isVisible: Bool { width > 0 && height > 0 && width.isFinite && height.isFinite }

  /// Creates a rectangle from its edges.
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  init(x: Double, y: Double, width: Double, height: Double) {
    self.init(minX: x, minY: y, maxX: x + width, maxY: y + height)
  }

  /// The rectangle at a position given as fractions of this one.
  func fraction(_ part: Rect) -> Rect {
    Rect(
      minX: minX + part.minX * width, minY: minY + part.minY * height, maxX: minX + part.maxX * width,
      maxY: minY + part.maxY * height)
  }

  func offset(x: Double, y: Double) -> Rect {
    Rect(minX: minX + x, minY: minY + y, maxX: maxX + x, maxY: maxY + y)
  }

  func padded(_ pad: Double) -> Rect {
    Rect(minX: minX - pad, minY: minY - pad, maxX: maxX + pad, maxY: maxY + pad)
  }

  func union(_ other: Rect) -> Rect {
    Rect(
      minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX),
      maxY: max(maxY, other.maxY))
  }

  /// The part of this rectangle inside `other`; nil where they are apart.
  func intersection(_ other: Rect) -> Rect? {
    let part = Rect(
      minX: max(minX, other.minX), minY: max(minY, other.minY), maxX: min(maxX, other.maxX),
      maxY: min(maxY, other.maxY))
    return part.minX <= part.maxX && part.minY <= part.maxY ? part : nil
  }

  /// Whether the two share more than an edge.
  func overlaps(_ other: Rect) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  /// Whether `point` lies inside, the edges left out.
  func contains(_ point: Point) -> Bool {
    minX < point.x && point.x < maxX && minY < point.y && point.y < maxY
  }

  /// The smallest rectangle around all of `rects`; nil where there are none.
  static func union(of rects: some Sequence<Rect>) -> Rect? {
    rects.reduce(nil) { whole, next in whole?.union(next) ?? next }
  }
}
