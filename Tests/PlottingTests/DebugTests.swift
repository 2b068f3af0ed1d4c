import Testing
@testable import Plotting
@Test func dump() throws {
  let text = try TextEngine()
  let img = Image(width: 28, height: 28, pixels: (0..<784).map { UInt8($0 & 255) })
  let f = Figure(size: Size(width: 12, height: 5), title: FigureTitle(Label("Sample Handwritten Digits from Training Set", size: 14), top: 1.02), columns: 5, rows: 3,
    panels: (0..<15).map { _ in Axes(marks: [.image(img)], title: Label("Label: 5"), decoration: .none) })
  let l = try FigureLayout(f, dpi: 150, text: text)
  for p in l.panels { print("image", p.frame.minX, p.frame.minY, p.frame.width, p.frame.height); print("text", p.title!.lines[0].text, p.title!.lines[0].origin.x, l.exactHeight - p.title!.lines[0].origin.y) }
  print(l.title!.lines[0].origin, l.height)
}
