import Glibc

/// `value` with at most `digits` significant digits, as C's `printf` writes it with `%g`: `0.25`, `1.5e-07`.
///
/// The result does not depend on the locale.
package func significant(_ value: Double, digits: Int) -> String {
  guard value.isFinite else { return fixedPoint(value, decimals: 0) }
  let precision = min(max(digits, 1), 17)
  let scientific = withVaList([Int32(precision - 1), value]) { arguments in
    String(unsafeUninitializedCapacity: 32) { buffer in
      buffer.withMemoryRebound(to: CChar.self) { Int(vsnprintf($0.baseAddress, $0.count, "%.*e", arguments)) }
    }
  }
  let parts = scientific.split(separator: "e")
  let exponent = parts.last.flatMap { Int($0) } ?? 0
  // Only the digits: the locale has a say in the decimal point.
  var mantissa = parts[0].filter { ("0"..."9").contains($0) }
  while mantissa.count > 1, mantissa.last == "0" { mantissa.removeLast() }

  func text(pointAfter whole: Int) -> String {
    let padded = mantissa + String(repeating: "0", count: max(0, whole - mantissa.count))
    return padded.count > whole ? padded.prefix(whole) + "." + padded.dropFirst(whole) : padded
  }
  let sign = value.sign == .minus ? "-" : ""
  if exponent < -4 || exponent >= precision {
    let power = String(exponent.magnitude)
    return sign + text(pointAfter: 1) + (exponent < 0 ? "e-" : "e+") + (power.count < 2 ? "0" : "") + power
  }
  guard exponent < 0 else { return sign + text(pointAfter: exponent + 1) }
  mantissa = String(repeating: "0", count: -exponent) + mantissa
  return sign + text(pointAfter: 1)
}
