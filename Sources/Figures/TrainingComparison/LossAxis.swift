import Glibc

/// The vertical axis of losses.
enum LossAxis: Equatable {
  /// Linear, with every value.
  case linear
  /// Logarithmic, with every value above zero.
  case logarithmic
  /// Linear up to this value, beyond which losses are cut off.
  case linearTo(Double)

  /// The share of a linear and of a logarithmic axis below which the lower nine tenths of the values are squashed.
  private static let leastShare = (linear: 0.1, logarithmic: 0.25)

  /// The axis on which most of `values` can be told apart: linear, unless the lower nine tenths of them would share a tenth of
  /// it; then logarithmic; and linear without the highest if that does not help, or not all are above zero.
  init(showing values: [Double]) {
    let finite = values.filter { abs($0) <= 1e300 }
    self = .linear
    guard let least = finite.min(), let most = finite.max(), least < most else { return }
    // Of very many values some tell as much.
    let step = max(finite.count / 10_000, 1)
    let sorted = stride(from: 0, to: finite.count, by: step).map { finite[$0] }.sorted()
    let high = sorted[(sorted.count - 1) * 9 / 10]
    let share = (high - least) / (most - least)
    let logShare = least > 0 ? (log(high) - log(least)) / (log(most) - log(least)) : 0
    if share >= Self.leastShare.linear || high == least { return }
    let limit = least + (high - least) / Self.leastShare.linear
    self =
      logShare >= Self.leastShare.logarithmic ? .logarithmic : .linearTo(sorted.last { $0 <= limit } ?? high)
  }
}
