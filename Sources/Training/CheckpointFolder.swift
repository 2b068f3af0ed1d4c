import AtomicFiles
import FileFormats
import RunRecords

/// The folder `checkpoint/` of a run under way. Each model that has finished an epoch has a folder of its own in it, which
/// is replaced as a whole, so that a crash leaves the model's last checkpoint or the one before:
///
///     recipe.json          the model's recipe, the dataset and the number of threads
///     history.json         the steps taken and what was measured in each epoch
///     state.safetensors    the parameters and the optimizer's slots
package struct CheckpointFolder: Sendable {
  let path: String

  /// The folder need not exist.
  package init(_ path: String) {
    self.path = path
  }

  /// Whether it holds an interrupted run.
  package var exists: Bool {
    AtomicFile.exists(oldDocument) || !models.isEmpty
  }

  /// Whether a model's checkpoint was written after a file.
  package func isNewer(than other: String) -> Bool {
    models.contains { AtomicFile.isNewer(file(.history, of: $0), than: other) }
  }

  /// Puts the checkpoint of a model that has finished an epoch in the place of the one before. Other events are ignored.
  package func hear(_ event: TrainingEvent, of start: RunStart) throws {
    guard case .epochFinished(let finished) = event else { return }
    // Made as it is replaced, so that the disk holds its name.
    if !Folder.isFolder(path) { try AtomicFolder.replace(path) { _ in } }
    let recipe = RecipeDocument(
      place: finished.place, recipe: try RecipeRecord(start.recipes[finished.place]), of: start)
    let history = HistoryDocument(step: finished.step, history: finished.history)
    let state = try finished.state()
    try AtomicFolder.replace("\(path)/\(Self.folders(of: start)[finished.place])") { staged in
      func write(_ file: File, _ bytes: (String) throws(FormatError) -> [UInt8]) throws {
        let file = "\(staged)/\(file.rawValue)"
        try AtomicFile.write(bytes(file), to: file)
      }
      try write(.recipe) { file throws(FormatError) in try JSON.write(recipe, .lines, file: file) }
      try write(.history) { file throws(FormatError) in try JSON.write(history, .lines, file: file) }
      try write(.state) { file throws(FormatError) in try Safetensors.write(state, file: file) }
    }
  }

  /// The checkpoints of a run's models, by the models' places; those that have not finished an epoch have none.
  ///
  /// - Throws: if one is damaged, or is another run's.
  package func read(of start: RunStart) throws -> [Int: Checkpoint] {
    try refuseOldDocument()
    try recover()
    let folders = Self.folders(of: start)
    var checkpoints: [Int: Checkpoint] = [:]
    for model in models {
      let recipeFile = file(.recipe, of: model)
      let place = folders.firstIndex(of: model)
      let recipe: RecipeDocument = try whole(recipeFile, schema: RecipeDocument.schema)
      try recipe.check(isOf: start, place: place, file: recipeFile)
      guard let place else { continue }
      let history: HistoryDocument = try whole(file(.history, of: model))
      let state = file(.state, of: model)
      checkpoints[place] = Checkpoint(
        step: history.step, history: history.history, state: try Safetensors.read(AtomicFile.read(state), file: state))
    }
    return checkpoints
  }

  /// The run under way as far as it has come: the histories of the models that have finished an epoch; nil if none has. A
  /// writer may replace checkpoints meanwhile; needs no lock and no right to write.
  ///
  /// - Parameter generator: the program's name and version, as the run will hold it.
  /// - Throws: if a checkpoint is damaged or cannot be read.
  package func readHistories(generator: String) throws -> SavedRun? {
    var found: [(recipe: RecipeDocument, history: TrainingHistory)] = []
    for model in models {
      let documents = try AtomicFolder.readWhole("\(path)/\(model)") { folder in
        let recipe = try JSON.checkpoint(
          "\(folder)/\(File.recipe.rawValue)", as: RecipeDocument.self, schema: RecipeDocument.schema)
        let history = try JSON.checkpoint("\(folder)/\(File.history.rawValue)", as: HistoryDocument.self)
        return recipe.flatMap { recipe in history.map { (recipe, $0.history) } }
      }
      if let documents { found.append(documents) }
    }
    found.sort { $0.recipe.place < $1.recipe.place }
    guard let last = found.last?.recipe else { return nil }
    return SavedRun(
      record: RunRecord(
        generator: generator, dataset: last.dataset, environment: RunRecord.Environment(threads: last.threads),
        featuredModel: last.recipe.name ?? ""),
      models: found.map { recipe, history in
        SavedModel(record: ModelRecord(name: recipe.recipe.name ?? "", recipe: recipe.recipe, history: history))
      })
  }

  /// Removes all checkpoints: a crash leaves all or none of them.
  package func remove() throws {
    try recover()
    try AtomicFolder.remove(path)
  }

  // MARK: Files

  private enum File: String {
    case recipe = "recipe.json"
    case history = "history.json"
    case state = "state.safetensors"
  }

  private func file(_ file: File, of model: String) -> String { "\(path)/\(model)/\(file.rawValue)" }

  /// What the first versions of the program kept in place of the models' folders.
  private var oldDocument: String { "\(path)/checkpoint.json" }

  private static func folders(of start: RunStart) -> [String] { ModelRecord.folders(for: start.recipes.map(\.name)) }

  /// The models' folders.
  private var models: [String] {
    let names = (try? Folder.names(in: path)) ?? []
    return names.filter { !$0.hasPrefix(".") && Folder.isFolder("\(path)/\($0)") }
  }

  /// Ends what a crash interrupted.
  private func recover() throws {
    try AtomicFolder.recover(path)
    for name in (try? Folder.names(in: path)) ?? [] {
      let model = name.drop { $0 == "." }.split(separator: ".").first.map(String.init) ?? name
      try AtomicFolder.recover("\(path)/\(model)")
    }
  }

  /// What a file holds that must be there.
  private func whole<Document: Decodable>(_ file: String, schema: ClosedRange<Int>? = nil) throws -> Document {
    guard let document = try JSON.checkpoint(file, as: Document.self, schema: schema) else {
      throw unreadable(file, "it is missing")
    }
    return document
  }

  private func refuseOldDocument() throws {
    guard AtomicFile.exists(oldDocument) else { return }
    throw unreadable(oldDocument, "it is an earlier version's, which this one cannot resume")
  }
}
