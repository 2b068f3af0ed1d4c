/// Stands for SwiftUI and Swift Charts, which Linux does not have: types of the names that they share with `Plotting`,
/// and the marks of Swift Charts.
package protocol View {}

/// SwiftUI's.
package struct Text: View {
  package init(_ words: some StringProtocol) {}
  package init(verbatim words: String) {}
}

/// SwiftUI's.
package struct Image: View {
  package init(_ name: String) {}
  package init(systemName: String) {}
}

/// SwiftUI's.
package struct Color: View, Sendable {
  package init(red: Double, green: Double, blue: Double, opacity: Double = 1) {}
  package static let red = Color(red: 1, green: 0, blue: 0)
}

/// SwiftUI's.
package struct Label<Title: View, Icon: View>: View {
  package init(_ title: String, image: String) where Title == Text, Icon == Image {}
}

/// SwiftUI's.
package enum Axis: Sendable { case horizontal, vertical }

/// SwiftUI's.
package struct Grid<Content: View>: View {
  package init(horizontalSpacing: Double? = nil, verticalSpacing: Double? = nil, content: () -> Content) {}
}

/// SwiftUI's.
package struct Font: Sendable {
  package static let body = Font()
}

/// Core Graphics and QuickDraw have types of these names, too.
package struct Point: Sendable {
  package init(v: Int16, h: Int16) {}
}

/// QuickDraw's.
package struct Rect: Sendable {
  package init(top: Int16, left: Int16, bottom: Int16, right: Int16) {}
}

/// QuickDraw's.
package typealias Size = Int

/// Swift Charts'.
package struct LineMark {
  package init(x: Int, y: Int) {}
}

/// Swift Charts'.
package struct Plot<Content> {
  package init(content: () -> Content) {}
}
