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
    let held = dataset.validationSamples.flatMap {
      $0 > 0 ? ", the last \(grouped($0)) of them held out for validation," : nil
    }
    counts.append("\(grouped(training)) training samples" + (held ?? ""))
  }
  if let test = dataset.testSamples { counts.append("\(grouped(test)) test samples") }
  var lines: [String] = []
  if !counts.isEmpty {
    let names = dataset.classNames.count
    let classes = names > 0 ? " of \(count(names, "class", "classes"))" : ""
    lines.append(counts.joined(separator: " and ") + classes + ".")
  }
  if var line = training(of: facts.models) {
    if let environment = facts.record.environment {
      if let threads = environment.threads { line += ", on \(count(threads, "thread"))" }
      let words = [environment.processor, environment.computeLibrary, environment.instructionSet, environment.system]
        .compactMap { $0 }.filter { !$0.isEmpty }
      if !words.isEmpty { line += " (\(words.joined(separator: ", ")))" }
    }
    lines.append(line + ".")
  }
  return (lines + facts.models.compactMap(answers)).map { [.text($0)] }
}

/// How the models were trained, as far as it is known of any: `Trained for 10 epochs in batches of 128 with seeds 1 to 5`.
private func training(of models: [ModelRecord]) -> String? {
  let recipes = models.flatMap { model in [model.recipe].compactMap(\.self) + model.members.compactMap(\.recipe) }
  guard let epochs = range(of: recipes.compactMap(\.epochs)), let sizes = range(of: recipes.compactMap(\.batchSize)),
    let seeds = seedText(of: recipes.compactMap(\.seed))
  else { return nil }
  return "Trained for \(epochs) epoch\(epochs == "1" ? "" : "s") in batches of \(sizes) with \(seeds)"
}

/// `10`, or `10 to 30` if not all are the same.
private func range(of numbers: [Int]) -> String? {
  guard let least = numbers.min(), let most = numbers.max() else { return nil }
  return least == most ? grouped(least) : "\(grouped(least)) to \(grouped(most))"
}

/// `seed 42`, `seeds 1 to 5`, `seeds 1, 3 and 7`, or, if there are more, how many.
private func seedText(of all: [UInt64]) -> String? {
  let seeds = Set(all).sorted()
  guard let first = seeds.first, let last = seeds.last else { return nil }
  if seeds.count == 1 { return "seed \(first)" }
  if seeds.count > 2, last - first == UInt64(seeds.count - 1) { return "seeds \(first) to \(last)" }
  return seeds.count > 10 ? "\(seeds.count) seeds" : "seeds \(enumeration(seeds.map(String.init)))"
}

/// What stands for a model's answers, if it is not one training.
private func answers(of model: ModelRecord) -> String? {
  if model.members.isEmpty {
    return model.ensemble
      ? "\(model.name) answers with the mean of the probabilities of all networks of the other models." : nil
  }
  let mean =
    "The numbers of \(model.name) are the mean of \(count(model.members.count, "run")) ± the standard deviation."
  return mean + (model.answeringMember.map { " Its answers to single samples are those of \($0.folder)." } ?? "")
}

/// `1 epoch`, `10 epochs`.
func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
}
