import NumberText

/// What a reader must know of a panel of figure 02 to read it: after the title or in a subtitle.
enum CurveNote: Equatable {
  /// Which lines are of training and which of validation, if there is no legend that tells.
  case kinds(lines: Bool, points: Bool, repeatsColors: Bool)
  /// Values between gaps are points.
  case lonePoints
  /// Lines are means of so many values.
  case smoothed(Int)
  /// Bands show how seeds differ.
  case bands
  /// The best validation values have a ring.
  case best
  /// A cross stands where a value is not finite.
  case gaps
  /// The axis of losses is logarithmic, and may have no place for some of them.
  case logLoss(hidesSome: Bool)
  /// Losses above this are not shown.
  case lossCut(Double)

  /// A sentence for a subtitle.
  var sentence: String {
    switch self {
    case .kinds(let lines, let points, let repeatsColors):
      let training = [lines ? repeatsColors ? "solid or dash-dotted" : "solid" : nil, points ? "circles" : nil]
      let validation = [lines ? repeatsColors ? "dashed or dotted" : "dashed" : nil, points ? "diamonds" : nil]
      func words(_ list: [String?]) -> String {
        let text = list.compactMap { $0 }.joined(separator: ", ")
        return text.prefix(1).uppercased() + text.dropFirst()
      }
      return "\(words(training)): training. \(words(validation)): validation."
    case .lonePoints: return "Symbols: values without a neighbour."
    case .smoothed(let count): return "Lines: centred means of \(count) values, with the values themselves behind."
    case .bands: return "Bands: ± 1 standard deviation over the seeds."
    case .best: return "Rings: best validation values."
    case .gaps: return "×: NaN or infinite."
    case .logLoss(let hidesSome):
      return "Logarithmic loss axis" + (hidesSome ? ", which has no place for losses of 0 or less." : ".")
    case .lossCut(let limit): return "Losses above \(significant(limit, digits: 3)) are cut off."
    }
  }

  /// A line for a title, its words in capitals.
  var titleLine: String {
    switch self {
    case .kinds(let lines, _, let repeatsColors):
      guard lines else { return "Circles: Training, Diamonds: Validation" }
      return repeatsColors
        ? "Solid, Dash-Dotted: Training,\nDashed, Dotted: Validation" : "Solid: Training, Dashed: Validation"
    case .lonePoints: return "Symbols: Values Without a Neighbour"
    case .smoothed(let count): return "Centred Means of \(count) Values, with the Values Behind"
    case .bands: return "Bands: ± 1 Standard Deviation over the Seeds"
    case .best: return "Rings: Best Validation Values"
    case .gaps: return "×: NaN or Infinite"
    case .logLoss(let hidesSome): return "Logarithmic Axis" + (hidesSome ? ", Losses Above 0 Only" : "")
    case .lossCut(let limit): return "Above \(significant(limit, digits: 3)) Cut Off"
    }
  }
}
