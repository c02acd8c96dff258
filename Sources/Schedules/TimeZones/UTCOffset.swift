/// How far a clock is ahead of UTC.
///
///     UTCOffset(seconds: -16_200).description    // "-04:30"
public struct UTCOffset: Sendable, Hashable, Comparable {
    /// Seconds that the clock is ahead of UTC (east); negative where it is behind. Whole minutes since 1972.
    public let seconds: Int

    public init(seconds: Int) {
        self.seconds = seconds
    }

    public static let utc = UTCOffset(seconds: 0)

    public static func < (left: UTCOffset, right: UTCOffset) -> Bool {
        left.seconds < right.seconds
    }
}

extension UTCOffset: CustomStringConvertible {
    /// `+01:00`; the seconds are written where there are any: `-00:44:30`.
    public var description: String {
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let size = abs(seconds)
        let minutes = "\(seconds < 0 ? "-" : "+")\(padded(size / 3600)):\(padded(size / 60 % 60))"
        return size % 60 == 0 ? minutes : "\(minutes):\(padded(size % 60))"
    }
}
