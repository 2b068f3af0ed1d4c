import SystemPackage
import Testing

@testable import Files

@Suite struct SiblingTests {
  @Test(arguments: ["a", "v1.2", ".unfinished", "\u{301}b"])
  func aNameIsFoundInItsSiblings(name: String) {
    for sibling in Sibling.allCases {
      #expect(Sibling.original(of: sibling.path(of: FilePath("folder").appending(name)).name) == name)
    }
  }

  @Test(arguments: ["a", "a.partial", ".a", "..partial", ".partial", "...complete", "....complete"])
  func otherNamesAreNoSiblings(name: String) { #expect(Sibling.original(of: name) == nil) }
}
