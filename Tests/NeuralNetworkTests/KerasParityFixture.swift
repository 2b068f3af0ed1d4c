import FileFormats
import Foundation
import TestSupport

@testable import NeuralNetwork

/// Arrays that Keras (and PyTorch in float64, for the first batch's gradients) computed for one model.
///
/// They stand in KerasParity/, or in the folder that the environment variable KERAS_PARITY_FIXTURES names.
struct KerasParityFixture {
  let folder: URL

  init(model: String) {
    let root =
      ProcessInfo.processInfo.environment["KERAS_PARITY_FIXTURES"].map { URL(filePath: $0) }
      ?? pathBesideTest("KerasParity")
    folder = root.appending(path: model)
  }

  func array(_ name: String) throws -> NPYArray {
    let file = folder.appending(path: "\(name).npy")
    return try NPY.read([UInt8](Data(contentsOf: file)), file: file.path)
  }

  /// Finite floats of the shape that is expected.
  func floats(_ name: String, shape: [Int]) throws -> [Float] {
    let array = try array(name)
    guard array.shape == shape, let floats = array.floats, floats.allSatisfy(\.isFinite) else {
      throw Damaged(file: "\(name).npy", problem: "finite floats of shape \(shape) are expected, not \(array.shape)")
    }
    return floats
  }

  /// The parameters that `prefix` stands before, in the model's shapes.
  func weights(_ prefix: String, like weights: [Model.Weights]) throws -> [Model.Weights] {
    try weights.map {
      Model.Weights(name: $0.name, shape: $0.shape, values: try floats("\(prefix).\($0.name)", shape: $0.shape))
    }
  }

  /// The training-set indices of each step's batch.
  func batches(limit: Int) throws -> [[Int]] {
    let array = try array("batches")
    guard array.shape.count == 2, let indices = array.integers, indices.allSatisfy({ 0..<limit ~= $0 }) else {
      throw Damaged(file: "batches.npy", problem: "rows of indices below \(limit) are expected")
    }
    let size = array.shape[1]
    return (0..<array.shape[0]).map { Array(indices[$0 * size..<($0 + 1) * size]) }
  }

  struct Damaged: Error {
    let file: String
    let problem: String
  }
}
