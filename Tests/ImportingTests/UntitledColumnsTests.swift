import Files
import FileFormats
import RunRecords
import TestSupport
import Testing

@testable import Importing

/// Tables of predictions whose columns no title tells, or whose cells hold several numbers.
@Suite struct UntitledColumnsTests {
  private func read(_ text: String) throws(FormatError) -> PredictedSamples {
    try CSVPredictions.read(Array(text.utf8), file: "predictions.csv")
  }

  @Test func columnsWithoutATitleAreTheTrueAndThePredictedClass() throws {
    let numbers = try read("3,3\n5,3\n3,5\n")
    #expect(numbers.values == .classes([3, 3, 5]) && numbers.truth?.labels == [3, 5, 3])
    #expect(
      numbers.notes == ["the table has no header: its columns are taken for the true class and the predicted class"])
    let files = try read("a.png;owl;owl\nb.png;emu;owl\nc.png;emu;emu\n")
    #expect(files.values == .classes([1, 1, 0]) && files.classNames == ["emu", "owl"])
    #expect(files.truth?.labels == [1, 0, 0] && files.truth?.sampleNames == ["a.png", "b.png", "c.png"])
    // Samples are counted, and a confidence stands at the end.
    let counted = try read("0,2,2,0.9\n1,0,2,0.5\n2,0,0,0.75\n")
    #expect(counted.values == .classes([2, 2, 0]) && counted.truth?.labels == [2, 0, 0])
    let shares = try read("1,0.25,0.75\n0,0.5,0.5\n1,1.0,0.0\n")
    #expect(shares.values == .probabilities([0.25, 0.75, 0.5, 0.5, 1, 0], columns: 2))
    #expect(shares.truth?.labels == [1, 0, 1])
  }

  @Test(arguments: [
    // One-hot rows, percent, logits, a matrix, names of classes, titles that are not known, a single row.
    "1,0\n0,1\n1,0\n", "30,70\n60,40\n50,50\n", "-1.5,2\n0.5,1\n2,1\n", "50,3\n4,43\n5,44\n", "0,cat\n1,dog\n2,owl\n",
    "foo,bar\ncat,cat\ndog,cat\ncat,dog\n", "1,1\n", "true,predicted\n0,0\n1,1\n0,1\n",
  ])
  func otherTablesAreNotTaken(text: String) throws {
    #expect(UntitledColumns(try CSV.read(Array(text.utf8), file: "a.csv")) == nil)
  }

  /// `predictions.csv` without a header is no array of logits, and an array is no such table.
  @Test func aFileIsOneOrTheOther() throws {
    try withTemporaryPath { folder in
      let path = folder.appending("predictions.csv")
      try AtomicFile.write(Array("3,3\n5,3\n3,5\n".utf8), to: path)
      #expect(try ModelSource(name: "A", in: folder).predicted?.classes == [3, 3, 5])
      try AtomicFile.write(Array("1,0\n0,1\n1,0\n".utf8), to: path)
      #expect(try ModelSource(name: "A", in: folder).predicted?.truth == nil)
      // Labels beside the table are those of its samples.
      try AtomicFile.write(Array("3,3\n5,3\n3,5\n".utf8), to: path)
      try AtomicFile.write(Array("3\n5\n3\n".utf8), to: folder.appending("labels.csv"))
      #expect(try ModelSource(name: "A", in: folder).testSet()?.truth.labels == [3, 5, 3])
      try AtomicFile.write(Array("3\n3\n3\n".utf8), to: folder.appending("labels.csv"))
      #expect(throws: DifferentTestSets.self) { try ModelSource(name: "A", in: folder).testSet() }
    }
  }

  @Test(arguments: [
    "true_owl,true_emu,prob_owl,prob_emu\n1,0,0.75,0.25\n0,1,0.5,0.5\n",
    "owl;emu;prob_owl;prob_emu\n1;0;0.75;0.25\n0;1;0.5;0.5\n",
    "prob_owl,prob_emu,Label (owl),Label (emu)\n75%,25%,1.0,0.0\n50%,50%,0.0,1.0\n",
  ])
  func theTrueClassMayHaveAColumnForEachClass(text: String) throws {
    let samples = try read(text)
    #expect(samples.values == .probabilities([0.75, 0.25, 0.5, 0.5], columns: 2))
    #expect(samples.truth?.names == ["owl", "emu"] && samples.truth?.labels == [0, 1])
    #expect(samples.truth?.areSorted == false)
  }

  @Test func columnsOfClassesMayBeNumbered() throws {
    let both = try read("y_true_0,y_true_1,y_true_2,y_pred_0,y_pred_1,y_pred_2\n0,0,1,0,1,0\n1,0,0,1,0,0\n")
    #expect(both.values == .classes([1, 0]) && both.truth?.labels == [2, 0] && both.truth?.names == nil)
    let named = try read("id,target_emu,target_owl,prediction\n7,0,1,emu\n8,1,0,emu\n")
    #expect(named.values == .classes([0, 0]) && named.truth?.labels == [1, 0])
    #expect(named.classNames == ["emu", "owl"] && named.truth?.sampleNames == ["7", "8"])
  }

  @Test(arguments: [
    #""[0.25, 0.75]""#, "[0.25 0.75]", "0.25 0.75", #""0.25, 0.75""#, "0.25|0.75", "  [0.25  0.75]  ",
    #""(0.25, 0.75)""#,
    #""tensor([0.2500, 0.7500])""#, #""array([0.25, 0.75], dtype=float32)""#, #""[[0.25 0.75]]""#,
  ])
  func aCellMayHoldANumberForEachClass(cell: String) throws {
    for title in ["probs", "y_pred", "probabilities", "model output"] {
      let samples = try read("label,\(title)\n1,\(cell)\n0,\(cell)\n")
      #expect(samples.values == .probabilities([0.25, 0.75, 0.25, 0.75], columns: 2), "\(title)")
      #expect(samples.truth?.labels == [1, 0])
    }
    #expect(try read("label,logits\n\"[0, 1]\",\(cell)\n\"[1, 0]\",\(cell)\n").truth?.labels == [1, 0])
  }

  /// What the first rows tell of the columns may not hold for a later one.
  @Test(arguments: [
    ("label,prob", "0,0.25", "2,0.5", "line 203, column label: '2' is a third class, and prob is one number"),
    ("label,probs", "0,[0.5 0.5]", "0,[1 0 0]", "line 203, column probs: it has 3 numbers, and the rows before it 2"),
    ("label,probs", "0,[0.5 0.5]", "0,[1 ... 0]", "line 203, column probs: '[1 ... 0]' is no list of numbers"),
    (
      "true_a,true_b,predicted", "0,1,a", "1,1,b",
      "line 203, column true_b: '1' does not make a single 1 among zeros"
    ),
    ("true_a,true_b,predicted", "0,1,a", "0,0,b", "line 203, column true_a: no class is 1 in this row"),
  ])
  func aLateRowThatFitsNotIsNamed(header: String, row: String, last: String, message: String) {
    let rows = Array(repeating: row, count: 200).joined(separator: "\n")
    let error = #expect(throws: FormatError.self) {
      try read("\(header)\n\(rows)\n\(row.replacing("0,0.25", with: "1,0.75"))\n\(last)\n")
    }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  /// Tables are often sorted by class: the first rows then show one class only.
  @Test func rowsSortedByClassAreReadLikeOthers() throws {
    func rows(_ one: String, _ other: String) -> String {
      (Array(repeating: one, count: 150) + Array(repeating: other, count: 50)).joined(separator: "\n")
    }
    let probabilities = [Float](repeating: 0.25, count: 150) + [Float](repeating: 0.75, count: 50)
    let expected = PredictedSamples.Values.probabilities(probabilities.flatMap { [1 - $0, $0] }, columns: 2)
    #expect(try read("label,prob,predicted\n" + rows("0,0.25,0", "1,0.75,1")).values == expected)
    let named = try read("label,prob_owl\n" + rows("emu,0.25", "owl,0.75"))
    #expect(named.values == expected && named.truth?.names == ["emu", "owl"])
    // The probability may be of the class that comes first.
    let first = try read("label,prob,predicted\n" + rows("0,0.75,0", "1,0.25,1"))
    #expect(first.values == expected)
    // A confidence is of whatever is predicted.
    let confidence = try read("label,score,predicted\n" + rows("0,0.75,0", "1,0.75,1"))
    #expect(confidence.values == .classes([Int](repeating: 0, count: 150) + [Int](repeating: 1, count: 50)))
  }

  /// Numbers that stand beside a column for each class are no classes.
  @Test func aNumberBesideTheColumnsOfTheClassesIsNone() throws {
    let samples = try read("label,width,emu,owl,area\nowl,28,0.25,0.75,784\nemu,32,0.5,0.5,1024\n")
    #expect(samples.values == .probabilities([0.25, 0.75, 0.5, 0.5], columns: 2))
    #expect(samples.truth?.names == ["emu", "owl"])
  }
}

