// Reads YAML into a document by libyaml's events. The parser's memory and its input pointer stay inside this file:
// the input is borrowed for the whole parse, an event's text is lent to the builder for one call, and every event is
// deleted before the next is asked for.
import CLibYAML

package enum YAMLReader {
    package static func read(_ source: Source, limits: ReadLimits = .standard) -> Document {
        var builder = YAMLBuilder(source, limits: limits)
        if let problem = Encoding.problem(of: source, limits: limits) {
            _ = builder.stop(problem.kind, at: problem.range.start, to: problem.range.end, problem.message)
            return Document(builder.document)
        }
        if let offset = Encoding.firstInvalid(source.bytes.span) {
            let byte = Printable.scalar(at: offset, in: source.bytes.span).capitalizedFirst
            _ = builder.stop(
                .encoding, at: offset, to: offset + 1,
                "\(byte) is no part of a UTF-8 character here; requests are read as UTF-8. Save the file as UTF-8.")
            return Document(builder.document)
        }
        if source.bytes.count > Encoding.markLength(source.bytes.span) { parse(source, &builder) }
        return Document(builder.document)
    }

    private static func parse(_ source: Source, _ builder: inout YAMLBuilder) {
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else {
            _ = builder.stop(.limit, at: 0, "There is no memory to read the file. Close other programs and run again.")
            return
        }
        defer { yaml_parser_delete(&parser) }
        source.bytes.withUnsafeBufferPointer { buffer in
            yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
            let content = UnsafeBufferPointer(rebasing: buffer[Encoding.markLength(source.bytes.span)...])
            yaml_parser_set_input_string(&parser, content.baseAddress, content.count)
            var event = yaml_event_t()
            while true {
                guard yaml_parser_parse(&parser, &event) == 1 else {
                    failed(parser, &builder)
                    return
                }
                let goesOn = handle(event, &builder)
                yaml_event_delete(&event)
                guard goesOn else { return }
            }
        }
    }

    /// False at the end of the stream or where a problem ends it.
    private static func handle(_ event: borrowing yaml_event_t, _ builder: inout YAMLBuilder) -> Bool {
        let start = Int(event.start_mark.index)
        let end = Int(event.end_mark.index)
        switch event.type {
        case YAML_STREAM_END_EVENT: return false
        case YAML_DOCUMENT_START_EVENT: builder.startDocument()
        case YAML_MAPPING_START_EVENT:
            let data = event.data.mapping_start
            return builder.open(
                .object, start, isFlow: data.style == YAML_FLOW_MAPPING_STYLE,
                YAMLBuilder.Properties(tag: text(data.tag, of: event), anchor: text(data.anchor, of: event)))
        case YAML_SEQUENCE_START_EVENT:
            let data = event.data.sequence_start
            return builder.open(
                .array, start, isFlow: data.style == YAML_FLOW_SEQUENCE_STYLE,
                YAMLBuilder.Properties(tag: text(data.tag, of: event), anchor: text(data.anchor, of: event)))
        case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: return builder.close(end)
        case YAML_ALIAS_EVENT: return builder.alias(text(event.data.alias.anchor, of: event), start, end)
        case YAML_SCALAR_EVENT:
            guard builder.hasRoom(at: start) else { return false }
            let data = event.data.scalar
            let text = UnsafeBufferPointer(start: data.value, count: data.length)
            builder.scalar(
                text.span, start, end, style: style(data.style), isPlain: data.plain_implicit == 1,
                YAMLBuilder.Properties(tag: Self.text(data.tag, of: event), anchor: Self.text(data.anchor, of: event)))
        default: break
        }
        return true
    }

    private static func style(_ style: yaml_scalar_style_t) -> YAMLBuilder.ScalarStyle {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
        case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
        default: .plain
        }
    }

    /// A name of an event, which ends with a zero byte; empty where there is none.
    @_lifetime(borrow event)
    private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?, of event: borrowing yaml_event_t) -> Span<UInt8> {
        guard let pointer else { return Span() }
        var count = 0
        while pointer[count] != 0 { count += 1 }
        return _overrideLifetime(Span(_unsafeStart: pointer, count: count), borrowing: event)
    }

    private static func failed(_ parser: yaml_parser_t, _ builder: inout YAMLBuilder) {
        let bytes = builder.document.source.bytes
        let words = parser.problem.map { String(cString: $0) } ?? "the text is not YAML"
        if parser.error == YAML_READER_ERROR {
            let place = Encoding.markLength(bytes.span) + Int(parser.problem_offset)
            let character = Printable.scalar(at: place, in: bytes.span)
            _ = builder.stop(
                .encoding, at: place,
                "YAML does not allow \(character) here (\(words)). Remove it, or escape it in double quotes.")
            return
        }
        if parser.error == YAML_MEMORY_ERROR {
            _ = builder.stop(.limit, at: 0, "There is no memory to read the file. Split it.")
            return
        }
        let place = builder.byteOffset(of: Int(parser.problem_mark.index))
        if words.contains("cannot start any token"), place < bytes.count {
            let isTab = bytes[place] == UInt8(ascii: "\t")
            let character = Printable.scalar(at: place, in: bytes.span)
            _ = builder.stop(
                .syntax, at: place,
                isTab
                    ? "A tab stands where YAML wants spaces. Indent with spaces only."
                    : "\(character.capitalizedFirst) can't start a value in YAML. Put the text into quotes.")
            return
        }
        guard let words = parser.context.map({ "\(words) \(String(cString: $0))" }) else {
            _ = builder.stop(.syntax, at: place, advice(words))
            return
        }
        // What is never closed is marked where it opens.
        let isAtEnd = bytes[min(place, bytes.count)...].allSatisfy { $0 <= 0x20 }
        let opening = builder.byteOffset(of: Int(parser.context_mark.index))
        let line = isAtEnd ? "" : " that starts on line \(parser.context_mark.line + 1)"
        _ = builder.stop(.syntax, at: isAtEnd ? opening : place, advice(words + line))
    }

    private static func advice(_ words: String) -> String {
        "This is not YAML: \(words). Check indentation, quotes and brackets around this place."
    }
}
