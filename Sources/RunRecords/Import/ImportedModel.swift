import AtomicFiles
import FileFormats

/// What another trainer left of one model, read from its folder: `history.json`, `predictions.npy`, or both.
public struct ImportedModel: Sendable, Equatable {
  /// The name as figures and tables are to show it.
  public let name: String
  /// How the training went; nil without `history.json`.
  public let history: TrainingHistory?
  /// The metrics of `history.json` that a run does not keep, sorted.
  public let leftOutMetrics: [String]
  /// What the model answered for every test sample; nil without `predictions.npy`.
  public let predictions: Predictions?

  /// Reads a model's folder.
  ///
  /// - Parameter dataset: what the model was tested on; its number of test samples, where known, and of classes must be
  ///   the predictions'.
  /// - Throws: where the folder is missing or holds neither file, and where a file cannot be read, is damaged or does
  ///   not fit the dataset.
  public static func read(
    _ name: String, from folder: String, testedOn dataset: RunRecord.Dataset
  ) throws(ImportError) -> ImportedModel {
    func file(_ name: String) -> String { folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)" }
    let names: [String]
    do throws(FileError) { names = try Folder.names(in: folder) } catch { throw .inaccessible(error) }
    guard names.contains("history.json") || names.contains("predictions.npy") else {
      throw .nothingToImport(model: name, folder: folder)
    }
    var keras: KerasHistory?
    var predictions: Predictions?
    if names.contains("history.json") {
      let bytes = try bytes(of: file("history.json"))
      do throws(FormatError) {
        keras = try KerasHistory(json: bytes, file: file("history.json"))
      } catch {
        throw .invalid(error)
      }
    }
    if names.contains("predictions.npy") {
      let bytes = try bytes(of: file("predictions.npy"))
      do throws(FormatError) {
        predictions = try Predictions(importing: bytes, file: file("predictions.npy"), testedOn: dataset)
      } catch {
        throw .invalid(error)
      }
    }
    return ImportedModel(
      name: name, history: keras?.history, leftOutMetrics: keras?.leftOut ?? [], predictions: predictions)
  }

  private static func bytes(of file: String) throws(ImportError) -> [UInt8] {
    do throws(FileError) { return try AtomicFile.read(file) } catch { throw .inaccessible(error) }
  }
}
