/// The words of a `check` command by their meaning, not yet understood. Both parsers give this.
struct CheckArguments: Equatable {
    var paths: [String] = []
    var stdinFilename: String?
    var inputFormat: String?
    var operation: String?
    var format: [String] = []
    var select: [String] = []
    var ignore: [String] = []
    var severity: [String] = []
    var failOn: String?
    var today: String?
    var color: String?
    var jobs: String?
    var rules: String?
    var current: String?
    var isQuiet = false
    var isVerbose = false
}
