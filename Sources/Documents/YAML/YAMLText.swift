/// Where each byte of a YAML scalar's text comes from, by decoding the scalar again the way libyaml does. Where the two
/// texts differ there is no answer, and the whole scalar is marked.
enum YAMLText {
    /// The source offset of every byte of the text, and at the end the offset behind it.
    static func places(_ document: Document, _ node: Int) -> [Int]? {
        let record = document.nodes[node]
        let bytes = document.source.bytes
        let range = Int(record.start) + Int(record.inset)..<Int(record.end) - Int(record.inset)
        guard !range.isEmpty else { return nil }
        if record.flags.contains(.block) {
            let header = BlockHeader(bytes, range)
            // An explicit indentation counts from the parent, which is not known here: the text tells which one it is.
            for indentation in header.indentations {
                var decoder = BlockDecoder(bytes, range, header, indentation: indentation)
                let places = decoder.places(of: document, node)
                if let places { return places }
            }
            return nil
        }
        let style: FlowDecoder.Style =
            record.inset == 0 ? .plain : bytes[Int(record.start)] == UInt8(ascii: "\"") ? .double : .single
        var decoder = FlowDecoder(bytes, range, style)
        return decoder.places(of: document, node)
    }
}

/// A text that is being decoded, with the place of each of its bytes.
struct PlacedText {
    private(set) var text: [UInt8] = []
    private(set) var places: [Int] = []

    mutating func put(_ byte: UInt8, at place: Int) {
        text.append(byte)
        places.append(place)
    }

    mutating func put(_ scalar: Unicode.Scalar, at place: Int) {
        for unit in String(Character(scalar)).utf8 { put(unit, at: place) }
    }

    /// The places, if the text is a node's, and at the end that of the scalar's end. Line breaks at the text's end belong
    /// to no line of a block scalar: they stand at its end.
    func places(of document: Document, _ node: Int, end: Int) -> [Int]? {
        document.withText(of: node) { other in
            var count = text.count
            while count > other.count, text[count - 1] == UInt8(ascii: "\n") { count -= 1 }
            guard count <= other.count else { return nil }
            for index in 0..<count where text[index] != other[index] { return nil }
            for index in count..<other.count where other[index] != UInt8(ascii: "\n") { return nil }
            return places[..<count] + Array(repeating: end, count: other.count - count + 1)
        }
    }
}

func isYAMLBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
func isYAMLBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

extension Span<UInt8> {
    /// The text, for messages and names.
    var text: String { withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) } }
}
