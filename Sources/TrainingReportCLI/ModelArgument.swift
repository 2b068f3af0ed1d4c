import ArgumentParser
import Files
import SystemPackage

/// A model's name and where its files are, as `--model` takes them.
struct ModelArgument {
  let name: String
  /// A folder or a file, or a pattern of those of several trainings.
  let path: FilePath

  /// Takes `CNN=logs/cnn`. Both the name and the path may have a `=`: the last one that leaves a path at which there is
  /// something counts; if there is none, the first.
  init(parsing argument: String) throws {
    let signs = argument.indices.filter { argument[$0] == "=" }
    func path(after sign: String.Index) -> FilePath { FilePath(String(argument[argument.index(after: sign)...])) }
    guard let sign = signs.last(where: { Self.leadsSomewhere(path(after: $0)) }) ?? signs.first else {
      throw ValidationError("It has no '='. Give a name and a folder, such as \"CNN=logs/cnn\".")
    }
    name = argument[..<sign].trimmingSpaces
    self.path = path(after: sign)
    if name.isEmpty { throw ValidationError("Its name is empty. Give one, such as \"CNN=logs/cnn\".") }
    if self.path.isEmpty { throw ValidationError("Its folder is empty. Give one, such as \"CNN=logs/cnn\".") }
  }

  private static func leadsSomewhere(_ path: FilePath) -> Bool {
    !path.isEmpty && (File.exists(path) || (try? Glob.paths(matching: path).isEmpty) == false)
  }

  /// The folder or file of each training: the path itself if there is something, otherwise what it matches as a pattern.
  ///
  /// - Throws: ``Failure`` if nothing matches a pattern.
  func trainings() throws -> [FilePath] {
    let isPattern = path.string.contains { "*?[".contains($0) }
    if File.exists(path) || !isPattern { return [path] }
    let paths = try Glob.paths(matching: path)
    if !paths.isEmpty { return paths }
    throw Failure(
      message: "nothing matches \(oneLine(path.string)) for \(oneLine(name)).\nCheck the pattern, and quote it.",
      exitCode: Failure.missingInput)
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
