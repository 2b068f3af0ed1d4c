extension SeededRandom {
  /// The numbers of `range` in random order, every order as likely: Fisher and Yates' shuffle in Durstenfeld's form,
  /// from the last place down.
  package mutating func permutation(of range: Range<Int>) -> [Int] {
    var order = Array(range)
    for place in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(place, integer(below: place + 1))
    }
    return order
  }
}
