import Testing

@testable import Files

@Suite struct PathTests {
  @Test(arguments: [
    ("a", ".", "a"), ("a/b", "a", "b"), ("/a", "/", "a"), ("a/b/", "a", "b"), ("a//b", "a", "b"), ("./a", ".", "a"),
    ("/", "/", ""), ("a/\u{301}b", "a", "\u{301}b"),
  ])
  func splits(path: String, folder: String, name: String) {
    #expect(Path.split(path) == (folder, name))
  }

  @Test func joins() {
    #expect(Path.join(".", "a") == "./a")
    #expect(Path.join("/", "a") == "/a")
    #expect(Path.join("a/b", "c") == "a/b/c")
    #expect(Path.join("a/", "b") == "a/b")
  }
}
