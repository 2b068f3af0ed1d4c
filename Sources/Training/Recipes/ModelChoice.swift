import NeuralNetwork

extension [Recipe] {
  /// The recipes of models chosen by name, in the order of the names.
  ///
  /// A name is that of a recipe, or of a network such as `CNN` or `resnet`, in which capitals, spaces and signs do not
  /// matter. A network that no recipe trains is trained as the last recipe trains its own.
  package func choosing(_ names: [String]) throws(RecipeError) -> [Recipe] {
    var chosen: [Recipe] = []
    for name in names {
      let found = try recipes(of: name)
      if let twice = found.first(where: { recipe in chosen.contains { $0.name == recipe.name } }) {
        throw .modelTwice(twice.name)
      }
      chosen += found
    }
    return chosen
  }

  private func recipes(of name: String) throws(RecipeError) -> [Recipe] {
    let key = Self.key(name)
    let named = filter { Self.key($0.name) == key || $0.group.map(Self.key) == key }
    if !named.isEmpty { return named }
    guard let network = NetworkDesigns.all.map({ $0.init() }).first(where: { Self.names(of: $0).contains(key) }),
      var recipe = last
    else { throw .noSuchModel(name, known: map(\.name) + NetworkDesigns.all.map { $0.kind }) }
    let trained = filter { type(of: $0.network) == type(of: network) }
    if !trained.isEmpty { return trained }
    (recipe.network, recipe.name, recipe.group) = (network, network.name, nil)
    return [recipe]
  }

  private static func names(of network: any NetworkDesign) -> [String] {
    [key(network.name), key(type(of: network).kind)]
  }

  private static func key(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }
}
