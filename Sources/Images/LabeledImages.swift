/// Images with the class of each.
package struct LabeledImages: Sendable, Equatable {
  /// The images.
  package let images: ImageSet
  /// The class of each image, counted from 0.
  package let labels: [Int32]

  /// The number of images.
  package var count: Int { images.count }

  /// Takes as many labels as images.
  package init(images: ImageSet, labels: [Int32]) {
    precondition(labels.count == images.count, "each image needs a label")
    self.images = images
    self.labels = labels
  }
}
