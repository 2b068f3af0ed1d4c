import Metrics

extension ModelChange {
  /// The probability that models without a difference are at least so far apart; nil if it cannot be told.
  var pValue: Double? {
    switch evidence {
    case .samples(let difference): McNemarTest(difference).pValue
    case .runs(let difference): difference.pValue
    case nil: nil
    }
  }

  /// The name of the test that gives the p-value.
  var testName: String? {
    switch evidence {
    case .samples(let difference):
      switch McNemarTest(difference).form {
      case .exact: "exact McNemar test, mid-p"
      case .asymptotic: "asymptotic McNemar test"
      }
    case .runs: "Welch's t test"
    case nil: nil
    }
  }
}
