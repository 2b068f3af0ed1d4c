/// All kinds of layers.
enum LayerKinds {
  static let all: [any Layer.Type] = [
    Add.self,
    AveragePooling.self,
    BatchNormalization.self,
    ChannelScale.self,
    Concatenate.self,
    Convolution.self,
    Dense.self,
    DepthwiseConvolution.self,
    Dropout.self,
    Flatten.self,
    GlobalAveragePooling.self,
    MaxPooling.self,
    ReLU.self,
    Sigmoid.self,
    Swish.self,
  ]
}
