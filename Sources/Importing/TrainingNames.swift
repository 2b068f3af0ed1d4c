import SystemPackage

/// What tells the trainings of one model apart: the parts of their paths that differ. `1` and `2` of `runs/1/cnn` and
/// `runs/2/cnn`; nil of a single one.
func trainingNames(of paths: [FilePath]) -> [String?] {
  var parts = paths.map { $0.components.map(\.string)[...] }
  guard paths.count > 1, let shortest = parts.map(\.count).min() else { return paths.map { _ in nil } }
  for _ in 1..<max(shortest, 1) where Set(parts.map(\.first)).count == 1 { parts = parts.map { $0.dropFirst() } }
  for _ in 1..<max(shortest, 1) where Set(parts.map(\.last)).count == 1 && parts.allSatisfy({ $0.count > 1 }) {
    parts = parts.map { $0.dropLast() }
  }
  return parts.map { $0.joined(separator: "/") }
}
