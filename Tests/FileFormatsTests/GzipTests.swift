import TestSupport
import Testing

@testable import FileFormats

@Suite struct GzipTests {
  private func problem(_ bytes: [UInt8], limit: Int = 1000) -> String? {
    do throws(FormatError) {
      _ = try Gzip.unpack(bytes, file: "a.gz", limit: limit)
      return nil
    } catch {
      return error.problem
    }
  }

  @Test func unpacksEveryMember() throws {
    #expect(try Gzip.unpack(fixture("two_members.gz"), file: "a.gz", limit: 1000) == Array("hello, world\n".utf8))
  }

  @Test func zerosMayPadTheEnd() throws {
    let padded = try fixture("two_members.gz") + [0, 0, 0]
    #expect(try Gzip.unpack(padded, file: "a.gz", limit: 1000) == Array("hello, world\n".utf8))
  }

  @Test func theLimitIsExact() throws {
    let bytes = try fixture("two_members.gz")
    #expect(problem(bytes, limit: 13) == nil)
    #expect(problem(bytes, limit: 12) == "it unpacks to more than 12 bytes")
    #expect(problem(bytes, limit: 0) == "it unpacks to more than 0 bytes")
  }

  @Test func refusesWhatIsDamaged() throws {
    let bytes = try fixture("two_members.gz")
    #expect(problem([]) == "it is empty")
    #expect(problem([0x1f]) == "it does not begin with 1f 8b")
    #expect(problem(Array(bytes.dropLast())) == "its compressed data ends at byte 52, in the middle")
    #expect(problem(Array(bytes.prefix(5))) == "its compressed data ends at byte 5, in the middle")
    #expect(problem(bytes + [1]) == "something other than gzip data follows at compressed byte 53")
    var checksum = bytes
    checksum[bytes.count - 8] ^= 1
    #expect(problem(checksum)?.contains("incorrect data check") == true)
    var length = bytes
    length[bytes.count - 4] ^= 1
    #expect(problem(length)?.contains("incorrect length check") == true)
  }

  /// 100 members that hold nothing, then one that holds six bytes: the length at the end is not the whole one.
  @Test func membersMayHoldNothing() throws {
    let nothing: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    let bytes = Array(repeatElement(nothing, count: 100).joined()) + (try fixture("two_members.gz"))
    #expect(try Gzip.unpack(bytes, file: "a.gz", limit: 13).count == 13)
    #expect(try Gzip.unpack(nothing, file: "a.gz", limit: 0) == [])
  }

  @Test func mutantsAreReadOrRefused() throws {
    let outcome = mutate(try fixture("two_members.gz"), file: "a.gz") { (bytes) throws(FormatError) in
      try Gzip.unpack(bytes, file: "a.gz", limit: 1 << 16)
    }
    #expect(outcome.refused > 1000 && outcome.unclear.isEmpty, "\(outcome)")
  }
}
