extension RunRecord {
  /// How all models of a run were trained, as schema 1 has it; since then each model has a recipe.
  public struct Configuration: Codable, Sendable, Equatable {
    /// Epochs asked for; a history is shorter where training stopped early.
    public var epochs: Int
    /// Samples a training step takes.
    public var batchSize: Int
    /// The seed of initial weights, batch order and dropout.
    public var seed: UInt64
    /// Threads that computed.
    public var threads: Int

    /// Creates a configuration.
    public init(epochs: Int, batchSize: Int, seed: UInt64, threads: Int) {
      self.epochs = epochs
      self.batchSize = batchSize
      self.seed = seed
      self.threads = threads
    }

    enum CodingKeys: String, CodingKey {
      case epochs, seed, threads
      case batchSize = "batch_size"
    }
  }
}
