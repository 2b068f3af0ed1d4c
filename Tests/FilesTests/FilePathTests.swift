import SystemPackage
import Testing

@testable import Files

@Suite struct FilePathTests {
  @Test(arguments: [
    ("a", ".", "a"), ("a/b", "a", "b"), ("/a", "/", "a"), ("a/b/", "a", "b"), ("a//b", "a", "b"), ("./a", ".", "a"),
    ("/", "/", ""), (".", ".", "."), ("", ".", ""), ("a/\u{301}b", "a", "\u{301}b"),
  ])
  func aPathHasAParentAndAName(path: String, parent: String, name: String) {
    #expect(FilePath(path).parent.string == parent)
    #expect(FilePath(path).name == name)
  }

  @Test(arguments: [(".", "./\u{301}a"), ("/", "/\u{301}a"), ("b/c", "b/c/\u{301}a"), ("b/", "b/\u{301}a")])
  func aNameIsAddedAsItIs(folder: String, path: String) {
    #expect(FilePath(folder).appending("\u{301}a").string == path)
  }
}
