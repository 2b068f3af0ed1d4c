extension Figure {
  /// What of the figure shows nothing, or not all that it seems to: a sentence without a full stop for each, which names the
  /// panel and the mark. The figure can be drawn nonetheless.
  public var warnings: [String] { contentWarnings + missingCharacterWarnings }

  /// The same without those of characters that no font has.
  package var contentWarnings: [String] {
    panels.enumerated().flatMap { index, panel in
      panel.warnings(theme, hasSharedLegend: legend != nil).map { "panel \(index + 1): \($0)" }
    } + legendWarnings
  }

  /// Of the legend of all panels.
  private var legendWarnings: [String] {
    guard let legend else { return [] }
    if !Label("", size: legend.fontSize).style(from: theme.legend.text).isSeen {
      return ["the legend of all panels shows nothing, since its text has no size"]
    }
    let isEmpty = panels.allSatisfy { $0.marks.allSatisfy { $0.parts.allSatisfy { $0.label == nil } } }
    return isEmpty && !legend.isAutomatic ? ["the legend of all panels shows nothing, since no mark has a label"] : []
  }

  /// None for fonts that cannot be used: drawing tells of them.
  private var missingCharacterWarnings: [String] {
    guard let missing = try? missingCharacters(), !missing.isEmpty else { return [] }
    let names = missing.prefix(8).map { "U+\(String($0.value, radix: 16, uppercase: true))" }.joined(separator: ", ")
    return ["no font has \(names)\(missing.count > 8 ? ", …" : ""), drawn as boxes"]
  }
}

extension Axes {
  fileprivate func warnings(_ theme: Theme, hasSharedLegend: Bool) -> [String] {
    labelWarnings(theme, hasSharedLegend: hasSharedLegend) + colorBarWarnings + markWarnings(theme)
      + axisWarnings(theme)
  }

  /// Names that are shown nowhere.
  private func labelWarnings(_ theme: Theme, hasSharedLegend: Bool) -> [String] {
    var warnings: [String] = []
    let labelled = marks.enumerated().filter { !$1.parts.compactMap(\.label).isEmpty }
    for (index, mark) in labelled where mark.parts.contains(where: { $0.label?.isBlank == true }) {
      warnings.append("the label of mark \(index + 1) (\(mark.drawable.kind)) is empty")
    }
    switch legend?.placement {
    case nil:
      if let (index, mark) = labelled.first, !hasSharedLegend {
        warnings.append("\(mark.name(index)) has a label, and the panel has no legend to show it")
      }
    case .box, .inside, .outside, .lineEnds:
      if labelled.isEmpty && legend?.isAutomatic == false {
        warnings.append("the legend shows nothing, since no mark has a label")
      }
      if let legend, !Label("", size: legend.fontSize).style(from: theme.legend.text).isSeen {
        warnings.append("the legend shows nothing, since its text has no size")
      }
    }
    if legend?.placement == .lineEnds {
      for (index, mark) in labelled {
        guard let line = mark.drawable as? Line else {
          warnings.append("\(mark.name(index)) has no place for its label: only lines have ends")
          continue
        }
        let (x, y) = (scale(.x), scale(.y))
        if !zip(line.x, line.y).contains(where: { x.transform($0).isFinite && y.transform($1).isFinite }) {
          warnings.append("\(mark.name(index)) has no end to put its label beside")
        }
      }
    }
    return warnings
  }

  private var colorBarWarnings: [String] {
    guard colorBar != nil else { return [] }
    guard let first = colorMapped.first else {
      return ["the colour bar shows nothing, since no mark has colours that stand for numbers"]
    }
    return first.hasColoredNumbers ? [] : ["the colour bar stands for no numbers, since none has a colour"]
  }

  /// Marks that cannot be told from others, or cannot be seen.
  private func markWarnings(_ theme: Theme) -> [String] {
    var warnings: [String] = []
    if let mark = MarkLooks(marks, theme.marks).alike.first {
      let count = theme.marks.palette.count
      warnings.append("\(marks[mark].name(mark)) looks like another mark, since the palette has \(count) colours")
    }
    let scale = PanelScale(self, margin: theme.dataMargin)
    let frame = Rect(x: 0, y: 0, width: 1, height: 1)
    var right = onRightAxis.map { PanelScale($0, margin: theme.dataMargin) } ?? scale
    right.x = scale.x
    for (index, mark) in marks.enumerated() {
      guard let text = mark.drawable as? Text else { continue }
      let scale = mark.isOnRightAxis ? right : scale
      let place = Point(x: scale.x(text.x, in: frame), y: scale.y(text.y, in: frame))
      if !frame.padded(1e-3).contains(place) {
        warnings.append("\(mark.name(index)) is not written, since its point is outside of the panel")
      }
    }
    return warnings
  }

  private func axisWarnings(_ theme: Theme) -> [String] {
    var warnings: [String] = []
    for direction in [AxisDirection.x, .y] {
      let (axis, name) = (axis(direction), "the \(direction.rawValue) axis")
      if decoration == .none, axis.label != nil { warnings.append("\(name) is not drawn, nor is its label") }
      guard axis.from != nil || axis.to != nil else { continue }
      let scale = scale(direction)
      if case .band = scale {
        warnings.append("the limits of \(name) have no effect, since it shows names")
        continue
      }
      let extent = extent(direction, on: scale)
      guard let data = DataExtent.whole(extent) else { continue }
      let range = PanelScale(self, margin: theme.dataMargin).range(direction)
      if scale.transform(data.upper) < range.lower || scale.transform(data.lower) > range.upper {
        warnings.append("no data lies within the limits of \(name)")
      }
    }
    return warnings
  }
}

extension DataExtent {
  /// All that marks show, cells included.
  fileprivate static func whole(_ extent: DataExtent) -> AxisRange? {
    extent.union(DataExtent(range: extent.cells)).range
  }
}

extension PanelScale {
  fileprivate func range(_ direction: AxisDirection) -> AxisRange { direction == .x ? x.range : y.range }
}
