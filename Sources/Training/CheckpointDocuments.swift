import Files
import FileFormats
import Problems
import RunRecords
import SystemPackage

/// `recipe.json` of a model's checkpoint: what must be asked for again to resume from it.
struct RecipeDocument: Codable {
  static let schema = 3...3

  private var schemaVersion = Self.schema.upperBound
  /// The model's place among the run's models.
  var place: Int
  var recipe: RecipeRecord
  var dataset: RunRecord.Dataset
  var dataChecksum: UInt32
  var threads: Int

  enum CodingKeys: String, CodingKey {
    case place, recipe, dataset, threads
    case schemaVersion = "schema_version"
    case dataChecksum = "data_crc32"
  }

  init(place: Int, recipe: RecipeRecord, of start: RunStart) {
    self.place = place
    self.recipe = recipe
    (dataset, dataChecksum, threads) = (start.dataset, start.dataChecksum, start.threads)
  }

  /// Refuses to resume what would have become another run.
  ///
  /// - Parameter place: the place of the model among those of the run; nil if it is none of them.
  func check(isOf start: RunStart, place: Int?, file: FilePath) throws {
    func refusal(_ field: String, _ problem: String) -> FormatError {
      FormatError(
        .read, format: "checkpoint", file: file.string, at: .field(field), problem: problem,
        advice: "Ask for what the interrupted run was to do, or start again", remedy: .startAgain)
    }
    guard let place else {
      let name = recipe.name ?? "without a name"
      throw refusal("recipe.name", "the interrupted run had the model \(name), and now it is not asked for")
    }
    var differences = recipe.differences(from: try RecipeRecord(start.recipes[place]))
    if threads != start.threads { differences.append("threads \(threads), and now \(start.threads) is asked for") }
    if !differences.isEmpty {
      throw refusal("recipe", "the interrupted run had \(differences.joined(separator: "; "))")
    }
    if dataset != start.dataset || dataChecksum != start.dataChecksum {
      let (before, now) = (dataset.name ?? "another dataset", start.dataset.name ?? "this one")
      throw refusal(
        "dataset",
        before == now
          ? "the images or labels of \(now) are no longer those of the interrupted run"
          : "the interrupted run was on \(before), and now \(now) is asked for")
    }
  }
}

/// `history.json` of a model's checkpoint: how far it has come.
struct HistoryDocument: Codable {
  /// Training steps taken.
  var step: Int
  /// What was measured in each epoch.
  var history: TrainingHistory
}

/// A file of a checkpoint that cannot be read.
func unreadable(_ file: FilePath, _ problem: String) -> FormatError {
  FormatError(
    .read, format: "checkpoint", file: file.string, at: .wholeFile, problem: problem, advice: "Start again",
    remedy: .startAgain)
}

extension JSON {
  /// What a file of a checkpoint holds; nil if there is no such file.
  static func checkpoint<Document: Decodable>(
    _ file: FilePath, as _: Document.Type = Document.self, schema: ClosedRange<Int>? = nil
  ) throws -> Document? {
    let contents: [UInt8]
    do throws(FileError) {
      contents = try File.read(file, atMost: FileForm.json.mostBytes, bytesNeeded: FileForm.json.bytesNeeded)
    } catch {
      if error.isMissing { return nil }
      throw error
    }
    do throws(FormatError) {
      let document = try JSON.read(contents, file: file.string, format: "checkpoint", advice: "Start again")
      if let schema { try document.requireSchema(schema) }
      return try document.decode(Document.self)
    } catch {
      var error = error
      error.remedy = .startAgain
      throw error
    }
  }
}
