import NumberText
import RunRecords

/// The dataset and the models: `MNIST: Simple NN and CNN`.
func pageTitle(of record: RunRecord) -> String {
  let names = record.models.map(\.name)
  let models = names.count > 4 ? "\(names.count) models" : enumeration(names)
  return [record.dataset.name, models].filter { !$0.isEmpty }.joined(separator: ": ")
}

/// The data and how the models were trained, a sentence each.
func description(of record: RunRecord) -> [[Inline]] {
  let dataset = record.dataset
  var counts: [String] = []
  if let training = dataset.trainingSamples {
    let held = dataset.validationSamples.map { ", the last \(grouped($0)) of them held out for validation," } ?? ""
    counts.append("\(grouped(training)) training samples" + held)
  }
  if let test = dataset.testSamples { counts.append("\(grouped(test)) test samples") }
  var lines: [String] = []
  if !counts.isEmpty {
    let names = dataset.classNames.count
    let classes = names > 0 ? " of \(count(names, "class", "classes"))" : ""
    lines.append(counts.joined(separator: " and ") + classes + ".")
  }
  if let configuration = record.configuration {
    var line =
      "Trained for \(count(configuration.epochs, "epoch")) in batches of \(grouped(configuration.batchSize)) with seed "
      + "\(configuration.seed), on \(count(configuration.threads, "thread"))"
    if let environment = record.environment {
      let words = [environment.processor, environment.computeLibrary, environment.instructionSet, environment.system]
      line += " (\(words.filter { !$0.isEmpty }.joined(separator: ", ")))"
    }
    lines.append(line + ".")
  }
  return lines.map { [.text($0)] }
}

/// `1 epoch`, `10 epochs`.
private func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
}
