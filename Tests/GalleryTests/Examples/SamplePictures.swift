import Plotting

func samplePictures() -> Figure {
  let names = ["plane", "car", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"]
  // Stripes of a colour for each class, in place of CIFAR-10's photographs: red, green and blue, 32 x 32.
  func picture(_ index: Int) -> [UInt8] {
    (0..<32 * 32).flatMap { place -> [UInt8] in
      let (row, column) = place.quotientAndRemainder(dividingBy: 32)
      let light = (row * (index % 3 + 1) + column * (index / 3)) / 4 % 4
      return [110 + 30 * light, 190 - 8 * index - 15 * light, 90 + 12 * index + row].map { UInt8(clamping: $0) }
    }
  }
  return Figure(size: Size(width: 7, height: 3.8), title: FigureTitle("Training samples"), columns: 5) {
    for (index, name) in names.enumerated() {
      Axes(title: Label(name, size: 10), decoration: .none) {
        Image(width: 32, height: 32, pixels: picture(index), channels: .rgb)
      }
    }
  }
}
