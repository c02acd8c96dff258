package import RequestLint

extension RunSummary {
    /// The figures in one sentence, such as `Checked 3 files, 4 requests: 2 errors, 1 warning, 0 infos; 1 file holds no request; 1 file could not be read.`
    package var sentence: String {
        var text = "Checked \(files.counted("file")), \(requests.counted("request")): "
        text += "\(errors.counted("error")), \(warnings.counted("warning")), \(infos.counted("info"))"
        if suppressed > 0 { text += "; \(suppressed.counted("finding")) suppressed" }
        if passedOver > 0 { text += "; \(passedOver.counted("file")) \(passedOver == 1 ? "holds" : "hold") no request" }
        if linesPassedOver > 0 { text += "; \(linesPassedOver.counted("line")) \(linesPassedOver == 1 ? "holds" : "hold") no request" }
        if unreadable > 0 { text += "; \(unreadable.counted("file")) could not be read" }
        return text + "."
    }
}

extension Int {
    func counted(_ noun: String) -> String {
        "\(self) \(noun)\(self == 1 ? "" : "s")"
    }
}
