/// The tensors that flow from node to node while a plan is made.
struct Flow {
  /// What each node gives; nil for those that are inside a fusion or not made yet.
  private(set) var sources: [Int: Source] = [:]
  private let images: Source
  private let readers: Readers
  /// Gradients that a fan-out has for those who have not read yet.
  private var unread: [Int: ArraySlice<Tensor>] = [:]

  init(from images: Tensor, readers: Readers) {
    self.images = Source(tensor: images, gradient: nil)
    self.readers = readers
  }

  /// What the next reader of a value gets.
  mutating func read(_ value: Value) -> Source {
    guard let node = value.node, let source = sources[node] else { return images }
    guard let gradient = unread[node]?.popFirst() else { return source }
    return Source(tensor: source.tensor, gradient: gradient)
  }

  /// Takes what a node gives; returns a fan-out if several nodes read it and write its gradient.
  mutating func write(_ source: Source, of node: Int) throws(ComputeError) -> Fanout? {
    sources[node] = source
    guard readers.count(of: node) > 1, let gradient = source.gradient else { return nil }
    let fanout = try Fanout(source, to: gradient, readers: readers.count(of: node))
    unread[node] = fanout.gradients[...]
    return fanout
  }
}
