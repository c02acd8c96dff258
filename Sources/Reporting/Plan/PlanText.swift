package import RequestLint

/// A plan for people: what becomes of each setting, now and after the update side by side.
package struct PlanText {
    private let options: TextOptions
    private var output = Output()

    /// - Parameter state: the name of the current state's file.
    package static func bytes(_ report: PlanReport, state: String, _ options: TextOptions) -> [UInt8] {
        var writer = PlanText(options: options)
        writer.write(report, state)
        return writer.output.take()
    }

    private init(options: TextOptions) {
        self.options = options
    }

    private mutating func write(_ report: PlanReport, _ state: String) {
        var reporter = TextReporter(options)
        reporter.add(
            FileReport(
                file: report.file, diagnostics: [], notices: report.notices, requests: report.plans.count,
                suppressed: 0, source: report.source),
            into: &output)
        for (number, plan) in report.plans.enumerated() {
            if number > 0 { output.append("\n") }
            write(plan, report.file, state)
        }
    }

    private mutating func write(_ plan: UpdatePlan, _ file: String, _ state: String) {
        let place = plan.pointer.isEmpty ? file : "\(file) \(plan.pointer)"
        output.styled(.message, options.color) {
            $0.appendVisible("\(plan.operation) of \(plan.requestedResource ?? plan.resource ?? "a resource without a name")")
        }
        output.append("\n")
        output.appendVisible("now: \(state), after: \(place)")
        output.append("\n\n")
        if plan.isForOtherResource {
            output.appendVisible("The current state is that of \(plan.resource ?? ""), so nothing was compared.")
            output.append("\n")
            return
        }
        let width = plan.settings.map { $0.member.unicodeScalars.count }.max() ?? 0
        for setting in plan.settings { write(setting, width) }
        output.append(plan.settings.isEmpty ? "" : "\n")
        output.append(sentence(plan) + "\n")
    }

    private mutating func write(_ setting: UpdatePlan.Setting, _ width: Int) {
        let text = { (output: inout Output) in
            output.append(setting.isLost ? "! " : "  ")
            output.append(setting.outcome.rawValue.padded(to: 7) + "  ")
            output.append(setting.member.padded(to: width) + "  ")
            output.appendVisible(Self.change(setting))
        }
        if let style = style(of: setting) {
            output.styled(style, options.color, text)
        } else {
            text(&output)
        }
        output.append("\n")
    }

    private func style(of setting: UpdatePlan.Setting) -> Style? {
        switch setting.outcome {
        case .kept: nil
        case .changed: .related
        case .removed, .reset: setting.isLost ? .severity(.warning) : nil
        }
    }

    private static func change(_ setting: UpdatePlan.Setting) -> String {
        let present = setting.present ?? "nothing"
        switch (setting.outcome, setting.requested) {
        case (.kept, nil): return "\(present) (left out; it is the default)"
        case (.kept, let requested?): return setting.present ?? "\(requested) (it is the default)"
        case (.changed, let requested): return "\(present) -> \(requested ?? "nothing")"
        case (.removed, _): return "\(present) -> nothing"
        case (.reset, _): return "\(present) -> \(setting.default ?? "nothing") (the default)"
        }
    }

    /// The figures, such as `3 kept, 1 changed, 2 removed, 0 reset. What is marked with ! is lost: ...`
    private func sentence(_ plan: UpdatePlan) -> String {
        let counts = UpdatePlan.Outcome.allCases.map { outcome in
            "\(plan.settings.count { $0.outcome == outcome }) \(outcome.rawValue)"
        }
        let lost = plan.settings.count(where: \.isLost)
        let words = lost == 0 ? "Nothing is lost by being left out." : "What is marked with ! is lost because the update leaves it out."
        return counts.joined(separator: ", ") + ". " + words
    }
}

extension String {
    /// The text with blanks behind it up to a width.
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - unicodeScalars.count))
    }
}
