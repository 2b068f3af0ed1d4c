extension TrainingHistory {
  /// Values with the epochs or steps at which they hold, in the order in which they were logged.
  package struct Series: Codable, Sendable, Equatable {
    /// What positions count.
    package enum Axis: String, Sendable {
      /// The epoch after which a value holds, counted from 1; fractional if logged within an epoch.
      case epoch
      /// Training steps, if no epoch can be known.
      case step
    }

    /// What the positions count.
    package let axis: Axis
    /// Where each value holds; finite numbers.
    package private(set) var positions: [Double]
    /// What was logged; as many as there are positions.
    package private(set) var values: [Double]

    /// Takes as many values as positions, each of which is from 0 to ``highestPosition``.
    package init(_ axis: Axis, positions: [Double], values: [Double]) {
      precondition(positions.count == values.count, "each value needs a position")
      precondition(positions.allSatisfy(Self.isPosition), "a position is a number from 0 to \(Self.highestPosition)")
      self.axis = axis
      self.positions = positions
      self.values = values
    }

    /// Values logged after epochs 1, 2, 3 and so on.
    package init(perEpoch values: [Double]) {
      self.init(.epoch, positions: values.indices.map { Double($0 + 1) }, values: values)
    }

    /// More epochs or steps than any training has, all of them exact in double precision.
    package static let highestPosition: Double = 1e15

    private static func isPosition(_ position: Double) -> Bool { position >= 0 && position <= highestPosition }

    /// Whether each position is a whole number.
    package var areWhole: Bool { positions.allSatisfy { Double(Int64($0)) == $0 } }
    /// The highest position; nil if nothing was logged.
    package var end: Double? {
      // Nearly always the last one, but they are in the order in which they were logged.
      positions.last.map { last in positions.reduce(last) { $0 < $1 ? $1 : $0 } }
    }
    /// Whether nothing was logged.
    package var isEmpty: Bool { values.isEmpty }
    /// The number of values.
    package var count: Int { values.count }
    /// The value logged last.
    package var last: Double? { values.last }

    /// Adds a value.
    package mutating func append(_ value: Double, at position: Double) {
      precondition(Self.isPosition(position), "a position is a number from 0 to \(Self.highestPosition)")
      positions.append(position)
      values.append(value)
    }

    /// Reads `{"epoch": […], "value": […]}`, the same with `step`, or a list of one value per epoch.
    package init(from decoder: any Decoder) throws {
      if (try? decoder.unkeyedContainer()) != nil {
        self.init(perEpoch: try decoder.singleValueContainer().decode([Double].self))
        return
      }
      let container = try decoder.container(keyedBy: CodingKeys.self)
      func refusal(_ key: CodingKeys, _ problem: String) -> DecodingError {
        .dataCorruptedError(forKey: key, in: container, debugDescription: problem)
      }
      guard container.contains(.epoch) != container.contains(.step) else {
        throw refusal(.epoch, container.contains(.epoch) ? "there is 'step' as well" : "there is neither it nor 'step'")
      }
      let (key, axis): (CodingKeys, Axis) = container.contains(.epoch) ? (.epoch, .epoch) : (.step, .step)
      let positions = try container.decode([Double].self, forKey: key)
      let values = try container.decode([Double].self, forKey: .value)
      guard positions.count == values.count else {
        throw refusal(.value, "there are \(values.count) values at \(positions.count) positions")
      }
      guard let wrong = positions.first(where: { !Self.isPosition($0) }) else {
        self.init(axis, positions: positions, values: values)
        return
      }
      throw refusal(key, "\(wrong) is no \(axis.rawValue) from 0 to \(Self.highestPosition)")
    }

    /// Writes `{"epoch": […], "value": […]}`, or the same with `step`.
    package func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(positions, forKey: axis == .epoch ? .epoch : .step)
      try container.encode(values, forKey: .value)
    }

    enum CodingKeys: String, CodingKey { case epoch, step, value }
  }
}
