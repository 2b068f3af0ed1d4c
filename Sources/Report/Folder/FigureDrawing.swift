import Dispatch
import Figures
import Plotting
import Synchronization

/// The bytes of figures' files in their order, drawn side by side: they share nothing.
///
/// - Throws: ``DrawingError`` for the first file that cannot be drawn.
func drawSideBySide(
  _ files: [(file: FigureFile, data: FigureData)], dpi: Double, embedsData: Bool
) throws(DrawingError) -> [[UInt8]] {
  let drawn = Mutex([Result<[UInt8], PlottingError>](repeating: .success([]), count: files.count))
  DispatchQueue.concurrentPerform(iterations: files.count) { index in
    let (file, data) = files[index]
    let bytes = Result { () throws(PlottingError) in
      try file.format.draw(data, file.look, dpi: dpi, embedsData: embedsData)
    }
    drawn.withLock { $0[index] = bytes }
  }
  var contents: [[UInt8]] = []
  for (file, bytes) in zip(files, drawn.withLock { $0 }) {
    do throws(PlottingError) {
      contents.append(try bytes.get())
    } catch {
      throw DrawingError(file: file.file.name, cause: error)
    }
  }
  return contents
}
