import FileFormats
import Images

extension ImageSet {
  /// Takes images that another program saved, in any of the usual layouts and ranges; see ``PixelLayout`` and ``PixelRange``.
  ///
  /// - Parameter count: the number of test samples.
  /// - Returns: the images, and how they were read if it is not as they stand, as clauses.
  /// - Throws: ``FormatError`` if they cannot be shown.
  static func importing(
    _ array: NPYArray, file: String, count: Int
  ) throws(FormatError) -> (images: ImageSet, notes: [String]) {
    func error(_ place: String, _ problem: String) -> FormatError {
      FormatError(
        .read, format: "images", file: file, at: .field(place), problem: problem,
        advice: "Save images as uint8 of the shape [test samples, height, width], with a last dimension of 3 for colour"
      )
    }
    guard array.shape.first == count else {
      throw error("shape", "there are \(array.shape.first ?? 0) images, and \(count) labels")
    }
    guard let layout = PixelLayout(shape: array.shape) else {
      throw error("shape", "\(array.shape) is not the shape of images")
    }
    if array.texts != nil { throw error("descr", "it holds texts") }
    let pixels: [Float]
    var bytes: [UInt8]?
    switch array.elements {
    case .uint8(let values): (pixels, bytes) = ([], values)
    default:
      guard let values = array.floats ?? array.integers?.map(Float.init) else {
        throw error("descr", "its numbers are too large")
      }
      pixels = values
    }
    if let place = pixels.firstIndex(where: { !$0.isFinite }) {
      throw error("element \(place)", "\(pixels[place]) is no brightness")
    }
    let range = bytes.map { PixelRange($0.map(Float.init)) } ?? PixelRange(pixels)
    let scaled = bytes != nil && range.isBytes ? bytes ?? [] : range.bytes(bytes?.map(Float.init) ?? pixels)
    let isInterleaved = layout.isFlatColor && layout.isInterleaved(scaled)
    var notes = [range.note].compactMap { $0 }
    if layout.isFlatColor {
      notes.append("the rows of the images are taken for \(isInterleaved ? "pixels" : "planes") of red, green and blue")
    }
    return (layout.images(count: count, scaled, isInterleaved: isInterleaved), notes)
  }
}
