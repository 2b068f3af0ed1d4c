import Files
import FileFormats
import SystemPackage

/// Checks that the parts of a run fit each other, before it is written and after it was read.
struct RunCheck {
  private let operation: FormatError.Operation
  private let layout: RunLayout

  /// Checks a run that is in a folder `run/`, or is to be; errors name it.
  init(operation: FormatError.Operation, folder: FilePath) {
    self.operation = operation
    layout = RunLayout(folder)
  }

  func check(_ run: SavedRun) throws(FormatError) {
    try checkModels(run)
    try checkDataset(run)
    try checkLabels(run)
    try checkSampleNames(run)
    for model in run.models {
      let folder = layout.model(model.record.folder)
      if let predictions = model.predictions { try check(predictions, in: folder, of: run) }
      for (member, arrays) in zip(model.record.members, model.members) {
        guard let predictions = arrays.predictions else { continue }
        try check(predictions, in: folder.member(member.folder), of: run)
      }
      try checkMatrix(of: model, in: run)
    }
    try checkScores(run)
    try checkFigures(run)
    try checkAnswers(run)
  }

  private func checkModels(_ run: SavedRun) throws(FormatError) {
    var names = Set<String>()
    var folders = Set<String>()
    for (index, model) in run.models.map(\.record).enumerated() {
      if model.name.isEmpty || !names.insert(model.name).inserted {
        throw inRecord("models[\(index)].name", model.name.isEmpty ? "it is empty" : "another model has it")
      }
      if !Self.isSafe(model.folder) {
        throw inRecord("models[\(index)].folder", "'\(model.folder)' is not the plain name of a folder")
      }
      if !folders.insert(model.folder).inserted {
        throw inRecord("models[\(index)].folder", "another model has '\(model.folder)'")
      }
      if let parameters = model.parameters, parameters < 0 {
        throw inRecord("models[\(index)].parameters", "\(parameters) is negative")
      }
    }
    for (index, model) in run.models.enumerated() {
      try checkMembers(of: model, "models[\(index)].members")
      if let name = model.extras.keys.sorted().first(where: { !Self.canBeExtra($0) }) {
        throw inRecord("models[\(index)]", "its array cannot be called '\(name)'")
      }
    }
    if !run.models.isEmpty && run.featured == nil {
      throw inRecord("featured_model", "'\(run.record.featuredModel)' is none of the models")
    }
  }

  private func checkMembers(of model: SavedModel, _ field: String) throws(FormatError) {
    let members = model.record.members
    guard model.members.isEmpty || model.members.count == members.count else {
      throw inRecord(field, "there are \(members.count), and arrays of \(model.members.count)")
    }
    var folders = Set<String>()
    for (place, member) in members.enumerated() {
      let folder = member.folder
      if !Self.isSafe(folder) || ModelLayout.Names.all.contains(folder) || ModelLayout.extra(inFile: folder) != nil {
        throw inRecord("\(field)[\(place)].folder", "'\(folder)' is not the plain name of a folder")
      }
      if !folders.insert(folder).inserted {
        throw inRecord("\(field)[\(place)].folder", "another member has '\(folder)'")
      }
    }
  }

  /// Whether a model's folder lies in the run's and collides with nothing there.
  private static func isSafe(_ folder: String) -> Bool {
    !folder.isEmpty && folder.utf8.count <= 255 && !folder.hasPrefix(".")
      && !folder.utf8.contains { $0 == UInt8(ascii: "/") || $0 == 0 }
      && !RunLayout.Names.all.contains(folder)
  }

  /// Whether an array beside a model's predictions can have this name.
  private static func canBeExtra(_ name: String) -> Bool {
    isSafe(name) && ModelLayout.Names.extra(name) != ModelLayout.Names.predictions
  }

  private func checkDataset(_ run: SavedRun) throws(FormatError) {
    let dataset = run.record.dataset
    for (field, count) in [
      ("training_samples", dataset.trainingSamples), ("validation_samples", dataset.validationSamples),
      ("test_samples", dataset.testSamples),
    ] {
      if let count, count < 0 { throw inRecord("dataset.\(field)", "\(count) is negative") }
    }
    if let held = dataset.validationSamples, let training = dataset.trainingSamples, held > training {
      throw inRecord("dataset.validation_samples", "it is \(held), and there are \(training) training samples")
    }
    if dataset.classNames.count > RunRecord.Dataset.maximumClasses {
      throw inRecord(
        "dataset.class_names",
        "it has \(dataset.classNames.count) names, and there may be \(RunRecord.Dataset.maximumClasses)")
    }
    if dataset.classNames.isEmpty && (run.labels != nil || run.models.contains { $0.predictions != nil }) {
      throw inRecord("dataset.class_names", "it is empty, and there are labels or predictions")
    }
  }

  private func checkSampleNames(_ run: SavedRun) throws(FormatError) {
    guard let names = run.sampleNames, let samples = run.labels?.count ?? run.record.dataset.testSamples,
      names.count != samples
    else { return }
    throw error(
      layout.samples, "JSON", .wholeFile, "it has \(names.count) names, and there are \(samples) test samples")
  }

