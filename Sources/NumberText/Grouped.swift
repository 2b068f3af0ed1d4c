/// An integer with commas between groups of three digits: `109,386`.
package func grouped(_ value: Int) -> String {
  var digits = String(value.magnitude)
  var groups: [String] = []
  while digits.count > 3 {
    groups.append(String(digits.suffix(3)))
    digits.removeLast(3)
  }
  groups.append(digits)
  return (value < 0 ? "-" : "") + groups.reversed().joined(separator: ",")
}
