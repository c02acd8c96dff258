// Nodes while a reader writes them: an array would ask for each node whether somebody else holds the array too, which takes
// longer than to write the node. Nothing else sees the pointer, and every index is checked.

/// Nodes in memory of their own, which grows.
struct NodeBuffer: ~Copyable {
    private var base: UnsafeMutablePointer<Node>
    private var capacity: Int
    private(set) var count = 0

    /// - Parameter capacity: how many nodes there probably are.
    init(capacity: Int) {
        self.capacity = max(capacity, 1)
        base = .allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    @inline(__always)
    mutating func append(_ node: Node) {
        if count == capacity { grow() }
        (base + count).initialize(to: node)
        count &+= 1
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<Node>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: base, count: count)
        base.deallocate()
        base = larger
        capacity *= 2
    }

    subscript(index: Int) -> Node {
        @inline(__always) unsafeAddress {
            precondition(index >= 0 && index < count, "a node lies outside its buffer")
            return UnsafePointer(base + index)
        }
        @inline(__always) unsafeMutableAddress {
            precondition(index >= 0 && index < count, "a node lies outside its buffer")
            return base + index
        }
    }

    var array: ContiguousArray<Node> { ContiguousArray(UnsafeBufferPointer(start: base, count: count)) }
}
