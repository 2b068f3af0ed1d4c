/// A number of seconds in words: `97 s`, `3 min 5 s` or `1 h 2 min`.
package func duration(_ seconds: Double) -> String {
  guard seconds.isFinite, seconds < 1e9 else { return "a long time" }
  let whole = Int(seconds.rounded())
  if whole < 100 { return "\(whole) s" }
  if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
  return "\(whole / 3600) h \(whole % 3600 / 60) min"
}
