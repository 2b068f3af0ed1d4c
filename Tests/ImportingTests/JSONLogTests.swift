import FileFormats
import TestSupport
import Testing

@testable import Importing
@testable import RunRecords

@Suite struct JSONLogTests {
  private func read(_ text: String) throws(FormatError) -> LoggedHistory {
    LoggedHistory(of: try JSONLog.read(Array(text.utf8), file: "history.json"))
  }

  private func error(_ text: String) -> FormatError? {
    do throws(FormatError) {
      _ = try read(text)
      return nil
    } catch {
      return error
    }
  }

  @Test func everyMetricOfARunIsRead() throws {
    let keras = try read(
      #"{"loss": [0.5, 1e-2], "accuracy": [0.75, 1], "val_loss": [2, 3], "val_accuracy": [0.25, 0]}"#)
    #expect(
      keras.history
        == TrainingHistory(
          loss: [0.5, 0.01], accuracy: [0.75, 1], validationLoss: [2, 3], validationAccuracy: [0.25, 0]))
    #expect(keras.leftOut.isEmpty)
  }

  @Test func oldNamesAreRead() throws {
    let history = try read(#"{"acc": [0.5], "val_acc": [0.25]}"#).history
    #expect(history == TrainingHistory(accuracy: [0.5], validationAccuracy: [0.25]))
    let both = try read(#"{"acc": [0.5], "accuracy": [0.75]}"#)
    #expect(both.history.accuracy?.values == [0.75])
    #expect(both.history["acc"]?.values == [0.5])
  }

  @Test func otherMetricsAreLeftOutWhateverTheyHold() throws {
    let keras = try read(#"{"loss": [1], "lr": [0.001], "epoch": "x", "params": {"verbose": null}, "auc": 3}"#)
    #expect(keras.leftOut == ["auc", "epoch", "params/verbose"])
    #expect(keras.history["lr"]?.values == [0.001])
  }

  @Test func whatIsNoNumberIsTakenAsPythonAndPandasWriteIt() throws {
    let history = try read(#"{"loss": [NaN, Infinity, -Infinity, null, "NaN", 1]}"#).history
    let loss = try #require(history.loss?.values)
    #expect(loss[0].isNaN && loss[3].isNaN && loss.count == 5)
    #expect([loss[1], loss[2], loss[4]] == [.infinity, -.infinity, 1])
    // null is no value.
    #expect(history.loss?.positions == [1, 2, 3, 5, 6])
  }

  @Test func columnsOfPandasAreReadInTheOrderOfTheirEpochs() throws {
    let column = (0..<12).reversed().map { "\"\($0)\": \($0 * 10)" }.joined(separator: ", ")
    let keras = try read("{\"loss\": {\(column)}, \"val_loss\": {\"1\": 0.5, \"2\": null}, \"lr\": {\"0\": 1}}")
    #expect(keras.history.loss?.values == (0..<12).map { Double($0 * 10) })
    // The rows count from 0.
    #expect(keras.history.validationLoss == TrainingHistory.Series(.epoch, positions: [2], values: [0.5]))
    #expect(keras.history["lr"] == TrainingHistory.Series(.epoch, positions: [1], values: [1]))
  }

  /// Found by fuzzing: Foundation's decoder ended the program.
  @Test func aCharacterThatIsCutOffIsTold() {
    for bytes in [Array("{\"loss".utf8) + [0xe2, 0x82], [0xf0], Array("{a".utf8) + [0xc3]] {
      do throws(FormatError) {
        _ = try JSONLog.read(bytes, file: "history.json")
        Issue.record("it was read")
      } catch {
        #expect(error.problem == "it is not UTF-8 text")
      }
    }
  }

  /// Found by fuzzing: Foundation's decoder of JSON5 ended the program.
  @Test(arguments: ["[0.5, 1e-]", "[0.5, 1e-,2, NaN]", "[1e]", "[-]", "[0x]", "[.]", "[+1]"])
  func aNumberThatIsCutOffIsTold(list: String) {
    #expect(error("{\"loss\": \(list)}")?.problem == "it is not valid JSON")
  }

  /// Only numbers are, not what stands in a text.
  @Test func namesMayHoldNaN() throws {
    let keras = try read(#"{"loss": [1], "NaN": 1, "a\" NaN": "Infinity \\", "b": -Infinity}"#)
    #expect(keras.history.loss?.count == 1 && keras.leftOut == [#"NaN"#, #"a" NaN"#, "b"])
  }

  @Test(arguments: [
    ("{\"loss\": [1,\n 2,,3]}", "line 2, column 4"), ("", "line 1, column 1"),
    ("{\"loss\": [1, 2", "line 1, column 15"),
    ("{\"loss\" [1]}", "line 1, column 9"), ("{\"loss\": [1]}\n}", "line 2, column 1"),
    ("{loss: [1]}", "line 1, column 2"),
    ("{\"a\\\"b\": 1, \"loss\": [1e-]}", "line 1, column 22"), ("[nan]", "line 1, column 2"),
  ])
  func thePlaceIsToldWhereJSONEnds(text: String, place: String) {
    #expect(error(text)?.place == .field(place) && error(text)?.problem == "it is not valid JSON")
  }

  @Test func listsOfDifferentLengthStay() throws {
    let history = try read(#"{"loss": [3, 2, 1], "val_loss": [4], "accuracy": []}"#).history
    #expect(history == TrainingHistory(loss: [3, 2, 1], validationLoss: [4]))
    #expect(history.epochs == 3)
  }

  @Test func whatIsWrongIsNamed() {
    #expect(
      error(#"{"loss": [1, "low"]}"#)?.description == """
        cannot read JSON file history.json, loss[1]: its value is of another type: a text, not a number.
        Save it with json.dump(history.history, file), history being what model.fit returns.
        """)
    #expect(error(#"{"loss": [1, [2]]}"#)?.place == .field("loss[1]"))
    #expect(error(#"{"loss": [1, true]}"#)?.place == .field("loss[1]"))
    #expect(error(#"{"val_acc": {"0": 1, "1": "x"}}"#)?.place == .field("val_acc.1"))
    #expect(error(#"{"columns": ["loss"], "data": [[1], [2, 3]]}"#)?.place == .field("data[1]"))
    #expect(error("3")?.problem == "it is a number, not an object or a list")
    for broken in ["", "{", "nothing", #"{"loss": [1,,2]}"#] {
      #expect(error(broken)?.problem == "it is not valid JSON", "\(broken.prefix(20))")
    }
  }

  @Test(arguments: [
    #"{"loss": [0.5, 1e-2, NaN], "acc": [0.75, 1], "val_loss": [null, 3], "lr": [0.001]}"#,
    #"{"loss": {"0": 0.5, "1": null}, "accuracy": {"0": 1}, "epoch": {"0": 0, "1": 1}}"#,
  ])
  func mutantsAreReadOrRefused(text: String) {
    let outcome = mutate(Array(text.utf8), times: 1_000, words: jsonWords, file: "history.json") {
      bytes throws(FormatError) in
      try JSONLog.read(bytes, file: "history.json")
    }
    #expect(outcome.refused > 500 && outcome.read > 10 && outcome.unclear.isEmpty, "\(outcome)")
  }
}
