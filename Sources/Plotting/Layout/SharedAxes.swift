/// What a panel has from others with which it shares axes.
struct SharedAxes: Sendable, Equatable {
  /// What all of the panels show along the axis; nil if the axis is the panel's own.
  var x: DataExtent?
  var y: DataExtent?
  /// Whether another panel shows the labels.
  var hidesX = false
  var hidesY = false

  func extent(_ direction: AxisDirection) -> DataExtent? { direction == .x ? x : y }
  func hides(_ direction: AxisDirection) -> Bool { direction == .x ? hidesX : hidesY }
}

extension Figure {
  /// Gives panels that share an axis what all of them show, and hides the labels of inner ones.
  mutating func shareAxes() {
    for (direction, sharing) in [(AxisDirection.x, sharesX), (.y, sharesY)] where sharing != .none {
      let cells = GridFlow(self).cells
      var groups: [Int: [Int]] = [:]
      for (index, cell) in cells.enumerated() {
        let group =
          switch sharing {
          case .none, .all: 0
          case .rows: cell.rows.lowerBound
          case .columns: cell.columns.lowerBound
          }
        groups[group, default: []].append(index)
      }
      for group in groups.values where group.count > 1 { share(direction, among: group, cells) }
    }
  }

  private mutating func share(_ direction: AxisDirection, among group: [Int], _ cells: [GridFlow.Cell]) {
    if case .band = panels[group[0]].scale(direction) {
      var names = CategoryNames(panels[group[0]], direction)
      for index in group.dropFirst() { _ = names.places(of: CategoryNames(panels[index], direction).names) }
      for index in group { panels[index].set(direction) { $0.scale = .band(names.names) } }
    }
    let extent = group.reduce(DataExtent()) { extent, index in
      extent.union(panels[index].extent(direction, on: panels[index].scale(direction)))
    }
    let from = group.lazy.compactMap { [panels] in panels[$0].axis(direction).from }.first
    let to = group.lazy.compactMap { [panels] in panels[$0].axis(direction).to }.first
    for index in group {
      panels[index].set(direction) { axis in
        axis.from = axis.from ?? from
        axis.to = axis.to ?? to
      }
      let (cell, others) = (cells[index], group.map { cells[$0] })
      switch direction {
      case .x:
        panels[index].shared.x = extent
        panels[index].shared.hidesX = others.contains {
          $0.columns.overlaps(cell.columns) && $0.rows.lowerBound >= cell.rows.upperBound
        }
      case .y:
        panels[index].shared.y = extent
        panels[index].shared.hidesY = others.contains {
          $0.rows.overlaps(cell.rows) && $0.columns.upperBound <= cell.columns.lowerBound
        }
      }
    }
  }
}

extension Axes {
  /// Changes an axis.
  fileprivate mutating func set(_ direction: AxisDirection, _ change: (inout Axis) -> Void) {
    if direction == .x { change(&x) } else { change(&y) }
  }

  /// What the panel's own marks show along an axis; those of the right axis count for the horizontal one alone. Words count if
  /// there is nothing else: a note makes no axis longer.
  func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent {
    let marks = marks.filter { direction == .x || !$0.isOnRightAxis }.map(\.drawable)
    let isWords = marks.map { $0 is Text }
    func extent(ofWords: Bool) -> DataExtent {
      zip(marks, isWords).filter { $1 == ofWords }.reduce(DataExtent()) { $0.union($1.0.extent(direction, on: scale)) }
    }
    let data = extent(ofWords: false)
    return data.range == nil && data.cells == nil ? data.union(extent(ofWords: true)) : data
  }

  /// The panel as its right axis sees it; nil if it has none.
  var onRightAxis: Axes? {
    guard y2 != nil || marks.contains(where: \.isOnRightAxis) else { return nil }
    var axes = self
    axes.y = y2 ?? Axis()
    axes.y2 = nil
    axes.shared.y = nil
    axes.marks = marks.filter(\.isOnRightAxis).map { mark in
      var mark = mark
      mark.isOnRightAxis = false
      return mark
    }
    return axes
  }
}
