extension Architecture {
  /// The convolutional network of the original project. 131,530 parameters for MNIST; images of at least 18 x 18.
  public static func cnn(height: Int, width: Int, classes: Int) throws(ArchitectureError) -> Architecture {
    try Architecture(
      name: "CNN", height: height, width: width,
      layers: [
        .convolution(filters: 32, kernel: 3), .batchNormalization, .maxPooling(size: 2),
        .convolution(filters: 64, kernel: 3), .batchNormalization, .maxPooling(size: 2),
        .convolution(filters: 64, kernel: 3), .batchNormalization,
        .dense(units: 128, relu: true), .dropout(rate: 0.5),
        .dense(units: classes, relu: false),
      ])
  }
}
