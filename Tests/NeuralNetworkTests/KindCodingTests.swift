import FileFormats
import Foundation
import Kinds
import Testing

@testable import NeuralNetwork

/// Kinds in JSON: what is written is read again, and what is wrong is named by its field.
@Suite struct KindCodingTests {
  struct Document: Codable, Equatable {
    var optimizer: any Optimizer

    init(_ optimizer: any Optimizer) { self.optimizer = optimizer }

    enum CodingKeys: CodingKey { case optimizer }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      optimizer = try container.superDecoder(forKey: .optimizer).decodeKind(of: Optimizers.all)
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(kindOf: optimizer, forKey: .optimizer)
    }

    static func == (left: Self, right: Self) -> Bool { left.optimizer.equals(right.optimizer) }
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    var sgd = SGD()
    sgd.momentum = 0.9
    sgd.nesterov = true
    let document = Document(Averaged(sgd))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let json = try encoder.encode(document)
    #expect(
      String(decoding: json, as: UTF8.self)
        == #"{"optimizer":{"decay":0.999,"kind":"averaged","optimizer":{"kind":"sgd","momentum":0.9,"#
        + #""nesterov":true,"weight_decay":0},"warmup":false}}"#)
    #expect(try JSONDecoder().decode(Document.self, from: json) == document)
    #expect(document != Document(Averaged(SGD())))
    #expect(document != Document(sgd))
  }

  @Test(arguments: [
    (#"{"kind": "adman"}"#, "optimizer.kind: it is adman, which is none of adam"),
    (#"{"kind": "adam", "beta1": 1}"#, "optimizer.beta1: it is 1.0, and must be at least 0.0 and below 1.0"),
    (#"{"kind": "adam", "epsilon": 0}"#, "optimizer.epsilon: it is 0.0, and must be above 0 and finite"),
    (#"{"kind": "adam", "beta3": 0.9}"#, "optimizer.beta3: there is no such field, only beta1, beta2, epsilon"),
    (#"{"kind": "averaged"}"#, "optimizer.optimizer: it is missing"),
    (
      #"{"kind": "averaged", "optimizer": {"kind": "averaged", "optimizer": {"kind": "sgd"}}}"#,
      "optimizer.optimizer: it is an average already"
    ),
    (
      #"{"kind": "averaged", "optimizer": {"kind": "sgd", "momentum": 2}}"#,
      "optimizer.optimizer.momentum: it is 2.0, and must be at least 0.0 and below 1.0"
    ),
  ]) func whatIsWrongIsNamed(json: String, problem: String) {
    let error = #expect(throws: FormatError.self) {
      try JSON.read(Array(#"{"optimizer": \#(json)}"#.utf8), file: "x.json", advice: "Look").decode(Document.self)
    }
    #expect(error?.what.contains("x.json, \(problem)") == true, "\(String(describing: error))")
  }
}
