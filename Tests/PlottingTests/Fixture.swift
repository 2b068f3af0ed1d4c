import Foundation

/// Reads a file of `Fixtures/`, which `make_fixtures.py` writes.
func fixture<Value: Decodable>(_ name: String, as type: Value.Type = Value.self) throws -> Value {
  try JSONDecoder().decode(Value.self, from: fixtureData(name))
}

/// The bytes of a file of `Fixtures/`.
func fixtureData(_ name: String) throws -> Data {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
  return try Data(contentsOf: folder.appendingPathComponent(name))
}
