import Reporting

/// Markdown for a terminal: as it is, or with headlines and marks that stand out.
struct PageView {
    private let color: ColorMode
    private var output = Output()
    private var isInBlock = false

    private init(_ color: ColorMode) {
        self.color = color
    }

    static func bytes(of markdown: String, _ color: ColorMode) -> [UInt8] {
        var view = PageView(color)
        for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
            view.add(line: String(line))
        }
        return view.output.take()
    }

    private mutating func add(line: String) {
        let style = style(of: line)
        if line.hasPrefix("```") { isInBlock.toggle() }
        if color == .always, let style {
            output.append("\u{1B}[\(style)m")
            output.appendVisible(line)
            output.append("\u{1B}[0m")
        } else {
            output.appendVisible(line)
        }
        output.append("\n")
    }

    /// The parameters of the terminal's "select graphic rendition" sequence.
    private func style(of line: String) -> String? {
        if line.hasPrefix("```") { return "2" }
        let first = line.first { $0 != " " }
        guard isInBlock else { return line.hasPrefix("#") ? "1" : nil }
        switch first {
        case "^", "@": return "1;31"
        case "~": return "1;34"
        default: return "36"
        }
    }
}
