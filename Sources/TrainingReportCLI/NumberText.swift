import Plotting
import Report

// How progress and tables show numbers.

/// `left` padded with spaces to a width.
func padded(_ value: some CustomStringConvertible, to width: Int) -> String {
  let text = value.description
  return String(repeating: " ", count: max(0, width - text.count)) + text
}

/// A number with a fixed count of decimals.
func decimals(_ value: Double, _ count: Int) -> String { fixedPoint(value, decimals: count) }

/// `97 s`, `3 min 5 s` or `1 h 2 min`.
func duration(_ seconds: Double) -> String {
  guard seconds.isFinite, seconds < 1e9 else { return "a long time" }
  let whole = Int(seconds.rounded())
  if whole < 100 { return "\(whole) s" }
  if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
  return "\(whole / 3600) h \(whole % 3600 / 60) min"
}
