/// `value` with `decimals` digits after the decimal point, rounded as C's `printf` does: exactly, ties to even.
///
/// The result does not depend on the locale. NaN and the infinities give `nan`, `inf` and `-inf`; numbers with more than
/// 15 digits are written as Swift prints them.
package func fixedPoint(_ value: Double, decimals: Int) -> String {
  guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
  let decimals = min(max(decimals, 0), 18)
  var scale = 1.0
  for _ in 0..<decimals { scale *= 10 }
  let magnitude = abs(value)
  let product = magnitude * scale
  guard product < 9e15 else { return "\(value)" }
  // What the product lost by rounding decides ties.
  let lost = (-product).addingProduct(magnitude, scale)
  var whole = product.rounded(.down)
  let rest = product - whole
  if rest > 0.5 || (rest == 0.5 && (lost > 0 || (lost == 0 && !whole.truncatingRemainder(dividingBy: 2).isZero))) {
    whole += 1
  }
  let digits = String(Int64(whole))
  let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
  let sign = value.sign == .minus ? "-" : ""
  return decimals == 0 ? sign + padded : sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
}
