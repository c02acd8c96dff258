import Reporting
import Workspace

/// Messages and pages for the person at the terminal, beside reports.
enum Console {
    /// Writes one line to standard error; where nobody listens, nothing is left to be done. A line break that came in with
    /// a name is shown as `\n`, so that what follows can't pass for a line of its own, such as a command to a CI service.
    static func complain(_ sentence: String) {
        var output = Output()
        output.appendVisible(sentence)
        output.append("\n")
        complain(output.take())
    }

    /// Writes help to standard error, which has lines of its own.
    static func complain(help text: String) { complain(visible(text)) }

    private static func complain(_ bytes: [UInt8]) {
        let sink = ByteSink(.standardError)
        try? sink.write(bytes)
        try? sink.flush()
    }

    /// Writes lines to standard output.
    static func say(_ text: String) throws(CommandError) {
        try say(visible(text))
    }

    /// Writes bytes that are fit for a terminal to standard output.
    static func say(_ bytes: [UInt8]) throws(CommandError) {
        let sink = ByteSink(.standardOutput)
        do throws(SystemError) {
            try sink.write(bytes)
            try sink.flush()
        } catch {
            throw CommandError("Standard output can't be written: \(error). Send it elsewhere.")
        }
    }

    /// Arguments and pages come from anywhere: no control character of theirs reaches the terminal.
    private static func visible(_ text: String) -> [UInt8] {
        var output = Output()
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        for line in lines {
            output.appendVisible(String(line))
            output.append("\n")
        }
        return output.take()
    }
}
