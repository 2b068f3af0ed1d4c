extension Figure {
  /// The figure in words: titles, axes, and what each mark shows.
  var derivedAltText: String {
    let title = title.map { [$0.label, $0.subtitle].compactMap { $0 }.map { Self.sentence($0.text) } } ?? []
    return (title + panels.map(Self.words)).joined(separator: " ")
  }

  private static func words(_ panel: Axes) -> String {
    var sentences: [String] = []
    for label in [panel.title, panel.note].compactMap({ $0 }) { sentences.append(sentence(label.text)) }
    if panel.decoration != .none {
      let axes = [(panel.y.label, "vertical"), (panel.x.label, "horizontal")].compactMap { label, name in
        label.map { "\(oneLine($0.text)) on the \(name) axis" }
      }
      if !axes.isEmpty { sentences.append(sentence(axes.joined(separator: ", "))) }
    }
    for mark in panel.marks {
      var name = mark.drawable.kind
      if case .text(let text) = mark { name = "text “\(oneLine(text.label.text))”" }
      if case .heatmap(let heatmap) = mark, let label = heatmap.label { name += " of \(oneLine(label))" }
      if case .bars = mark {
        // Each series tells its own name.
      } else if let label = mark.drawable.parts.first?.label {
        name += " “\(oneLine(label))”"
      }
      sentences.append(sentence("\(name): \(mark.drawable.summary)"))
    }
    return sentences.joined(separator: " ")
  }

  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }

  private static func sentence(_ text: String) -> String {
    let line = oneLine(text)
    let ended = line.hasSuffix(".") || line.isEmpty ? line : line + "."
    return ended.prefix(1).uppercased() + ended.dropFirst()
  }
}
