/// A number that marks can show. All of Swift's are, and any other that is a binary floating-point number or integer:
/// `extension MyNumber: PlotNumber {}`.
public protocol PlotNumber {
  /// The nearest number that is drawn.
  var plotNumber: Double { get }
}

extension PlotNumber where Self: BinaryFloatingPoint {
  /// The nearest `Double`.
  public var plotNumber: Double { Double(self) }
}

extension PlotNumber where Self: BinaryInteger {
  /// The nearest `Double`.
  public var plotNumber: Double { Double(self) }
}

extension Double: PlotNumber {}
extension Float: PlotNumber {}
extension Int: PlotNumber {}
extension Int8: PlotNumber {}
extension Int16: PlotNumber {}
extension Int32: PlotNumber {}
extension Int64: PlotNumber {}
extension UInt: PlotNumber {}
extension UInt8: PlotNumber {}
extension UInt16: PlotNumber {}
extension UInt32: PlotNumber {}
extension UInt64: PlotNumber {}

extension Sequence where Element: PlotNumber {
  /// The numbers as they are drawn.
  var plotNumbers: [Double] { map(\.plotNumber) }
}
