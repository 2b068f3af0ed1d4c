import CMalloc

/// How the program takes memory from the system.
enum Heap {
  /// Keeps memory that was freed for what is needed next.
  ///
  /// By default a large array is mapped anew each time that it is needed, and the system clears its pages: a tenth of the time
  /// of drawing a long history.
  static func keepFreedMemory() {
    // Wishes: if they are not granted, the program is slower. 32 MB is the most that the first can be.
    _ = mallopt(M_MMAP_THRESHOLD, 32 << 20)
    _ = mallopt(M_TRIM_THRESHOLD, 64 << 20)
  }
}
