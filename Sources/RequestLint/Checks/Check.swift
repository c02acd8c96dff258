/// A kind of judgement, in Swift. A check is an uninhabited enum that is held as a metatype: it has no state, knows
/// no file, no line and no dialect, and reports only the problems that it declares.
package protocol Check: SendableMetatype {
    /// Its name in rule pages.
    static var name: String { get }
    /// What it can find wrong, in the order of its problem numbers.
    static var problems: [String] { get }
    /// What it judges.
    static var kind: CheckKind { get }
    /// Turns a page's parameters into what the check reads at run time.
    static func compile(
        _ parameters: CheckParameters, at place: CheckPlace
    ) throws(ParameterError) -> CompiledParameters
}

/// What a check judges. A check says so itself, because finding out by a cast costs milliseconds when a program starts.
package enum CheckKind {
    case text(any TextCheck.Type)
    case structure(any StructureCheck.Type)
}

extension Check {
    package static func compile(
        _ parameters: CheckParameters, at place: CheckPlace
    ) throws(ParameterError) -> CompiledParameters {
        try parameters.refuseOthers(than: [])
        return CompiledParameters()
    }
}

/// Judges one text.
package protocol TextCheck: Check {
    /// Whether it refuses whatever the shape's pattern refuses, so that the pattern need not run.
    static var coversPattern: Bool { get }
    /// Whether it refuses whatever is too short or too long for the shape, so that one mistake is reported once.
    static var coversLength: Bool { get }
    /// Whether it sums up what it read in `Verdicts.summary`. Then it judges every text, also one that was well before.
    static var sumsUp: Bool { get }

    static func judge(
        _ text: borrowing Span<UInt8>, in site: borrowing CheckSite, _ verdicts: inout Verdicts)
}

extension TextCheck {
    package static var kind: CheckKind { .text(Self.self) }
    package static var coversPattern: Bool { false }
    package static var coversLength: Bool { false }
    package static var sumsUp: Bool { false }
}

/// Judges one structure or list when it closes, by the slots that it asks for.
package protocol StructureCheck: Check {
    /// Paths from the structure to the values it reads: `schedule.timezone`, `workflows[].workflowArn`.
    static func slots(_ parameters: CompiledParameters) -> [String]
    /// Whether it compares the request with the current state, and finds nothing where a run has none.
    static var comparesState: Bool { get }
    /// What has to hold of the slots for it to find anything, so that most structures are spared the check.
    static func preconditions(_ parameters: CompiledParameters) -> Preconditions

    static func judge(
        _ structure: borrowing Structure, in site: borrowing CheckSite, _ verdicts: inout Verdicts)
}

extension StructureCheck {
    package static var kind: CheckKind { .structure(Self.self) }
    package static var comparesState: Bool { false }
    package static func preconditions(_ parameters: CompiledParameters) -> Preconditions { Preconditions() }
}

/// Slots by their numbers, without which, or with which, a structure check finds nothing.
package struct Preconditions {
    /// Those that have to be there; of one inside a structure or list, that structure or list.
    package let present: [Int]
    /// Those of which one is enough, in the same way.
    package let anyOf: [Int]
    /// Those that must not be there at all.
    package let absent: [Int]
    /// Those that must not be there, or may be an empty list.
    package let missing: [Int]

    package init(present: [Int] = [], anyOf: [Int] = [], absent: [Int] = [], missing: [Int] = []) {
        self.present = present
        self.anyOf = anyOf
        self.absent = absent
        self.missing = missing
    }
}

/// A problem of a check: an enum with one case a problem, whose raw value is the problem's name.
@usableFromInline
package protocol CheckProblem: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// The problem's number inside its check.
    var number: Int { get }
}

extension CheckProblem {
    package static var names: [String] { allCases.map(\.rawValue) }

    /// Marked for the modules that declare problems, where it becomes a comparison of small numbers.
    @inlinable
    package var number: Int {
        var number = 0
        for problem in Self.allCases {
            if problem == self { return number }
            number += 1
        }
        return number
    }
}

