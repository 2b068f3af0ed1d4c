import Files
import SystemPackage
import TestSupport
import Testing

@testable import Datasets

@Suite struct DatasetSourceTests {
  @Test func aFolderIsRecognizedByWhatItHolds() {
    func kinds(_ names: Set<String>) -> [String] {
      DatasetSources.all.filter { $0.init(.folder("f", names: names)) != nil }.map { "\($0)" }
    }
    #expect(kinds(["train-images-idx3-ubyte.gz", "README"]) == ["IDXFolder"])
    #expect(kinds(["t10k-labels-idx1-ubyte"]) == ["IDXFolder"])
    #expect(kinds([]) == [] && kinds(["README", "images.npy"]) == [])
    #expect(EmbeddedMNIST(.embedded("mnist")) != nil && EmbeddedMNIST(.embedded("other")) == nil)
  }

  @Test func aFolderWithoutADatasetSaysWhatOneHolds() throws {
    try withTemporaryPath { folder in
      let missing = #expect(throws: MissingDataset.self) { try Dataset.load(folder: folder.appending("none")) }
      #expect(missing?.what == "cannot find the folder \(folder)/none")
      let empty = #expect(throws: MissingDataset.self) { try Dataset.load(folder: folder) }
      #expect(empty?.what == "cannot find a dataset in \(folder), which is empty")
      for number in 0..<10 { try AtomicFile.write([], to: folder.appending("\(number).txt")) }
      let other = #expect(throws: MissingDataset.self) { try Dataset.load(folder: folder) }
      #expect(
        other?.what == """
          cannot find a dataset in \(folder), which holds 0.txt, 1.txt, 2.txt, 3.txt, 4.txt, 5.txt, 6.txt, 7.txt and 2 more
          """)
      let contents = DatasetSources.all.compactMap { $0.folderContents }
      try #require(!contents.isEmpty)
      for clause in contents { #expect(other?.advice.contains(clause) == true) }
    }
  }
}
