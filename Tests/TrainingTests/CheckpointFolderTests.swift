import Files
import FileFormats
import NeuralNetwork
import RunRecords
import SystemPackage
import Testing

@testable import Training

@Suite struct CheckpointFolderTests {
  private func start(_ recipes: [Recipe]) throws -> RunStart {
    try TrainingRun(dataset: .sides, recipes: recipes, threads: 1).start
  }

  /// The second epoch of a model.
  private func event(_ place: Int, of start: RunStart, bias: Float = 0) -> TrainingEvent {
    let history = TrainingHistory(loss: [2, .nan], accuracy: [0.5, 0.75])
    let measures = EpochMeasures(
      loss: .nan, accuracy: 0.75, validationLoss: nil, validationAccuracy: nil, seconds: 1)
    return .epochFinished(
      FinishedEpoch(
        place: place, name: start.recipes[place].name, epoch: 2, epochs: 2, measures: measures, history: history,
        step: 10, state: { [NamedTensor(name: "bias", shape: [1], values: [bias])] }))
  }

  @Test func modelsWhoseNamesGiveOneFolderHaveTheirOwn() throws {
    var recipes: [Recipe] = .original(epochs: 2)
    (recipes[0].name, recipes[1].name) = ("CNN+", "CNN-")
    let start = try start(recipes)
    try withCheckpointFolder { folder in
      #expect(!folder.exists)
      #expect(try folder.read(of: start).isEmpty)
      #expect(try folder.readHistories(generator: "tests") == nil)
      try folder.hear(event(1, of: start, bias: 1), of: start)
      #expect(folder.exists)
      try folder.hear(event(0, of: start, bias: 2), of: start)
      try folder.hear(event(0, of: start, bias: 3), of: start)
      let read = try folder.read(of: start)
      #expect(read.mapValues { $0.state.first?.values } == [0: [3], 1: [1]])
      #expect(read.mapValues(\.step) == [0: 10, 1: 10])
      let histories = try #require(try folder.readHistories(generator: "tests"))
      #expect(histories.models.map(\.record.name) == ["CNN+", "CNN-"])
      #expect(histories.models.map(\.record.recipe?.network) == ["simple_nn", "cnn"])
      #expect(histories.models[0].record.history?.accuracy?.values == [0.5, 0.75])
      #expect(histories.models[0].record.history?.loss?.values.last?.isNaN == true)
      try folder.remove()
      #expect(!folder.exists)
    }
  }

  @Test func anotherRunIsRefused() throws {
    let start = try start(.original(epochs: 2))
    try withCheckpointFolder { folder in
      try folder.hear(event(0, of: start), of: start)
      func refusal(_ change: (inout RunStart) -> Void) -> String {
        var other = start
        change(&other)
        let error = #expect(throws: FormatError.self) { try folder.read(of: other) }
        return error?.description ?? ""
      }
      let fields = refusal {
        $0.recipes[0].epochs = 3
        $0.recipes[0].seed = 4
        $0.recipes[0].optimizer = AdamW()
        $0.threads = 2
      }
      for difference in [
        "had epochs 2, and now 3 is asked for;", "seed 3, and now 4 is asked for",
        #"optimizer.kind "adam", and now "adamw" is asked for"#, "optimizer.weight_decay none, and now 0.01 is asked",
        "threads 1, and now 2 is asked for", "simple_nn/recipe.json",
      ] {
        #expect(fields.contains(difference), "\(fields)")
      }
      #expect(!fields.contains("batch_size"))
      #expect(refusal { $0.dataset.name = "other" }.contains("was on sides, and now other is asked for"))
      #expect(refusal { $0.dataChecksum ^= 1 }.contains("labels of sides are no longer those"))
      #expect(refusal { $0.recipes.remove(at: 0) }.contains("had the model Simple NN, and now it is not asked for"))
    }
  }

  @Test func whatAnEarlierVersionLeftIsRefused() throws {
    let start = try start(.original(epochs: 2))
    try withCheckpointFolder { folder in
      try Folder.create(folder.layout.folder)
      try AtomicFile.write(Array("{}".utf8), to: folder.layout.folder.appending("checkpoint.json"))
      #expect(folder.exists)
      let error = #expect(throws: FormatError.self) { try folder.read(of: start) }
      #expect(error?.description.contains("checkpoint.json: it is an earlier version's") == true)
    }
  }

  @Test func aDamagedCheckpointIsRefusedByTheNameOfItsFile() throws {
    let start = try start(.original(epochs: 2))
    try withCheckpointFolder { folder in
      try folder.hear(event(0, of: start), of: start)
      let model = folder.layout.folder.appending("simple_nn")
      for (file, content) in [
        ("state.safetensors", nil), ("state.safetensors", "{"), ("history.json", nil), ("history.json", "{}"),
        ("recipe.json", nil), ("recipe.json", "[]"),
      ] as [(String, String?)] {
        let whole = try File.read(model.appending(file))
        try Folder.remove(model.appending(file))
        if let content { try AtomicFile.write(Array(content.utf8), to: model.appending(file)) }
        let error = #expect(throws: (any Error).self) { try folder.read(of: start) }
        #expect("\(String(describing: error))".contains(file), "\(String(describing: error))")
        try AtomicFile.write(whole, to: model.appending(file))
      }
      #expect(try folder.read(of: start).count == 1)
    }
  }
}
