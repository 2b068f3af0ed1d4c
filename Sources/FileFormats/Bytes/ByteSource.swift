/// Where a reader takes its bytes from, in order: a plain file, or what a compressed one unpacks to.
package protocol ByteSource: ~Copyable {
  /// The number of bytes taken so far.
  var position: Int { get }

  /// The most bytes that can follow.
  var mostRemaining: Int { get }

  /// Takes the next `count` bytes, fewer only where the source ends. What is allocated is bounded by the file's size.
  mutating func read(upTo count: Int) throws(FormatError) -> [UInt8]
}
