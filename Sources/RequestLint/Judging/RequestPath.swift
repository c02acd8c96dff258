import Documents

/// The Judge's own path from the request to the value at hand, in the API's terms.
struct RequestPath {
    /// Small and trivial, because a step is taken for each value of a request and read for findings only.
    private struct Step: BitwiseCopyable {
        enum Kind: UInt8, BitwiseCopyable {
            /// A member of the model, by its record.
            case member
            case item
            /// A key of a map, or a member that the model does not have, by where its text lies.
            case key, decodedKey
        }

        var kind = Kind.member
        var start: UInt32 = 0
        var count: UInt32 = 0

        /// Of a key.
        var text: TextLocation {
            TextLocation(isDecoded: kind == .decodedKey, start: Int(start), count: Int(count))
        }
    }

    /// The first steps lie here: few requests go deeper.
    private var near = InlineArray<12, Step>(repeating: Step())
    private var far: [Step] = []
    private var depth = 0

    mutating func push(member: Int) { push(Step(kind: .member, start: UInt32(truncatingIfNeeded: member))) }
    mutating func push(item: Int) { push(Step(kind: .item, start: UInt32(truncatingIfNeeded: item))) }
    mutating func push(key: TextLocation) {
        push(
            Step(
                kind: key.isDecoded ? .decodedKey : .key, start: UInt32(truncatingIfNeeded: key.start),
                count: UInt32(truncatingIfNeeded: key.count)))
    }
    mutating func pop() { depth -= 1 }
    mutating func removeAll() { depth = 0 }

    @inline(__always)
    private mutating func push(_ step: Step) {
        if depth < near.count { near[depth] = step } else { pushFar(step) }
        depth += 1
    }

    /// Behind the steps that are taken lie those of deeper paths before.
    private mutating func pushFar(_ step: Step) {
        let index = depth - near.count
        if index < far.count { far[index] = step } else { far.append(step) }
    }

    private func step(_ number: Int) -> Step { number < near.count ? near[number] : far[number - near.count] }

    /// The member that holds the value at hand, if a structure holds it.
    func memberName(_ registry: Registry) -> String? {
        for number in (0..<depth).reversed() where step(number).kind == .member {
            return registry.text.string(registry.members[Int(step(number).start)].name)
        }
        return nil
    }

    /// How a message begins that speaks of the value at hand: with its member, or as a part of a list or map.
    /// - Parameter isKey: whether it is the map's key that is spoken of.
    func subject(_ registry: Registry, _ texts: RequestTexts, isKey: Bool = false) -> String {
        guard let name = memberName(registry) else { return "The value" }
        // There is a member among them.
        let last = step(depth - 1)
        switch last.kind {
        case .item: return Words("An item of `\(name)`").text
        case .key where isKey, .decodedKey where isKey: return Words("A key of `\(name)`").text
        case .key, .decodedKey:
            return Words("The value of `\(ShapeMessages.clipped(texts.string(last.text)))` in `\(name)`").text
        case .member: return Words("`\(name)`").text
        }
    }

    /// RFC 6901 pointer.
    /// - Parameter texts: what keys' locations refer to.
    func pointer(_ registry: Registry, _ texts: RequestTexts) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(64)
        for number in 0..<depth {
            let step = step(number)
            result.append(UInt8(ascii: "/"))
            switch step.kind {
            case .member:
                registry.text.span(registry.members[Int(step.start)].name).withUnsafeBufferPointer { result.append(contentsOf: $0) }
            case .item: result.append(contentsOf: String(step.start).utf8)
            case .key, .decodedKey: NodePaths.append(texts.span(step.text), to: &result)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

/// The bytes that the texts of a request lie in.
struct RequestTexts {
    let source: [UInt8]
    let decoded: [UInt8]

    /// The bytes of a text, in place.
    @_lifetime(borrow self)
    func span(_ location: TextLocation) -> Span<UInt8> {
        let bytes = location.isDecoded ? decoded.span : source.span
        return bytes.extracting(location.start..<location.start + location.count)
    }

    func string(_ location: TextLocation) -> String { span(location).string }

    func copy(_ location: TextLocation) -> [UInt8] {
        Array((location.isDecoded ? decoded : source)[location.start..<location.start + location.count])
    }

    func areEqual(_ left: TextLocation, _ right: TextLocation) -> Bool {
        span(left).equals(span(right))
    }
}
