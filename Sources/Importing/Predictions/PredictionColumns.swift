import FileFormats

/// Which column of a table of predictions is which.
struct PredictionColumns {
  /// The true class.
  private(set) var label: Int?
  /// The columns of the true class if there is one for each class, of which a single one is 1; empty if there are none.
  private(set) var oneHot: [Int] = []
  /// The classes of those columns.
  private(set) var oneHotNames: [String] = []
  /// The predicted class.
  private(set) var predicted: Int?
  /// The sample's file or name.
  private(set) var sample: Int?
  /// The set that a sample is of.
  private(set) var set: Int?
  /// The number of samples of that true class and that predicted class.
  private(set) var count: Int?
  /// The columns of the classes, in their order; empty if there are none.
  private(set) var probabilities: [Int] = []
  /// The classes' names, if their columns have names instead of numbers.
  private(set) var classNames: [String]?
  /// Whether the first of the columns is that of class 1.
  private(set) var isFromOne = false
  /// Whether those columns are of the predicted class: 1 for that, and 0 for all others.
  private(set) var areGuesses = false
  /// The column whose cells hold a number for each class, such as `[0.1, 0.9]`.
  private(set) var list: Int?
  /// The one column of a network for two classes.
  private(set) var output: Int?
  /// The name of the class that it is of, if its title says so.
  private(set) var outputName: String?

  private static let samples: Set<String> = [
    "file", "filename", "filepath", "path", "image", "imagename", "imagepath", "imagefile", "img", "imageid", "id",
    "name",
    "sample",
  ]
  private static let counts: Set<String> = ["npredictions", "count", "counts", "n", "frequency"]
  /// What stands before the number or name of a class in the title of its column.
  private static let kinds = [
    "prob", "probability", "proba", "p", "class", "score", "confidence", "conf", "logit", "output", "pred", "predicted",
    "prediction", "ypred", "yprob", "yproba", "yscore", "predprob", "predproba", "probclass", "pclass", "softmax", "",
  ]
  /// Those of them that stand before the best, second best and so on of the predicted classes as well.
  private static let rankedKinds: Set = ["pred", "predicted", "prediction", "ypred"]

  /// - Parameter table: the table, or its first rows.
  init(_ table: CSV.Table) {
    let names = table.header.map { name in String(name.lowercased().filter { $0.isLetter || $0.isNumber }) }
    // These are the columns of a training's log.
    if !Set(names).isDisjoint(with: ["epoch", "step", "loss", "trainloss", "valloss"]) { return }
    let titles = table.header.map(PredictionTitle.init)
    predicted = titles.firstIndex(of: .predicted)
    label = titles.firstIndex(of: .label)
    // A plain class is the true one beside a predicted one.
    if label == nil && predicted != nil { label = titles.firstIndex(of: .plainClass) }
    if predicted == nil && label != nil { predicted = titles.firstIndex(of: .answer) }
    sample = names.firstIndex(where: Self.samples.contains)
    set = names.firstIndex(where: ["split", "set", "subset", "phase", "partition", "dataset"].contains)
    if names.count == 3 { count = names.firstIndex(where: Self.counts.contains) }
    let rows = PredictionRows(table)
    takeList(of: rows, titles)
    if list != nil { return }
    takeOneHot(of: rows, titles)
    for first in [0, 1] {
      for kind in Self.kinds where probabilities.count < 2 && (label != nil || !kind.isEmpty) {
        probabilities = []
        while let column = names.firstIndex(of: "\(kind)\(probabilities.count + first)") {
          probabilities.append(column)
        }
        if Self.rankedKinds.contains(kind) && !rows.sumToWhole(probabilities) { probabilities = [] }
        isFromOne = first == 1 && probabilities.count > 1
        areGuesses = Self.rankedKinds.contains(kind) && rows.areOneHot(probabilities)
      }
    }
    if probabilities.count < 2 { takeNamedColumns(of: rows) }
    if probabilities.count < 2 { takeSingleColumn(of: rows, titles) }
  }

