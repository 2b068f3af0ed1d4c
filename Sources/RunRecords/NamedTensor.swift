import FileFormats

/// A named float32 array of a model's weights.
public typealias NamedTensor = Safetensors.Tensor
