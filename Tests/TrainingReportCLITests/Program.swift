import Foundation
import Testing

/// What a run of the program left.
struct Outcome {
  let exitCode: Int32
  let output: String
  let errors: String
}

/// Runs the program as a person does, with its standard output in a pipe or in a file that exists.
///
/// - Parameters:
///   - limit: a limit that a shell puts on the program, as the arguments of its `ulimit`.
///   - environment: what the program's environment has beside that of the tests.
func program(
  _ arguments: [String], outputTo file: String? = nil, limit: String? = nil, environment: [String: String] = [:]
) throws -> Outcome {
  let process = Process()
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "training-report")
  if let limit {
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "ulimit \(limit) && exec \"$0\" \"$@\"", program.path] + arguments
  } else {
    process.executableURL = program
    process.arguments = arguments
  }
  let (output, errors) = (Pipe(), Pipe())
  process.standardOutput = try file.map { try FileHandle(forWritingTo: URL(filePath: $0)) } ?? output
  process.standardError = errors
  try process.run()
  if file != nil { try output.fileHandleForWriting.close() }
  let outputData = output.fileHandleForReading.readDataToEndOfFile()
  let errorData = errors.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return Outcome(
    exitCode: process.terminationStatus, output: String(decoding: outputData, as: UTF8.self),
    errors: String(decoding: errorData, as: UTF8.self))
}

/// Runs the program as a person does.
func program(_ arguments: String...) throws -> Outcome { try program(arguments) }

/// The program while it runs, ended with this object at the latest.
final class RunningProgram {
  private let process = Process()
  private let (output, errors) = (Pipe(), Pipe())

  /// - Parameter openMP: the only settings of an OpenMP runtime in the program's environment.
  init(_ arguments: String..., openMP: [String: String] = [:]) throws {
    let inherited = ProcessInfo.processInfo.environment.filter { !Self.isOfOpenMP($0.key) }
    process.environment = inherited.merging(openMP) { $1 }
    process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "training-report")
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = errors
    try process.run()
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  private static func isOfOpenMP(_ name: String) -> Bool { name.hasPrefix("OMP_") || name.hasPrefix("GOMP_") }

  /// The settings of an OpenMP runtime that the program has come to run with.
  func openMPSettings() throws -> [String] {
    let bytes = try Data(contentsOf: URL(filePath: "/proc/\(process.processIdentifier)/environ"))
    return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }.filter(Self.isOfOpenMP)
  }

  /// Waits for the next line on standard output.
  func nextLine() throws -> String { try line(of: output) }

  /// Waits for the next line on standard error.
  func nextError() throws -> String { try line(of: errors) }

  /// What is left on standard output of a program that has ended.
  func restOfOutput() -> String {
    String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  }

  /// Sends a signal, and returns the exit code.
  func stop(_ signal: Int32) throws -> Int32 {
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    try #require(process.terminationReason == .exit)
    return process.terminationStatus
  }

  private func line(of pipe: Pipe) throws -> String {
    var line = Data()
    while true {
      var state = pollfd(fd: pipe.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
      try #require(poll(&state, 1, 60_000) == 1, "nothing came for a minute")
      let byte = try #require(try pipe.fileHandleForReading.read(upToCount: 1), "the program ended")
      if byte == Data("\n".utf8) { return String(decoding: line, as: UTF8.self) }
      line += byte
    }
  }
}

/// Writes 50 training and 10 test images of 18 x 18 in 3 classes, labelled 0, 1, 2, 0, 1 and so on; `change` replaces
/// files by name.
func writeDataset(to folder: String, changing change: [String: [UInt8]] = [:]) throws {
  func header(_ numbers: UInt32...) -> [UInt8] {
    numbers.flatMap { number in withUnsafeBytes(of: number.bigEndian) { Array($0) } }
  }
  func images(_ count: Int) -> [UInt8] {
    header(0x803, UInt32(count), 18, 18) + (0..<count * 324).map { UInt8(truncatingIfNeeded: $0 * 37) }
  }
  func labels(_ count: Int) -> [UInt8] { header(0x801, UInt32(count)) + (0..<count).map { UInt8($0 % 3) } }
  let files = [
    "train-images-idx3-ubyte": images(50), "train-labels-idx1-ubyte": labels(50),
    "t10k-images-idx3-ubyte": images(10), "t10k-labels-idx1-ubyte": labels(10),
  ]
  for (name, bytes) in files.merging(change, uniquingKeysWith: { _, new in new }) {
    try write(bytes, to: "\(folder)/\(name)")
  }
}

/// Writes a file, and makes its folder where there is none.
func write(_ bytes: [UInt8], to path: String) throws {
  let file = URL(filePath: path)
  try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(bytes).write(to: file)
}

/// Every file in a folder and those below it, by its path there.
func files(in folder: String) throws -> [String: Data] {
  var contents: [String: Data] = [:]
  for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
    if let data = FileManager.default.contents(atPath: "\(folder)/\(path)") { contents[path] = data }
  }
  return contents
}
