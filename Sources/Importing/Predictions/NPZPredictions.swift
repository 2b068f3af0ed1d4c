import FileFormats

/// Predictions and what belongs to them in an .npz file: its members are told by their names, and those that `numpy.savez`
/// names itself, `arr_0` and so on, by their shapes.
enum NPZPredictions: PredictionsFormat {
  static func recognizes(_ file: ModelFile) -> Bool {
    file.ending == "npz" && NPZ.canStart(file.head) && !file.name.contains("/")
  }

  static func read(_ file: ModelFile) throws -> PredictedSamples? {
    try samples(of: try NPZ.read(file.path, where: isWanted), file: file.path.string)
  }

  /// Reads the bytes of a file; nil if it holds no predictions.
  static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> PredictedSamples? {
    try samples(of: try NPZ.read(bytes, file: file, where: isWanted), file: file)
  }

  private static func isWanted(_ name: String) -> Bool {
    ArrayRole(name: name) != nil || ClassTexts.areNamed(name) || name.hasPrefix("arr_")
  }

  /// The predictions among arrays, with the labels and images beside them; nil if there are none.
  static func samples(of members: consuming [NPZ.Member], file: String) throws(FormatError) -> PredictedSamples? {
    var members = consume members
    guard
      let found = place(of: .predictions, in: members)
        ?? onlyUnnamed(in: members, where: { $0.shape.count == 2 && $0.integers == nil })
    else { return nil }
    let predicted = members.remove(at: found)
    let name = predicted.name
    // Given away, so that its numbers can be changed in place.
    var samples = try ArrayPredictions.samples(of: (consume predicted).array, file: "\(file), \(name)")
    if let found = place(of: .labels, in: members)
      ?? onlyUnnamed(in: members, where: { $0.shape.count == 1 && $0.shape[0] == samples.count })
    {
      var truth = try TrueClasses(members[found].array, file: "\(file), \(members[found].name)")
      let names = members.lazy.filter { ClassTexts.areNamed($0.name) }.compactMap(\.array.texts).first
      if let names { truth.take(names, columns: samples.columns) }
      samples.truth = truth
    }
    if let found = place(of: .images, in: members) ?? onlyUnnamed(in: members, where: { $0.shape.count > 2 }) {
      samples.images = members[found].array
    }
    return samples
  }

  /// The member that has the best known name of a role; nil if there is none.
  private static func place(of role: ArrayRole, in members: [NPZ.Member]) -> Int? {
    members.indices.compactMap { place in role.rank(of: members[place].name).map { (rank: $0, place: place) } }
      .min { $0.rank < $1.rank }?.place
  }

  /// The only member without a known name that fits; nil if there is none, or several.
  private static func onlyUnnamed(in members: [NPZ.Member], where fits: (NPYArray) -> Bool) -> Int? {
    let found = members.indices.filter { ArrayRole(name: members[$0].name) == nil && fits(members[$0].array) }
    return found.count == 1 ? found[0] : nil
  }
}
