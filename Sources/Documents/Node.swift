/// One value or key of a document: 16 bytes, in preorder, its children behind it.
///
/// Marked for other modules, which walk nodes by the million: members of a `package` type are inlined there only where the
/// type and they are marked.
///
/// The children of an object alternate: key, value, key, value. `next` leads from a node over its subtree.
@usableFromInline @frozen
package struct Node: Sendable, BitwiseCopyable {
    @usableFromInline
    package enum Kind: UInt8, Sendable, BitwiseCopyable {
        case object, array, string, number, `true`, `false`, null
        /// A YAML plain scalar: the dialect says what it means.
        case plain
        /// A YAML node with a tag of its own, such as `!Ref`: only who knows the tag knows its value. It has its content. Or
        /// an HCL expression.
        case alien
        /// An HCL text with `${ }` in it; its own text is the source's. Its children are its pieces: strings, and what stands
        /// between the braces.
        case template
    }

    @usableFromInline @frozen
    package struct Flags: OptionSet, Sendable, BitwiseCopyable {
        @usableFromInline package let rawValue: UInt8
        @inlinable
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Whether all of these flags are set. The protocol's own is not inlined in other modules.
        @inlinable
        package func contains(_ flags: Flags) -> Bool { rawValue & flags.rawValue == flags.rawValue }

        /// The text is exactly the source's bytes inside the quotes.
        @inlinable package static var verbatim: Flags { Flags(rawValue: 1) }
        /// An object or array that a syntax problem cut short.
        @inlinable package static var incomplete: Flags { Flags(rawValue: 2) }
        /// A number without fraction and exponent.
        @inlinable package static var integer: Flags { Flags(rawValue: 4) }
        /// A YAML literal or folded block scalar, or an HCL heredoc.
        @inlinable package static var block: Flags { Flags(rawValue: 8) }
        /// It came in by an alias; its range is the anchor's.
        @inlinable package static var expanded: Flags { Flags(rawValue: 16) }
        /// A YAML block collection, which has no brackets of its own.
        @inlinable package static var blockCollection: Flags { Flags(rawValue: 32) }
        /// A tag stands in front of it, which is no part of its range.
        @inlinable package static var tagged: Flags { Flags(rawValue: 64) }
        /// An alien that is an HCL name and what is taken of it: `var.x`, `aws_type.name.arn`, `data.a.b[0].c`. Of
        /// collections, the bit says something else.
        @inlinable package static var reference: Flags { Flags(rawValue: 32) }
        /// An alien node whose content is a mapping.
        @inlinable package static var holdsMembers: Flags { Flags(rawValue: 128) }
        /// An alien node whose content is a sequence; of numbers, the bit says something else.
        @inlinable package static var holdsItems: Flags { Flags(rawValue: 4) }
    }

    @usableFromInline package var kind: Kind
    @usableFromInline package var flags: Flags
    /// The width of a quote at either end.
    @usableFromInline package var inset: UInt16
    @usableFromInline package var start: UInt32
    @usableFromInline package var end: UInt32
    /// The number of the node behind this subtree.
    @usableFromInline package var next: UInt32

    @inlinable package var isVerbatim: Bool { flags.rawValue & Flags.verbatim.rawValue != 0 }

    /// Where the text lies of a scalar that is written verbatim.
    @inlinable package var verbatimText: TextLocation {
        let start = Int(start) + Int(inset)
        return TextLocation(isDecoded: false, start: start, count: max(0, Int(end) - Int(inset) - start))
    }

    @inlinable
    package init(
        _ kind: Kind, flags: Flags = [], inset: Int = 0, start: Int, end: Int, next: Int = 0
    ) {
        self.kind = kind
        self.flags = flags
        self.inset = UInt16(truncatingIfNeeded: inset)
        self.start = UInt32(truncatingIfNeeded: start)
        self.end = UInt32(truncatingIfNeeded: end)
        self.next = UInt32(truncatingIfNeeded: next)
    }
}
