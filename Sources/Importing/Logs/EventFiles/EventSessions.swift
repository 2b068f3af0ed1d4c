import FileFormats

/// What one event file holds of one session of a training.
struct SessionEvents {
  /// The file's name.
  let file: String
  /// What its folder says.
  let folder: EventFolder
  /// When the file was begun, in seconds.
  let start: Double
  /// What was logged.
  let series: [EventFile.Series]

  /// The tags with their first steps and their numbers of values.
  fileprivate var tags: [String: (first: Int, count: Int)] {
    Dictionary(
      series.map { ($0.tag, ($0.steps.min() ?? 0, $0.steps.count)) }, uniquingKeysWith: { first, _ in first })
  }
}

/// The sessions of which the event files of one run tell.
///
/// A writer that is opened again makes another file, with later steps if the training was resumed. A file that begins at or
/// before the first step of the one before it is of another run, in a folder that was used twice.
struct EventSessions {
  /// What was logged in each session of the newest run, in the order of time.
  let sessions: [[SessionEvents]]
  /// The number of runs.
  let runs: Int

  init(_ events: [SessionEvents]) {
    let folders = Dictionary(grouping: events, by: \.place).sorted { $0.key < $1.key }.map { Self.inTurn($0.value) }
    // The folder with the most sessions has them all; elsewhere one may have left nothing.
    let starts = (folders.max { $0.count < $1.count } ?? []).map { $0.map(\.start).min() ?? 0 }
    var sessions: [[SessionEvents]] = Array(repeating: [], count: starts.count)
    var restarts: Set<Int> = []
    for folder in folders {
      var earlier: [SessionEvents] = []
      for (session, number) in zip(folder, Self.numbers(of: folder, among: starts)) {
        if Self.isRestart(session, after: earlier) {
          restarts.insert(number)
          earlier = []
        }
        earlier += session
        sessions[number] += session
      }
    }
    self.sessions = Array(sessions[(restarts.max() ?? 0)...])
    runs = restarts.count + 1
  }

  /// The files of a folder, session by session: two with the same tags are of two sessions.
  private static func inTurn(_ events: [SessionEvents]) -> [[SessionEvents]] {
    let inOrder = events.enumerated().sorted {
      ($0.element.start, $0.element.file, $0.offset) < ($1.element.start, $1.element.file, $1.offset)
    }
    var sessions: [[SessionEvents]] = []
    for (_, events) in inOrder {
      let tags = Set(events.series.map(\.tag))
      if let last = sessions.last, last.allSatisfy({ $0.series.allSatisfy { !tags.contains($0.tag) } }) {
        sessions[sessions.count - 1].append(events)
      } else {
        sessions.append([events])
      }
    }
    return sessions
  }

  /// Which of all sessions those of a folder are: of those left the one that began at about the same time.
  private static func numbers(of folder: [[SessionEvents]], among starts: [Double]) -> [Int] {
    var numbers: [Int] = []
    for (place, session) in folder.enumerated() {
      let start = session.map(\.start).min() ?? 0
      let free = (numbers.last ?? -1) + 1...starts.count - (folder.count - place)
      numbers.append(free.min { abs(starts[$0] - start) < abs(starts[$1] - start) } ?? place)
    }
    return numbers
  }

  private static func isRestart(_ session: [SessionEvents], after earlier: [SessionEvents]) -> Bool {
    var firsts: [String: (first: Int, count: Int)] = [:]
    for events in earlier {
      firsts.merge(events.tags) { (min($0.first, $1.first), $0.count + $1.count) }
    }
    var shared: [(isCurve: Bool, isBack: Bool)] = []
    for events in session {
      for (tag, now) in events.tags {
        guard let before = firsts[tag] else { continue }
        shared.append((before.count > 1, now.first <= before.first))
      }
    }
    // A result is logged at the same step in each session, as Lightning's hp_metric is.
    let curves = shared.filter(\.isCurve)
    return (curves.isEmpty ? shared : curves).contains(where: \.isBack)
  }
}

extension SessionEvents {
  fileprivate var place: String { file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "" }
}
