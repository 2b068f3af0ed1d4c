extension Architecture {
  /// The dense network of the original project: 128 and 64 units with dropout 0.2. 109,386 parameters for MNIST.
  public static func simpleNN(height: Int, width: Int, classes: Int) throws(ArchitectureError) -> Architecture {
    try Architecture(
      name: "Simple NN", height: height, width: width,
      layers: [
        .dense(units: 128, relu: true), .dropout(rate: 0.2),
        .dense(units: 64, relu: true), .dropout(rate: 0.2),
        .dense(units: classes, relu: false),
      ])
  }
}
