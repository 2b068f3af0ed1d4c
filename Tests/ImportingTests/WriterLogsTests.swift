import Foundation
import RunRecords
import SystemPackage
import TestSupport
import Testing

@testable import Importing

/// Logs that libraries wrote, and what these say of the training; Fixtures/make_writers.py has made them.
@Suite struct WriterLogsTests {
  @Test(arguments: [
    "pandas_columns", "pandas_csv", "pandas_epochs", "pandas_index", "pandas_lines", "pandas_records",
    "pandas_semicolons", "pandas_split", "pandas_table", "skorch", "transformers",
  ])
  func measuresAreThoseOfTheLibrary(name: String) throws {
    let log = try ModelSource(name: "M", in: FilePath(pathBesideTest("Fixtures/writers/\(name)").path)).log
    let history = try #require(log).history.history
    let expected = try JSONDecoder().decode(
      [String: [[Double]]].self, from: Data(contentsOf: pathBesideTest("Fixtures/writers/\(name).json")))
    #expect(expected.count >= 3)
    for (measure, points) in expected {
      let series = try #require(history[measure], "\(measure)")
      #expect(series.axis == .epoch && series.positions == points.map { $0[0] }, "\(measure)")
      // pandas writes 15 decimals at most.
      for (value, point) in zip(series.values, points) { #expect(abs(value - point[1]) < 1e-14, "\(measure)") }
    }
    #expect(Set(history.measures.series.keys) == Set(expected.keys))
  }
}
