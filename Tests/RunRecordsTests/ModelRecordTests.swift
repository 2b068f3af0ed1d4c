import Testing

@testable import RunRecords

@Suite struct ModelRecordTests {
  @Test(arguments: [
    ("Simple NN", "simple_nn"), ("CNN", "cnn"), ("ResNet-50 (v2)", "resnet_50__v2_"), ("../etc", "___etc"),
    ("Größe", "größe"), ("模型", "模型"), ("", "_"),
  ])
  func theFolderFollowsFromTheName(name: String, folder: String) {
    #expect(ModelRecord.folder(for: name) == folder)
  }

  @Test func aLongNameIsCut() {
    #expect(ModelRecord.folder(for: String(repeating: "模", count: 300)).utf8.count == 198)
  }

  @Test func foldersOfOneRunDiffer() {
    #expect(
      ModelRecord.folders(for: ["CNN+", "CNN-", "CNN__2", "CNN*"]) == ["cnn_", "cnn__2", "cnn__2_2", "cnn__3"])
  }
}
