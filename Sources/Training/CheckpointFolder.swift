import Files
import FileFormats
import RunRecords
import SystemPackage

/// The folder `checkpoint/` of a run under way. Each model that has finished an epoch has a folder of its own in it, which
/// is replaced as a whole, so that a crash leaves the model's last checkpoint or the one before.
package struct CheckpointFolder: Sendable {
  let layout: CheckpointLayout

  /// The folder need not exist.
  package init(_ layout: CheckpointLayout) {
    self.layout = layout
  }

  /// Whether it holds an interrupted run.
  package var exists: Bool {
    File.exists(layout.oldDocument) || !models.isEmpty
  }

  /// Whether a model's checkpoint was written after a file.
  package func isNewer(than other: FilePath) -> Bool {
    models.contains { File.isNewer(layout.file(.history, of: $0), than: other) }
  }

  /// Puts the checkpoint of a model that has finished an epoch in the place of the one before. Other events are ignored.
  package func hear(_ event: TrainingEvent, of start: RunStart) throws {
    guard case .epochFinished(let finished) = event else { return }
    // Made as it is replaced, so that the disk holds its name.
    if !Folder.isFolder(layout.folder) { try AtomicFolder.replace(layout.folder) { _ in } }
    let recipe = RecipeDocument(
      place: finished.place, recipe: try RecipeRecord(start.recipes[finished.place]), of: start)
    let history = HistoryDocument(step: finished.step, history: finished.history)
    let state = try finished.state()
    try AtomicFolder.replace(layout.model(Self.folders(of: start)[finished.place])) { staged in
      func write(_ file: CheckpointLayout.File, _ bytes: (String) throws(FormatError) -> [UInt8]) throws {
        let file = CheckpointLayout.file(file, in: staged)
        try AtomicFile.write(bytes(file.string), to: file)
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
      let recipeFile = layout.file(.recipe, of: model)
      let place = folders.firstIndex(of: model)
      let recipe: RecipeDocument = try whole(recipeFile, schema: RecipeDocument.schema)
      try recipe.check(isOf: start, place: place, file: recipeFile)
      guard let place else { continue }
      let history: HistoryDocument = try whole(layout.file(.history, of: model))
      let state = layout.file(.state, of: model)
      let form = FileForm.safetensors
      let tensors = try File.read(state, atMost: form.mostBytes, bytesNeeded: form.bytesNeeded)
      checkpoints[place] = Checkpoint(
        step: history.step, history: history.history, state: try Safetensors.read(tensors, file: state.string))
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
      let documents = try AtomicFolder.readWhole(layout.model(model)) { folder in
        let recipe = try JSON.checkpoint(
          CheckpointLayout.file(.recipe, in: folder), as: RecipeDocument.self, schema: RecipeDocument.schema)
        let history = try JSON.checkpoint(CheckpointLayout.file(.history, in: folder), as: HistoryDocument.self)
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
    try AtomicFolder.remove(layout.folder)
  }

  // MARK: Files

  private static func folders(of start: RunStart) -> [String] { ModelRecord.folders(for: start.recipes.map(\.name)) }

  /// The models' folders.
  private var models: [String] {
    let names = (try? Folder.names(in: layout.folder)) ?? []
    return names.filter { !$0.hasPrefix(".") && Folder.isFolder(layout.model($0)) }
  }

  /// Ends what a crash interrupted.
  private func recover() throws {
    try AtomicFolder.recover(layout.folder)
    try AtomicFolder.recoverAll(in: layout.folder)
  }

  /// What a file holds that must be there.
  private func whole<Document: Decodable>(_ file: FilePath, schema: ClosedRange<Int>? = nil) throws -> Document {
    guard let document = try JSON.checkpoint(file, as: Document.self, schema: schema) else {
      throw unreadable(file, "it is missing")
    }
    return document
  }

  private func refuseOldDocument() throws {
    guard File.exists(layout.oldDocument) else { return }
    throw unreadable(layout.oldDocument, "it is an earlier version's, which this one cannot resume")
  }
}
