import Files
import Datasets
import Images
import TestSupport

@testable import Training

extension Dataset {
  /// 60 images of 18 x 18, bright on the left (class 0) or on the right (class 1), with noise.
  static let sides: Dataset = {
    func images(_ count: Int) -> LabeledImages {
      var pixels: [UInt8] = []
      for image in 0..<count {
        for place in 0..<18 * 18 {
          let isBright = (place % 18 < 9) == (image % 2 == 0)
          pixels.append(UInt8((isBright ? 180 : 20) + (image * 31 + place * 17) % 50))
        }
      }
      return LabeledImages(
        images: ImageSet(count: count, height: 18, width: 18, pixels: pixels), labels: (0..<count).map { Int32($0 % 2) }
      )
    }
    return Dataset(name: "sides", training: images(60), test: images(20), classNames: ["left", "right"])
  }()
}

extension [Recipe] {
  /// The original's two recipes for `sides`.
  static func original(epochs: Int) -> [Recipe] {
    StandardRecipe.original.models.map { recipe in
      var recipe = recipe
      (recipe.epochs, recipe.batchSize, recipe.seed) = (epochs, 10, 3)
      return recipe
    }
  }
}

/// Gives a checkpoint's folder, which does not exist yet and is removed afterwards.
func withCheckpointFolder(_ body: (CheckpointFolder) throws -> Void) throws {
  try withTemporaryPath { try body(CheckpointFolder(ResultsLayout($0).checkpoint)) }
}
