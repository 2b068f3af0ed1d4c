/// Glyphs of one font that stand beside each other and belong to a stretch of the text, which runs in one direction.
struct TextSegment: Equatable {
  /// Characters and glyphs that belong together, such as those of a ligature.
  struct Cluster: Equatable {
    var scalars: Range<Int>
    var glyphs: Range<Int>
  }

  var font: FontStack.ID
  /// The clusters from left to right.
  var clusters: [Cluster]
  /// Whether the text runs from right to left.
  var isBackward = false

  var glyphs: Range<Int> { (clusters.first?.glyphs.lowerBound ?? 0)..<(clusters.last?.glyphs.upperBound ?? 0) }
}

extension TextRun {
  /// The line's segments from left to right.
  ///
  /// - Parameter count: the number of the text's Unicode scalars.
  func segments(scalars count: Int) -> [TextSegment] {
    var segments: [TextSegment] = []
    for (font, cluster) in clusters(scalars: count) {
      guard var segment = segments.last, segment.font == font, let last = segment.clusters.last else {
        segments.append(TextSegment(font: font, clusters: [cluster]))
        continue
      }
      let isBackward = cluster.scalars.upperBound == last.scalars.lowerBound
      let continues = isBackward || cluster.scalars.lowerBound == last.scalars.upperBound
      guard continues, segment.clusters.count == 1 || segment.isBackward == isBackward else {
        segments.append(TextSegment(font: font, clusters: [cluster]))
        continue
      }
      segment.isBackward = isBackward
      segment.clusters.append(cluster)
      segments[segments.count - 1] = segment
    }
    return segments
  }

  /// Glyphs of the same characters, from left to right. Characters without a glyph of their own belong to those before them.
  private func clusters(scalars count: Int) -> [(FontStack.ID, TextSegment.Cluster)] {
    let starts = Set(glyphs.map(\.scalar)).sorted()
    var ranges: [Int: Range<Int>] = [:]
    for (index, start) in starts.enumerated() {
      ranges[start] = (index == 0 ? 0 : start)..<(index + 1 < starts.count ? starts[index + 1] : count)
    }
    var clusters: [(FontStack.ID, TextSegment.Cluster)] = []
    for (index, glyph) in glyphs.enumerated() {
      guard let scalars = ranges[glyph.scalar] else { continue }
      if let last = clusters.last, last.1.scalars == scalars, last.0 == glyph.font {
        clusters[clusters.count - 1].1.glyphs = last.1.glyphs.lowerBound..<index + 1
      } else {
        clusters.append((glyph.font, TextSegment.Cluster(scalars: scalars, glyphs: index..<index + 1)))
      }
    }
    return clusters
  }
}
