/// Which samples of the training set are trained on and which are held out: the last ones in file order, as Keras'
/// `validation_split` holds them out. Only ranges; no image is copied.
package struct ValidationSplit: Sendable, Equatable {
  /// The samples to train on.
  package let training: Range<Int>
  /// The samples that are held out.
  package let validation: Range<Int>

  /// Splits `count` samples; `share` of them, 0 to 1, is held out: of 60,000 the last 12,000 by default.
  ///
  /// Keras, train_validation_split: `split_at = int(math.floor(batch_dim * (1.0 - validation_split)))`.
  package init(count: Int, share: Double = 0.2) {
    precondition(count >= 0 && (0...1).contains(share), "a share of 0 to 1 of the samples can be held out")
    let start = Int(Double(count) * (1 - share))
    training = 0..<start
    validation = start..<count
  }
}
