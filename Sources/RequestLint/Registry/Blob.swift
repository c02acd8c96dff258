// The compiled registry's bytes, read in place. The raw pointers of this file point to static data of the process or to memory
// that `Blob` owns. The bytes never change, and every access checks its bounds first, or once where it is kept as a reference.

/// Bytes made of sections; a section is an array of records of one type.
package struct Blob: @unchecked Sendable {
    package static let magic: UInt32 = 0x424C_4249
    package static let version: UInt32 = 5
    package static let alignment = 16
    private static let headerSize = 16

    private let base: UnsafeRawPointer
    private let count: Int
    /// Keeps the bytes alive where the process does not.
    private let owner: Storage?

    /// Reads static bytes. They must be aligned to `alignment` and live as long as the process.
    /// - Returns: nil where the bytes are not a blob of this version.
    package init?(staticBytes: UnsafePointer<UInt8>, count: Int) {
        self.init(base: UnsafeRawPointer(staticBytes), count: count, owner: nil)
    }

    /// Copies bytes that were compiled in memory.
    package init?(_ bytes: [UInt8]) {
        let storage = Storage(bytes)
        self.init(base: UnsafeRawPointer(storage.base), count: bytes.count, owner: storage)
    }

    private init?(base: UnsafeRawPointer, count: Int, owner: Storage?) {
        guard count >= Self.headerSize,
            Int(bitPattern: base) % Self.alignment == 0,
            base.load(as: UInt32.self) == Self.magic,
            base.load(fromByteOffset: 4, as: UInt32.self) == Self.version,
            Self.holdsSections(base, count)
        else { return nil }
        self.base = base
        self.count = count
        self.owner = owner
    }

    /// Whether every section of the table lies inside the bytes.
    private static func holdsSections(_ base: UnsafeRawPointer, _ count: Int) -> Bool {
        let sections = Section.allCases.count
        guard base.load(fromByteOffset: 8, as: UInt32.self) == UInt32(sections), headerSize + sections * 8 <= count
        else { return false }
        return (0..<sections).allSatisfy { section in
            let entry = headerSize + section * 8
            let offset = Int(base.load(fromByteOffset: entry, as: UInt32.self))
            let size = Int(base.load(fromByteOffset: entry + 4, as: UInt32.self))
            return offset % alignment == 0 && offset + size <= count
        }
    }

    /// The records of a section. The table is valid as long as this blob is.
    package func table<Record: BitwiseCopyable>(
        _ section: Section, of: Record.Type
    ) -> BlobTable<Record> {
        let entry = Self.headerSize + section.rawValue * 8
        precondition(entry + 8 <= count, "the section table is cut short")
        let offset = Int(base.load(fromByteOffset: entry, as: UInt32.self))
        let size = Int(base.load(fromByteOffset: entry + 4, as: UInt32.self))
        precondition(
            offset % Self.alignment == 0 && offset + size <= count
                && size % MemoryLayout<Record>.stride == 0, "a section lies outside the blob")
        return BlobTable(
            base: (base + offset).assumingMemoryBound(to: Record.self),
            count: size / MemoryLayout<Record>.stride)
    }

    /// Memory of a blob that was compiled at run time.
    private final class Storage: @unchecked Sendable {
        let base: UnsafeMutableRawPointer

        init(_ bytes: [UInt8]) {
            base = .allocate(byteCount: max(bytes.count, 1), alignment: Blob.alignment)
            bytes.withUnsafeBytes { source in
                if let start = source.baseAddress {
                    base.copyMemory(from: start, byteCount: source.count)
                }
            }
        }

        deinit { base.deallocate() }
    }
}

/// An array of records inside a blob. It is valid as long as the blob, and nothing but this rule holds it to that: whoever
/// keeps one keeps its `Registry` too, as the `Registry` keeps its `Blob`.
///
/// The compiler can't enforce it here. A type that may not outlive its owner (`~Escapable`) can't be stored in a class, and
/// the `Registry` is one, which stores its tables so that nothing is looked up twice. A reference to the owner in each table
/// would be counted wherever a check asks for one, which costs more than reading what it asks for.
@usableFromInline
package struct BlobTable<Record: BitwiseCopyable>: @unchecked Sendable {
    @usableFromInline let base: UnsafePointer<Record>
    @usableFromInline package let count: Int

    fileprivate init(base: UnsafePointer<Record>, count: Int) {
        self.base = base
        self.count = count
    }

    /// Some of the records, as a table of their own.
    package subscript(run: Run) -> BlobTable<Record> {
        let start = Int(run.start)
        precondition(start + Int(run.count) <= count, "a run of records lies outside its section")
        return BlobTable(base: base + start, count: Int(run.count))
    }

    /// Read in place, so that of a large record only what is asked for is loaded.
    @usableFromInline
    package subscript(index: Int) -> Record {
        @inlinable @inline(__always) unsafeAddress {
            precondition(index >= 0 && index < count, "a record lies outside its section")
            return base + index
        }
    }
}

/// A record where its table keeps it, found there once, so that of a large record only what is asked for is loaded. Valid as
/// long as the table.
struct RecordReference<Record: BitwiseCopyable>: BitwiseCopyable {
    private let pointer: UnsafePointer<Record>

    fileprivate init(_ pointer: UnsafePointer<Record>) {
        self.pointer = pointer
    }

    var record: Record {
        @inline(__always) unsafeAddress { pointer }
    }
}

extension BlobTable {
    @inline(__always)
    func reference(_ index: Int) -> RecordReference<Record> {
        precondition(index >= 0 && index < count, "a record lies outside its section")
        return RecordReference(base + index)
    }
}

extension BlobTable<UInt8> {
    /// The text at a reference, in place.
    @_lifetime(borrow self)
    package func span(_ reference: TextRef) -> Span<UInt8> {
        let start = Int(reference.start)
        let length = Int(reference.count)
        precondition(start + length <= count, "a text lies outside its section")
        return _overrideLifetime(Span(_unsafeStart: base + start, count: length), borrowing: self)
    }

    /// Whether the text at a reference is exactly these bytes.
    package func equals(_ reference: TextRef, _ text: borrowing Span<UInt8>) -> Bool {
        span(reference).equals(text)
    }

    /// Whether the text at a reference is exactly this one.
    package func equals(_ reference: TextRef, _ other: StaticString) -> Bool {
        reference.count == other.utf8CodeUnitCount && span(reference).equals(other)
    }

    package func string(_ reference: TextRef) -> String { span(reference).string }

    package func bytes(_ reference: TextRef) -> [UInt8] {
        span(reference).withUnsafeBufferPointer { Array($0) }
    }
}