/// Where in the model a check is being bound.
package struct CheckPlace: Sendable {
    /// The shape that is judged.
    package let shape: String
    /// The member that holds it, where the place names one.
    package let member: String?
}

/// A page's parameters: a text or a list of texts a key.
package struct CheckParameters: Sendable {
    package let values: [String: [String]]

    package init(_ values: [String: [String]]) {
        self.values = values
    }

    package subscript(key: String) -> [String] { values[key] ?? [] }

    /// The one text of a key.
    package func text(_ key: String) throws(ParameterError) -> String {
        guard let list = values[key], let first = list.first, list.count == 1 else {
            throw ParameterError("The check needs `\(key)` with one value. Add it to the page.", key: key)
        }
        return first
    }

    /// The whole number of a key.
    package func number(_ key: String) throws(ParameterError) -> Int {
        let text = try text(key)
        guard let number = Int(text) else {
            throw ParameterError("`\(key): \(text)` is not a whole number. Write digits only.", key: key)
        }
        return number
    }

    /// Refuses keys that the check does not know.
    package func refuseOthers(than known: [String]) throws(ParameterError) {
        for key in values.keys.sorted() where !known.contains(key) {
            throw ParameterError(
                "The check takes no parameter `\(key)`. It takes: \(known.isEmpty ? "none" : known.joined(separator: ", ")).", key: key)
        }
    }
}

/// What a check made of a page's parameters.
package struct CompiledParameters: Sendable, Hashable {
    package var word: UInt64
    package var texts: [String]
    /// A pattern that the check matches with `CheckSite.match`.
    package var pattern: String?

    package init(word: UInt64 = 0, texts: [String] = [], pattern: String? = nil) {
        self.word = word
        self.texts = texts
        self.pattern = pattern
    }
}

/// A mistake in a page's parameters.
package struct ParameterError: Error, Sendable {
    package let message: String
    /// The parameter that is meant, where it is one.
    package let key: String?

    package init(_ message: String, key: String? = nil) {
        self.message = message
        self.key = key
    }
}

