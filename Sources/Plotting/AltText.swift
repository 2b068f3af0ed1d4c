extension Figure {
  /// The figure in words: titles, axes, and what each mark shows. Words of the figure keep their letters as they are.
  var derivedAltText: String {
    let title = title.map { [$0.label, $0.subtitle].compactMap { $0 }.map { Self.sentence($0.text) } } ?? []
    return (title + panels.map(Self.words)).joined(separator: " ")
  }

  private static func words(_ panel: Axes) -> String {
    var sentences: [String] = []
    for label in [panel.title, panel.note].compactMap({ $0 }) { sentences.append(sentence(label.text)) }
    if panel.decoration != .none {
      let axes = [
        (panel.y.label, "vertical"), (panel.x.label, "horizontal"), (panel.y2?.label, "right"),
      ].compactMap { label, name in
        label.map { "\(oneLine($0.text)) on the \(name) axis" }
      }
      if !axes.isEmpty { sentences.append(sentence(axes.joined(separator: ", "))) }
    }
    for mark in panel.marks {
      let kind = mark.drawable.kind
      var name = kind.prefix(1).uppercased() + kind.dropFirst()
      if let text = mark.drawable as? Text { name += " “\(oneLine(text.label.text))”" }
      if let label = mark.colorMapped?.mappedColors?.label, !(mark.drawable is Dots) { name += " of \(oneLine(label))" }
      if mark.drawable is Bars || mark.drawable is Area {
        // Each series tells its own name.
      } else if let label = mark.parts.first?.label {
        name += " “\(oneLine(label))”"
      }
      sentences.append(sentence("\(name): \(oneLine(mark.drawable.summary))"))
    }
    return (sentences + panel.insets.map { words($0.axes) }).joined(separator: " ")
  }

  private static func oneLine(_ text: String) -> String {
    text.drawnLines.joined(separator: " ")
  }

  private static func sentence(_ text: String) -> String {
    let line = oneLine(text)
    return line.hasSuffix(".") || line.isEmpty ? line : line + "."
  }
}
