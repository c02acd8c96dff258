import Documents

/// The Judge's own path from the request to the value at hand, in the API's terms.
struct RequestPath {
    /// Trivial, because a step is taken for each value of a request and read for findings only.
    private enum Step: BitwiseCopyable {
        /// A member of the model, by its record.
        case member(UInt32)
        case item(UInt32)
        /// A key of a map, or a member that the model does not have.
        case key(TextLocation)
    }

    /// The steps of the path, and behind them those of deeper paths before it: stepping back costs nothing.
    private var trail: [Step] = []
    private var depth = 0
    private var steps: ArraySlice<Step> { trail[..<depth] }

    mutating func push(member: Int) { push(.member(UInt32(member))) }
    mutating func push(item: Int) { push(.item(UInt32(item))) }
    mutating func push(key: TextLocation) { push(.key(key)) }
    mutating func pop() { depth -= 1 }
    mutating func removeAll() { depth = 0 }

    private mutating func push(_ step: Step) {
        if trail.isEmpty { trail.reserveCapacity(16) }
        if depth < trail.count { trail[depth] = step } else { trail.append(step) }
        depth += 1
    }

    /// The member that holds the value at hand, if a structure holds it.
    func memberName(_ registry: Registry) -> String? {
        for step in steps.reversed() {
            if case .member(let index) = step {
                return registry.text.string(registry.members[Int(index)].name)
            }
        }
        return nil
    }

    /// How a message begins that speaks of the value at hand: with its member, or as a part of a list or map.
    /// - Parameter isKey: whether it is the map's key that is spoken of.
    func subject(_ registry: Registry, _ texts: RequestTexts, isKey: Bool = false) -> String {
        guard let name = memberName(registry) else { return "The value" }
        switch steps.last {
        case .item: return Words("An item of `\(name)`").text
        case .key where isKey: return Words("A key of `\(name)`").text
        case .key(let key): return Words("The value of `\(ShapeMessages.clipped(texts.string(key)))` in `\(name)`").text
        case .member, nil: return Words("`\(name)`").text
        }
    }

    /// RFC 6901 pointer.
    /// - Parameter texts: what keys' locations refer to.
    func pointer(_ registry: Registry, _ texts: RequestTexts) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(64)
        for step in steps {
            result.append(UInt8(ascii: "/"))
            switch step {
            case .member(let index):
                registry.text.span(registry.members[Int(index)].name).withUnsafeBufferPointer { result.append(contentsOf: $0) }
            case .item(let index): result.append(contentsOf: String(index).utf8)
            case .key(let key): NodePaths.append(texts.span(key), to: &result)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

/// The bytes that the texts of a request lie in.
struct RequestTexts {
    let source: [UInt8]
    let decoded: [UInt8]

    /// The array that a text lies in, for a span that outlives an access to this value.
    func bytes(_ location: TextLocation) -> [UInt8] { location.isDecoded ? decoded : source }

    /// The bytes of a text, in place.
    @_lifetime(borrow self)
    func span(_ location: TextLocation) -> Span<UInt8> {
        let bytes = location.isDecoded ? decoded.span : source.span
        return bytes.extracting(location.start..<location.start + location.count)
    }

    func string(_ location: TextLocation) -> String { span(location).string }

    func copy(_ location: TextLocation) -> [UInt8] {
        Array(bytes(location)[location.start..<location.start + location.count])
    }

    func areEqual(_ left: TextLocation, _ right: TextLocation) -> Bool {
        span(left).equals(span(right))
    }
}
