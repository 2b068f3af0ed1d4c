extension ColorMap {
  /// From dark violet over green to yellow, in even steps of lightness, also to colour-blind readers and in grey.
  ///
  /// Nathaniel Smith and Stéfan van der Walt, https://bids.github.io/colormap (CC0): every fifth of matplotlib's 256 colours.
  public static let viridis = ColorMap(hex: [
    0x440154, 0x46085C, 0x471063, 0x481769, 0x481D6F, 0x482475, 0x472A7A, 0x46307E, 0x453781, 0x433D84,
    0x414287, 0x3F4889, 0x3D4E8A, 0x3A538B, 0x38598C, 0x355E8D, 0x33638D, 0x31688E, 0x2E6D8E, 0x2C718E,
    0x2A768E, 0x297B8E, 0x27808E, 0x25848E, 0x23898E, 0x218E8D, 0x20928C, 0x1F978B, 0x1E9C89, 0x1FA188,
    0x21A585, 0x24AA83, 0x28AE80, 0x2EB37C, 0x35B779, 0x3DBC74, 0x46C06F, 0x50C46A, 0x5AC864, 0x65CB5E,
    0x70CF57, 0x7CD250, 0x89D548, 0x95D840, 0xA2DA37, 0xB0DD2F, 0xBDDF26, 0xCAE11F, 0xD8E219, 0xE5E419,
    0xF1E51D, 0xFDE725,
  ])

  /// From dark blue over grey to yellow, made to look alike with and without red-green colour blindness.
  ///
  /// Jamie Nuñez, Christopher Anderton and Ryan Renslow, PLOS ONE 13(7), 2018 (CC0): every fifth of matplotlib's 256 colours.
  public static let cividis = ColorMap(hex: [
    0x00224E, 0x002656, 0x002A5F, 0x002D68, 0x003070, 0x083370, 0x163770, 0x203A6F, 0x273E6E, 0x2E416D,
    0x34456C, 0x3A486C, 0x3F4C6C, 0x444F6C, 0x49536C, 0x4E566C, 0x535A6D, 0x575D6D, 0x5C616E, 0x60646F,
    0x656870, 0x696B71, 0x6D6F72, 0x727274, 0x767676, 0x7A7A78, 0x7E7D78, 0x838179, 0x888578, 0x8D8878,
    0x928C78, 0x969077, 0x9B9476, 0xA09875, 0xA59C74, 0xAAA073, 0xAFA471, 0xB5A86F, 0xBAAC6D, 0xBFB06B,
    0xC4B468, 0xC9B965, 0xCFBD62, 0xD4C15F, 0xDAC65B, 0xDFCA57, 0xE5CF52, 0xEAD34C, 0xF0D846, 0xF6DD3F,
    0xFCE236, 0xFEE838,
  ])

  /// From red over nearly white to blue, for numbers on both sides of one in the middle; safe for colour-blind readers.
  ///
  /// ColorBrewer's diverging scheme `RdBu` with eleven classes (Apache 2.0), https://colorbrewer2.org.
  public static let redBlue = ColorMap(hex: [
    0x67001F, 0xB2182B, 0xD6604D, 0xF4A582, 0xFDDBC7, 0xF7F7F7, 0xD1E5F0, 0x92C5DE, 0x4393C3, 0x2166AC, 0x053061,
  ])

  /// From white over orange to dark brown: ColorBrewer's sequential scheme `Oranges` with nine classes (Apache 2.0),
  /// https://colorbrewer2.org, but for its first, which is a light grey here.
  public static let oranges = ColorMap(hex: [
    0xF3F5F7, 0xFEE6CE, 0xFDD0A2, 0xFDAE6B, 0xFD8D3C, 0xF16913, 0xD94801, 0xA63603, 0x7F2704,
  ])

  /// From dark blue to a very light one, for dark pages: `Blues` upwards from its middle, with darker steps below.
  public static let darkBlues = ColorMap(hex: [
    0x13233A, 0x1A3E68, 0x1F5A93, 0x2F7ABF, 0x4C97D2, 0x6BAED6, 0x9ECAE1, 0xC6DBEF, 0xE6F0FA,
  ])

  /// From a dark grey over brown to light orange, for dark pages.
  public static let darkOranges = ColorMap(hex: [0x161B22, 0x4A2511, 0x7F3A0F, 0xB5500E, 0xE8701C, 0xFD9A4E, 0xFDC68F])

  /// The same colours from the last to the first.
  public var reversed: ColorMap { ColorMap(colors: colors.reversed()) }

  private init(hex: [UInt32]) {
    self.init(anchors: hex.map(Color.init(hex:)))
  }
}
