/// All kinds of layers.
enum LayerKinds {
  static let all: [any Layer.Type] = [
    BatchNormalization.self,
    Convolution.self,
    Dense.self,
    Dropout.self,
    Flatten.self,
    MaxPooling.self,
    ReLU.self,
  ]
}
