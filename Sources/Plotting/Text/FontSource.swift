import CFreeType
import Fonts
import Glibc

/// Where a font's bytes are.
enum FontSource: Hashable, Sendable {
  case compiledIn(FontWeight)
  /// The font of this index in a file.
  case file(String, index: Int = 0)

  /// Asks FreeType for a face of the font.
  func open(in library: FT_Library, _ face: inout FT_Face?) -> FT_Error {
    switch self {
    case .compiledIn(let weight):
      let file = weight.file
      return FT_New_Memory_Face(library, file.bytes, FT_Long(file.count), 0, &face)
    case .file(let path, let index):
      // A pipe would be waited for.
      var status = stat()
      guard stat(path.forC, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        return FT_Error(FT_Err_Cannot_Open_Resource)
      }
      return FT_New_Face(library, path.forC, FT_Long(index), &face)
    }
  }

  /// The error of a font that cannot be used.
  func failure(_ reason: String) -> PlottingError {
    switch self {
    case .compiledIn: PlottingError(.font, operation: "use the compiled-in font", reason: reason)
    case .file(let path, _): PlottingError(.fontFile, operation: "use the font \(path)", reason: reason)
    }
  }
}

extension FontWeight {
  /// The compiled-in file.
  var file: FontFile { self == .bold ? font_dejavu_sans_bold() : font_dejavu_sans() }
}
