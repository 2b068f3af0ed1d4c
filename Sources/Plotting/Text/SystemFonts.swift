import CFontconfig

/// The owner of a list of the system's fonts, best first, as fontconfig sorts them for a sans serif of a weight.
final class SystemFonts {
  /// None where fontconfig has no fonts, or cannot read its settings.
  private let fonts: UnsafeMutablePointer<FcFontSet>?

  /// Asks fontconfig.
  init(_ weight: FontWeight) {
    fonts = Self.sorted(weight)
  }

  deinit {
    if let fonts { FcFontSetDestroy(fonts) }
  }

  /// The fonts that have outlines of all of `scalars`, best first.
  func sources(of scalars: [Unicode.Scalar]) -> [FontSource] {
    guard let fonts else { return [] }
    var sources: [FontSource] = []
    for index in 0..<Int(fonts.pointee.nfont) {
      guard let font = fonts.pointee.fonts[index], Self.has(scalars, font), Self.isDrawable(font),
        let source = Self.source(of: font)
      else { continue }
      sources.append(source)
    }
    return sources
  }

  private static func sorted(_ weight: FontWeight) -> UnsafeMutablePointer<FcFontSet>? {
    guard FcInit() != 0, let pattern = FcPatternCreate() else { return nil }
    defer { FcPatternDestroy(pattern) }
    let family = Array("sans-serif\0".utf8)
    guard FcPatternAddString(pattern, FC_FAMILY, family) != 0,
      FcPatternAddInteger(pattern, FC_WEIGHT, weight == .bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR) != 0,
      FcConfigSubstitute(nil, pattern, FcMatchPattern) != 0
    else { return nil }
    FcDefaultSubstitute(pattern)
    var result = FcResultMatch
    return FcFontSort(nil, pattern, 0, nil, &result)
  }

  private static func has(_ scalars: [Unicode.Scalar], _ font: OpaquePointer) -> Bool {
    var set: OpaquePointer?
    guard FcPatternGetCharSet(font, FC_CHARSET, 0, &set) == FcResultMatch, let set else { return false }
    return scalars.allSatisfy { FcCharSetHasChar(set, $0.value) != 0 }
  }

  /// Whether a font has outlines of one colour. Files of all weights are left out: their usual ones are listed by themselves.
  private static func isDrawable(_ font: OpaquePointer) -> Bool {
    func flag(_ property: String) -> Bool {
      var value: FcBool = 0
      return FcPatternGetBool(font, property, 0, &value) == FcResultMatch && value != 0
    }
    return flag(FC_SCALABLE) && !flag(FC_COLOR) && !flag(FC_VARIABLE)
  }

  private static func source(of font: OpaquePointer) -> FontSource? {
    var path: UnsafeMutablePointer<FcChar8>?
    var index: Int32 = 0
    guard FcPatternGetString(font, FC_FILE, 0, &path) == FcResultMatch, let path,
      FcPatternGetInteger(font, FC_INDEX, 0, &index) == FcResultMatch
    else { return nil }
    return .file(String(cString: path), index: Int(index))
  }
}
