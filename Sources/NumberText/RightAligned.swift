/// `text` with spaces in front, `width` code points wide, as Python aligns it; longer text is returned as it is.
package func rightAligned(_ text: some CustomStringConvertible, to width: Int) -> String {
  let text = text.description
  return String(repeating: " ", count: max(0, width - text.unicodeScalars.count)) + text
}