  private func checkLabels(_ run: SavedRun) throws(FormatError) {
    guard let labels = run.labels else { return }
    if let samples = run.record.dataset.testSamples, samples != labels.count {
      throw error(
        layout.labels, ".npy", .field("shape"),
        "it has \(labels.count) labels, and dataset.test_samples in run.json is \(samples)")
    }
    let classes = classCount(run)
    if let sample = labels.firstIndex(where: { $0 < 0 || $0 >= classes }) {
      throw error(
        layout.labels, ".npy", .field("element \(sample)"), outOfRange(labels[sample], classes, run.record.dataset))
    }
  }

  private func check(_ predictions: Predictions, in folder: ModelLayout, of run: SavedRun) throws(FormatError) {
    let file = folder.predictions
    let samples = run.labels?.count ?? run.record.dataset.testSamples
    if let samples, samples != predictions.count {
      throw error(
        file, ".npy", .field("shape"), "it has \(predictions.count) rows, and there are \(samples) test samples")
    }
    let classes = classCount(run)
    if let probabilities = predictions.probabilities {
      if predictions.classCount != classes {
        throw error(
          file, ".npy", .field("shape"),
          "it has \(predictions.classCount) columns, and dataset.class_names in run.json has \(classes) names")
      }
      // A little more than 1 is rounding. Comparisons are false for NaN.
      let tolerance = Predictions.probabilityTolerance
      if let element = probabilities.firstIndex(where: { !($0 >= -tolerance && $0 <= 1 + tolerance) }) {
        throw error(
          file, ".npy", .field("row \(element / predictions.classCount), column \(element % predictions.classCount)"),
          "\(probabilities[element]) is no probability")
      }
    } else if let sample = predictions.classes.firstIndex(where: { $0 < 0 || $0 >= classes }) {
      throw error(
        file, ".npy", .field("element \(sample)"),
        outOfRange(predictions.classes[sample], classes, run.record.dataset))
    }
  }

  private func checkMatrix(of model: SavedModel, in run: SavedRun) throws(FormatError) {
    guard let array = model.extras[SavedModel.confusionMatrixName] else { return }
    let file = layout.model(model.record.folder).extra(SavedModel.confusionMatrixName)
    let classes = run.record.dataset.classNames.count
    guard array.shape == [classes, classes], let counts = array.integers else {
      throw error(
        file, ".npy", .field("shape"),
        "it holds \(array.elements.typeName) of the shape \(array.shape), not integers for the \(classes) names of "
          + "dataset.class_names in run.json")
    }
    if let place = counts.firstIndex(where: { !(0...SavedModel.greatestCount).contains($0) }) {
      throw error(
        file, ".npy", .field("row \(place / classes), column \(place % classes)"),
        "\(counts[place]) is no number of samples")
    }
    let total = counts.reduce(0, +)
    if let samples = run.record.dataset.testSamples, samples != total {
      throw error(
        file, ".npy", .wholeFile, "it counts \(total) samples, and dataset.test_samples in run.json is \(samples)")
    }
  }

  private func checkFigures(_ run: SavedRun) throws(FormatError) {
    let figures = run.record.figures
    let images = run.images?.count ?? .max
    let classes = classCount(run)
    let tests = run.labels?.count ?? run.record.dataset.testSamples ?? .max
    for (index, sample) in figures.samples.enumerated() {
      let field = "figures.samples[\(index)]"
      try check(sample.image, below: images, field + ".image", "images.npy has as many images")
      try check(
        sample.index, below: run.record.dataset.trainingSamples ?? .max, field + ".index",
        "there are as many training samples")
      try check(sample.label, below: classes, field + ".label", "there are as many classes")
    }
    for (name, list) in [("misclassified", figures.misclassified), ("correct", figures.correct)] {
      for (index, sample) in list.enumerated() {
        let field = "figures.\(name)[\(index)]"
        try check(sample.image, below: images, field + ".image", "images.npy has as many images")
        try check(sample.index, below: tests, field + ".index", "there are as many test samples")
      }
    }
  }

  private func check(_ value: Int, below bound: Int, _ field: String, _ reason: String) throws(FormatError) {
    if value < 0 || value >= bound {
      let range = bound == .max ? "it may not be negative" : "it must be at least 0 and below \(bound): \(reason)"
      throw inRecord(field, "it is \(value), and \(range)")
    }
  }

  /// The number of classes; without class names, as where only histories are known, any class is possible.
  private func classCount(_ run: SavedRun) -> Int {
    run.record.dataset.classNames.isEmpty ? .max : run.record.dataset.classNames.count
  }

  private func outOfRange(_ value: Int, _ classes: Int, _ dataset: RunRecord.Dataset) -> String {
    if value < 0 { return "the class \(value) is negative" }
    return "there is no class \(value) among the \(classes)" + (dataset.name.map { " of \($0)" } ?? "")
  }

  func inRecord(_ field: String, _ problem: String) -> FormatError {
    error(layout.record, "JSON", .field(field), problem)
  }

  private func error(_ file: FilePath, _ format: String, _ place: FormatError.Place, _ problem: String) -> FormatError {
    FormatError(
      operation, format: format, file: file.string, at: place, problem: problem,
      advice: "Correct it as docs/run-format.md describes it, or make the run again")
  }
}
