// The parser cases of the JSON test suite: what is valid is read as Foundation reads it, what is not is reported.
import Documents
import Foundation
import Testing

@Suite("JSON test suite", .enabled(if: SharedFiles.isThere, "the folder shared is not beside the package"))
struct JSONSuiteTests {
    private static func cases(_ prefix: String) -> [String] {
        SharedFiles.files(below: "suites/json/test_parsing", endingIn: ["json"])
            .map(\.lastPathComponent).filter { $0.hasPrefix(prefix) }
    }

    private func document(_ name: String, in folder: String = "test_parsing") throws -> Document {
        let file = try #require(SharedFiles.root).appendingPathComponent("suites/json/\(folder)/\(name)")
        return .read(Source(name: name, bytes: try SharedFiles.bytes(of: file)), as: .json)
    }

    @Test("the suite is complete") func count() {
        #expect(Self.cases("").count == 318)
    }

    @Test("valid documents", arguments: cases("y_")) func accepts(name: String) throws {
        let document = try document(name)
        #expect(document.problems.map(\.message) == [])
        #expect(document.brokenInvariant() == nil)
        // Foundation refuses `[0e1]`, which the standard allows.
        if name == "y_number_0e1.json" { return }
        let expected = try JSONDecoder().decode(DecodedValue.self, from: Data(document.source.bytes))
        #expect(document.trees.map { DecodedValue($0) } == [expected])
    }

    @Test("invalid documents", arguments: cases("n_")) func refuses(name: String) throws {
        let document = try document(name)
        #expect(!document.problems.isEmpty)
        #expect(document.brokenInvariant() == nil)
    }

    /// What the standard leaves open: the kind of problem that is reported, and whether reading ends there.
    private static let undecided: [String: String] = [
        "i_number_double_huge_neg_exp.json": "read",
        "i_number_huge_exp.json": "read",
        "i_number_neg_int_huge_exp.json": "read",
        "i_number_pos_double_huge_exp.json": "read",
        "i_number_real_neg_overflow.json": "read",
        "i_number_real_pos_overflow.json": "read",
        "i_number_real_underflow.json": "read",
        "i_number_too_big_neg_int.json": "read",
        "i_number_too_big_pos_int.json": "read",
        "i_number_very_big_negative_int.json": "read",
        "i_object_key_lone_2nd_surrogate.json": "encoding, read on",
        "i_string_1st_surrogate_but_2nd_missing.json": "encoding, read on",
        "i_string_1st_valid_surrogate_2nd_invalid.json": "encoding, read on",
        "i_string_UTF-16LE_with_BOM.json": "encoding, stopped",
        "i_string_UTF-8_invalid_sequence.json": "encoding, stopped",
        "i_string_UTF8_surrogate_U+D800.json": "encoding, stopped",
        "i_string_incomplete_surrogate_and_escape_valid.json": "encoding, read on",
        "i_string_incomplete_surrogate_pair.json": "encoding, read on",
        "i_string_incomplete_surrogates_escape_valid.json": "encoding, read on",
        "i_string_invalid_lonely_surrogate.json": "encoding, read on",
        "i_string_invalid_surrogate.json": "encoding, read on",
        "i_string_invalid_utf-8.json": "encoding, stopped",
        "i_string_inverted_surrogates_U+1D11E.json": "encoding, read on",
        "i_string_iso_latin_1.json": "encoding, stopped",
        "i_string_lone_second_surrogate.json": "encoding, read on",
        "i_string_lone_utf8_continuation_byte.json": "encoding, stopped",
        "i_string_not_in_unicode_range.json": "encoding, stopped",
        "i_string_overlong_sequence_2_bytes.json": "encoding, stopped",
        "i_string_overlong_sequence_6_bytes.json": "encoding, stopped",
        "i_string_overlong_sequence_6_bytes_null.json": "encoding, stopped",
        "i_string_truncated-utf-8.json": "encoding, stopped",
        "i_string_utf16BE_no_BOM.json": "encoding, stopped",
        "i_string_utf16LE_no_BOM.json": "encoding, stopped",
        "i_structure_500_nested_arrays.json": "limit, stopped",
        "i_structure_UTF-8_BOM_empty_object.json": "encoding, read on",
    ]

    @Test("what is left open", arguments: cases("i_")) func decides(name: String) throws {
        let document = try document(name)
        let outcome = document.problems.last.map { "\($0.kind), \($0.isFatal ? "stopped" : "read on")" }
        #expect(outcome ?? "read" == Self.undecided[name])
        #expect(document.brokenInvariant() == nil)
    }

    @Test("documents that readers change") func transforms() throws {
        let files = SharedFiles.files(below: "suites/json/test_transform", endingIn: ["json"])
        #expect(!files.isEmpty)
        for file in files {
            let document = try document(file.lastPathComponent, in: "test_transform")
            #expect(document.problems.allSatisfy { $0.kind == .encoding }, "\(file.lastPathComponent)")
            #expect(document.brokenInvariant() == nil)
        }
        let twice = try document("object_same_key_different_values.json", in: "test_transform")
        #expect(twice.trees.map(\.description) == [#"{"a": 1, "a": 2}"#])
    }
}

/// A value as Foundation decodes JSON, which keeps the first of equal keys and reads numbers as doubles.
private indirect enum DecodedValue: Decodable, Equatable {
    case object([String: DecodedValue])
    case array([DecodedValue])
    case string(String)
    case number(Double)
    case boolean(Bool)
    case null

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let boolean = try? value.decode(Bool.self) {
            self = .boolean(boolean)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .string(text)
        } else if let items = try? value.decode([DecodedValue].self) {
            self = .array(items)
        } else {
            self = .object(try value.decode([String: DecodedValue].self))
        }
    }

    init(_ tree: Tree) {
        switch tree {
        case .object(let members):
            self = .object(
                Dictionary(members.map { ($0.key, DecodedValue($0.value)) }, uniquingKeysWith: { first, _ in first }))
        case .array(let items): self = .array(items.map { DecodedValue($0) })
        case .number(let text): self = .number(Double(text) ?? .nan)
        case .boolean(let value): self = .boolean(value)
        case .string(let text), .plain(let text): self = .string(text)
        case .null, .alien: self = .null
        }
    }
}
