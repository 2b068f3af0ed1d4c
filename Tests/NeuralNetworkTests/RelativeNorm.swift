/// The norm of the difference relative to the expected one.
func relativeNorm(_ values: [Float], _ expected: [Double]) -> Double {
  let difference = zip(values, expected).reduce(0) { $0 + (Double($1.0) - $1.1) * (Double($1.0) - $1.1) }
  return (difference / expected.reduce(0) { $0 + $1 * $1 }).squareRoot()
}
