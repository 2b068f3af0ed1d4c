import CKernels
import Randomness
import TestSupport
import Testing

/// Winograd's passes against the direct convolution in double precision, for both block sizes on any machine.
@Suite struct WinogradTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var shape: ck_winograd
    var testDescription: String {
      "\(shape.samples) samples, \(shape.inputs) to \(shape.outputs), \(shape.height) x \(shape.width), "
        + "padding \(shape.padding), blocks of \(shape.block), \(shape.parts) parts"
    }
  }

  /// Whole tiles and cut ones, rows of every remainder, more samples than are worked on at a time, parts without any.
  static let cases = [
    (3, 8, 16, 6, 6, 0, 8, 1), (5, 16, 24, 7, 13, 0, 8, 2), (2, 16, 32, 13, 8, 0, 16, 3), (70, 8, 8, 5, 5, 0, 8, 2),
    (1, 32, 16, 3, 4, 0, 16, 2), (3, 16, 8, 8, 7, 1, 8, 2), (40, 8, 8, 5, 6, 1, 8, 3), (2, 16, 32, 9, 12, 1, 16, 1),
    (2, 8, 8, 1, 2, 1, 8, 1),
  ].map { samples, inputs, outputs, height, width, padding, block, parts in
    Case(
      shape: ck_winograd(
        samples: samples, inputs: inputs, outputs: outputs, height: height, width: width, padding: padding,
        block: block, parts: parts))
  }

  @Test(arguments: cases) func agreesWithTheDirectConvolution(_ testCase: Case) {
    let shape = testCase.shape
    let (samples, inputs, outputs) = (Int(shape.samples), Int(shape.inputs), Int(shape.outputs))
    let (height, width, block) = (Int(shape.height), Int(shape.width), Int(shape.block))
    let padding = Int(shape.padding)
    let (rows, columns) = (height + 2 * padding - 2, width + 2 * padding - 2)
    var random = SeededRandom(seed: 3)
    func values(_ count: Int) -> [Float] { (0..<count).map { _ in random.float() - 0.5 } }
    let x = values(samples * inputs * height * width)
    let gradient = values(samples * outputs * rows * columns)
    let (kernel, bias) = (values(outputs * inputs * 9), values(outputs))
    /// Where a value stands in blocks of channels.
    func place(_ n: Int, _ c: Int, _ p: Int, channels: Int, pixels: Int) -> Int {
      ((n * channels + c / block * block) * pixels) + p * block + c % block
    }

    var y = [Double](repeating: 0, count: gradient.count)
    var xGradient = [Double](repeating: 0, count: x.count)
    var kernelGradient = [Double](repeating: 0, count: kernel.count)
    for n in 0..<samples {
      for k in 0..<outputs {
        for row in 0..<rows {
          for column in 0..<columns {
            let to = place(n, k, row * columns + column, channels: outputs, pixels: rows * columns)
            var sum = Double(bias[k])
            for c in 0..<inputs {
              for window in 0..<9 {
                let (top, left) = (row + window / 3 - padding, column + window % 3 - padding)
                guard 0..<height ~= top, 0..<width ~= left else { continue }
                let from = place(n, c, top * width + left, channels: inputs, pixels: height * width)
                let weight = (k * inputs + c) * 9 + window
                sum += Double(kernel[weight]) * Double(x[from])
                xGradient[from] += Double(kernel[weight]) * Double(gradient[to])
                kernelGradient[weight] += Double(x[from]) * Double(gradient[to])
              }
            }
            y[to] = sum
          }
        }
      }
    }

    var ours = (
      y: [Float](repeating: .nan, count: y.count), x: [Float](repeating: .nan, count: x.count),
      kernel: [Float](repeating: .nan, count: kernel.count)
    )
    withUnsafePointer(to: shape) { shape in
      let count = Int(ck_winograd_kernel_count(shape))
      var transformed = [Float](repeating: .nan, count: count)
      var transposed = transformed
      var workspace = [Float](repeating: 0, count: Int(ck_winograd_workspace_count(shape)))
      ck_winograd_transform_kernel(shape, kernel, &transformed, &transposed)
      ck_winograd_forward(shape, x, transformed, bias, true, &workspace, &ours.y)
      #expect(relativeNorm(ours.y, y.map { max(0, $0) }) < 1e-5)
      ck_winograd_forward(shape, x, transformed, bias, false, &workspace, &ours.y)
      ck_winograd_backward(shape, x, gradient, transposed, &workspace, &ours.x, &ours.kernel)
      // A second time: what the first has left in the workspace does not matter.
      var again = ours.kernel
      ck_winograd_backward(shape, x, gradient, transposed, &workspace, nil, &again)
      #expect(again == ours.kernel)
    }
    #expect(relativeNorm(ours.y, y) < 1e-5)
    #expect(relativeNorm(ours.x, xGradient) < 1e-5)
    #expect(relativeNorm(ours.kernel, kernelGradient) < 1e-5)
  }
}
