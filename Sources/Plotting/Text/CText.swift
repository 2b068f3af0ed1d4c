extension String {
  /// The text as libraries in C take it: U+0000, which ends a string there, and the noncharacters of Unicode, which Cairo
  /// refuses, are replaced by U+FFFD.
  var forC: String {
    func isRefused(_ scalar: Unicode.Scalar) -> Bool {
      scalar == "\0" || scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
    }
    guard unicodeScalars.contains(where: isRefused) else { return self }
    var text = ""
    for scalar in unicodeScalars { text.unicodeScalars.append(isRefused(scalar) ? "\u{FFFD}" : scalar) }
    return text
  }
}