  /// Whether there is anything that was predicted.
  var hasPredictions: Bool { predicted != nil || probabilities.count > 1 || output != nil || list != nil }

  /// Whether the true class is known.
  private var hasTruth: Bool { label != nil || !oneHot.isEmpty }

  /// The true classes of some rows.
  private func truths(in rows: PredictionRows) -> [String] {
    label.map(rows.texts) ?? rows.hot(oneHot).map { $0.map { oneHotNames[$0] } ?? "" }
  }

  /// Takes the column with a list of numbers in each cell.
  private mutating func takeList(of rows: PredictionRows, _ titles: [PredictionTitle?]) {
    let lists = rows.table.header.indices.filter { column in
      guard titles[column] != .label, column != sample else { return false }
      return titles[column] != nil && titles[column] != .plainClass
        || ArrayRole(name: rows.table.header[column]) == .predictions
    }.filter(rows.areLists)
    list = lists.first { titles[$0] == .probability } ?? lists.first
    if predicted == list { predicted = nil }
  }

  /// Takes the true class from columns such as `true_cat`, `true_dog`; or `cat`, `dog` beside `prob_cat`, `prob_dog`.
  private mutating func takeOneHot(of rows: PredictionRows, _ titles: [PredictionTitle?]) {
    guard label == nil else { return }
    let header = rows.table.header
    let found = header.indices.compactMap { column in
      titles[column] == nil ? Self.truth(in: header[column]).map { (column: column, of: $0.title, name: $0.name) } : nil
    }
    var columns = found.filter { $0.of == found[0].of }.map { (column: $0.column, name: $0.name) }
    for kind in Self.kinds where columns.count < 2 && !kind.isEmpty {
      let names = header.compactMap { Self.name($0, of: kind) }
      let plain = names.compactMap { name in header.firstIndex(of: name).map { (column: $0, name: name) } }
      if plain.count == names.count { columns = plain }
    }
    guard columns.count > 1, rows.areOneHot(columns.map(\.column)) else { return }
    (oneHot, oneHotNames) = (columns.map(\.column), columns.map(\.name))
  }

  /// `y_true` and `cat` of `y_true_cat`; nil of a title that does not begin with that of a true class.
  private static func truth(in title: String) -> (title: String, name: String)? {
    let marks = title.indices.filter { place in
      place > title.startIndex
        && (!title[place].isLetter && !title[place].isNumber
          || title[place].isNumber && !title[title.index(before: place)].isNumber)
    }
    guard let mark = marks.last(where: { PredictionTitle(String(title[..<$0])) == .label }) else { return nil }
    let rest = title[mark...].drop { !$0.isLetter && !$0.isNumber }
    let name = title[mark] == "(" && rest.last == ")" ? rest.dropLast() : rest
    return name.isEmpty ? nil : (String(title[..<mark]), String(name))
  }

  /// Takes columns such as `prob_cat`, `prob_dog`; or `cat`, `dog` if a true class has such a name, or if they sum to 1.
  private mutating func takeNamedColumns(of rows: PredictionRows) {
    probabilities = []
    guard hasTruth else { return }
    let header = rows.table.header
    // The column without a name is pandas' index.
    var numeric = header.indices.filter {
      ![label, sample, predicted].contains($0) && !oneHot.contains($0) && !header[$0].isEmpty
        && !Self.others.contains(header[$0].lowercased())
        && rows.isNumeric($0)
    }
    let isNamed = label.map { rows.texts($0).contains { text in numeric.contains { header[$0] == text } } } ?? false
    if isNamed { numeric = Self.shares(among: numeric, of: rows) }
    if numeric.count > 1, (isNamed && predicted == nil) || rows.sumToWhole(numeric) {
      (probabilities, classNames) = (numeric, numeric.map { header[$0] })
      // `prob_cat` is the column of cat, unless classes are called so.
      for kind in Self.kinds where !kind.isEmpty && !isNamed {
        let names = classNames?.compactMap { Self.name($0, of: kind) }
        guard names?.count == numeric.count else { continue }
        classNames = names
        areGuesses = Self.rankedKinds.contains(kind) && rows.areOneHot(numeric)
      }
      return
    }
    for kind in Self.kinds.dropLast() where probabilities.count < 2 && !Self.rankedKinds.contains(kind) {
      probabilities = header.indices.filter { Self.name(header[$0], of: kind) != nil }
      classNames = probabilities.compactMap { Self.name(header[$0], of: kind) }
    }
    if probabilities.count < 2 { (probabilities, classNames) = ([], nil) }
  }

