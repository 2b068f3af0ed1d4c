import Problems
import SystemPackage

/// The place of a page is taken by a person's file, who must remove it first.
package struct ForeignPage: Problem, Equatable {
  /// The file.
  package let path: FilePath
  /// The form of the page.
  package let form: String

  /// What is in the way.
  package var what: String { "cannot write \(path): it is not one of training-report's" }

  /// What to do about it.
  package var advice: String { "Move it away, choose another folder, or do without this page" }

  /// The folder is taken.
  package var kind: ProblemKind { .cannotCreate }

  /// A page is only written if it is asked for.
  package var remedy: Remedy? { .leavePageOut(form) }
}
