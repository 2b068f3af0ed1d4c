/// Why the bytes of a PNG file could not be read.
package struct PNGDamage: Error, Equatable {
  /// What kind of damage it is.
  package enum Cause: Sendable {
    /// The bytes are no PNG at all.
    case foreign
    /// The file is shorter than its chunks say.
    case cutOff
    /// A chunk holds something else than it should.
    case damaged
  }

  /// What kind of damage it is.
  package let cause: Cause
  /// Where in the file.
  package let offset: Int
  /// What is wrong there; a clause without a full stop.
  package let problem: String
}
