import Plotting
import Testing

/// Types of a program's own, which hide those of a module in their file. The module's are reached by its name, so that no type
/// of `Plotting` may be called `Plotting`.
private struct Text {}
private struct Line {}
private struct Axis {}
private struct Color {}

@Suite struct OwnNamesTests {
  @Test func theModuleIsTheNamespace() throws {
    _ = (Text(), Line(), Axis(), Color())
    let figure = Figure {
      Axes(x: Plotting.Axis(label: "x", from: 0, to: nil)) {
        Plotting.Line(y: [1, 2], color: Plotting.Color(hex: 0xFF8800))
        Plotting.Text("here", x: 1, y: 2)
      }
    }
    #expect(try figure.image(dpi: 50).width > 100)
  }
}
