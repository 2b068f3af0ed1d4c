/// A field of a JSON document that cannot be taken, with the reason.
package struct FieldError: Error, CustomStringConvertible {
  /// The keys and indices that lead to the field.
  package let path: [any CodingKey]
  /// The reason, such as `it is -1, and must be above 0`.
  package let problem: String

  /// Takes a field's path and what is wrong with it.
  package init(_ path: [any CodingKey], _ problem: String) {
    self.path = path
    self.problem = problem
  }

  /// Such as `optimizer.beta1: it is 2, and must be from 0 to below 1`.
  package var description: String { "\(name): \(problem)" }

  /// The field's name with the objects and lists around it, such as `models[1].recipe.epochs`.
  package var name: String {
    path.reduce("") { name, key in
      if let index = key.intValue { return "\(name)[\(index)]" }
      return name.isEmpty ? key.stringValue : "\(name).\(key.stringValue)"
    }
  }
}
