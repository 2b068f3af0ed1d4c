extension [Color] {
  /// Seven colours for categories that differ to every kind of colour vision, those with the most contrast to white first.
  ///
  /// Masataka Okabe and Kei Ito, Color Universal Design, 2008, https://jfly.uni-koeln.de/color/, without black.
  public static let okabeIto: [Color] = [
    Color(hex: 0x0072B2), Color(hex: 0xD55E00), Color(hex: 0x009E73), Color(hex: 0xCC79A7), Color(hex: 0xE69F00),
    Color(hex: 0x56B4E9), Color(hex: 0xF0E442),
  ]
}
