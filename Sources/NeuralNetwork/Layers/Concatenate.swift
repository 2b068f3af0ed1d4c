/// Joins the channels of images of one size, or the values of vectors.
struct Concatenate: Layer {
  static let kind = "concat"

  func output(of inputs: [Shape]) throws(LayerError) -> Shape {
    let channels = inputs.reduce(0) { $0 + $1.channels }
    guard let first = inputs.first, inputs.count > 1 else {
      throw .unfit(reason: "concatenating takes two or more inputs")
    }
    switch first {
    case .image(let height, let width, _):
      guard inputs.allSatisfy({ $0 == .image(height: height, width: width, channels: $0.channels) }) else {
        throw .unfit(reason: "images of different sizes, \(inputs), cannot be concatenated")
      }
      return .image(height: height, width: width, channels: channels)
    case .vector:
      guard inputs.allSatisfy({ $0 == .vector($0.channels) }) else {
        throw .unfit(reason: "images and vectors, \(inputs), cannot be concatenated")
      }
      return .vector(channels)
    }
  }

  func compile(_ site: Site) throws(ComputeError) -> any Operator {
    try ConcatenateOperator(at: site)
  }
}
