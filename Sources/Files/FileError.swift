import Glibc
import Problems
import SystemPackage

/// Why the system refused to do something with a file or folder: what, where, why, and what to do.
package struct FileError: Problem, Equatable {
  /// What was being done.
  package enum Operation: String, Sendable {
    /// A file or folder was being read.
    case read
    /// A file or folder was being made.
    case create
    /// A file or folder was being written or put in the place of another.
    case write
    /// A file or folder was being removed.
    case remove
    /// A folder was being kept from other writers.
    case lock
    /// A folder was being watched for changes.
    case watch
  }

  /// What was being done.
  package var operation: Operation
  /// The file or folder.
  package var path: FilePath
  /// The system's error number.
  package var code: Int32

  /// Creates an error; by default for the error that the last system call of this thread left.
  package init(_ operation: Operation, path: FilePath, code: Int32 = errno) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// Whether the file or folder is missing.
  package var isMissing: Bool { operation == .read && (code == ENOENT || code == ENOTDIR) }

  /// Whether another writer holds the folder's lock.
  package var isLocked: Bool { operation == .lock && code == EWOULDBLOCK }

  /// What could not be done, and why.
  package var what: String { "cannot \(operation.rawValue) \(path): \(String(cString: strerror(code)))" }

  /// What is missing was named wrongly; an output that cannot be made was asked for in the wrong place.
  package var kind: ProblemKind {
    switch operation {
    case _ where code == ENOMEM: .machine
    case .read: isMissing ? .missingInput : .inputOutput
    case .create, .lock: .cannotCreate
    case .write, .remove, .watch: .inputOutput
    }
  }

  /// Only the program takes these locks.
  package var remedy: Remedy? { isLocked ? .waitForOtherWriter : nil }

  /// What to do about it.
  package var advice: String {
    switch code {
    case ENOSPC where operation == .watch: "Raise fs.inotify.max_user_watches, or watch fewer folders at once"
    case EMFILE where operation == .watch: "Raise fs.inotify.max_user_instances, or watch fewer folders at once"
    case ENOENT, ENOTDIR: "Check the path"
    case EACCES, EPERM, EROFS: "Check the permissions, or choose another folder"
    case ENOSPC, EDQUOT: "Free some space, or choose another folder"
    case EISDIR: "A file is needed here, and this is a folder"
    case EEXIST: "A folder is needed here, and this is a file: remove it, or choose another folder"
    case EWOULDBLOCK: "Another program is writing there: wait until it ends, or choose another folder"
    case ELOOP: "Check the links on its path: they lead to each other"
    case ENAMETOOLONG: "Choose a shorter name"
    case EMFILE: "Let the program open more files at once (ulimit -n)"
    case ENFILE: "The system has too many open files: close other programs"
    case EFBIG where operation == .read: "It is too large for what is looked for: check the path"
    case EFBIG: "Let the program write larger files (ulimit -f), or choose another disk"
    case ENOMEM: "Free some memory, or let the program use more (ulimit -v)"
    case EBUSY where operation == .read: "It is replaced again and again: try again later"
    case EINVAL where operation == .read: "A plain file is needed here"
    default: "Check the disk, and try again"
    }
  }
}
