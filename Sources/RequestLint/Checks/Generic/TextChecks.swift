/// A text matches a pattern of the page's own. Parameters: `pattern`, `message`.
enum TextPattern: TextCheck {
    enum Problem: String, CheckProblem {
        case mismatch
    }

    static let name = "pattern"
    static let problems = Problem.names

    static func compile(
        _ parameters: CheckParameters, at place: CheckPlace
    ) throws(ParameterError) -> CompiledParameters {
        try parameters.refuseOthers(than: ["pattern"])
        let pattern = try pattern(parameters)
        return CompiledParameters(texts: [pattern], pattern: pattern)
    }

    /// The pattern of a page, as PCRE2 reads it.
    static func pattern(_ parameters: CheckParameters) throws(ParameterError) -> String {
        let pattern = PatternCompiler.rewritten(try parameters.text("pattern"))
        if let mistake = PatternCompiler.mistake(in: pattern) {
            throw ParameterError("The pattern does not compile: \(mistake). Correct it.", key: "pattern")
        }
        return pattern
    }

    static func judge(
        _ text: borrowing Span<UInt8>, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        switch site.match(text) {
        case .match: return
        case .gaveUp: return verdicts.giveUp(at: .value(verdicts.place), on: site.text(0))
        case .noMatch: break
        }
        let value = text.string
        let member = verdicts.path.memberName(site.registry) ?? ""
        verdicts.report(
            Problem.mismatch, at: 0..<text.count,
            message: site.template(Problem.mismatch).map {
                MessageTemplate.fill($0, value: value, member: member)
            } ?? "`\(ShapeMessages.clipped(value))` does not match `\(site.text(0))`. Write a value of that form.")
    }
}

/// A value that is not to be used any more. Parameters: `values`, `message`.
enum DeprecatedValue: TextCheck {
    enum Problem: String, CheckProblem {
        case used
    }

    static let name = "deprecated-value"
    static let problems = Problem.names

    static func compile(
        _ parameters: CheckParameters, at place: CheckPlace
    ) throws(ParameterError) -> CompiledParameters {
        try parameters.refuseOthers(than: ["values"])
        guard !parameters["values"].isEmpty else {
            throw ParameterError("`values` names at least one value. Add it.", key: "values")
        }
        return CompiledParameters(texts: parameters["values"])
    }

    static func judge(
        _ text: borrowing Span<UInt8>, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        guard site.texts(contain: text) else { return }
        let value = text.string
        let member = verdicts.path.memberName(site.registry) ?? ""
        verdicts.report(
            Problem.used, at: 0..<text.count,
            message: site.template(Problem.used).map {
                MessageTemplate.fill($0, value: value, member: member)
            } ?? "`\(value)` is not to be used any more. Choose another value.")
    }
}
