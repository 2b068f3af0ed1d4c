import FileFormats

/// The recipe a model was trained with, as `run.json` keeps it: the whole JSON object, of which a report needs little.
///
/// What a recipe may hold is the trainer's business; other trainers' recipes have fields of their own.
package struct RecipeRecord: Codable, Sendable, Equatable {
  /// All fields.
  package var fields: [String: JSONValue]

  /// Takes all fields.
  package init(fields: [String: JSONValue]) {
    self.fields = fields
  }

  /// A recipe of which only the basics are known.
  package init(epochs: Int, batchSize: Int, seed: UInt64) {
    fields = ["epochs": .integer(epochs), "batch_size": .integer(batchSize), "seed": JSONValue(seed)]
  }

  /// Reads any object in which the fields that are known are of their types.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    for key in [CodingKeys.name, .group] { _ = try container.decodeIfPresent(String.self, forKey: key) }
    for key in [CodingKeys.epochs, .batchSize] { _ = try container.decodeIfPresent(Int.self, forKey: key) }
    _ = try container.decodeIfPresent(UInt64.self, forKey: .seed)
    fields = try decoder.singleValueContainer().decode([String: JSONValue].self)
  }

  private enum CodingKeys: String, CodingKey {
    case name, group, epochs, seed
    case batchSize = "batch_size"
  }

  /// Writes the object.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(fields)
  }

  /// The name of its model, such as `CNN`.
  package var name: String? { text("name") }
  /// The kind of network, such as `cnn`.
  package var network: String? {
    guard case .string(let kind)? = fields["network"]?["kind"] else { return nil }
    return kind
  }
  /// The number of epochs asked for; a history is shorter if training stopped early.
  package var epochs: Int? { integer("epochs") }
  /// The number of samples per training step.
  package var batchSize: Int? { integer("batch_size") }
  /// The seed of the initial weights, the order of the samples and dropout.
  package var seed: UInt64? {
    switch fields["seed"] {
    case .integer(let value): UInt64(exactly: value)
    case .unsigned(let value): value
    default: nil
    }
  }
  /// The name that the seeds of one model have in common.
  package var group: String? { text("group") }

  private func text(_ field: String) -> String? {
    guard case .string(let text)? = fields[field] else { return nil }
    return text
  }

  private func integer(_ field: String) -> Int? {
    guard case .integer(let value)? = fields[field] else { return nil }
    return value
  }
}
