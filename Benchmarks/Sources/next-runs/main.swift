// How long the next runs of some expressions take, for the comparison with other programs (Tools/comparison).
//
//     next-runs COUNT START EXPRESSION...
//
// For each expression it prints the nanoseconds that one run took, and the last of at most COUNT runs after START.
import Schedules

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count > 2, let count = Int(arguments[1]), let start = Instant(arguments[2]) else {
    fatalError("usage: next-runs COUNT START EXPRESSION...")
}
for text in arguments.dropFirst(2) {
    guard case .cron(let cron) = Schedule.read(text).schedule else { fatalError("\(text) is no cron schedule") }
    let clock = ContinuousClock()
    var time = start.utc
    var found = 0
    let taken = clock.measure {
        for _ in 0..<count {
            guard let next = cron.next(after: time) else { break }
            time = next
            found += 1
        }
    }
    print("\(taken / (.nanoseconds(1) * max(1, found)))\t\(time)")
}
