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

  private static let labels: Set<String> = [
    "true", "label", "truelabel", "ytrue", "target", "actual", "trueclass", "groundtruth", "gt", "truth", "y", "labels",
    "expected", "actuallabel", "actualclass", "truename", "targets", "truelabels", "trueclasses", "groundtruths",
  ]
  private static let predictions: Set<String> = [
    "predicted", "pred", "prediction", "predictedlabel", "ypred", "predictedclass", "predlabel", "predclass", "yhat",
    "predictions", "preds", "predictedname", "predictedlabels", "predictedclasses", "predlabels", "predclasses",
    "ypreds",
  ]
  private static let samples: Set<String> = [
    "file", "filename", "filepath", "path", "image", "imagename", "imagepath", "imagefile", "img", "imageid", "id",
    "name",
    "sample",
  ]
  private static let counts: Set<String> = ["npredictions", "count", "counts", "n", "frequency"]
  private static let kinds = [
    "prob", "probability", "proba", "p", "class", "score", "confidence", "conf", "logit", "output", "",
  ]

  init(_ table: CSV.Table) {
    let names = table.header.map { name in String(name.lowercased().filter { $0.isLetter || $0.isNumber }) }
    // These are the columns of a training's log.
    if !Set(names).isDisjoint(with: ["epoch", "step", "loss", "trainloss", "valloss"]) { return }
    label = names.firstIndex(where: Self.labels.contains)
    predicted = names.firstIndex(where: Self.predictions.contains)
    sample = names.firstIndex(where: Self.samples.contains)
    if names.count == 3 { count = names.firstIndex(where: Self.counts.contains) }
    for first in [0, 1] {
      for kind in Self.kinds where probabilities.count < 2 && (label != nil || !kind.isEmpty) {
        probabilities = []
        while let column = names.firstIndex(of: "\(kind)\(probabilities.count + first)") {
          probabilities.append(column)
        }
        isFromOne = first == 1 && probabilities.count > 1
      }
    }
    if probabilities.count < 2 { takeNamedColumns(of: table) }
  }

  /// Takes columns such as `prob_cat`, `prob_dog`; or `cat`, `dog` if a true class has such a name.
  private mutating func takeNamedColumns(of table: CSV.Table) {
    probabilities = []
    guard let label else { return }
    for kind in Self.kinds.dropLast() where probabilities.count < 2 {
      probabilities = table.header.indices.filter { Self.name(table.header[$0], of: kind) != nil }
      classNames = probabilities.compactMap { Self.name(table.header[$0], of: kind) }
    }
    if probabilities.count > 1 { return }
    (probabilities, classNames) = ([], nil)
    guard predicted == nil, let row = table.rows.first, row.count == table.header.count,
      table.header.indices.contains(where: { $0 != label && table.header[$0] == row[label] })
    else { return }
    probabilities = table.header.indices.filter { $0 != label && $0 != sample && Double(row[$0]) != nil }
    classNames = probabilities.map { table.header[$0] }
  }

  /// `cat` of `prob_cat`, `p(cat)` or `Probability cat`.
  private static func name(_ column: String, of kind: String) -> String? {
    guard column.lowercased().hasPrefix(kind) else { return nil }
    let rest = column.dropFirst(kind.count)
    guard let separator = rest.first, !separator.isLetter && !separator.isNumber else { return nil }
    let name = rest.dropFirst().drop { $0 == " " }
    return String(separator == "(" && name.last == ")" ? name.dropLast() : name)
  }
}
