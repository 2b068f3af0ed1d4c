import Files
import SystemPackage
import TestSupport

@testable import Importing
@testable import RunRecords

/// What is understood of the log in a folder of these files.
func understood(_ files: [(name: String, text: String)]) throws -> (history: LoggedHistory, source: String)? {
  var search = LogFormats.Search()
  try withTemporaryPath { folder in
    for (name, text) in files {
      let path = folder.appending(name)
      try Folder.create(path.removingLastComponent())
      try AtomicFile.write(Array(text.utf8), to: path)
    }
    search = try LogFormats.search(ModelFiles(in: folder))
  }
  if search.log == nil, let failure = search.failure { throw failure }
  return search.log
}

/// A series in few letters: values at epochs 1, 2, 3 and so on, or where they are.
func epochs(_ values: Double..., at positions: [Double]? = nil) -> TrainingHistory.Series {
  positions.map { TrainingHistory.Series(.epoch, positions: $0, values: values) }
    ?? TrainingHistory.Series(perEpoch: values)
}

/// A series over steps.
func steps(_ values: Double..., at positions: [Double]) -> TrainingHistory.Series {
  TrainingHistory.Series(.step, positions: positions, values: values)
}