/// Tables as people have them, and what of them is meant.
@Suite struct MeantColumnsTests {
  private func read(_ text: String) throws(FormatError) -> PredictedSamples {
    try CSVPredictions.read(Array(text.utf8), file: "predictions.csv")
  }

  @Test func theNameOfAClassMayStandBeforeTheWord() throws {
    let samples = try read("file,gt,pred,owl_prob,emu_prob\na,emu,owl,0.75,0.25\nb,owl,owl,0.5,0.5\n")
    #expect(samples.values == .probabilities([0.75, 0.25, 0.5, 0.5], columns: 2))
    #expect(samples.truth?.names == ["owl", "emu"] && samples.truth?.labels == [1, 0])
  }

  /// The best of several answers is the predicted class, and what stands beside the others is of no class.
  @Test func theFirstOfSeveralAnswersCounts() throws {
    let samples = try read("image,label,top1,top1_prob,top2,top2_prob\na,emu,owl,0.7,emu,0.2\nb,owl,owl,0.6,emu,0.1\n")
    #expect(samples.values == .classes([1, 1]) && samples.truth?.labels == [0, 1])
  }

  @Test func rowsOfTheTrainingSetAreLeftOut() throws {
    let samples = try read("split,true,pred\ntrain,0,0\ntest,1,0\ntrain,1,1\nTest,0,0\n")
    #expect(samples.values == .classes([0, 0]) && samples.truth?.labels == [1, 0])
    #expect(samples.notes == ["2 rows of the training set are left out"])
    let mixed = #expect(throws: FormatError.self) { try read("set,true,pred\nval,0,0\ntest,1,0\n") }
    #expect(mixed?.place == .field("line 3, column set"))
    #expect(throws: FormatError.self) { try read("set,true,pred\ntrain,0,0\ntrain,1,0\n") }
  }

  @Test(arguments: [
    "3,3\n5,3\n3,5\n", "a,1,\"[0.5, 0.5]\"\n", "label,probs\n1,[0.1 0.9]\n0,[0.5 0.5]\n",
    "true_a,true_b,prob_a,prob_b\n1,0,0.5,0.5\n0,1,0.25,0.75\n",
  ])
  func mutantsAreReadOrRefused(table: String) {
    let outcome = mutate(Array(table.utf8), words: [",", "\n", "1e9", "[", "0"], file: "a.csv") {
      bytes throws(FormatError) in
      try CSVPredictions.read(bytes, file: "a.csv")
    }
    #expect(outcome.refused > 100 && outcome.unclear.isEmpty, "\(outcome)")
  }
}
