/// The fonts of a drawing, and which of them has a character.
///
/// The compiled-in font comes first, then fonts of one's own, then the system's; for scripts whose letters are shaped, which the
/// compiled-in font has in one style alone, fonts of one's own come first.
final class FontStack {
  /// A font's place in a stack.
  struct ID: Hashable, Sendable {
    fileprivate(set) var index: Int

    /// The compiled-in font of a weight.
    static func compiledIn(_ weight: FontWeight) -> ID { ID(index: weight == .bold ? 1 : 0) }
  }

  private var fonts: [LoadedFont]
  private let own: Range<Int>
  private var ids: [FontSource: ID] = [:]
  private var choices: [Choice: ID?] = [:]
  private let usesSystem: Bool
  private var system: [FontWeight: SystemFonts] = [:]

  /// How many of the system's fonts are tried for a character: files may be damaged.
  private static let attempts = 4

  /// Opens the compiled-in fonts and those of one's own.
  init(own files: [Font], usesSystem: Bool) throws(PlottingError) {
    fonts = [try LoadedFont(.compiledIn(.regular)), try LoadedFont(.compiledIn(.bold))]
    for font in files { fonts.append(try LoadedFont(.file(font.file))) }
    own = 2..<fonts.count
    self.usesSystem = usesSystem
  }

  subscript(_ id: ID) -> LoadedFont { fonts[id.index] }

  /// The font of each Unicode scalar of a text that has to be shaped or that the compiled-in font lacks; nil for a text that is
  /// drawn character by character.
  func toShape(_ text: String, _ weight: FontWeight) -> [ID]? {
    let compiledIn = ID.compiledIn(weight)
    let shapes = text.unicodeScalars.contains(where: \.needsShaping)
    guard shapes || !self[compiledIn].has(text.unicodeScalars) else { return nil }
    let ids = choose(for: text, weight).map { $0 ?? compiledIn }
    return shapes || ids.contains { $0 != compiledIn } ? ids : nil
  }

  /// The characters of a text that no font has.
  func missing(in text: String) -> [Unicode.Scalar] {
    zip(text.unicodeScalars, choose(for: text, .regular)).filter { $1 == nil }.map { $0.0 }
  }

  /// The font of each of a text's Unicode scalars; nil for those that no font has.
  ///
  /// Scalars that make up a character, such as a letter and its accents, are of one font if one has them all.
  func choose(for text: String, _ weight: FontWeight) -> [ID?] {
    var ids: [ID?] = []
    for character in text {
      let scalars = Array(character.unicodeScalars)
      if let id = font(for: scalars, weight, after: ids.last ?? nil) {
        ids += [ID?](repeating: id, count: scalars.count)
      } else {
        for scalar in scalars {
          ids.append(scalar.isInvisible ? ids.last ?? .compiledIn(weight) : font(for: [scalar], weight, after: nil))
        }
      }
    }
    return ids
  }

  private func font(for scalars: [Unicode.Scalar], _ weight: FontWeight, after previous: ID?) -> ID? {
    let seen = scalars.filter { !$0.isInvisible }
    // A space is as wide as that of the letters before it.
    if let previous, seen.allSatisfy(\.properties.isWhitespace), self[previous].has(seen) { return previous }
    let choice = Choice(scalars: seen, weight: weight)
    if let known = choices[choice] { return known }
    let id = candidates(for: seen, weight).first { self[$0].has(seen) } ?? systemFont(for: seen, weight)
    choices[choice] = .some(id)
    return id
  }

  private func candidates(for scalars: [Unicode.Scalar], _ weight: FontWeight) -> [ID] {
    let compiledIn = [ID.compiledIn(weight), .compiledIn(weight == .bold ? .regular : .bold)]
    let isBold = weight == .bold
    let ids = own.map(ID.init)
    let own = ids.filter { self[$0].face.isBold == isBold } + ids.filter { self[$0].face.isBold != isBold }
    return scalars.contains(where: \.isOfComplexScript) ? own + compiledIn : compiledIn + own
  }

  private func systemFont(for scalars: [Unicode.Scalar], _ weight: FontWeight) -> ID? {
    guard usesSystem, !scalars.isEmpty else { return nil }
    let list = system[weight] ?? SystemFonts(weight)
    system[weight] = list
    for source in list.sources(of: scalars).prefix(Self.attempts) {
      if let known = ids[source] { return known }
      guard let font = try? LoadedFont(source), font.has(scalars) else { continue }
      let id = ID(index: fonts.count)
      fonts.append(font)
      ids[source] = id
      return id
    }
    return nil
  }

  private struct Choice: Hashable {
    var scalars: [Unicode.Scalar]
    var weight: FontWeight
  }
}
