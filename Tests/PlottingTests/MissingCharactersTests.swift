import Testing

@testable import Plotting

@Suite struct MissingCharactersTests {
  @Test func eachIsToldOnceAndDrawnAsABox() throws {
    let figure = Figure(
      title: FigureTitle("Größe\n漢字"),
      panels: [
        Axes(title: "字", x: Axis(label: "10⁻³ m"), y: Axis(scale: .band(["語", "b"])), legend: Legend()) {
          Line(y: [0, 1], label: "漢 line")
          Text("🎉", x: 0, y: 0)
        }
      ], theme: .withoutSystemFonts)
    #expect(try figure.missingCharacters() == ["漢", "字", "語", "🎉"])
    #expect(figure.warnings == ["no font has U+6F22, U+5B57, U+8A9E, U+1F389, drawn as boxes"])
    #expect(try figure.image(dpi: 50).width > 100)
    #expect(try Figure(title: FigureTitle("Plain − text"), panels: []).missingCharacters() == [])
  }
}
