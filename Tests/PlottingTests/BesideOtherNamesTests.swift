import Lookalikes
import Plotting
import Testing

/// A file that imports other modules with types of the same names, as SwiftUI and Swift Charts have them.
@Suite struct BesideOtherNamesTests {
  /// An annotation names the module; a call needs no more than its arguments.
  private let highlight: Plotting.Color = .red

  private func axis(_ name: String) -> Plotting.Axis { Plotting.Axis(label: Plotting.Label(name)) }

  @Test func aFigureIsWrittenAsElsewhere() throws {
    let figure = Figure(size: Size(width: 4, height: 3)) {
      Axes(title: Label("Loss", size: 14), x: "Epoch", y: Axis(label: "Loss", limits: 0...3), grid: Grid(opacity: 0.4))
      {
        Line(y: [2.3, 1.2, 0.8], color: .red, label: "Train")
        Dots(x: [0, 1], y: [1, 2], color: Color(grey: 0.5))
        Text("best", x: 2, y: 0.8)
      }
      Axes { Image(width: 2, height: 1, pixels: [0, 255]) }
    }
    #expect(figure.warnings == [] && figure.panels[0].x == axis("Epoch"))
    #expect((figure.panels[0].marks[0].drawable as? Line)?.color == highlight)
    #expect(try figure.image(dpi: 50).width > 100)
  }

  @Test func theOtherNamesStayUsable() {
    _ = Text("words")
    _ = Image(systemName: "star")
    _ = Font.body
    _ = LineMark(x: 1, y: 2)
    _ = Grid { Text("words") }
    _ = Lookalikes.Axis.horizontal
  }
}
