// What plain scalars mean, as ruamel.yaml 0.17.21 (the AWS CLI's reader) and PyYAML 6.0 answered.
import Documents
import Testing

@Suite struct PlainScalarTests {
    private typealias Row = (text: String, yaml12: PlainScalar.Meaning, yaml11: PlainScalar.Meaning)

    private static let answers: [Row] = [
        ("on", .string, .boolean), ("On", .string, .boolean), ("ON", .string, .boolean), ("yes", .string, .boolean),
        ("Yes", .string, .boolean), ("y", .string, .string), ("Y", .string, .string), ("n", .string, .string),
        ("N", .string, .string), ("no", .string, .boolean), ("off", .string, .boolean), ("OFF", .string, .boolean),
        ("~", .null, .null), ("", .null, .null), ("null", .null, .null), ("Null", .null, .null),
        ("NULL", .null, .null), ("nULL", .string, .string), ("true", .boolean, .boolean),
        ("True", .boolean, .boolean), ("TRUE", .boolean, .boolean), ("tRue", .string, .string),
        ("12:30", .string, .integer), ("1:30", .string, .integer), ("01:30", .string, .string),
        ("190:20:30", .string, .integer), ("1:2:3", .string, .integer), ("12:60", .string, .string),
        ("1:60", .string, .string), ("12:30:45.5", .string, .float), ("1_000", .integer, .integer),
        ("1_0.5", .float, .float), ("_1", .string, .string), ("1_", .integer, .integer), ("012", .integer, .integer),
        ("-012", .integer, .integer), ("+012", .integer, .integer), ("0o14", .integer, .string),
        ("0O14", .string, .string), ("-0o14", .integer, .string), ("0x1F", .integer, .integer),
        ("0X1F", .string, .string), ("0x", .string, .string), ("0x_1", .integer, .integer),
        ("0b11", .integer, .integer), ("0b12", .string, .string), ("-0b1", .integer, .integer),
        ("1e3", .float, .string), ("1E3", .float, .string), ("1e+3", .float, .string), ("1.e3", .float, .string),
        ("1.5e3", .float, .string), ("1.5e+3", .float, .float), ("1.5E-3", .float, .float), (".5", .float, .float),
        ("5.", .float, .float), ("-.5", .float, .string), ("+.5", .float, .string), ("+1", .integer, .integer),
        ("-1", .integer, .integer), ("+-1", .string, .string), ("1.", .float, .float), ("0", .integer, .integer),
        ("00", .integer, .integer), ("08", .integer, .string), ("09", .integer, .string), ("0.1", .float, .float),
        ("00.1", .float, .float), ("089", .integer, .string), (".inf", .float, .float), ("-.inf", .float, .float),
        ("+.Inf", .float, .float), (".INF", .float, .float), (".nan", .float, .float), (".NaN", .float, .float),
        (".NAN", .float, .float), ("-.nan", .string, .string), (".iNf", .string, .string),
        ("2024-01-01", .timestamp, .timestamp), ("2024-01-01T00:00:00Z", .timestamp, .timestamp),
        ("2024-1-1", .string, .string), ("2024-01-01 00:00:00", .timestamp, .timestamp), ("0_1", .integer, .integer),
        ("1__0", .integer, .integer), ("0x1_F", .integer, .integer), ("1e", .string, .string),
        ("e1", .string, .string), ("1e3_0", .string, .string), ("1_0e3", .float, .string), ("._5", .float, .string),
        ("1._5", .float, .float), ("+", .string, .string), (".", .string, .string), ("..", .string, .string),
        ("-.", .string, .string), ("0.", .float, .float), ("0e1", .float, .string), ("0o", .string, .string),
        ("0o8", .string, .string), ("1,000", .string, .string), ("12e03", .float, .string),
        ("685_230.15", .float, .float), ("190:20:30.15", .string, .float), ("0b_1", .integer, .integer),
        ("0b", .string, .string), ("+0x1", .integer, .integer), ("0o1_7", .integer, .string),
        ("-0x1F", .integer, .integer), ("1.0", .float, .float), ("-0", .integer, .integer),
        ("+0", .integer, .integer), ("0.0", .float, .float), ("1_000.0", .float, .float),
        ("-1_000", .integer, .integer), ("_", .string, .string), ("__", .string, .string), ("1_e3", .float, .string),
        ("0_", .integer, .integer), ("-0_1", .integer, .integer), ("+.e3", .string, .string),
        (".e3", .string, .string), ("-_1", .integer, .string), ("1:30_0", .string, .string),
        ("0:30", .string, .string), ("0:00", .string, .string), ("00:30", .string, .string),
        ("1:05", .string, .integer), ("-1:30", .string, .integer), ("+12:30", .string, .integer),
        ("1_2:30", .string, .integer), ("2024-1-1 1:02:03", .timestamp, .timestamp),
        ("2024-01-01t01:02:03.5 +01:00", .timestamp, .timestamp), ("2024-01-01 01:02:03 +1", .timestamp, .timestamp),
        ("2024-01-01T1:2:3", .string, .string), ("2024-001-01", .string, .string), ("02024-01-01", .string, .string),
        ("2024-01-1", .string, .string), ("2024-01-01T00:00:00-05:30", .timestamp, .timestamp),
        (".5e3", .string, .string), (".5e+3", .float, .float), ("-.5e-3", .float, .string),
        ("1.5e", .string, .string), ("1.5e+", .string, .string), ("+.inf", .float, .float), ("-.Inf", .float, .float),
        ("+.nan", .string, .string), ("5e-1", .float, .string), ("-5E+7", .float, .string),
        ("0777", .integer, .integer), ("0_7", .integer, .integer), ("1:59:59", .string, .integer),
        ("59:60", .string, .string), ("-0b11", .integer, .integer), ("+0b2", .string, .string),
        ("0xfg", .string, .string), ("1_2_3", .integer, .integer), ("12_", .integer, .integer),
        ("1._", .float, .float), ("1._e3", .float, .string), ("TRUE1", .string, .string), ("nul", .string, .string),
        ("nulls", .string, .string), ("offs", .string, .string), ("yess", .string, .string),
        ("1.2.3", .string, .string), ("1.0.x", .string, .string), ("x.x.x", .string, .string),
        ("01.02", .float, .float), ("12345678901234567890", .integer, .integer),
        ("-12345678901234567890", .integer, .integer), ("1e400", .float, .string), ("٣", .string, .string),
        ("½", .string, .string), ("1 2", .string, .string),
    ]

