import Documents

/// What the members of an object say of the requests in it, found in one walk over the object, which it leaves behind.
struct ObjectOutline {
    // Of an envelope.
    private(set) var operation: TextLocation?
    private(set) var request: JSONScanner?
    // Of an event of CloudTrail.
    private(set) var eventSource: TextLocation?
    private(set) var eventName: TextLocation?
    private(set) var eventType: TextLocation?
    /// In front of the parameters, where they are an object.
    private(set) var parameters: JSONScanner?
    /// In front of the events of a log.
    private(set) var records: JSONScanner?
    /// Whether one of these members stands twice, or is of another kind than it should be.
    private(set) var isAmbiguous = false

    /// - Parameter scanner: stands at the object's brace, and behind the object afterwards. It stops where the object is none.
    init(_ scanner: inout JSONScanner, _ texts: SlotReader) {
        scanner.advance()
        if scanner.next() == UInt8(ascii: "}") {
            scanner.advance()
            return
        }
        repeat {
            guard scanner.next() == UInt8(ascii: "\"") else {
                scanner.stop()
                return
            }
            let name = scanner.text()
            guard scanner.skip(":") else { return }
            let sign = scanner.next()
            member(texts.text(at: name), sign, &scanner)
        } while scanner.another("}")
    }

    /// Takes the value of a member in front of the scanner.
    private mutating func member(_ name: borrowing Span<UInt8>, _ sign: UInt8, _ scanner: inout JSONScanner) {
        switch name.count {
        case 9 where name.equals("operation"): operation = text(operation, sign, &scanner)
        case 7 where name.equals("request"): request = place(request, sign, "{", &scanner)
        case 11 where name.equals("eventSource"): eventSource = text(eventSource, sign, &scanner)
        case 9 where name.equals("eventName"): eventName = text(eventName, sign, &scanner)
        case 9 where name.equals("eventType"): eventType = text(eventType, sign, &scanner)
        case 17 where name.equals("requestParameters") && sign == UInt8(ascii: "n"):
            // A call without parameters has null.
            isAmbiguous = isAmbiguous || parameters != nil
            scanner.skipValue()
        case 17 where name.equals("requestParameters"): parameters = place(parameters, sign, "{", &scanner)
        case 7 where name.equals("Records"): records = place(records, sign, "[", &scanner)
        // What may hold events in another way is left to others.
        case 6 where name.equals("Events") || name.equals("detail"), 15 where name.equals("CloudTrailEvent"):
            isAmbiguous = true
            scanner.skipValue()
        default: scanner.skipValue()
        }
    }

    /// - Parameter before: the text of an earlier member of the same name.
    private mutating func text(_ before: TextLocation?, _ sign: UInt8, _ scanner: inout JSONScanner) -> TextLocation? {
        guard before == nil, sign == UInt8(ascii: "\"") else {
            isAmbiguous = true
            scanner.skipValue()
            return before
        }
        return scanner.text()
    }

    private mutating func place(
        _ before: JSONScanner?, _ sign: UInt8, _ open: Unicode.Scalar, _ scanner: inout JSONScanner
    ) -> JSONScanner? {
        defer { scanner.skipValue() }
        guard before == nil, sign == UInt8(ascii: open) else {
            isAmbiguous = true
            return before
        }
        return scanner
    }
}
