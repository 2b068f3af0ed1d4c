import Foundation

/// A file of Fixtures/; make_fixtures.py there writes them with scikit-learn.
func fixture(_ name: String) throws -> Data {
  let folder = Bundle.module.resourceURL?.appendingPathComponent("Fixtures")
  return try Data(contentsOf: (folder ?? URL(fileURLWithPath: "Fixtures")).appendingPathComponent(name))
}
