import Foundation
import RunRecords
import SystemPackage
import TestSupport
import Testing

/// Which fonts the program draws names in: `--font`, and the system's.
@Suite struct FontOptionTests {
  private static let fixtures = pathBesideTest("../PlottingTests/Fixtures").path

  /// Draws a run whose classes have Chinese names.
  ///
  /// - Parameter systemFonts: the only folder that Fontconfig knows.
  private func plot(_ options: [String], systemFonts: String? = nil, _ check: (Outcome, String) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let run = SavedRun(
        record: RunRecord(
          generator: "tests", dataset: RunRecord.Dataset(classNames: ["中", "文"]), featuredModel: "A"),
        labels: [0, 1, 1],
        models: [
          SavedModel(record: ModelRecord(name: "A"), predictions: Predictions(classes: [0, 1, 0], classCount: 2))
        ])
      try FileManager.default.createDirectory(atPath: "\(folder)/results", withIntermediateDirectories: true)
      try run.write(to: FilePath("\(folder)/results/run"))
      let settings = """
        <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
        <fontconfig><dir>\(systemFonts ?? "\(folder)/none")</dir><cachedir>\(folder)/cache</cachedir></fontconfig>
        """
      try write(Array(settings.utf8), to: "\(folder)/fonts.conf")
      // Fontconfig complains if two threads make the folder at once.
      try FileManager.default.createDirectory(atPath: "\(folder)/cache", withIntermediateDirectories: true)
      let outcome = try program(
        ["plot", "\(folder)/results"] + options, environment: ["FONTCONFIG_FILE": "\(folder)/fonts.conf"])
      try check(outcome, folder)
    }
  }

  @Test func namesThatNoFontHasAreTold() throws {
    try plot([]) { outcome, _ in
      #expect(
        outcome.exitCode == 0 && outcome.errors.contains("no font has 中 (U+4E2D), 文 (U+6587); "), "\(outcome.errors)")
    }
  }

  @Test func theFontOfTheOptionHasThem() throws {
    try plot(["--font", "\(Self.fixtures)/Droid.ttf"]) { outcome, _ in
      #expect(outcome.exitCode == 0 && outcome.errors == "", "\(outcome.errors)")
    }
  }

  @Test func theSystemsFontsHaveThem() throws {
    try plot(["--format", "png,svg,pdf"], systemFonts: Self.fixtures) { outcome, _ in
      #expect(outcome.exitCode == 0 && outcome.errors == "", "\(outcome.errors)")
    }
  }

  @Test func aFileThatIsNoFontIsRefusedAtOnce() throws {
    try plot(["--font", "\(Self.fixtures)/make_font.py"]) { outcome, folder in
      #expect(outcome.exitCode == 65 && outcome.errors.contains("make_font.py"), "\(outcome.errors)")
      let left = try files(in: "\(folder)/results").keys
      #expect(left.allSatisfy { $0.hasPrefix("run") })
    }
  }
}
