import Foundation

/// Reads a JSON file of PyTorch/, which one of the scripts there has written.
func pyTorchFixture<Value: Decodable>(_ name: String, as _: Value.Type = Value.self) throws -> Value {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "PyTorch")
  return try JSONDecoder().decode(Value.self, from: Data(contentsOf: folder.appending(path: name)))
}