    private func meaning(_ text: String, _ schema: PlainScalar.Schema) -> PlainScalar.Meaning {
        let bytes = Array(text.utf8)
        return PlainScalar.resolve(bytes.span, schema: schema)
    }

    private func ambiguity(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        return PlainScalar.ambiguity(bytes.span)?.message
    }

    private func isText(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return PlainScalar.isText(bytes.span)
    }

    @Test func `texts mean what the loaders make of them`() {
        for (text, yaml12, yaml11) in Self.answers {
            #expect(meaning(text, .yaml12) == yaml12, "\(text) in YAML 1.2")
            #expect(meaning(text, .yaml11) == yaml11, "\(text) in YAML 1.1")
        }
    }

    @Test func `only what is a text to both needs no quotes`() {
        for (text, yaml12, yaml11) in Self.answers {
            #expect(isText(text) == (yaml12 == .string && yaml11 == .string), "\(text)")
        }
    }

    @Test func `what the loaders disagree about is ambiguous`() {
        for (text, yaml12, yaml11) in Self.answers where yaml12 != yaml11 {
            #expect(ambiguity(text) != nil, "\(text)")
        }
    }

    @Test(arguments: [
        ("on", "`on` is a boolean to readers of YAML 1.1 and a text to readers of YAML 1.2 such as the AWS CLI."),
        ("12:30", "`12:30` is a whole number to readers of YAML 1.1 and a text to readers of YAML 1.2 such as the AWS CLI."),
        ("0o14", "`0o14` is a text to readers of YAML 1.1 and a whole number to readers of YAML 1.2 such as the AWS CLI."),
        ("1e3", "`1e3` is a text to readers of YAML 1.1 and a number to readers of YAML 1.2 such as the AWS CLI."),
        ("012", "`012` is the number 10 to readers of YAML 1.1 and 12 to readers of YAML 1.2 such as the AWS CLI."),
        ("-01_2", "`-01_2` is the number -10 to readers of YAML 1.1 and -12 to readers of YAML 1.2 such as the AWS CLI."),
        ("1_000", "`1_000` is a number to the AWS CLI and a text to readers that keep to YAML 1.2."),
        ("0b11", "`0b11` is a number to the AWS CLI and a text to readers that keep to YAML 1.2."),
    ])
    func `an ambiguity says both meanings`(text: String, words: String) throws {
        let message = try #require(ambiguity(text))
        #expect(message.hasPrefix(words + " "), "\(message)")
    }

    @Test(arguments: ["", "~", "null", "true", "False", "12", "-3", "0", "1.5", "x", "one", "2024-01-01", "0x1F", "00", "07", "y", "n", "1.0.0", "cron(0 0 * * ? *)"])
    func `what all readers agree about is not ambiguous`(text: String) {
        #expect(ambiguity(text) == nil)
    }
}
