import FileFormats

/// Predictions and what belongs to them in an .npz file: its members are told by their names, and those that `numpy.savez`
/// names itself, `arr_0` and so on, by their shapes.
enum NPZPredictions: PredictionsFormat {
  static func recognizes(_ file: ModelFile) -> Bool {
    file.ending == "npz" && NPZ.canStart(file.head) && !file.name.contains("/")
  }

  static func read(_ file: ModelFile) throws -> PredictedSamples? {
    try read(file.contents(.npz), file: file.path.string)
  }

  /// Reads the bytes of a file; nil if it holds no predictions.
  static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> PredictedSamples? {
    try samples(of: try NPZ.read(bytes, file: file) { ArrayRole(name: $0) != nil || $0.hasPrefix("arr_") }, file: file)
  }

  /// The predictions among arrays, with the labels and images beside them; nil if there are none.
  static func samples(of members: [NPZ.Member], file: String) throws(FormatError) -> PredictedSamples? {
    func named(_ role: ArrayRole) -> NPZ.Member? {
      members.compactMap { member in role.rank(of: member.name).map { (rank: $0, member: member) } }
        .min { $0.rank < $1.rank }?.member
    }
    let unnamed = members.filter { ArrayRole(name: $0.name) == nil }
    func only(where fits: (NPYArray) -> Bool) -> NPZ.Member? {
      let found = unnamed.filter { fits($0.array) }
      return found.count == 1 ? found[0] : nil
    }
    guard let predicted = named(.predictions) ?? only(where: { $0.shape.count == 2 && $0.integers == nil }) else {
      return nil
    }
    var samples = try ArrayPredictions.samples(of: predicted.array, file: "\(file), \(predicted.name)")
    if let labels = named(.labels) ?? only(where: { $0.shape.count == 1 && $0.shape[0] == samples.count }) {
      samples.truth = try TrueClasses(labels.array, file: "\(file), \(labels.name)")
    }
    samples.images = (named(.images) ?? only(where: { $0.shape.count > 2 }))?.array
    return samples
  }
}
