/// A value that is being written. Encoding fills it in, as an object's members may come in any order; then it is laid out.
final class JSONNode {
  /// What is known of it.
  enum Content {
    /// A number, `true`, `false` or `null` as it is written.
    case word(String)
    /// A text.
    case text(String)
    /// Many numbers, which need no node each.
    case numbers([Double])
    /// Many whole numbers.
    case integers([Int])
    /// A list.
    case list([JSONNode])
    /// An object.
    case object([String: JSONNode])
  }

  /// A value that encodes nothing is an object without members.
  private(set) var content = Content.object([:])

  /// The number of values that the list has so far; 0 for what is no list.
  var count: Int {
    guard case .list(let elements) = content else { return 0 }
    return elements.count
  }

  /// Sets a single value.
  func set(_ content: Content) { self.content = content }

  /// Makes it an object; its members stay if it is one.
  func makeObject() {
    if case .object = content { return }
    content = .object([:])
  }

  /// Makes it a list; its values stay if it is one.
  func makeList() {
    if case .list = content { return }
    content = .list([])
  }

  /// A new member of the object, in place of one with the same name.
  func member(_ name: String) -> JSONNode {
    let node = JSONNode()
    if case .object(var members) = content {
      // Members that two hold are copied before they change.
      content = .object([:])
      members[name] = node
      content = .object(members)
    }
    return node
  }

  /// A new value at the end of the list.
  func element() -> JSONNode {
    let node = JSONNode()
    if case .list(var elements) = content {
      content = .list([])
      elements.append(node)
      content = .list(elements)
    }
    return node
  }
}
