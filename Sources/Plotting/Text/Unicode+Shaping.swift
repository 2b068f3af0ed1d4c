extension Unicode.Scalar {
  /// Whether a line with this character has to be shaped or ordered: letters of the scripts that need it, marks that stand on
  /// other letters, and controls of direction.
  var needsShaping: Bool {
    guard value >= 0x300 else { return false }
    if isOfComplexScript { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return Self.directionControls.contains(value)
    }
  }

  /// Whether the character is of a script that is written from right to left, or whose letters change with their neighbours.
  var isOfComplexScript: Bool {
    value >= 0x590 && Self.complexScripts.contains { $0.contains(value) }
  }

  /// Whether the character is not seen even if no font has it, such as a joiner.
  var isInvisible: Bool { properties.isDefaultIgnorableCodePoint }

  /// Marks and embeddings from right to left, and what ends or isolates them.
  private static let directionControls: Set<UInt32> = [
    0x061C, 0x200D, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069,
  ]

  /// Blocks of the Unicode Character Database (`Blocks.txt`), neighbours joined.
  private static let complexScripts: [ClosedRange<UInt32>] = [
    0x0590...0x08FF,  // Hebrew, Arabic, Syriac, Thaana, NKo, Samaritan, Mandaic
    0x0900...0x109F,  // the scripts of India, Sinhala, Thai, Lao, Tibetan, Myanmar
    0x1100...0x11FF,  // Hangul's parts of syllables
    0x1700...0x18AF,  // the scripts of the Philippines, Khmer, Mongolian
    0x1900...0x1C7F,  // Limbu to Lepcha
    0x1CD0...0x1CFF,  // Vedic signs
    0x2D30...0x2D7F,  // Tifinagh
    0xA800...0xA82F,  // Syloti Nagri
    0xA840...0xA8FF,  // Phags-pa, Saurashtra, Devanagari
    0xA900...0xAADF,  // Kayah Li to Tai Viet
    0xAAE0...0xAAFF,  // Meetei Mayek
    0xABC0...0xABFF,  // Meetei Mayek
    0xD7B0...0xD7FF,  // Hangul's parts of syllables
    0xFB1D...0xFDFF,  // forms of Hebrew and Arabic
    0xFE70...0xFEFE,  // forms of Arabic
    0x10800...0x10FFF,  // scripts that are written from right to left
    0x11000...0x11FFF,  // Brahmi and its descendants
    0x1E800...0x1EFFF,  // scripts that are written from right to left
  ]
}
