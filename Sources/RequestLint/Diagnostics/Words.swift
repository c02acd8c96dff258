/// A message, written like any text with values in it. It is put together as bytes, because appending short texts to a `String`
/// takes several times as long.
package struct Words: ExpressibleByStringInterpolation, Sendable {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package init(stringLiteral text: StaticString) {
        self.text = text.description
    }

    package init(stringInterpolation: Parts) {
        text = String(decoding: stringInterpolation.bytes, as: UTF8.self)
    }

    package struct Parts: StringInterpolationProtocol {
        fileprivate var bytes: [UInt8] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            // Most values are names.
            bytes.reserveCapacity(literalCapacity + 32 * interpolationCount)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        package mutating func appendInterpolation(_ text: String) {
            var text = text
            text.withUTF8 { bytes.append(contentsOf: $0) }
        }

        package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            appendInterpolation(value.description)
        }
    }
}
