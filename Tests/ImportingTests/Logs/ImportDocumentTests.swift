import Foundation
import RunRecords
import TestSupport
import Testing

@testable import Importing

/// The examples in docs/import.md.
@Suite struct ImportDocumentTests {
  /// The name and the text of each example: a file's name on a line of its own, then a fenced block.
  private static func examples() throws -> [(name: String, text: String)] {
    let document = pathBesideTest("../../../docs/import.md")
    let lines = try String(contentsOf: document, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    var examples: [(name: String, text: String)] = []
    for (place, line) in lines.enumerated() where line.hasPrefix("`") && line.hasSuffix("`") && !line.hasPrefix("```") {
      guard place + 2 < lines.count, lines[place + 2].hasPrefix("```") else { continue }
      let text = lines[(place + 3)...].prefix { $0 != "```" }.joined(separator: "\n")
      examples.append((String(line.dropFirst().dropLast()), text + "\n"))
    }
    return examples
  }

  @Test func allExamplesAreOneTraining() throws {
    let examples = try Self.examples()
    #expect(examples.count == 23)
    for (name, text) in examples {
      let log = try #require(try understood([(name, text)]), "\(name)")
      let history = log.history.history
      #expect(history.loss == epochs(0.9, 0.5), "\(text)")
      #expect(history.validationLoss == epochs(0.8, 0.6), "\(text)")
      #expect(history.validationAccuracy == epochs(0.625, 0.75), "\(text)")
      #expect(history.accuracy == nil, "\(text)")
    }
  }
}
