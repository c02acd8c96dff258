// Reading schedules and finding their runs. "throughput (# / s)" counts what each title names.
import Benchmark
import Schedules

private let ordinary = [
    "cron(0 0 * * ? *)", "cron(0 10 * * ? *)", "cron(15 12 * * ? *)", "cron(0 0 1 * ? *)", "cron(0 2 ? * SUN *)", "cron(0 10 ? * 2-6 *)",
    "cron(0 18 ? * mon-fri *)", "cron(0 8 1 * ? *)", "cron(30 22 ? * tue#2 *)", "cron(0 6 L * ? *)", "cron(0 0 2 * ? *)", "cron(0 7 ? * mon *)",
    "cron(*/15 8-17 ? * MON-FRI *)", "cron(0 */6 * * ? *)", "cron(0 0 1 1,4,7,10 ? *)", "cron(0 4 15W * ? *)", "cron(0 3 ? * friL *)", "cron(0 0 1 1 ? 2027)",
    "cron(0 12 1,15 * ? *)", "cron(0 2 ? * SAT,SUN *)",
]

/// 29 February on a Monday, within a year range; and dates that no year has.
private let hard = ["cron(0 0 ? 2 mon#5 1970-2199)", "cron(0 0 29 2 ? 2097-2103)", "cron(0 0 30 2 ? *)", "cron(0 0 ? 2 mon#5 1970/7)"]

private func crons(_ texts: [String]) -> [CronExpression] {
    texts.map { text in
        guard case .cron(let cron) = Schedule.read(text).schedule else { fatalError("\(text) is no cron schedule") }
        return cron
    }
}

private let now = WallTime(year: 2026, month: 11, day: 23)!

let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.throughput, .wallClock], warmupIterations: 5, scalingFactor: .kilo, maxDuration: .seconds(3), maxIterations: 5000)

    Benchmark("read an ordinary expression") { benchmark in
        let texts = ordinary.map { Array($0.utf8) }
        benchmark.startMeasurement()
        for index in benchmark.scaledIterations {
            let text = texts[index % texts.count]
            blackHole(Schedule.read(text.span).schedule)
        }
    }
    Benchmark("next run of an ordinary expression") { benchmark in
        let crons = crons(ordinary)
        var times = crons.map { _ in now }
        benchmark.startMeasurement()
        for index in benchmark.scaledIterations {
            let number = index % crons.count
            times[number] = crons[number].next(after: times[number]) ?? now
        }
        blackHole(times)
    }
    Benchmark("next run in a time zone with daylight saving") { benchmark in
        let berlin = TimeZoneRules(named: "Europe/Berlin")!
        var runs = crons(ordinary).map { ZonedRuns(of: $0, in: berlin, after: Instant(utc: now)) }
        benchmark.startMeasurement()
        for index in benchmark.scaledIterations { blackHole(runs[index % runs.count].next()) }
    }
    Benchmark("next run of the hardest expressions, or none") { benchmark in
        let crons = crons(hard)
        let start = WallTime(year: 1970, month: 3, day: 1)!
        benchmark.startMeasurement()
        for index in benchmark.scaledIterations { blackHole(crons[index % crons.count].next(after: start)) }
    }
    Benchmark("remarks on an ordinary expression") { benchmark in
        let texts = ordinary.map { Array($0.utf8) }
        let schedules = ordinary.compactMap { Schedule.read($0).schedule }
        benchmark.startMeasurement()
        for index in benchmark.scaledIterations {
            let number = index % texts.count
            let text = texts[number]
            blackHole(schedules[number].remarks(in: text.span, after: now))
        }
    }
    Benchmark("gaps of 28 years") { benchmark in
        let crons = crons(ordinary)
        benchmark.startMeasurement()
        for index in benchmark.scaledIterations { blackHole(crons[index % crons.count].gaps(after: now)) }
    }
    Benchmark("words") { benchmark in
        let schedules = ordinary.compactMap { Schedule.read($0).schedule }
        benchmark.startMeasurement()
        for index in benchmark.scaledIterations { blackHole(schedules[index % schedules.count].words) }
    }
}
