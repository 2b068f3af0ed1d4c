/// A proportion from 0 to 1 as a percentage: `97.77%`.
package func percent(_ proportion: Double, decimals: Int = 2) -> String {
  "\(fixedPoint(proportion * 100, decimals: decimals))%"
}
