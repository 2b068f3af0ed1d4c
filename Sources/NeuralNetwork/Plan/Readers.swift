/// Which nodes read a node's output.
struct Readers {
  /// Indices of the readers of each node, twice for a node that reads it twice.
  private let readers: [[Int]]
  private let inputCounts: [Int]

  init(of nodes: [Node]) {
    var readers = [[Int]](repeating: [], count: nodes.count)
    for (index, node) in nodes.enumerated() {
      for input in node.inputs {
        if let read = input.node { readers[read].append(index) }
      }
    }
    self.readers = readers
    inputCounts = nodes.map(\.inputs.count)
  }

  func count(of node: Int) -> Int { readers[node].count }

  /// A node and those that follow it, as long as each is the only reader of the one before and reads nothing else.
  func chain(from node: Int) -> [Int] {
    var chain = [node]
    var last = node
    while readers[last].count == 1, inputCounts[readers[last][0]] == 1 {
      last = readers[last][0]
      chain.append(last)
    }
    return chain
  }
}
