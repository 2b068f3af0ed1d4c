import Foundation
import TestSupport
import Testing

@testable import Plotting

/// Fonts of one's own, beside the compiled-in one. Droid.ttf has nine letters of Chinese and Japanese, with an em of 256 units.
@Suite struct FontTests {
  private static let droid = pathBesideTest("Fixtures/Droid.ttf").path

  private func theme(_ files: [String]) -> Theme {
    var theme = Theme.withoutSystemFonts
    theme.fonts = files.map { Font(file: $0) }
    return theme
  }

  private func figure(_ text: String, _ files: [String] = [droid]) -> Figure {
    Figure(
      panels: [
        Axes(title: Label(text), y: Axis(label: Label(text)), legend: Legend()) { Line(y: [0, 1], label: text) }
      ],
      theme: theme(files))
  }

  @Test func theyHaveWhatTheCompiledInFontLacks() throws {
    let engine = try TextEngine(theme([Self.droid]))
    let ids = try #require(engine.fonts.toShape("a 猫 中", .regular))
    let compiledIn = FontStack.ID.compiledIn(.regular)
    // The second space follows a letter of the other font, which has none.
    #expect(ids.map { $0 == compiledIn } == [true, true, false, true, false])
    #expect(engine.fonts[ids[2]].source == .file(Self.droid))
    let run = try engine.run("猫中", TextStyle(size: 72), dpi: 10)
    // Their numbers in the file; each is an em wide, which is 10 pixels.
    #expect(run.glyphs.map(\.index) == [8, 3] && run.glyphs.map(\.pen) == [0, 640] && run.advance == 1280)
  }

  @Test func everyFormatDrawsThem() throws {
    let figure = figure("中文 accuracy (%)")
    #expect(try figure.missingCharacters() == [])
    #expect(try figure.image(dpi: 50).width > 100)
    #expect(String(decoding: try figure.svg(), as: UTF8.self).contains("<use href=\"#glyph-"))
    #expect(try figure.pdf().count > 1000)
  }

  @Test func whatNoFontHasIsNamed() throws {
    #expect(try figure("中X語🎉").missingCharacters() == ["語", "🎉"])
    #expect(try figure("猫\u{200D}\u{FE0F}").missingCharacters() == [])
  }

  @Test func aBoldTextTakesTheBoldOne() throws {
    let fonts = ["DejaVuSans", "DejaVuSans-Bold"].map { pathBesideTest("../../fonts/\($0).ttf").path }
    let stack = try FontStack(own: fonts.map { Font(file: $0) }, usesSystem: false)
    for (weight, file) in zip([FontWeight.regular, .bold], fonts) {
      let ids = try #require(stack.toShape("שלום", weight))
      #expect(ids.allSatisfy { stack[$0].source == .file(file) })
    }
  }

  @Test(arguments: ["/nowhere/font.ttf", pathBesideTest("FontTests.swift").path, "/dev/null", "/", "a\0b"])
  func aFileThatIsNoFontIsNamed(file: String) throws {
    let error = #expect(throws: PlottingError.self) { try figure("plain", [file]).svg() }
    #expect(error?.kind == .fontFile && error?.reason.isEmpty == false)
    #expect(error?.operation == "use the font \(file)")
  }

  @Test func damagedFilesAreReadOrRefused() throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: Self.droid)))
    try withTemporaryFolder { folder in
      let file = "\(folder)/font.ttf"
      let figure = figure("中文数字猫", [file])
      let outcome = mutate(bytes, times: 300, file: file) { bytes in
        try Data(bytes).write(to: URL(filePath: file))
        _ = try figure.image(dpi: 30)
        _ = try figure.svg()
        // Cairo may find fault with a glyph where FreeType found none.
        _ = try? figure.pdf()
      }
      #expect(outcome.refused > 0 && outcome.read > 0 && outcome.unclear.isEmpty, "\(outcome)")
    }
  }
}
