import Randomness

/// What became of a file's mutants.
package struct MutationOutcome {
  /// How many were read as if nothing had happened.
  package var read = 0
  /// How many were refused.
  package var refused = 0
  /// Messages that do not name the file, or take more than two lines.
  package var unclear: Set<String> = []
}

/// Gives a reader a file with one to four of its bytes flipped, cut, inserted, doubled or removed, the same each time. It
/// must give a value or throw an error that names the file; anything else ends the tests.
///
/// - Parameters:
///   - words: what is inserted as well, such as a format's own words.
///   - file: the name that every message must hold.
package func mutate<Value, Failure: Error>(
  _ seed: [UInt8], times: Int = 2_000, words: [String] = [], file: String,
  _ read: ([UInt8]) throws(Failure) -> Value
) -> MutationOutcome {
  var random = SeededRandom(seed: 2024)
  var outcome = MutationOutcome()
  for _ in 0..<times {
    var bytes = seed
    for _ in 0...random.integer(below: 4) {
      let place = random.integer(below: bytes.count + 1)
      switch random.integer(below: 7) {
      case 0: bytes.removeSubrange(place...)
      case 1: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
      case 2: bytes.append(contentsOf: bytes[place...].prefix(1 << 16))
      case 3 where !words.isEmpty: bytes.insert(contentsOf: words[random.integer(below: words.count)].utf8, at: place)
      case _ where place == bytes.count: break
      case 4: bytes.remove(at: place)
      case 5: bytes[place] = [0, 1, 0x7f, 0x80, 0xff][random.integer(below: 5)]
      default: bytes[place] ^= 1 << UInt8(random.integer(below: 8))
      }
    }
    do throws(Failure) {
      _ = try read(bytes)
      outcome.read += 1
    } catch {
      outcome.refused += 1
      let message = String(describing: error)
      let lines = message.split(separator: "\n", omittingEmptySubsequences: false).count
      if !message.contains(file) || lines > 2 { outcome.unclear.insert(message) }
    }
  }
  return outcome
}

/// Words that turn JSON into other JSON.
package let jsonWords = [
  "{", "}", "[", "]", ",", ":", "\"", "null", "true", "NaN", "-Infinity", "1e999", "-1", "9223372036854775808",
  "\\u0000",
  "\\ud800", "/*", "0x7", String(repeating: "[", count: 600), String(repeating: "{\"a\":", count: 600),
]
