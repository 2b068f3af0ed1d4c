import FileFormats
import RunRecords

extension RecipeRecord {
  /// The recipe as JSON has it.
  init(_ recipe: Recipe) throws {
    let name = "the recipe of \(recipe.name)"
    let json = try JSON.write(recipe, .compact, file: name)
    self = try JSON.read(json, file: name, advice: "Report this as a bug").decode(RecipeRecord.self)
  }

  /// What is not as in another recipe, such as `seed 42, and now 43 is asked for`, by the names of the fields in JSON.
  func differences(from asked: RecipeRecord) -> [String] {
    Self.differences(.object(fields), .object(asked.fields), at: "")
  }

  private static func differences(_ found: JSONValue?, _ asked: JSONValue?, at path: String) -> [String] {
    if found == asked { return [] }
    if case .object(let found)? = found, case .object(let asked)? = asked {
      return Set(found.keys).union(asked.keys).sorted().flatMap { key in
        differences(found[key], asked[key], at: path.isEmpty ? key : "\(path).\(key)")
      }
    }
    return ["\(path) \(text(found)), and now \(text(asked)) is asked for"]
  }

  private static func text(_ value: JSONValue?) -> String {
    guard let value, let json = try? JSON.write(value, .compact, file: "") else { return "none" }
    return String(decoding: json, as: UTF8.self)
  }
}
