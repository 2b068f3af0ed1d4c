import Glibc

/// The formats of files, by the ending of their names.
enum FileFormat: String, CaseIterable {
  case png, svg, pdf

  /// The format of a file; nil if its name ends otherwise. Capitals do not matter.
  init?(path: String) {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
    self.init(rawValue: path[path.index(after: dot)...].lowercased())
  }
}

extension Figure {
  /// Draws the figure and writes it to a file, whose ending states the format: `.png`, `.svg` or `.pdf`.
  ///
  /// The file is written beside its place and then moved there, so that it is never half of a picture, and a file that was
  /// there stays if something fails.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - dpi: The density of a PNG in dots per inch, 10 to 2400.
  /// - Throws: ``PlottingError`` if the figure cannot be drawn, the ending is another one, or the file cannot be written.
  public func write(to path: String, dpi: Double = 150) throws(PlottingError) {
    guard let format = FileFormat(path: path) else {
      let endings = FileFormat.allCases.map { ".\($0.rawValue)" }.joined(separator: ", ")
      throw PlottingError(.invalidValue, operation: "write \(path)", reason: "its name ends with none of \(endings)")
    }
    let bytes =
      switch format {
      case .png: try png(dpi: dpi)
      case .svg: try svg()
      case .pdf: try pdf()
      }
    try NewFile.write(bytes, to: path)
  }
}

/// A file that is moved to its place once it is whole.
enum NewFile {
  static func write(_ bytes: [UInt8], to path: String) throws(PlottingError) {
    func failure(_ code: Int32) -> PlottingError {
      PlottingError(.file, operation: "write \(path)", reason: String(cString: strerror(code)))
    }
    guard !path.utf8.contains(0) else { throw failure(EINVAL) }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let partial = folder + ".plotting-\(getpid())-\(String(UInt64.random(in: 0 ... .max), radix: 36)).partial"
    let file = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw failure(errno) }
    var problem = write(bytes, to: file)
    if problem == nil, fsync(file) != 0, errno != EINVAL, errno != EROFS { problem = errno }
    if close(file) != 0 { problem = problem ?? errno }
    if problem == nil, rename(partial, path) != 0 { problem = errno }
    guard let problem else { return }
    unlink(partial)
    throw failure(problem)
  }

  /// Writes all bytes; the system's number of what failed, if something did.
  private static func write(_ bytes: [UInt8], to file: Int32) -> Int32? {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Glibc.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        rest = rest.dropFirst(count)
      }
      return nil
    }
  }
}
