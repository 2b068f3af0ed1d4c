import Foundation
import Kinds
import Testing

@testable import Datasets

/// Augmentations as recipes name them.
@Suite struct AugmentationDecodingTests {
  private struct Recipe: Codable {
    var augmentation: [any Augmentation]

    enum CodingKeys: String, CodingKey, CaseIterable { case augmentation }

    init(from decoder: any Decoder) throws {
      augmentation = try Fields(of: decoder, CodingKeys.self).kinds(.augmentation, of: Augmentations.all)
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(kindsOf: augmentation, forKey: .augmentation)
    }
  }

  private func read(_ augmentation: String) throws -> any Augmentation {
    let recipe = try JSONDecoder().decode(Recipe.self, from: Data(#"{"augmentation": [\#(augmentation)]}"#.utf8))
    return try #require(recipe.augmentation.first)
  }

  @Test func everyKindIsReadAsItWasWritten() throws {
    #expect(!Augmentations.all.isEmpty)
    for kind in Augmentations.all {
      let standard = try read(#"{"kind": "\#(kind.kind)"}"#)
      var recipe = try JSONDecoder().decode(Recipe.self, from: Data("{}".utf8))
      #expect(recipe.augmentation.isEmpty)
      recipe.augmentation = [standard]
      let again = try JSONDecoder().decode(Recipe.self, from: JSONEncoder().encode(recipe))
      #expect(try #require(again.augmentation.first).equals(standard))
    }
  }

  @Test func fieldsChangeTheirDefaults() throws {
    var affine = Affine()
    (affine.rotation, affine.scale, affine.shear, affine.shift) = (15, 0.2, 0, 0.05)
    #expect(
      try read(#"{"kind": "affine", "rotation": 15, "scale": 0.2, "shear": 0, "shift": 0.05}"#).equals(affine))
  }

  @Test func theGreatestAreaMayBeBelowTheStandardLeast() throws {
    var erasing = RandomErasing()
    (erasing.minArea, erasing.maxArea) = (0.01, 0.01)
    #expect(try read(#"{"kind": "random_erasing", "max_area": 0.01}"#).equals(erasing))
  }

  @Test(arguments: [
    (#"{"kind": "shfit"}"#, "kind", "it is shfit, which is none of shift"),
    (#"{"kind": "shift", "pixels": 0}"#, "pixels", "it is 0, and must be from 1 to 1000"),
    (#"{"kind": "shift", "pixel": 2}"#, "pixel", "there is no such field, only pixels"),
    (#"{"kind": "horizontal_flip", "probability": 1.5}"#, "probability", "it is 1.5, and must be from 0.0 to 1.0"),
    (#"{"kind": "affine", "rotation": -5}"#, "rotation", "it is -5.0, and must be from 0.0 to 180.0"),
    (#"{"kind": "affine", "scale": 1}"#, "scale", "it is 1.0, and must be at least 0.0 and below 1.0"),
    (#"{"kind": "affine", "shear": 90}"#, "shear", "it is 90.0, and must be at least 0.0 and below 90.0"),
    (#"{"kind": "affine", "shift": 2}"#, "shift", "it is 2.0, and must be from 0.0 to 1.0"),
    (#"{"kind": "affine", "degrees": 5}"#, "degrees", "there is no such field, only rotation, scale, shear, shift"),
    (#"{"kind": "elastic", "alpha": -1}"#, "alpha", "it is -1.0, and must be from 0.0 to 10000.0"),
    (#"{"kind": "elastic", "sigma": 0.5}"#, "sigma", "it is 0.5, and must be from 1.0 to 100.0"),
    (#"{"kind": "random_erasing", "probability": -0.1}"#, "probability", "it is -0.1, and must be from 0.0 to 1.0"),
    (#"{"kind": "random_erasing", "max_area": 1.1}"#, "max_area", "it is 1.1, and must be from 0.0 to 1.0"),
    (#"{"kind": "random_erasing", "min_area": 0.4}"#, "min_area", "it is 0.4, and must be from 0.0 to 0.33"),
    (#"{"kind": "random_erasing", "min_aspect": 2}"#, "min_aspect", "it is 2.0, and must be from 0.01 to 1.0"),
    (#"{"kind": "random_erasing", "fill": 255}"#, "fill", "it is 255.0, and must be from 0.0 to 1.0"),
    (#"{"kind": "cutout", "size": 0}"#, "size", "it is 0, and must be from 1 to 1000"),
    (#"{"kind": "mixup", "alpha": 0}"#, "alpha", "it is 0.0, and must be above 0 and finite"),
  ])
  func wrongFieldsAreNamed(augmentation: String, field: String, problem: String) throws {
    let error = #expect(throws: DecodingError.self) { try read(augmentation) }
    guard case .dataCorrupted(let context) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(context.codingPath.last?.stringValue == field)
    #expect(context.debugDescription.hasPrefix(problem))
  }
}
