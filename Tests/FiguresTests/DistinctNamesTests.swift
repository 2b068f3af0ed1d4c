import Testing

@testable import Figures

@Suite struct DistinctNamesTests {
  @Test func namesAreCutInTheMiddle() {
    #expect(["abc"].shortened(to: 3) == ["abc"])
    #expect(["abcdefgh"].shortened(to: 5) == ["ab…gh"])
    #expect(["abc   xyz"].shortened(to: 7) == ["abc…xyz"])
    #expect(["one\ntwo"].shortened(to: 9) == ["one two"])
    #expect(["👩‍👩‍👧 family", ""].shortened(to: 4) == ["👩‍👩‍👧…ly", ""])
  }

  /// Each pair would be cut to the same text in the middle.
  @Test(arguments: [
    ["Tomato leaf, early blight", "Tomato leaf, early rot, blight"],
    ["resnet50 batch 32 pretrained", "resnet50 batch 64 pretrained"],
    ["aaaaaaaaaaaaaaaa1bbbbbbbbbbbbbbbb", "aaaaaaaaaaaaaaaa2bbbbbbbbbbbbbbbb"],
    ["a1aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "a2aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"],
    ["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1z", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa2z"],
  ])
  func differentNamesStayDifferent(names: [String]) {
    for length in 6...16 {
      let short = names.shortened(to: length)
      #expect(Set(short).count == names.count, "\(short)")
      #expect(short.allSatisfy { $0.count <= length }, "\(short)")
    }
  }

  @Test func equalNamesStayEqual() {
    #expect(["a long name of a class", "a long name of a class"].shortened(to: 9) == ["a lo…lass", "a lo…lass"])
  }

  /// A thousand names that differ in three digits in their middle.
  @Test func manyNamesStayDifferent() {
    let names = (100..<1100).map { "a class of animals number \($0) of a thousand and more" }
    let short = names.shortened(to: 16)
    #expect(Set(short).count == names.count)
    #expect(short.allSatisfy { $0.count <= 16 })
  }
}
