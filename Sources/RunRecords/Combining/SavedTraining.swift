/// One training with all that a run has of it: a model that was trained once, or a member of one.
struct SavedTraining {
  /// The name in messages, such as `CNN seed 3`.
  var name: String
  /// The training as a model of its own.
  var model: SavedModel
}

extension SavedModel {
  /// The trainings that the model stands for: itself, unless it has members.
  var trainings: [SavedTraining] {
    if record.members.isEmpty { return [SavedTraining(name: record.name, model: self)] }
    return record.members.enumerated().map { place, member in
      let arrays = members.indices.contains(place) ? members[place] : SavedMember()
      let single = ModelRecord(
        name: record.name, parameters: record.parameters, recipe: member.recipe, history: member.history,
        test: member.test, validation: member.validation)
      let isAnswering = member == record.answeringMember
      return SavedTraining(
        name: "\(record.name) \(member.recipe?.seed.map { "seed \($0)" } ?? member.folder)",
        model: SavedModel(
          record: single, predictions: arrays.predictions, weights: arrays.weights, extras: isAnswering ? extras : [:]))
    }
  }
}

extension ModelRecord {
  /// Whether the model answers for other models of its run.
  var isEnsembleOfModels: Bool { ensemble && members.isEmpty }
}
