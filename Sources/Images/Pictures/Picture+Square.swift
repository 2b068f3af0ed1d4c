extension Picture {
  /// The middle of the picture as a square, each pixel the mean of those that it covers.
  package func square(side: Int) -> Picture {
    let size = min(width, height)
    let (left, top) = ((width - size) / 2, (height - size) / 2)
    /// The rows or columns that one of the square covers, at least one.
    func range(_ index: Int) -> Range<Int> {
      let start = index * size / side
      return start..<max(start + 1, (index + 1) * size / side)
    }
    var square: [UInt8] = []
    square.reserveCapacity(side * side * 3)
    for y in 0..<side {
      let rows = range(y)
      for x in 0..<side {
        let columns = range(x)
        var sums = (0, 0, 0)
        for row in rows {
          for column in columns {
            let place = 3 * ((top + row) * width + left + column)
            sums.0 += Int(pixels[place])
            sums.1 += Int(pixels[place + 1])
            sums.2 += Int(pixels[place + 2])
          }
        }
        let count = rows.count * columns.count
        for sum in [sums.0, sums.1, sums.2] { square.append(UInt8((sum + count / 2) / count)) }
      }
    }
    return Picture(width: side, height: side, pixels: square)
  }
}
