extension DecodingError {
  /// A field whose value cannot be taken, with the reason, such as `it is -1, and must be above 0`.
  package static func field(_ path: [any CodingKey], _ problem: String) -> DecodingError {
    .dataCorrupted(Context(codingPath: path, debugDescription: problem))
  }
}
