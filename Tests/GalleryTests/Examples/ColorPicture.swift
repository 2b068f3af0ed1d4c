import Plotting

func colorPicture() -> Figure {
  let side = 64
  // Red grows to the right, green downwards; blue is the rest.
  let pixels = (0..<side * side).flatMap { index -> [UInt8] in
    let (row, column) = index.quotientAndRemainder(dividingBy: side)
    return [UInt8(4 * column), UInt8(4 * row), UInt8(255 - 2 * (column + row))]
  }
  return Figure(
    size: Size(width: 6, height: 3), columns: 2,
    panels: [nil, 0...128].map { range in
      Axes(title: range == nil ? "As it is" : "Range 0...128", decoration: .none) {
        Image(width: side, height: side, pixels: pixels, channels: .rgb, range: range)
      }
    })
}
