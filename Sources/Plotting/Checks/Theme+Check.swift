extension Theme {
  /// Refuses a theme with a number that cannot be used.
  func check(_ check: ValueCheck) throws(PlottingError) {
    try check.color(background, "background")
    try check.color(panelBackground, "panelBackground")
    for (property, text) in [
      ("figureTitle", figureTitle), ("panelTitle", panelTitle), ("axisLabel", axisLabel), ("tickLabel", tickLabel),
      ("annotation", annotation), ("figureSubtitle", figureSubtitle), ("panelNote", panelNote),
    ] {
      try check.style(text, property)
    }
    try check.style(frame, "frame")
    try check.style(grid, "grid")
    try check.style(ticks, "ticks")
    try check.style(minorTicks, "minorTicks")
    try check.numbers(
      ["titlePad": titlePad, "labelPad": labelPad, "tickPad": tickPad, "commonPad": commonPad], .distance)
    try check.numbers(["smallestText": smallestText, "fontSize": fontSize], .size)
    try check.number(layoutPad, "layoutPad", NumberRange(lowest: 0, highest: 100))
    try check.number(pagePad, "pagePad", NumberRange(lowest: 0, highest: 100))
    try check.number(dataMargin, "dataMargin", NumberRange(lowest: 0, highest: 100))
    try check.number(layoutDPI, "layoutDPI", .density)
    try legend.check(check.inside("legend"))
    try colorBar.check(check.inside("colorBar"))
    try marks.check(check.inside("marks"))
  }
}

extension LegendStyle {
  fileprivate func check(_ check: ValueCheck) throws(PlottingError) {
    try check.style(text, "text")
    try check.color(fill, "fill")
    try check.style(edge, "edge")
    try check.numbers(
      [
        "cornerRadius": cornerRadius, "borderPad": borderPad, "rowSpacing": rowSpacing,
        "columnSpacing": columnSpacing, "handleLength": handleLength,
        "handleHeight": handleHeight, "handleTextPad": handleTextPad, "axesPad": axesPad,
      ], NumberRange(lowest: 0, highest: 100))
  }
}

extension ColorBarStyle {
  fileprivate func check(_ check: ValueCheck) throws(PlottingError) {
    try check.style(outline, "outline")
    try check.number(widthShare, "widthShare", NumberRange(lowest: 0.001, highest: 0.9))
    try check.number(gapShare, "gapShare", NumberRange(lowest: 0, highest: 0.9))
    guard widthShare + gapShare <= 0.9 else {
      throw check.failure("\(check.path)widthShare and gapShare are \(widthShare + gapShare) together, more than 0.9")
    }
    try check.number(aspect, "aspect", NumberRange(lowest: 0.01, highest: 1000))
  }
}

extension MarkStyle {
  fileprivate func check(_ check: ValueCheck) throws(PlottingError) {
    for (index, color) in palette.enumerated() { try check.color(color, "palette[\(index)]") }
    try check.numbers(
      ["lineWidth": lineWidth, "dotSize": dotSize, "cellTextSize": cellTextSize, "cellGap": cellGap], .size)
    try check.numbers(["bandOpacity": bandOpacity, "violinOpacity": violinOpacity], .share)
    try check.style(rule, "rule")
    try check.color(textOnLight, "textOnLight")
    try check.color(textOnDark, "textOnDark")
    try check.number(lightCell, "lightCell", .share)
  }
}
