import Foundation
import RunRecords
import SystemPackage
import TestSupport
import Testing

/// `mistakes.csv` of samples whose files are known.
@Suite struct MistakesFileTests {
  @Test(arguments: [
    (
      "filename,true,predicted\na.png,cat,dog\nb.png,dog,dog\n\"c, d.png\",dog,cat\n",
      "a.png,cat,dog,,\n\"c, d.png\",dog,cat,,\n"
    ),
    ("image,label,pred\nx/1.jpg,0,0\nx/2.jpg,1,0\n", "x/2.jpg,1,0,,\n"),
    (
      "file,label,prob_0,prob_1\nu,0,0.25,0.75\nv,1,0.5,0.5\nw,1,0,1\n",
      "u,0,1,0.750000,0.500000\nv,1,0,0.500000,0.000000\n"
    ),
  ])
  func samplesAreNamedByTheirFiles(predictions: String, lines: String) throws {
    try withTemporaryFolder { folder in
      try write(Array(predictions.utf8), to: "\(folder)/model/predictions.csv")
      let results = "\(folder)/results"
      let outcome = try program("import", "--model", "M=\(folder)/model", "--output", results, "--markdown")
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      let expected = Data("sample,true,predicted,confidence,margin\n\(lines)".utf8)
      #expect(try files(in: results)["mistakes.csv"] == expected)
      // The saved run knows them, too.
      try FileManager.default.removeItem(atPath: "\(results)/mistakes.csv")
      #expect(try program("plot", results, "--quiet").exitCode == 0)
      #expect(try files(in: results)["mistakes.csv"] == expected)
    }
  }
}
