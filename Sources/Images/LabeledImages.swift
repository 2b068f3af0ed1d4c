/// Images with the class of each.
public struct LabeledImages: Sendable, Equatable {
  /// The images.
  public let images: ImageSet
  /// The class of each image, counted from 0.
  public let labels: [Int32]

  /// The number of images.
  public var count: Int { images.count }

  /// Takes as many labels as images.
  public init(images: ImageSet, labels: [Int32]) {
    precondition(labels.count == images.count, "each image needs a label")
    self.images = images
    self.labels = labels
  }
}
