extension MarkArea {
  /// The part within the frame of a bar from `start` to `end` along one axis and from `foot` to `head` along the other, from the
  /// page's top left corner; nil if it has no place. A foot without a place, as zero on a logarithmic axis, is the axis' smaller
  /// end.
  func bar(from start: Double, to end: Double, foot: Double, head: Double, isUpright: Bool) -> Rect? {
    let page = frameOnPage
    func across(_ value: Double) -> Double { scale.x(value, in: frame) }
    func upwards(_ value: Double) -> Double { down(scale.y(value, in: frame)) }
    let along = isUpright ? across : upwards
    let length = isUpright ? upwards : across
    let isReversed = isUpright ? scale.y.isReversed : scale.x.isReversed
    let smallerEnd =
      switch (isUpright, isReversed) {
      case (true, false): page.maxY
      case (true, true): page.minY
      case (false, false): page.minX
      case (false, true): page.maxX
      }
    let bottom = length(foot).isFinite ? length(foot) : smallerEnd
    let (a, b, top) = (along(start), along(end), length(head))
    guard a.isFinite, b.isFinite, top.isFinite else { return nil }
    let box =
      isUpright
      ? Rect(minX: min(a, b), minY: min(bottom, top), maxX: max(a, b), maxY: max(bottom, top))
      : Rect(minX: min(bottom, top), minY: min(a, b), maxX: max(bottom, top), maxY: max(a, b))
    return box.intersection(page)
  }

  /// The same box with y growing upwards.
  func upwards(_ box: Rect) -> Rect {
    Rect(minX: box.minX, minY: down(box.maxY), maxX: box.maxX, maxY: down(box.minY))
  }
}
