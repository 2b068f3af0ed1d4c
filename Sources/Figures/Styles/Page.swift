/// The page that figures are made for.
package enum Page: String, CaseIterable, Sendable {
  /// A white page.
  case light
  /// A dark page.
  case dark
}