  /// Those of some columns that sum to 1 or 100 with a few other numbers before or after them; all of them if none do.
  private static func shares(among columns: [Int], of rows: PredictionRows) -> [Int] {
    for left in 0...3 {
      for (first, last) in (0...left).map({ ($0, left - $0) }) where columns.count - left > 1 {
        let some = Array(columns.dropFirst(first).dropLast(last))
        if rows.sumToWhole(some) { return some }
      }
    }
    return columns
  }

  /// Takes the one column of a network for two classes: `prob`, `y_score`, `prob_1`, `prob_dog`, or `y_pred` if that has no
  /// classes.
  private mutating func takeSingleColumn(of rows: PredictionRows, _ titles: [PredictionTitle?]) {
    probabilities = []
    guard hasTruth else { return }
    let classes = Set(truths(in: rows))
    guard classes.count <= 2, !classes.isEmpty else { return }
    func isOutput(_ column: Int) -> Bool {
      titles[column] == .probability || Self.name(of: rows.table.header[column], in: classes) != nil
        // Of the two classes only one may have been seen yet.
        || classes.count == 1 && Self.kinds.prefix(3).contains { Self.name(rows.table.header[column], of: $0) != nil }
    }
    let outputs = rows.table.header.indices.filter {
      $0 != label && !oneHot.contains($0) && rows.isNumeric($0) && isOutput($0)
    }
    if let predicted {
      if outputs.isEmpty, rows.isNumeric(predicted), !rows.isWhole(predicted) { output = predicted }
      // Whether it goes with the predicted classes is seen from all rows.
      if output == nil, outputs.count == 1 { output = outputs[0] }
    } else if outputs.count == 1 {
      output = outputs[0]
    }
    outputName = output.flatMap { column in
      Self.name(of: rows.table.header[column], in: classes)
        ?? Self.kinds.prefix(3).lazy.compactMap { Self.name(rows.table.header[column], of: $0) }.first
    }
  }

  /// The class in a title such as `prob_dog`, if it is one of these.
  private static func name(of title: String, in classes: Set<String>) -> String? {
    kinds.dropLast().lazy.compactMap { kind in
      name(title, of: kind).flatMap { rankedKinds.contains(kind) && Int($0) != nil ? nil : $0 }
    }.first(where: classes.contains)
  }

  /// Numbers that stand beside predictions and are of no class.
  private static let others: Set = [
    "unnamed: 0", "index", "idx", "row", "rowindex", "no", "loss", "confidence", "conf", "margin", "entropy", "correct",
    "fold", "split", "time", "weight", "score", "error",
  ]

  /// `cat` of `prob_cat`, `p(cat)`, `Probability cat` or `cat_prob`.
  private static func name(_ column: String, of kind: String) -> String? {
    let words = column.lowercased()
    if !kind.isEmpty, words.hasSuffix(kind), !words.hasPrefix("top"), let mark = words.dropLast(kind.count).last,
      !mark.isLetter, !mark.isNumber
    {
      return String(column.dropLast(kind.count + 1))
    }
    guard column.lowercased().hasPrefix(kind) else { return nil }
    let rest = column.dropFirst(kind.count)
    guard let separator = rest.first, !separator.isLetter && !separator.isNumber else { return nil }
    let name = rest.dropFirst().drop { $0 == " " }
    return String(separator == "(" && name.last == ")" ? name.dropLast() : name)
  }
}
