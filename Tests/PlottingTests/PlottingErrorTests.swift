import Testing

@testable import Plotting

@Suite struct PlottingErrorTests {
  private func error(_ body: () throws -> [UInt8]) -> PlottingError? {
    #expect(throws: PlottingError.self) { try body() }
  }

  @Test func theKindTellsWhatToDo() {
    let figure = linesFigure(epochs: 2)
    let outOfRange = error { try figure.png(dpi: 3) }
    #expect(outOfRange?.kind == .invalidValue && outOfRange?.reason == "dpi is 3.0, not within 10...2400")
    let wide = error { try Figure(size: Size(width: 150, height: 1), panels: []).png(dpi: 600) }
    #expect(wide?.kind == .pageTooLarge)
    #expect(
      wide?.description.hasSuffix("at most 30000 per side are drawn") == true)
    #expect(wide?.advice == "Choose a lower dpi or a smaller figure")
    let mark = error { try Figure(panels: [Axes(marks: [.line(Line(x: [1], y: []))])]).png() }
    #expect(mark?.kind == .invalidValue)
    let foreign = #expect(throws: PlottingError.self) { try RGBImage(png: [1, 2, 3]) }
    #expect(foreign?.kind == .unreadableImage)
  }
}
