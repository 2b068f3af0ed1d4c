import Files
import FileFormats
import RunRecords
import SystemPackage
import TestSupport
import Testing

@testable import Importing

@Suite struct CSVPredictionsTests {
  private func read(_ text: String) throws(FormatError) -> PredictedSamples {
    try CSVPredictions.read(Array(text.utf8), file: "predictions.csv")
  }

  @Test func classesAndProbabilitiesAreReadWithTheTrueClasses() throws {
    let classes = try read("Image,True Label,Predicted\na.jpg,1,2\nb.jpg, 0,0\n")
    #expect(classes.values == .classes([2, 0]) && classes.truth?.labels == [1, 0])
    #expect(classes.truth?.sampleNames == ["a.jpg", "b.jpg"] && classes.truth?.names == nil)
    let probabilities = try read("prob_1;prob_0;y_true\n0.75;0.25;1\n0.5;0.5;0\n")
    #expect(probabilities.values == .probabilities([0.25, 0.75, 0.5, 0.5], columns: 2))
    #expect(probabilities.truth?.labels == [1, 0])
    #expect(try read("pred\n3\n").truth == nil)
  }

  @Test(arguments: [
    ("true,predicted\n1,cat\n", "line 2, column predicted: 'cat' is not the number of a class"),
    ("true,predicted\n-1,0\n", "line 2, column true: -1 is not the number of a class"),
    ("true,predicted\n1000,0\n", "1000 is not the number of a class"),
    ("true,prob_0,prob_1\n0,0.5\n", "line 2, column prob_1: '' is not a number"),
    ("true,predicted\n", "line 1: no row follows it"),
    ("true,prob_1,prob_2\n0,0.5,0.5\n", "it has neither a column predicted nor one for each class"),
  ])
  func whatIsWrongIsNamed(text: String, message: String) {
    let error = #expect(throws: FormatError.self) { try read(text) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  /// The table brings its test set along; a log beside it is a log.
  @Test func aTableBesideALogIsATestSetWithPredictions() throws {
    try withTemporaryPath { folder in
      try AtomicFile.write(Array("step,epoch\r\n1,0\r\n".utf8), to: folder.appending("a.csv"))
      #expect(try ModelFiles(in: folder).file("a.csv")?.csvHeader == ["step", "epoch"])
      try Folder.remove(folder.appending("a.csv"))
      try AtomicFile.write(Array("epoch,loss\n0,1\n1,0.5\n".utf8), to: folder.appending("log.csv"))
      try AtomicFile.write(Array("true,predicted\n1,2\n0,0\n1,1\n".utf8), to: folder.appending("test.csv"))
      let source = try ModelSource(name: "A", in: folder)
      let set = try #require(try source.testSet())
      #expect(set.truth.labels == [1, 0, 1])
      #expect(source.log?.source == "log.csv")
      let data = try #require(try TestData(of: [source], classes: nil))
      #expect(data.description.classNames == ["0", "1", "2"] && data.description.testSamples == 3)
      #expect(try source.model(testedOn: data).predictions?.classes == [2, 0, 1])
    }
  }

  /// Names are sorted by code points, as scikit-learn's LabelEncoder sorts them.
  @Test func classesCanBeNames() throws {
    let classes = try read("path;y_true;y_pred\na;owl;Emu\nb;emu;owl\nc;Emu;Emu\n")
    #expect(classes.truth?.names == ["Emu", "emu", "owl"] && classes.truth?.labels == [2, 1, 0])
    #expect(classes.values == .classes([0, 2, 0]))
    for header in [
      "label,prob_owl,prob_emu", "label,p(owl),p(emu)", "label,Probability owl,Probability emu", "label,owl,emu",
    ] {
      let probabilities = try read(header + "\nemu,0.25,0.75\nowl,75%,25%\n".replacing("75%,25%", with: "0.75,0.25"))
      #expect(probabilities.truth?.names == ["owl", "emu"] && probabilities.truth?.labels == [1, 0], "\(header)")
      #expect(probabilities.values == .probabilities([0.25, 0.75, 0.75, 0.25], columns: 2), "\(header)")
    }
  }

  @Test func percentAndClassesFromOneAreRead() throws {
    let percent = try read("true,p0,p1,p2\n2,10%,20%,70%\n0,97,2,1\n1,0,100,0\n")
    #expect(percent.values == .probabilities([0.1, 0.2, 0.7, 0.97, 0.02, 0.01, 0, 1, 0], columns: 3))
    #expect(percent.notes == ["the predictions are in percent, and were divided by 100"])
    let fromOne = try read("true,prob_1,prob_2\n2,0.25,0.75\n1,1,0\n")
    #expect(fromOne.columns == 2 && fromOne.truth?.labels == [2, 1])
  }

  /// Of 0.75 and 0.25, the second is below a half; softmax of two classes is 1 - p and p.
  @Test(arguments: [
    "label,prob\n1,0.75\n0,0.25\n", "y_true,y_pred\n1,0.75\n0,0.25\n", "id,label,p_1\na,1,75%\nb,0,25%\n",
    "label,pred,score\n1,1,0.75\n0,0,0.25\n", "label;y_score\n1;0,75\n0;0,25\n",
  ])
  func aColumnMayBeTheProbabilityOfClass1(text: String) throws {
    let samples = try read(text)
    #expect(samples.values == .probabilities([0.25, 0.75, 0.75, 0.25], columns: 2))
    #expect(samples.truth?.labels == [1, 0] && samples.notes.first?.contains("of class 1") == true)
  }

  @Test func theColumnIsOfTheClassThatItNames() throws {
    let second = try read("label,prob\ncat,0.25\ndog,0.75\n")
    #expect(second.truth?.names == ["cat", "dog"] && second.truth?.labels == [0, 1])
    #expect(second.notes == ["the one column of the predictions is the probability of dog"])
    let named = try read("label,prob_cat\ncat,0.75\ndog,0.25\n")
    #expect(named.truth?.names == ["dog", "cat"] && named.truth?.labels == [1, 0])
    #expect(named.values == .probabilities([0.25, 0.75, 0.75, 0.25], columns: 2))
    // The confidence in whatever was predicted is no probability of one class.
    #expect(try read("label,pred,score\n1,1,0.75\n0,0,0.875\n").values == .classes([1, 0]))
  }

  /// Columns are those of classes if a true class is called so, or if they sum to 1; an index, sums and shares are none.
  @Test(arguments: [
    ",cat,dog,label\n0,0.25,0.75,dog\n1,1,0,cat\n", "file,label,pred,cat,dog\na,dog,dog,0.25,0.75\nb,cat,cat,1,0\n",
    "label,cat,dog,confidence\ndog,0.25,0.75,0.75\ncat,1,0,1\n",
    "obs,pred,cat,dog,rowIndex\ndog,dog,25,75,1\ncat,cat,100,0,2\n",
    "label,cat,dog\n1,0.25,0.75\n0,1,0\n",
  ])
  func columnsOfClasses(text: String) throws {
    let samples = try read(text)
    #expect(samples.values == .probabilities([0.25, 0.75, 1, 0], columns: 2))
    #expect(samples.truth?.names == ["cat", "dog"] && samples.truth?.labels == [1, 0])
  }

  @Test func titlesMayBeWholeNames() throws {
    let samples = try read("True,Class A,Class B\nClass B,0.25,0.75\nClass A,1,0\n")
    #expect(samples.truth?.names == ["Class A", "Class B"] && samples.truth?.labels == [1, 0])
    #expect(try read("label,pred_0,pred_1\n1,0.25,0.75\n0,1,0\n").columns == 2)
    // The best and the second best class are no numbers of two classes.
    #expect(throws: FormatError.self) { try read("label,pred_0,pred_1\n1,1,0\n4,4,2\n") }
  }

  /// The first of them looks like columns named by classes.
  @Test(arguments: ["epoch,class_loss,class_acc,label", "step,true,predicted", "id,label,pixel0,pixel1", "a,b"])
  func otherTablesAreNotTaken(header: String) {
    let row = header.split(separator: ",").indices.map { "\($0)" }.joined(separator: ",")
    let file = ModelFile(folder: "a", name: "a.csv", head: Array("\(header)\n\(row)\n".utf8))
    #expect(!CSVPredictions.recognizes(file) && !CountedPairs.recognizes(file))
  }

  /// More rows than are in memory at once.
  @Test func longTablesAreReadRowByRow() throws {
    let rows = 40_000
    let classes = (0..<rows).map { $0 % 7 }
    let text = classes.map { "img\($0).png,cat \($0 % 3),cat \($0)\n" }.joined()
    let named = try read("file,true,predicted\n" + text)
    #expect(named.values == .classes(classes) && named.truth?.labels == classes.map { $0 % 3 })
    #expect(
      named.truth?.names == (0..<7).map { "cat \($0)" }
        && named.truth?.sampleNames?.last == "img\(classes[rows - 1]).png")
    let spaced = try read("true, predicted\n" + (0..<300).map { "cat \($0 % 3) , cat \($0 % 3)\n" }.joined())
    #expect(spaced.values == .classes((0..<300).map { $0 % 3 }) && spaced.truth?.names == ["cat 0", "cat 1", "cat 2"])
    let shares = classes.map { "\($0 % 2),\(Double($0) / 8),\(100 - Double($0) / 8 * 100)%\n" }
    let error = #expect(throws: FormatError.self) { try read("true,prob_0,prob_1\n" + shares.joined() + "1,0.5,x\n") }
    #expect(error?.place == .field("line \(rows + 2), column prob_1") && error?.problem == "'x' is not a number")
    let halves = (0..<rows).map { "\($0 % 2),0.25,0.75\n" }.joined()
    let probabilities = try read("true,prob_0,prob_1\n" + halves)
    #expect(probabilities.count == rows && probabilities.truth?.labels == (0..<rows).map { $0 % 2 })
    #expect(probabilities.values == .probabilities((0..<rows).flatMap { _ in [0.25, 0.75] as [Float] }, columns: 2))
  }

  @Test func mutantsAreReadOrRefused() {
    let outcome = mutate(
      Array("true,prob_0,prob_1\n0,0.5,0.5\n1,0.25,0.75\n".utf8), words: [",", "\n", "1e9"], file: "a.csv"
    ) {
      bytes throws(FormatError) in
      try CSVPredictions.read(bytes, file: "a.csv")
    }
    #expect(outcome.refused > 100 && outcome.read > 10 && outcome.unclear.isEmpty, "\(outcome)")
  }
}
