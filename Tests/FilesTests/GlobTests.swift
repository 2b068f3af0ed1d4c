import SystemPackage
import TestSupport
import Testing

@testable import Files

@Suite struct GlobTests {
  @Test(
    arguments: [
      ("seed-*", ["seed-1", "seed-2", "seed-10"]), ("run?", ["run1", "run2"]), ("[ab]*", ["a", "b.csv"]),
      ("*/deep", ["a/deep", "seed-1/deep"]), ("nothing*", []), ("seed-2", ["seed-2"]),
    ] as [(String, [String])])
  func matchesComeInNaturalOrder(pattern: String, expected: [String]) throws {
    try withTemporaryPath { folder in
      for name in ["seed-10", "seed-1/deep", "seed-2", ".seed-3"] { try Folder.create(folder.appending(name)) }
      for name in ["seed-notes.txt", "run2", "run1", "b.csv"] { try AtomicFile.write([1], to: folder.appending(name)) }
      if pattern != "[ab]*" { try Folder.create(folder.appending("a/deep")) }
      if pattern == "[ab]*" { try AtomicFile.write([1], to: folder.appending("a")) }
      #expect(
        try Glob.paths(matching: folder.appending(pattern)) == expected.map { FilePath("\(folder)/\($0)") })
    }
  }

  @Test(arguments: [
    ["a", "a1", "a2", "a10", "b"], ["run-9", "run-10", "run-10b", "run-100"], ["lr=0.01", "lr=0.02", "lr=0.1"],
    ["seed-08", "seed-09", "seed-10"], ["7", "9", "9a", "10"],
  ])
  func numbersInNamesAreNumbers(names: [String]) {
    #expect(names.reversed().sorted(by: Glob.isOrderedNaturally) == names)
  }
}
