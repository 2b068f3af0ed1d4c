import AtomicFiles
import FileFormats
import Problems
import RunRecords

/// The folder `checkpoint/` of a run under way: `checkpoint.json` and a `.safetensors` file a model. It is replaced as a
/// whole, so that a crash leaves the last checkpoint or the one before.
public struct CheckpointFolder: Sendable {
  private let path: String

  /// The folder need not exist.
  public init(_ path: String) {
    self.path = path
  }

  private static let schemaVersion = 2

  /// What `checkpoint.json` holds.
  private struct Document: Codable {
    var schemaVersion: Int
    var configuration: RunRecord.Configuration
    var dataset: RunRecord.Dataset
    var dataChecksum: UInt32
    var models: [Model]

    struct Model: Codable {
      var name: String
      var step: Int
      var history: TrainingHistory
    }

    enum CodingKeys: String, CodingKey {
      case configuration, dataset, models
      case schemaVersion = "schema_version"
      case dataChecksum = "data_crc32"
    }
  }

  /// Puts a checkpoint in the place of the one before.
  public func write(_ checkpoint: Checkpoint) throws {
    let document = Document(
      schemaVersion: Self.schemaVersion, configuration: checkpoint.configuration, dataset: checkpoint.dataset,
      dataChecksum: checkpoint.dataChecksum,
      models: checkpoint.models.map { Document.Model(name: $0.name, step: $0.step, history: $0.history) })
    try AtomicFolder.replace(path) { staged in
      for (model, name) in zip(checkpoint.models, ModelRecord.folders(for: checkpoint.models.map(\.name))) {
        let file = Self.stateFile(name, in: staged)
        try AtomicFile.write(Safetensors.write(model.state, file: file), to: file)
      }
      let file = Self.documentFile(in: staged)
      try AtomicFile.write(JSON.write(document, .lines, file: file), to: file)
    }
  }

  /// The checkpoint of a run that began as `start`; nil where there is none.
  ///
  /// - Throws: where it is damaged, or was made with another configuration or other data.
  public func read(goingOnFrom start: Checkpoint) throws -> Checkpoint? {
    let file = Self.documentFile(in: path)
    let bytes: [UInt8]
    do throws(FileError) {
      try AtomicFolder.recover(path)
      bytes = try AtomicFile.read(file)
    } catch {
      if error.isMissing { return nil }
      throw error
    }
    let document = try Self.decoded(bytes, file: file)
    try Self.check(document, isOf: start, file: file)
    var checkpoint = start
    for (model, name) in zip(document.models, ModelRecord.folders(for: document.models.map(\.name))) {
      let stateFile = Self.stateFile(name, in: path)
      let state = try Safetensors.read(AtomicFile.read(stateFile), file: stateFile)
      checkpoint.set(Checkpoint.Model(name: model.name, step: model.step, history: model.history, state: state))
    }
    return checkpoint
  }

  /// The run under way as far as it has come: the histories of the models that have finished an epoch; nil where there is
  /// no checkpoint. A writer may replace the checkpoint meanwhile; needs no lock and no right to write.
  ///
  /// - Parameter generator: the program's name and version, as the run will hold it.
  /// - Throws: where the checkpoint is damaged or cannot be read.
  public func readHistories(generator: String) throws -> SavedRun? {
    let read = try AtomicFolder.readWhole(path) { folder -> Document? in
      let file = Self.documentFile(in: folder)
      let bytes: [UInt8]
      do throws(FileError) {
        bytes = try AtomicFile.read(file)
      } catch {
        if error.isMissing { return nil }
        throw error
      }
      return try Self.decoded(bytes, file: file)
    }
    guard let document = read, let last = document.models.last else { return nil }
    return SavedRun(
      record: RunRecord(
        generator: generator, dataset: document.dataset,
        environment: RunRecord.Environment(threads: document.configuration.threads), featuredModel: last.name),
      models: document.models.map { model in
        SavedModel(
          record: ModelRecord(
            name: model.name, recipe: RecipeRecord(document.configuration), history: model.history))
      })
  }

  /// Whether the checkpoint was written after a file.
  public func isNewer(than file: String) -> Bool {
    AtomicFile.isNewer(Self.documentFile(in: path), than: file)
  }

  /// Removes the checkpoint of a run that is complete.
  public func remove() throws(FileError) {
    try Folder.remove(path)
  }

  private static func documentFile(in folder: String) -> String { "\(folder)/checkpoint.json" }

  private static func stateFile(_ name: String, in folder: String) -> String { "\(folder)/\(name).safetensors" }

  private static func decoded(_ bytes: [UInt8], file: String) throws(FormatError) -> Document {
    do throws(FormatError) {
      let document = try JSON.read(bytes, file: file, advice: advice)
      try document.requireSchema(schemaVersion...schemaVersion)
      return try document.decode(Document.self)
    } catch {
      var error = error
      error.remedy = .startAgain
      throw error
    }
  }

  private static let advice = "Start again"

  /// Refuses to go on with a run that another one would have become.
  private static func check(_ document: Document, isOf start: Checkpoint, file: String) throws(FormatError) {
    let (found, asked) = (document.configuration, start.configuration)
    let differences = [
      ("epochs", "\(found.epochs)", "\(asked.epochs)"), ("batch size", "\(found.batchSize)", "\(asked.batchSize)"),
      ("seed", "\(found.seed)", "\(asked.seed)"), ("threads", "\(found.threads)", "\(asked.threads)"),
    ].filter { $0.1 != $0.2 }
    func refusal(_ field: String, _ problem: String) -> FormatError {
      FormatError(
        .read, format: "checkpoint", file: file, at: .field(field), problem: problem,
        advice: "Ask for what the interrupted run was to do, or start again", remedy: .startAgain)
    }
    if !differences.isEmpty {
      let list = differences.map { "\($0) \($1), and now \($2) is asked for" }.joined(separator: "; ")
      throw refusal("configuration", "the interrupted run had \(list)")
    }
    if document.dataset != start.dataset || document.dataChecksum != start.dataChecksum {
      let (before, now) = (document.dataset.name, start.dataset.name)
      throw refusal(
        "dataset",
        before == now
          ? "the images or labels of \(now) are no longer those of the interrupted run"
          : "the interrupted run was on \(before), and now \(now) is asked for")
    }
  }
}
