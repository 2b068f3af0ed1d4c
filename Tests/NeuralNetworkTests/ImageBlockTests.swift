import CKernels
import Randomness
import TestSupport
import Testing

/// The first block's passes against one layer after the other in double precision, for both block sizes on any machine.
@Suite struct ImageBlockTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var shape: ck_image_block
    var testDescription: String {
      "\(shape.samples) samples, \(shape.channels) channels, \(shape.height) x \(shape.width), blocks of \(shape.block)"
    }
  }

  /// Even and odd sizes, so that a last row or column has no window.
  static let cases = [(3, 16, 8, 6, 6), (2, 24, 8, 5, 8), (4, 16, 16, 4, 7), (3, 32, 16, 7, 5)].map {
    samples, channels, block, height, width in
    Case(
      shape: ck_image_block(samples: samples, channels: channels, block: block, height: height, width: width))
  }

  @Test(arguments: cases) func agreesWithTheSingleLayers(_ testCase: Case) {
    let shape = testCase.shape
    let (samples, channels, block) = (Int(shape.samples), Int(shape.channels), Int(shape.block))
    let (height, width) = (Int(shape.height), Int(shape.width))
    let windows = (height / 2) * (width / 2)
    var random = SeededRandom(seed: 8)
    func values(_ count: Int) -> [Float] { (0..<count).map { _ in random.float() - 0.5 } }
    let images = values(samples * (height + 2) * (width + 2))
    let (kernel, bias) = (values(9 * channels), values(channels))
    let (scale, inputScale, shift) = (values(channels), values(channels), values(channels))
    let direction = (0..<channels).map { Float($0.isMultiple(of: 3) ? -1 : 1) }
    let gradient = values(samples * channels * windows)

    var expected = (
      pooled: [Double](), sums: [Double](), squares: [Double](), counts: [Double](), output: [Double](),
      kernel: [Double]()
    )
    expected.pooled = Array(repeating: 0, count: gradient.count)
    expected.output = expected.pooled
    expected.kernel = Array(repeating: 0, count: samples * channels * 9)
    for n in 0..<samples {
      for channel in 0..<channels {
        let (group, lane) = (channel / block * block, channel % block)
        func image(_ row: Int, _ column: Int) -> Double {
          Double(images[(n * (height + 2) + row) * (width + 2) + column])
        }
        func weight(_ window: Int) -> Int { group * 9 + window * block + lane }
        // Convolution and ReLU.
        var x = [Double](repeating: 0, count: height * width)
        for row in 0..<height {
          for column in 0..<width {
            var sum = Double(bias[channel])
            for window in 0..<9 {
              sum += Double(kernel[weight(window)]) * image(row + window / 3, column + window % 3)
            }
            x[row * width + column] = max(0, sum)
          }
        }
        expected.sums.append(x.reduce(0, +))
        expected.squares.append(x.reduce(0) { $0 + $1 * $1 })
        expected.counts.append(Double(x.count { $0 > 0 }))
        // Pooling in the channel's direction, and the way back: to the place that was taken, to the mean and the variance.
        var slope = x.map { Double(inputScale[channel]) * $0 + Double(shift[channel]) }
        for window in 0..<windows {
          let corner = window / (width / 2) * 2 * width + window % (width / 2) * 2
          let places = [corner, corner + 1, corner + width, corner + width + 1]
          let taken = places.max { x[$0] * Double(direction[channel]) < x[$1] * Double(direction[channel]) } ?? corner
          let place = (n * channels + group) * windows + window * block + lane
          expected.pooled[place] = x[taken]
          expected.output[place] = Double(scale[channel]) * x[taken] + Double(shift[channel])
          slope[taken] += Double(scale[channel]) * Double(gradient[place])
        }
        for (place, slope) in slope.enumerated() where x[place] > 0 {
          for window in 0..<9 {
            expected.kernel[n * channels * 9 + weight(window)] +=
              slope * image(place / width + window / 3, place % width + window % 3)
          }
        }
      }
    }

    func unset(_ count: Int) -> [Float] { Array(repeating: .nan, count: count) }
    var (pooled, output) = (unset(gradient.count), unset(gradient.count))
    var (sums, squares, counts) = (unset(samples * channels), unset(samples * channels), unset(samples * channels))
    var kernelSums = unset(samples * channels * 9)
    withUnsafePointer(to: shape) { shape in
      #expect(ck_image_block_fits(shape))
      ck_image_block_moments(shape, images, kernel, bias, direction, &pooled, &sums, &squares, &counts)
      ck_image_block_inference(shape, images, kernel, bias, direction, scale, shift, &output)
      ck_image_block_gradient(
        shape, images, kernel, bias, pooled, gradient, scale, inputScale, shift, &kernelSums)
    }
    #expect(relativeNorm(pooled, expected.pooled) < 1e-6)
    #expect(relativeNorm(output, expected.output) < 1e-6)
    #expect(relativeNorm(sums, expected.sums) < 1e-6)
    #expect(relativeNorm(squares, expected.squares) < 1e-6)
    #expect(counts.map(Double.init) == expected.counts)
    #expect(relativeNorm(kernelSums, expected.kernel) < 1e-6)
  }
}
