import FileFormats
import RunRecords

/// The columns of a table of predictions without a header, told by what is in them:
///
///     3,3          a.png,cat,cat          1,0.2,0.8
///     5,3          b.png,dog,cat          0,0.7,0.3
///
/// They are the true and the predicted class, the true class and a probability for each class, or both; perhaps after the
/// sample's file or number.
struct UntitledColumns {
  /// The titles that the columns would have; empty for those that are something else.
  let titles: [String]

  /// What people should know of it; a clause.
  var note: String {
    let told = titles.filter { !$0.isEmpty && !$0.hasPrefix("prob_") }.map {
      $0 == "file" ? "the file" : "the \($0) class"
    }
    let shares = titles.last.map { $0.hasPrefix("prob_") } ?? false ? ["the probabilities"] : []
    let all = told + shares
    return
      "the table has no header: its columns are taken for \(all.dropLast().joined(separator: ", ")) and \(all.last ?? "")"
  }

  /// Whether a file holds such a table, by its name and first lines.
  static func areIn(_ file: ModelFile) -> Bool {
    let role = ArrayRole(name: file.stem)
    guard ["csv", "tsv", "txt"].contains(file.ending), role == nil || role == .predictions,
      let table = try? CSV.read(file.headLines, file: file.name)
    else { return false }
    return UntitledColumns(table) != nil
  }

  /// Tells the columns.
  ///
  /// - Parameter table: some first rows, the first of all as its header. Nil if they are of something else, or too few to tell.
  init?(_ table: CSV.Table) {
    guard table.header.count > 1, table.header.count <= RunRecord.Dataset.maximumClasses + 3 else { return nil }
    let rows = [table.header] + table.rows.prefix(PredictionRows.most).filter { $0.count == table.header.count }
    guard rows.count >= 3 else { return nil }
    let columns = table.header.indices.map { column in rows.map { $0[column] } }
    for column in columns where PredictionTitle(column[0]) != nil && !column.dropFirst().contains(column[0]) {
      return nil
    }
    let first = columns[0]
    let found =
      (columns.count > 2 && Self.areSamples(first) ? Self.titles(of: columns.dropFirst()).map { ["file"] + $0 } : nil)
      ?? Self.titles(of: columns[...])
    guard let found else { return nil }
    titles = found
  }

  /// The titles of columns that begin with the true class; nil if they do not.
  private static func titles(of columns: ArraySlice<[String]>) -> [String]? {
    var rest = columns
    guard let truth = rest.popFirst() else { return nil }
    var titles = ["true"]
    let isPair = rest.first.map { areClasses(truth, $0) } ?? false
    if isPair {
      titles.append("predicted")
      rest = rest.dropFirst()
    }
    let labels = truth.compactMap(ClassColumn.whole)
    let areLabels = labels.count == truth.count && labels.allSatisfy { (0...rest.count).contains($0) }
    if areLabels && areShares(rest) { return titles + rest.indices.map { "prob_\($0 - rest.startIndex)" } }
    return isPair && rest.count <= 1 ? titles + rest.map { _ in "" } : nil
  }

  /// Whether each row of some columns sums to 1 or to 100, as probabilities do.
  private static func areShares(_ columns: ArraySlice<[String]>) -> Bool {
    let numbers = columns.map { $0.compactMap(Double.init) }
    guard numbers.count > 1, let count = columns.first?.count,
      numbers.allSatisfy({ $0.count == count && $0.allSatisfy { $0 >= 0 } })
    else { return false }
    let sums = (0..<count).map { row in numbers.reduce(0) { $0 + $1[row] } }
    return [1, 100].contains { whole in sums.allSatisfy { abs($0 - whole) <= 0.01 * whole } }
  }

  /// Whether a column names the samples, each by another text: a file, or a number that counts them.
  private static func areSamples(_ column: [String]) -> Bool {
    guard Set(column).count == column.count, !column.contains("") else { return false }
    let numbers = column.compactMap(ClassColumn.whole)
    if numbers.isEmpty { return true }
    return numbers.count == column.count && zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
  }

  /// Whether two columns hold the same classes.
  private static func areClasses(_ truth: [String], _ predicted: [String]) -> Bool {
    let (one, other) = (Set(truth), Set(predicted))
    let shared = one.intersection(other)
    guard shared.count * 2 >= min(one.count, other.count), !one.contains(""), !other.contains("") else { return false }
    let numbers = one.union(other).compactMap(ClassColumn.whole)
    if numbers.isEmpty {
      // Titles stand there once.
      return shared.isSuperset(of: [truth[0], predicted[0]])
        || [truth[0], predicted[0]].allSatisfy { text in
          (truth + predicted).count { $0 == text } > 1
        }
    }
    guard numbers.count == one.union(other).count,
      numbers.allSatisfy({ (0...RunRecord.Dataset.maximumClasses).contains($0) })
    else { return false }
    // Rows of two classes may be one-hot or in percent.
    let sums = Set(zip(truth, predicted).map { (ClassColumn.whole($0) ?? 0) + (ClassColumn.whole($1) ?? 0) })
    return sums != [1] && sums != [100]
  }
}
