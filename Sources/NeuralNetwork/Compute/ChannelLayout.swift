import CDNN
import CKernels

extension ck_layout {
  /// How a tensor of images, [samples, channels, height, width], or of rows, [samples, channels], stands in memory.
  init(_ tensor: Tensor) throws(ComputeError) {
    guard tensor.shape.count == 4 else {
      let (samples, channels) = (Int64(tensor.shape[0]), Int64(tensor.shape[1]))
      self.init(
        samples: samples, channels: channels, pixels: 1, block: channels, sample_stride: channels, group_stride: 0,
        pixel_stride: channels)
      return
    }
    var strides = cdnn_channels()
    try check(cdnn_layout_channels(tensor.layout.handle, &strides), "reading the layout of a tensor of \(tensor.shape)")
    let shape = tensor.shape.map(Int64.init)
    // In NHWC all channels of a pixel stand side by side: one block of them all.
    let isChannelsLast = strides.block == 1 && strides.group_stride == 1
    self.init(
      samples: shape[0], channels: shape[1], pixels: shape[2] * shape[3],
      block: isChannelsLast ? shape[1] : strides.block, sample_stride: strides.sample_stride,
      group_stride: isChannelsLast ? 0 : strides.group_stride, pixel_stride: strides.pixel_stride)
    guard strides.row_stride == shape[3] * strides.pixel_stride else {
      throw ComputeError(operation: "reading the layout of a tensor of \(tensor.shape)", reason: "its rows have gaps")
    }
  }

  /// Whether channels stand in blocks of 8 or 16.
  var isBlocked: Bool { (block == 8 || block == 16) && pixel_stride == block }

  /// The same order of channels for images of any size.
  var format: Layout.Format {
    switch block {
    case 16 where pixel_stride == 16: .blocked16
    case 8 where pixel_stride == 8: .blocked8
    case 1 where group_stride != 0: .plain
    default: .channelsLast
    }
  }

  /// Whether memory has Keras' order without gaps: sample, row, column, channel.
  var isRowMajor: Bool {
    let isOneGroup = block >= channels && (pixels == 1 || pixel_stride == channels)
    let isOnePixel = pixels == 1 && channels.isMultiple(of: block) && group_stride == block
    return sample_stride == pixels * channels && (isOneGroup || isOnePixel)
  }

  /// The number of channels, rounded up to whole blocks.
  var paddedChannels: Int { Int((channels + block - 1) / block * block) }
}
