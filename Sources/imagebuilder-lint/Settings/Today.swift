import ImageBuilderLint
import Workspace

/// The date that rules are told.
enum Today {
    /// - Parameter option: what `--today` says; without it, the system's date in UTC.
    /// - Returns: nil after saying what is wrong.
    static func day(_ option: String?, _ mistakes: inout [String]) -> Day? {
        guard let option else {
            if let day = Machine.today { return day }
            mistakes.append("The system's clock shows no date. Give it with `--today YYYY-MM-DD`.")
            return nil
        }
        let parts = option.split(separator: "-", omittingEmptySubsequences: false)
        let isPlain = parts.map(\.utf8.count) == [4, 2, 2] && option.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) }
        let numbers = parts.compactMap { Int($0) }
        if isPlain, numbers.count == 3, let day = Day(year: numbers[0], month: numbers[1], day: numbers[2]) {
            return day
        }
        mistakes.append("`--today \(option)` is no day of the calendar. Write YYYY-MM-DD, such as 2026-11-23.")
        return nil
    }

    /// The system's date in UTC.
    static func ofSystem() throws(CommandError) -> Day {
        var mistakes: [String] = []
        guard let day = day(nil, &mistakes) else { throw CommandError(mistakes) }
        return day
    }
}
