import Datasets
import Images
import Plotting
import PlottingTesting
import TestSupport
import Testing

/// The picture in docs/recipes.md: what each augmentation makes of one image in eight epochs.
///
/// After a change, `UPDATE_GALLERY=1 swift test --filter AugmentationPictureTests` writes it. Look at it then.
@Suite struct AugmentationPictureTests {
  @Test func everyAugmentationIsShown() throws {
    let golden = GoldenPicture(pathBesideTest("../../docs/pictures/augmentations.png").path, tolerance: .golden)
    #expect(try golden.difference(from: augmentations(), dpi: 150, isUpdating: GalleryTests.isUpdating) == nil)
  }

  private func augmentations() throws -> Figure {
    var mixup = Mixup()
    mixup.alpha = 1
    let rows: [(name: String, augmentation: any Augmentation)] = [
      ("shift", Shift()), ("horizontal_flip", HorizontalFlip()), ("affine", Affine()), ("elastic", Elastic()),
      ("random_erasing", RandomErasing()), ("cutout", Cutout()), ("mixup, alpha 1", mixup),
    ]
    #expect(rows.map { type(of: $0.augmentation).kind }.sorted() == Augmentations.all.map { $0.kind }.sorted())
    let dataset = try Dataset.mnist()
    var sheet = PictureSheet(rows: rows.count, columns: 9, side: 28, gap: 3)
    for (row, (_, augmentation)) in rows.enumerated() {
      sheet.put(dataset.training.images[Self.sample], row: row, column: 0)
      for epoch in 0..<8 {
        let pixels = try varied(dataset, by: augmentation, epoch: epoch)
        sheet.put(pixels, row: row, column: epoch + 1)
      }
    }
    let names = rows.enumerated().map { (sheet.middle(ofRow: $0), $1.name) }
    let epochs = (0...8).map { (sheet.middle(ofColumn: $0), $0 == 0 ? "original" : "epoch \($0)") }
    return Figure(
      size: Size(width: 7.6, height: 5.4),
      panels: [
        Axes(
          x: Axis(ticks: .labels(epochs)), y: Axis(ticks: .labels(names)), decoration: .ticks
        ) {
          Image(width: sheet.width, height: sheet.height, pixels: sheet.pixels)
        }
      ], theme: .clean)
  }

  private static let sample = 7

  private func varied(_ dataset: Dataset, by augmentation: any Augmentation, epoch: Int) throws -> [UInt8] {
    let augmenter = try #require(
      Augmenter([augmentation], of: dataset.training, samples: dataset.split.training, seed: 42, batchSize: 1))
    var batch = [Float](repeating: 0, count: 28 * 28)
    batch.withUnsafeMutableBufferPointer {
      augmenter.copy(ArraySlice([Self.sample]), epoch: epoch, scaledInto: $0)
    }
    return batch.map { UInt8(($0 * 255).rounded()) }
  }
}

/// Square grey pictures in rows and columns on white, the first column apart from the others.
private struct PictureSheet {
  let (width, height): (Int, Int)
  private(set) var pixels: [UInt8]
  private let (side, gap): (Int, Int)

  init(rows: Int, columns: Int, side: Int, gap: Int) {
    (width, height) = (columns * (side + gap), rows * (side + gap) - gap)
    pixels = [UInt8](repeating: 255, count: width * height)
    (self.side, self.gap) = (side, gap)
  }

  private func top(ofRow row: Int) -> Int { row * (side + gap) }

  private func left(ofColumn column: Int) -> Int { column * (side + gap) + (column > 0 ? gap : 0) }

  /// The height of a row's middle.
  func middle(ofRow row: Int) -> Double { Double(top(ofRow: row)) + Double(side) / 2 }

  /// The place of a column's middle.
  func middle(ofColumn column: Int) -> Double { Double(left(ofColumn: column)) + Double(side) / 2 }

  mutating func put(_ picture: some Collection<UInt8>, row: Int, column: Int) {
    for (place, value) in picture.enumerated() {
      let (y, x) = (top(ofRow: row) + place / side, left(ofColumn: column) + place % side)
      pixels[y * width + x] = value
    }
  }
}
