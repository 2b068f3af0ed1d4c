/// An axis at its place on the page.
struct AxisLayout: Sendable {
  /// A tick along the axis.
  struct Tick: Sendable {
    /// The position on the page, in pixels: x for a horizontal axis, y for a vertical one.
    var position: Double
    var label: PlacedText
  }

  /// A small tick between others, with the label it has where an axis shows less than one power.
  struct MinorTick: Sendable {
    var position: Double
    var label: PlacedText?
  }

  var edge: AxisEdge
  /// Whether ticks are names, at which grid lines would tell nothing.
  var isOfBands = false
  var ticks: [Tick]
  var minorTicks: [MinorTick] = []
  /// What all tick labels have in common, such as `1e−6`.
  var common: PlacedText?
  var label: PlacedText?

  /// The box around labels. For layout the axis' own label counts as a pixel long, since no margin can shorten it.
  func bounds(forLayout: Bool) -> Rect? {
    var boxes = ticks.map(\.label.bounds) + minorTicks.compactMap(\.label?.bounds)
    if let common { boxes.append(common.bounds) }
    if let box = label?.bounds {
      if !forLayout {
        boxes.append(box)
      } else if edge == .bottom {
        boxes.append(Rect(x: box.midX - 0.5, y: box.minY, width: 1, height: box.height))
      } else {
        boxes.append(Rect(x: box.minX, y: box.midY - 0.5, width: box.width, height: 1))
      }
    }
    return Rect.union(of: boxes.filter(\.isVisible))
  }
}

/// The edge of its panel at which an axis stands.
enum AxisEdge: Sendable, Equatable {
  case bottom, left, right
}

/// The ticks of an axis before they have a place.
struct AxisTicks: Sendable {
  var values: [Double]
  var labels: [String]
  /// Small ticks and their labels, of which most are empty.
  var minor: [(value: Double, label: String)] = []
  var common = ""
  /// The direction of labels.
  var rotation: TextRotation = .horizontal
  /// Whether the labels were given with the ticks, and are turned below a panel if they would touch.
  var isNamed = false
  /// Whether vertical labels are centred beside their ticks by their boxes instead of by their letters.
  var isCategory = false

  /// The same ticks with nothing beside them.
  var withoutLabels: AxisTicks {
    var ticks = self
    ticks.labels = labels.map { _ in "" }
    ticks.minor = minor.map { ($0.value, "") }
    ticks.common = ""
    return ticks
  }
}
