/// The scalars of an event file as they come, an event at a time.
struct ScalarsByTag {
  /// What was logged under each tag, in the order in which the tags first appear.
  private(set) var series: [EventFile.Series] = []
  private var places: [String: Int] = [:]
  /// The tags' bytes.
  private var tags: [[UInt8]] = []
  private var lastPlace = 0
  /// Those of the event that is being read.
  private var pending: [(place: Int, value: Double)] = []

  /// Adds a scalar to the event that is being read.
  mutating func add(_ value: Double, tag: [UInt8]) { pending.append((place(of: tag), value)) }

  /// Ends an event: its scalars were logged at `step`.
  mutating func endEvent(at step: Int) {
    for (place, value) in pending {
      series[place].steps.append(step)
      series[place].values.append(value)
    }
    dropEvent()
  }

  /// Forgets the event that is being read.
  mutating func dropEvent() { pending.removeAll(keepingCapacity: true) }

  private mutating func place(of tag: [UInt8]) -> Int {
    // Trainers log the same tags in the same order again and again: making a string of each would take half the time.
    let guess = lastPlace + 1 < tags.count ? lastPlace + 1 : 0
    if guess < tags.count, tags[guess] == tag {
      lastPlace = guess
      return guess
    }
    let name = String(decoding: tag, as: UTF8.self)
    let place = places[name] ?? series.count
    if place == series.count {
      places[name] = place
      tags.append(tag)
      series.append(EventFile.Series(tag: name))
    }
    lastPlace = place
    return place
  }
}
