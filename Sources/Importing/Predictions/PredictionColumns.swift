import FileFormats

/// Which column of a table of predictions is which.
struct PredictionColumns {
  /// The true class.
  private(set) var label: Int?
  /// The predicted class.
  private(set) var predicted: Int?
  /// The sample's file or name.
  private(set) var sample: Int?
  /// The number of samples of that true class and that predicted class.
  private(set) var count: Int?
  /// The columns of the classes, in their order; empty if there are none.
  private(set) var probabilities: [Int] = []
  /// The classes' names, if their columns have names instead of numbers.
  private(set) var classNames: [String]?
  /// Whether the first of the columns is that of class 1.
  private(set) var isFromOne = false
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
    if names.count == 3 { count = names.firstIndex(where: Self.counts.contains) }
    let rows = PredictionRows(table)
    for first in [0, 1] {
      for kind in Self.kinds where probabilities.count < 2 && (label != nil || !kind.isEmpty) {
        probabilities = []
        while let column = names.firstIndex(of: "\(kind)\(probabilities.count + first)") {
          probabilities.append(column)
        }
        if Self.rankedKinds.contains(kind) && !rows.sumToWhole(probabilities) { probabilities = [] }
        isFromOne = first == 1 && probabilities.count > 1
      }
    }
    if probabilities.count < 2 { takeNamedColumns(of: rows) }
    if probabilities.count < 2 { takeSingleColumn(of: rows, titles) }
  }

  /// Takes columns such as `prob_cat`, `prob_dog`; or `cat`, `dog` if a true class has such a name, or if they sum to 1.
  private mutating func takeNamedColumns(of rows: PredictionRows) {
    probabilities = []
    guard let label else { return }
    let header = rows.table.header
    // The column without a name is pandas' index.
    let numeric = header.indices.filter {
      ![label, sample, predicted].contains($0) && !header[$0].isEmpty && !Self.others.contains(header[$0].lowercased())
        && rows.isNumeric($0)
    }
    let isNamed = rows.texts(label).contains { text in numeric.contains { header[$0] == text } }
    if numeric.count > 1, (isNamed && predicted == nil) || rows.sumToWhole(numeric) {
      (probabilities, classNames) = (numeric, numeric.map { header[$0] })
      // `prob_cat` is the column of cat, unless classes are called so.
      for kind in Self.kinds where !kind.isEmpty && !isNamed {
        let names = classNames?.compactMap { Self.name($0, of: kind) }
        if names?.count == numeric.count { classNames = names }
      }
      return
    }
    for kind in Self.kinds.dropLast() where probabilities.count < 2 && !Self.rankedKinds.contains(kind) {
      probabilities = header.indices.filter { Self.name(header[$0], of: kind) != nil }
      classNames = probabilities.compactMap { Self.name(header[$0], of: kind) }
    }
    if probabilities.count < 2 { (probabilities, classNames) = ([], nil) }
  }

  /// Takes the one column of a network for two classes: `prob`, `y_score`, `prob_1`, `prob_dog`, or `y_pred` if that has no
  /// classes.
  private mutating func takeSingleColumn(of rows: PredictionRows, _ titles: [PredictionTitle?]) {
    probabilities = []
    guard let label else { return }
    let classes = Set(rows.texts(label))
    guard classes.count <= 2, !classes.isEmpty else { return }
    func isOutput(_ column: Int) -> Bool {
      titles[column] == .probability || Self.name(of: rows.table.header[column], in: classes) != nil
    }
    let outputs = rows.table.header.indices.filter { $0 != label && rows.isNumeric($0) && isOutput($0) }
    if let predicted {
      if outputs.isEmpty, rows.isNumeric(predicted), !rows.isWhole(predicted) { output = predicted }
      if output == nil, outputs.count == 1, rows.agree(outputs[0], predicted) { output = outputs[0] }
    } else if outputs.count == 1 {
      output = outputs[0]
    }
    outputName = output.flatMap { Self.name(of: rows.table.header[$0], in: classes) }
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

  /// `cat` of `prob_cat`, `p(cat)` or `Probability cat`.
  private static func name(_ column: String, of kind: String) -> String? {
    guard column.lowercased().hasPrefix(kind) else { return nil }
    let rest = column.dropFirst(kind.count)
    guard let separator = rest.first, !separator.isLetter && !separator.isNumber else { return nil }
    let name = rest.dropFirst().drop { $0 == " " }
    return String(separator == "(" && name.last == ")" ? name.dropLast() : name)
  }
}
