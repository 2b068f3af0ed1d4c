import FileFormats

/// A named float32 array of a model's weights.
package typealias NamedTensor = Safetensors.Tensor
