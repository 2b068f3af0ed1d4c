import FileFormats
import Images

extension ImageSet {
  /// Reads grey images that another program wrote, of the shape [count, height, width], [count, height, width, 1] or
  /// [count, 1, height, width]: bytes, or floating-point numbers from 0 to 1 (255 where any is above 1).
  init(importing bytes: [UInt8], file: String, count: Int) throws(FormatError) {
    let array = try NPY.read(bytes, file: file)
    func error(_ place: String, _ problem: String) -> FormatError {
      FormatError(
        .read, format: ".npy", file: file, at: .field(place), problem: problem,
        advice: "Save grey images as uint8 of the shape [test samples, height, width]")
    }
    var shape = array.shape
    if shape.count == 4 {
      if shape[3] == 1 { shape.remove(at: 3) } else if shape[1] == 1 { shape.remove(at: 1) }
    }
    guard shape.count == 3, shape[1] > 0, shape[2] > 0 else {
      throw error("shape", "its shape \(array.shape) is not that of grey images")
    }
    guard shape[0] == count else {
      throw error("shape", "it has \(shape[0]) images, and labels.npy beside it \(count) labels")
    }
    let pixels: [UInt8]
    if case .uint8(let values) = array.elements {
      pixels = values
    } else if let values = array.floats {
      guard let place = values.firstIndex(where: { !($0 >= 0 && $0 <= 255) }) else {
        let scale: Float = values.contains { $0 > 1 } ? 1 : 255
        self.init(
          count: count, height: shape[1], width: shape[2], pixels: values.map { UInt8(($0 * scale).rounded()) })
        return
      }
      throw error("element \(place)", "\(values[place]) is no grey from 0 to 1, nor from 0 to 255")
    } else {
      throw error("descr", "it holds \(array.elements.typeName), not bytes or floating-point numbers")
    }
    self.init(count: count, height: shape[1], width: shape[2], pixels: pixels)
  }
}