/// What a check may ask beside the text or structure it judges.
package struct CheckSite: ~Copyable {
    /// It outlives every check, and a site is made for each text and structure that is judged.
    private let context: Unmanaged<CheckContext>
    /// What the registry says of the check at this place.
    private var binding: RecordReference<BindingRecord>
    /// Whether parts of the text at hand were filled in: its form is judged, and its parts are not compared.
    package let isAssumed: Bool

    init(_ context: CheckContext, _ binding: RecordReference<BindingRecord>, isAssumed: Bool = false) {
        self.context = .passUnretained(context)
        self.binding = binding
        self.isAssumed = isAssumed
    }

    /// Goes on with another check of the same text or structure.
    mutating func move(to binding: RecordReference<BindingRecord>) { self.binding = binding }

    /// What the check made of the page's parameters.
    package var word: UInt64 { binding.record.word }
    private var textRefs: Run { binding.record.texts }
    private var rules: Run { binding.record.rules }
    private var pattern: UInt32 { binding.record.pattern }

    package var registry: Registry { context._withUnsafeGuaranteedRef { $0.registry } }
    package var today: Day { context._withUnsafeGuaranteedRef { $0.today } }

    /// A data table by the name of its file without the ending, such as `zones`. Allocates and counts nothing.
    package func table(_ name: StaticString) -> DataTable? {
        context._withUnsafeGuaranteedRef { $0.registry.table(name) }
    }

    /// Whether a data table has a key with this value.
    package func table(
        _ name: StaticString, maps key: borrowing Span<UInt8>, to value: borrowing Span<UInt8>
    ) -> Bool {
        context._withUnsafeGuaranteedRef { $0.registry.table(name, maps: key, to: value) }
    }

    /// How the request stands to the current state.
    package var standing: Standing { context._withUnsafeGuaranteedRef { $0.standing } }

    /// The words that the claiming page brings for a problem.
    package func template(_ problem: some CheckProblem) -> String? {
        guard problem.number < Int(rules.count) else { return nil }
        let rule = registry.bindingRules[Int(rules.start) + problem.number]
        guard rule != noIndex else { return nil }
        let message = registry.rules[Int(rule)].message
        return message.count == 0 ? nil : registry.text.string(message)
    }

    /// Matches a text against the whole of the pattern that the check compiled.
    package func match(_ text: borrowing Span<UInt8>) -> PatternResult {
        pattern == noIndex ? .gaveUp : registry.patterns.match(Int(pattern), text, context.takeUnretainedValue().memory.matching)
    }

    /// Whether nothing was wrong with a text, or two, when the check judged them here before. Only for judgements that depend
    /// on nothing else but the day.
    /// - Parameter tag: what else they depend on.
    package func isKnownSound(
        _ first: borrowing Span<UInt8>, _ second: borrowing Span<UInt8> = Span(), tag: UInt8 = 0
    ) -> Bool {
        !isAssumed && context._withUnsafeGuaranteedRef { $0.memory.knows(UInt64(rules.start) << 8 | UInt64(tag), first, second) }
    }

    /// Remembers for `isKnownSound` that nothing is wrong.
    package func rememberSound(
        _ first: borrowing Span<UInt8>, _ second: borrowing Span<UInt8> = Span(), tag: UInt8 = 0
    ) {
        guard !isAssumed else { return }
        context._withUnsafeGuaranteedRef { $0.memory.remember(UInt64(rules.start) << 8 | UInt64(tag), first, second) }
    }

    /// What the check made of the same wrong text before.
    package func guess<Guess: Sendable>(_ type: Guess.Type, of text: borrowing Span<UInt8>) -> Guess? {
        context._withUnsafeGuaranteedRef { $0.memory.guess(UInt64(rules.start), text) } as? Guess
    }

    /// Remembers a guess that depends on nothing but the text.
    package func remember(_ guess: some Sendable, of text: borrowing Span<UInt8>) {
        context._withUnsafeGuaranteedRef { $0.memory.remember(guess, UInt64(rules.start), text) }
    }

    /// The start of a text that was well before: the one that is the request's own, or another.
    package func soundStart(of text: borrowing Span<UInt8>) -> SoundStart.Mark? {
        isAssumed ? nil : context._withUnsafeGuaranteedRef { $0.memory.start(of: text) }
    }

    /// Remembers that the start of a text is well, with a word that says what it says.
    /// - Parameter isOwn: whether it is likely that most texts of the request start like this.
    package func rememberStart(
        of text: borrowing Span<UInt8>, length: Int, isOwn: Bool, word: UInt32
    ) -> SoundStart.Mark? {
        context._withUnsafeGuaranteedRef { $0.memory.rememberStart(of: text, length: length, isOwn: isOwn, word: word) }
    }

    /// Whether a text is one of those that the check compiled.
    package func texts(contain text: borrowing Span<UInt8>) -> Bool {
        for index in textRefs.indices where registry.text.equals(registry.textList[index], text) {
            return true
        }
        return false
    }

    /// Whether a text is the one of this number among those that the check compiled.
    package func text(_ number: Int, equals text: borrowing Span<UInt8>) -> Bool {
        guard number < Int(textRefs.count) else { return false }
        return registry.text.equals(registry.textList[Int(textRefs.start) + number], text)
    }

    /// Where the text of a number that the check compiled ends in another one, in which it stands from an index on.
    package func end(ofText number: Int, in text: borrowing Span<UInt8>, from start: Int) -> Int? {
        context._withUnsafeGuaranteedRef { context in
            guard number < Int(textRefs.count) else { return nil }
            let wanted = context.registry.textList[Int(textRefs.start) + number]
            let end = start + Int(wanted.count)
            return end <= text.count && context.registry.text.equals(wanted, text.extracting(start..<end)) ? end : nil
        }
    }

    /// One of the texts that the check compiled from its parameters, for messages.
    package func text(_ number: Int) -> String {
        guard number < Int(textRefs.count) else { return "" }
        return registry.text.string(registry.textList[Int(textRefs.start) + number])
    }

    /// The texts that the check compiled from its parameters.
    package var texts: [String] {
        textRefs.indices.map { registry.text.string(registry.textList[$0]) }
    }
}
