import Plotting

/// An integer with commas between groups of three digits: `109,386`.
public func grouped(_ value: Int) -> String {
  var digits = String(value.magnitude)
  var groups: [String] = []
  while digits.count > 3 {
    groups.append(String(digits.suffix(3)))
    digits.removeLast(3)
  }
  groups.append(digits)
  return (value < 0 ? "-" : "") + groups.reversed().joined(separator: ",")
}

/// A share of 0 to 1 as a percentage with two decimals: `97.77%`.
public func percent(_ share: Double) -> String { "\(fixedPoint(share * 100, decimals: 2))%" }
