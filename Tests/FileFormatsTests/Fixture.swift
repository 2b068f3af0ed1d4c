import Foundation

/// A file of Fixtures/; make_fixtures.py there writes them.
func fixture(_ name: String) throws -> [UInt8] {
  let folder = Bundle.module.resourceURL?.appendingPathComponent("Fixtures")
  return [UInt8](try Data(contentsOf: (folder ?? URL(fileURLWithPath: "Fixtures")).appendingPathComponent(name)))
}
