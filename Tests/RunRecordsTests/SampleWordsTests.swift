import RunRecords
import Testing

@Suite struct SampleWordsTests {
  @Test(
    arguments: [
      ("MNIST", (0..<10).map(String.init)), ("mnist", (0..<10).map(String.init)), ("QMNIST", (0..<10).map(String.init)),
      ("MNIST", ["0", "1"]),
    ] as [(String, [String])])
  func datasetsOfDigitsAreKnownByTheirNames(name: String, classes: [String]) {
    #expect(RunRecord.Dataset(name: name, classNames: classes).words == .digits)
  }

  @Test(
    arguments: [
      (nil, (0..<10).map(String.init)), ("letters", (0..<10).map(String.init)),
      ("Fashion-MNIST", ["T-shirt/top", "Bag"]),
      ("fashion-mnist", (0..<10).map(String.init)), ("MNIST", ["cat", "dog"]), ("MNIST", ["1", "2"]), ("MNIST", []),
      (nil, []),
    ] as [(String?, [String])])
  func whatIsNotKnownToBeDigitsIsSamples(name: String?, classes: [String]) {
    #expect(RunRecord.Dataset(name: name, classNames: classes).words == .samples)
  }
}
