import Report

/// Words that names and files had a part in, as one line of a terminal: they can neither forge another line nor fill the
/// screen.
func oneLine(_ text: String) -> String {
  let most = 1000
  let scalars = text.unicodeScalars
  let isLong = scalars.index(scalars.startIndex, offsetBy: most, limitedBy: scalars.endIndex).map {
    $0 < scalars.endIndex
  }
  return isLong == true ? plain(String(scalars.prefix(most))) + "…" : plain(text)
}
