import Reporting
import Workspace

/// Shows Markdown: as it is, or with headlines and marks that stand out on a terminal.
struct PageView {
    private let color: ColorMode
    private var output = Output()
    private var isInBlock = false

    init(_ color: ColorMode) {
        self.color = color
    }

    mutating func add(_ markdown: String) {
        for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
            add(line: String(line))
        }
    }

    func print() throws(CommandError) {
        var output = output
        let sink = ByteSink(.standardOutput)
        do throws(SystemError) {
            try sink.write(output.take())
            try sink.flush()
        } catch {
            throw CommandError("Standard output can't be written: \(error). Send it elsewhere.")
        }
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
