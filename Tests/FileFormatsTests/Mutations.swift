import Randomness
import Testing

@testable import FileFormats

/// Gives a reader the seed with one to four bytes flipped, cut, inserted or removed, the same each time. It must give a
/// value or throw a FormatError (its type sees to that); anything else ends the tests.
///
/// - Returns: how many of the mutants were refused.
@discardableResult
func mutate<Value>(
  _ seed: [UInt8], times: Int = 2_000, _ read: ([UInt8]) throws(FormatError) -> Value
) -> Int {
  var random = SeededRandom(seed: 2024)
  var refused = 0
  for _ in 0..<times {
    var bytes = seed
    for _ in 0...random.integer(below: 4) {
      let place = random.integer(below: bytes.count + 1)
      switch random.integer(below: 6) {
      case 0: bytes.removeSubrange(place...)
      case 1: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
      case 2: bytes.append(contentsOf: bytes[place...])
      case _ where place == bytes.count: break
      case 3: bytes.remove(at: place)
      case 4: bytes[place] = [0, 1, 0x7f, 0x80, 0xff][random.integer(below: 5)]
      default: bytes[place] ^= 1 << UInt8(random.integer(below: 8))
      }
    }
    do throws(FormatError) {
      _ = try read(bytes)
    } catch {
      refused += 1
      #expect(!error.description.isEmpty)
    }
  }
  return refused
}
