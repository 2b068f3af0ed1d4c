/// The scalars of an event file as they come, an event at a time.
struct ScalarsByTag {
  /// What was logged under each tag, in the order in which the tags first appear.
  private(set) var series: [EventFile.Series] = []
  /// Where in ``series`` a training begins again.
  private(set) var restarts: [Int] = []
  /// All tags, and their places among them by name.
  private var tags: [[UInt8]] = []
  private var numbers: [String: Int] = [:]
  private var lastTag = 0
  /// Where in ``series`` each tag is for the training that is being read; nil if it has not logged it yet.
  private var places: [Int?] = []
  /// The scalars of the event that is being read.
  private var pending: [(tag: Int, value: Double)] = []

  /// Adds a scalar to the event that is being read.
  mutating func add(_ value: Double, tag: [UInt8]) { pending.append((number(of: tag), value)) }

  /// Ends an event: its scalars were logged at `step`.
  mutating func endEvent(at step: Int) {
    for (tag, value) in pending {
      if let place = places[tag], isRestart(step, of: series[place]) {
        restarts.append(series.count)
        places = Array(repeating: nil, count: tags.count)
      }
      let place = places[tag] ?? series.count
      if place == series.count {
        series.append(EventFile.Series(tag: String(decoding: tags[tag], as: UTF8.self)))
        places[tag] = place
      }
      series[place].steps.append(step)
      series[place].values.append(value)
    }
    dropEvent()
  }

  /// Forgets the event that is being read.
  mutating func dropEvent() { pending.removeAll(keepingCapacity: true) }

  private func isRestart(_ step: Int, of series: EventFile.Series) -> Bool {
    guard let first = series.steps.first, let last = series.steps.last else { return false }
    return step < last && step <= first
  }

  private mutating func number(of tag: [UInt8]) -> Int {
    // Trainers log the same tags in the same order again and again: making a string of each would take half the time.
    let guess = lastTag + 1 < tags.count ? lastTag + 1 : 0
    if guess < tags.count, tags[guess] == tag {
      lastTag = guess
      return guess
    }
    let name = String(decoding: tag, as: UTF8.self)
    let number = numbers[name] ?? tags.count
    if number == tags.count {
      numbers[name] = number
      tags.append(tag)
      places.append(nil)
    }
    lastTag = number
    return number
  }
}
