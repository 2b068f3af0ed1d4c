extension Figure {
  /// The characters of the figure's texts that no font has, each once, in the order of the texts; they are drawn as boxes.
  ///
  /// - Throws: ``PlottingError`` if a font of the theme cannot be used, or memory runs out.
  public func missingCharacters() throws(PlottingError) -> [Unicode.Scalar] {
    let fonts = try FontStack(own: theme.fonts, usesSystem: theme.usesSystemFonts)
    var missing: [Unicode.Scalar] = []
    for character in texts.flatMap(\.drawnLines).flatMap(fonts.missing(in:)) where !missing.contains(character) {
      missing.append(character)
    }
    return missing
  }

  /// All texts but those of numbers beside ticks.
  private var texts: [String] {
    (title.map { [$0.label.text, $0.subtitle?.text ?? ""] } ?? []) + panels.flatMap { $0.texts }
  }
}

extension Axes {
  fileprivate var texts: [String] {
    let labels = [title, note, x.label, y.label, y2?.label, colorBar?.label].compactMap { $0?.text }
    let names = [AxisDirection.x, .y].flatMap { direction -> [String] in
      if case .named(let ticks) = axis(direction).ticks { return ticks.map(\.label) }
      return if case .band(let names) = scale(direction) { names } else { [] }
    }
    let marks = marks.flatMap { mark -> [String] in
      switch mark.drawable {
      case let text as Text: [text.label.text]
      case let heatmap as Heatmap: heatmap.annotations
      default: mark.parts.compactMap(\.label)
      }
    }
    let ofColors = self.marks.compactMap { $0.colorMapped?.mappedColors?.label }
    return labels + names + marks + ofColors + insets.flatMap(\.axes.texts)
  }
}
