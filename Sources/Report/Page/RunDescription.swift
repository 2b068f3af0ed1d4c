import NumberText
import RunRecords

/// The dataset, if it is known, and the models: `MNIST: Simple NN and CNN`.
func pageTitle(of facts: RunFacts) -> String {
  let names = facts.models.map(\.name)
  let models = names.count > 4 ? "\(names.count) models" : enumeration(names)
  return [facts.record.dataset.name ?? "", models].filter { !$0.isEmpty }.joined(separator: ": ")
}

/// The data and how the models were trained, a sentence each.
func description(of facts: RunFacts) -> [[Inline]] {
  let dataset = facts.record.dataset
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
  if let recipe = facts.models.first?.recipe, let epochs = recipe.epochs, let batchSize = recipe.batchSize,
    let seed = recipe.seed
  {
    var line = "Trained for \(count(epochs, "epoch")) in batches of \(grouped(batchSize)) with seed \(seed)"
    if let environment = facts.record.environment {
      if let threads = environment.threads { line += ", on \(count(threads, "thread"))" }
      let words = [environment.processor, environment.computeLibrary, environment.instructionSet, environment.system]
        .compactMap { $0 }.filter { !$0.isEmpty }
      if !words.isEmpty { line += " (\(words.joined(separator: ", ")))" }
    }
    lines.append(line + ".")
  }
  return (lines + facts.models.compactMap(members)).map { [.text($0)] }
}

/// What a model with members stands for.
private func members(of model: ModelRecord) -> String? {
  guard !model.members.isEmpty else { return nil }
  let mean =
    "The numbers of \(model.name) are the mean of \(count(model.members.count, "run")) ± the standard deviation."
  return mean + (model.answeringMember.map { " Its answers to single samples are those of \($0.folder)." } ?? "")
}

/// `1 epoch`, `10 epochs`.
func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
}
