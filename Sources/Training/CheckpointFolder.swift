import AtomicFiles
import FileFormats
import RunRecords

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The folder `checkpoint/` of a run under way: `checkpoint.json` and a `.safetensors` file a model. It is replaced as a
/// whole, so that a crash leaves the last checkpoint or the one before.
public struct CheckpointFolder: Sendable {
  private let path: String

  /// The folder need not exist.
  public init(_ path: String) {
    self.path = path
  }

  private static let schemaVersion = 1

  /// What `checkpoint.json` holds.
  private struct Document: Codable {
    var schemaVersion: Int
    var configuration: RunRecord.Configuration
    var dataset: RunRecord.Dataset
    var models: [Model]

    struct Model: Codable {
      var name: String
      var step: Int
      var history: TrainingHistory
    }

    enum CodingKeys: String, CodingKey {
      case configuration, dataset, models
      case schemaVersion = "schema_version"
    }
  }

  /// Puts a checkpoint in the place of the one before.
  public func write(_ checkpoint: Checkpoint) throws(RunError) {
    let document = Document(
      schemaVersion: Self.schemaVersion, configuration: checkpoint.configuration, dataset: checkpoint.dataset,
      models: checkpoint.models.map { Document.Model(name: $0.name, step: $0.step, history: $0.history) })
    try AtomicFolder.replace(path, mapping: RunError.inaccessible) { staged throws(RunError) in
      for model in checkpoint.models {
        let file = Self.stateFile(of: model.name, in: staged)
        try Self.write(file) { () throws(FormatError) in try Safetensors.write(model.state, file: file) }
      }
      let file = Self.documentFile(in: staged)
      try Self.write(file) { () throws(FormatError) in try Self.encoded(document, file: file) }
    }
  }

  /// The checkpoint; nil where there is none.
  ///
  /// - Throws: where it is damaged, or was made with another configuration or dataset than is asked for.
  public func read(
    for configuration: RunRecord.Configuration, dataset: RunRecord.Dataset
  ) throws(RunError) -> Checkpoint? {
    let file = Self.documentFile(in: path)
    let bytes: [UInt8]
    do throws(FileError) {
      try AtomicFolder.recover(path)
      bytes = try AtomicFile.read(file)
    } catch {
      if error.isMissing { return nil }
      throw .inaccessible(error)
    }
    let document = try Self.decoded(bytes, file: file)
    try Self.require(document.configuration, configuration, field: "configuration", file: file)
    try Self.require(document.dataset, dataset, field: "dataset", file: file)
    var checkpoint = Checkpoint(configuration: configuration, dataset: dataset)
    for model in document.models {
      let stateFile = Self.stateFile(of: model.name, in: path)
      do {
        let state = try Safetensors.read(AtomicFile.read(stateFile), file: stateFile)
        checkpoint.set(
          Checkpoint.Model(name: model.name, step: model.step, history: model.history, state: state))
      } catch let error as FileError {
        throw .inaccessible(error)
      } catch let error as FormatError {
        throw .invalid(error)
      } catch {
        throw Self.damaged(stateFile, .wholeFile, "it cannot be read (\(error))")
      }
    }
    return checkpoint
  }

  /// Removes the checkpoint of a run that is complete.
  public func remove() throws(FileError) {
    try Folder.remove(path)
  }

  private static func documentFile(in folder: String) -> String { "\(folder)/checkpoint.json" }

  private static func stateFile(of model: String, in folder: String) -> String {
    "\(folder)/\(ModelRecord.folder(for: model)).safetensors"
  }

  private static func write(_ file: String, _ bytes: () throws(FormatError) -> [UInt8]) throws(RunError) {
    do {
      try AtomicFile.write(bytes(), to: file)
    } catch let error as FormatError {
      throw .invalid(error)
    } catch let error as FileError {
      throw .inaccessible(error)
    } catch {
      throw damaged(file, .wholeFile, "it cannot be written (\(error))")
    }
  }

  private static func encoded(_ document: Document, file: String) throws(FormatError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return [UInt8](try encoder.encode(document)) + [UInt8(ascii: "\n")]
    } catch {
      throw FormatError(
        .write, format: "JSON", file: file, at: .wholeFile, problem: "it cannot be written (\(error))",
        advice: "Report this as a bug")
    }
  }

  private static func decoded(_ bytes: [UInt8], file: String) throws(RunError) -> Document {
    do {
      let document = try JSONDecoder().decode(Document.self, from: Data(bytes))
      guard document.schemaVersion == schemaVersion else {
        throw damaged(file, .field("schema_version"), "it is of another version of the program")
      }
      return document
    } catch let error as RunError {
      throw error
    } catch {
      throw damaged(file, .wholeFile, "it cannot be read (\(error))")
    }
  }

  private static func require<Value: Equatable>(
    _ found: Value, _ asked: Value, field: String, file: String
  ) throws(RunError) {
    guard found != asked else { return }
    throw .invalid(
      FormatError(
        .read, format: "JSON", file: file, at: .field(field),
        problem: "the interrupted run had \(found), and \(asked) is asked for",
        advice: "Give the options of the interrupted run, or leave --resume out to start again"))
  }

  private static func damaged(_ file: String, _ place: FormatError.Place, _ problem: String) -> RunError {
    .invalid(
      FormatError(
        .read, format: "checkpoint", file: file, at: place, problem: problem,
        advice: "Leave --resume out to start again"))
  }
}
