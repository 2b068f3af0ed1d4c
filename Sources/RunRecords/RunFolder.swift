import FileFormats

/// A named float32 array of a model's weights.
public typealias NamedTensor = Safetensors.Tensor

/// Where the files of a saved run are.
struct RunFolder {
  /// The folder `run/`.
  let path: String

  var record: String { path + "/run.json" }
  var images: String { path + "/images.npy" }
  var labels: String { path + "/labels.npy" }

  func predictions(of model: String) -> String { path + "/" + model + "/predictions.npy" }
  func extra(_ name: String, of model: String) -> String { path + "/" + model + "/" + name + ".npy" }
  func weights(of model: String) -> String { path + "/" + model + "/weights.safetensors" }

  init(_ path: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }
}
