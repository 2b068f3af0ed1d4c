import SystemPackage
import Testing

@testable import Importing

@Suite struct TrainingNamesTests {
  @Test(
    arguments: [
      (["runs/seed-1", "runs/seed-2"], ["seed-1", "seed-2"]), (["/a/1/cnn", "/a/2/cnn"], ["1", "2"]),
      (["r/1.csv", "r/2.csv"], ["1.csv", "2.csv"]), (["a", "a/b"], ["a", "a/b"]),
      (["x/1/a/cnn", "x/2/b/cnn"], ["1/a", "2/b"]),
    ] as [([String], [String])])
  func trainingsAreCalledByWhatDiffers(paths: [String], names: [String]) {
    #expect(trainingNames(of: paths.map { FilePath($0) }) == names)
  }

  @Test func aSingleTrainingHasNoName() {
    #expect(trainingNames(of: ["runs/cnn"]) == [nil])
    #expect(trainingNames(of: []).isEmpty)
  }
}
