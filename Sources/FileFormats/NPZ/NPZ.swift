/// NumPy's .npz files: ZIP files with an array per member, as `numpy.savez` and `numpy.savez_compressed` write them.
package enum NPZ {
  /// A member of a file.
  package struct Member: Sendable, Equatable {
    /// The array's name.
    package let name: String
    /// The array.
    package let array: NPYArray

    /// Creates a member.
    package init(name: String, array: NPYArray) {
      self.name = name
      self.array = array
    }
  }

  /// Whether a file begins as one of this format does.
  package static func canStart(_ bytes: [UInt8]) -> Bool { ZipArchive.canStart(bytes) }

  /// Reads the arrays of a file in the order in which they were saved. Members that are no arrays are passed over.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: its name, for errors.
  ///   - isWanted: whether an array of this name is read; by default all are.
  /// - Throws: if the file is no ZIP file, is cut off or damaged, or if an array is of a kind that ``NPY`` refuses.
  package static func read(
    _ bytes: BytesAt, file: String, where isWanted: (String) -> Bool = { _ in true }
  ) throws(FormatError) -> [Member] {
    let archive = try ZipArchive(bytes, file: file)
    var members: [Member] = []
    for member in archive.members where member.name.hasSuffix(ending) {
      let name = String(member.name.dropLast(ending.count))
      guard isWanted(name) else { continue }
      var source = try ZipMemberSource(member, of: archive)
      let reader = NPYReader(file: "\(file), \(name)", roundsToFloat32: true)
      members.append(Member(name: name, array: try reader.read(&source)))
    }
    return members
  }

  /// The same of a file that is in memory.
  package static func read(
    _ bytes: [UInt8], file: String, where isWanted: (String) -> Bool = { _ in true }
  ) throws(FormatError) -> [Member] {
    try read(BytesAt(bytes), file: file, where: isWanted)
  }

  private static let ending = ".npy"
}
