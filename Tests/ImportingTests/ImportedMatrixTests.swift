import FileFormats
import SystemPackage
import TestSupport
import Testing

@testable import Importing

@Suite struct ImportedMatrixTests {
  private func table(_ text: String) throws(FormatError) -> ImportedMatrix {
    try TableMatrix.read(Array(text.utf8), file: "confusion_matrix.csv")
  }

  /// Names along one side or both, in any order; pandas.crosstab's sums are none of the counts.
  @Test(arguments: [
    "cat,dog,owl\n5,1,0\n2,7,0\n0,3,4\n", ",cat,dog,owl\ncat,5,1,0\ndog,2,7,0\nowl,0,3,4\n",
    "Actual,cat,dog,owl,All\ncat,5,1,0,6\ndog,2,7,0,9\nowl,0,3,4,7\nAll,7,11,4,22\n",
    ",cat,dog,owl\ncat,5,1,0\ndog,2,7,0\nowl,0,3,4\ntotal,7,11,4\n",
    "t,cat,dog,owl,Sum\ncat,5,1,0,6\ndog,2,7,0,9\nowl,0,3,4,7\nSum,7,11,4,22\n",
    ",cat,dog,owl,recall\ncat,5,1,0,0.83\ndog,2,7,0,0.78\nowl,0,3,4,0.57\n",
    "true\\pred;owl;cat;dog\nowl;4;0;3\ncat;0;5;1\ndog;0;2;7\n",
    ",Predicted cat,Predicted dog,Predicted owl\nActual cat,5,1,0\nActual dog,2,7,0\nActual owl,0,3,4\n",
    "Predicted/True,cat,dog,owl\ncat,5,2,0\ndog,1,7,3\nowl,0,0,4\n",
  ])
  func tablesAreRead(text: String) throws {
    let matrix = try table(text)
    let names = try #require(matrix.classNames)
    #expect(Set(names) == ["cat", "dog", "owl"])
    let expected = ["cat": ["cat": 5, "dog": 1], "dog": ["cat": 2, "dog": 7], "owl": ["dog": 3, "owl": 4]]
    for (label, row) in zip(names, matrix.counts) {
      for (predicted, count) in zip(names, row) {
        #expect(count == expected[label]?[predicted] ?? 0, "\(label), \(predicted)")
      }
    }
    #expect((matrix.note != nil) == text.hasPrefix("Predicted/True"))
  }

  @Test func aClassThatIsNeverPredictedHasAColumnOfZeros() throws {
    let matrix = try table("Actual,0,2\n0,3,1\n1,2,0\n2,0,4\n")
    #expect(matrix.counts == [[3, 0, 1], [2, 0, 0], [0, 0, 4]] && matrix.classNames == nil)
  }

  @Test(arguments: ["[[5 1]\n [2 7]]\n", ",0,1\n0,5,1\n1,2,7\n", "0,1\n5,1\n2,7\n", "5,1\n2,7\n"])
  func linesOfNumbersMayHaveBracketsAndTitles(text: String) throws {
    let array = try NumberTable.array(in: Array(text.utf8), file: "cm.txt")
    #expect(array == NPYArray(shape: [2, 2], elements: .float64([5, 1, 2, 7])))
  }

  /// `json.dump({"accuracy": 0.8, "confusion_matrix": ...})` is no log.
  @Test func aMatrixAmongResultsIsFound() {
    func file(_ text: String) -> ModelFile { ModelFile(folder: "a", name: "metrics.json", head: Array(text.utf8)) }
    #expect(ObjectMatrix.recognizes(file(#"{"accuracy": 0.8, "confusion_matrix": [[3, 1], [0, 2]]}"#)))
    #expect(!ObjectMatrix.recognizes(file(#"{"epoch": [1], "loss": [0.5], "confusion_matrix": [[[3, 1], [0, 2]]]}"#)))
  }

  @Test func pairsAndObjectsAreRead() throws {
    let pairs = "Actual,Predicted,nPredictions\nowl,owl,16777217\nowl,emu,1\nemu,owl,0\nemu,emu,2\n"
    let counted = try CountedPairs.read(Array(pairs.utf8), file: "a.csv")
    #expect(counted.classNames == ["owl", "emu"] && counted.counts == [[16_777_217, 1], [0, 2]])
    let object = #"{"class_names": ["owl", "emu"], "confusion_matrix": [[3, 1], [0, 2]], "accuracy": 0.8}"#
    let read = try ObjectMatrix.read(Array(object.utf8), file: "a.json")
    #expect(read.classNames == ["owl", "emu"] && read.counts == [[3, 1], [0, 2]])
    // pandas.DataFrame([[3, 1], [0, 2]], ["owl", "emu"], ["owl", "emu"]).to_json()
    let frame = #"{"owl": {"owl": 3, "emu": 0}, "emu": {"owl": 1, "emu": 2}}"#
    let pandas = try ObjectMatrix.read(Array(frame.utf8), file: "a.json")
    #expect(pandas.classNames == ["emu", "owl"] && pandas.counts == [[2, 0], [1, 3]])
    let array = NPYArray(shape: [2, 2], elements: .float64([9_007_199_254, 1, 0, 2]))
    #expect(try ImportedMatrix(array, file: "cm.npy").counts == [[9_007_199_254, 1], [0, 2]])
  }

  @Test(arguments: [
    ("a,b\n1,2\n", "its rows and its columns do not name the same classes"),
    (",a,b\na,1,2\na,3,4\n", "do not name the same classes, each once"),
    ("a,b\n0.9,0.1\n0,1\n", "0.9 is no number of samples"),
    ("a,b\n-1,0\n0,1\n", "-1.0 is no number of samples"), ("a,b\n0,0\n0,0\n", "all its numbers are 0"),
    ("a,b\n1,x\n0,1\n", "'x' is not a number"), ("a,b\n1e300,0\n0,1\n", "1e+300 is no number of samples"),
  ])
  func whatIsNoMatrixIsNamed(text: String, problem: String) {
    let error = #expect(throws: FormatError.self) { try table(text) }
    #expect(error?.description.contains(problem) == true, "\(error?.description ?? "")")
  }

  @Test func mutantsAreReadOrRefused() {
    let words = [",", "\n", "1e9", "Predicted ", "All"]
    let table = mutate(Array("t,a,b\na,5,1\nb,2,7\n".utf8), words: words, file: "a.csv") { bytes throws(FormatError) in
      try TableMatrix.read(bytes, file: "a.csv")
    }
    #expect(table.refused > 100 && table.read > 10 && table.unclear.isEmpty, "\(table)")
    let object = mutate(
      Array(#"{"labels": ["a", "b"], "cm": [[5, 1], [2, 7]]}"#.utf8), words: jsonWords, file: "a.json"
    ) {
      bytes throws(FormatError) in
      try ObjectMatrix.read(bytes, file: "a.json")
    }
    #expect(object.refused > 100 && object.read > 10 && object.unclear.isEmpty, "\(object)")
  }
}
