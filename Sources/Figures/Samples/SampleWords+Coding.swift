import RunRecords

extension SampleWords {
  /// The words as a figure's data has them, which says nothing of digits: older data says nothing of any.
  var unlessDigits: SampleWords? { self == .digits ? nil : self }
}
