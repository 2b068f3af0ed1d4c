import Foundation

/// The path of a file or folder that stands beside the test's own source file.
package func pathBesideTest(_ name: String, source: String = #filePath) -> URL {
  URL(filePath: source).deletingLastPathComponent().appending(path: name)
}

/// The bytes of a file in `Fixtures/` beside the test's own source file.
package func fixture(_ name: String, source: String = #filePath) throws -> [UInt8] {
  [UInt8](try Data(contentsOf: pathBesideTest("Fixtures/\(name)", source: source)))
}

/// The value that a JSON file in `Fixtures/` beside the test's own source file holds.
package func fixture<Value: Decodable>(_ name: String, as type: Value.Type, source: String = #filePath) throws -> Value
{
  try JSONDecoder().decode(type, from: Data(fixture(name, source: source)))
}

/// The cases that a JSON file in `Fixtures/` beside the test's own source file holds: one at least, so that no test passes
/// because there was nothing to test.
package func fixtureCases<Case: Decodable>(
  _ name: String, of type: Case.Type, source: String = #filePath
) throws -> [Case] {
  let cases = try fixture(name, as: [Case].self, source: source)
  guard !cases.isEmpty else { throw NoCases(file: name) }
  return cases
}

/// A fixture that should hold cases and holds none.
package struct NoCases: Error {
  package var file: String
}
