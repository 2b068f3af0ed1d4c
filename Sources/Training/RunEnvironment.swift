import FoundationEssentials
import Glibc
import NeuralNetwork
import RunRecords

extension RunRecord.Environment {
  /// This machine, with `threads` threads.
  static func current(threads: Int) -> RunRecord.Environment {
    RunRecord.Environment(
      system: system, processor: processor, computeLibrary: "oneDNN \(Engine.version)",
      instructionSet: Engine.instructionSet, threads: threads)
  }

  private static var system: String {
    var names = utsname()
    guard uname(&names) == 0 else { return "unknown" }
    func text<Field>(_ field: Field) -> String {
      withUnsafeBytes(of: field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
    return "\(text(names.sysname)) \(text(names.machine))"
  }

  /// What the first `model name` of /proc/cpuinfo says; ARM's kernels have none.
  private static var processor: String {
    guard let bytes = try? Data(contentsOf: URL(filePath: "/proc/cpuinfo")) else { return "unknown" }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where line.hasPrefix("model name") {
      let name = line.drop { $0 != ":" }.dropFirst().drop { $0 == " " }
      if !name.isEmpty { return String(name) }
    }
    return "unknown"
  }
}
