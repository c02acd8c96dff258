import Reporting
import Workspace

/// Messages for the person at the terminal, beside reports.
enum Console {
    /// Writes lines to standard error; where nobody listens, nothing is left to be done.
    static func complain(_ text: String) {
        try? write(text, to: ByteSink(.standardError))
    }

    /// Writes lines to standard output.
    static func say(_ text: String) throws(CommandError) {
        do throws(SystemError) {
            try write(text, to: ByteSink(.standardOutput))
        } catch {
            throw CommandError("Standard output can't be written: \(error). Send it elsewhere.")
        }
    }

    /// Arguments and pages come from anywhere: no control character of theirs reaches the terminal.
    private static func write(_ text: String, to sink: ByteSink) throws(SystemError) {
        var output = Output()
        output.appendVisibleLines(text)
        try sink.write(output.take())
        try sink.flush()
    }
}

extension Output {
    /// Appends text line by line, and ends the last line.
    mutating func appendVisibleLines(_ text: String) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        for line in lines {
            appendVisible(String(line))
            append("\n")
        }
    }
}
