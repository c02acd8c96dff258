package import Documents

extension Linter {
    /// Judges one source after another, and keeps what it needs for that and what it has learned of texts that are well: what
    /// judges many sources makes one for each of its threads. What it says does not depend on what it judged before.
    package struct Worker {
        private let engine: Engine
        private let desk: Desk

        fileprivate init(_ engine: Engine) {
            self.engine = engine
            desk = Desk(engine.registry)
        }

        /// As of `Linter`.
        package func check(_ bytes: [UInt8], name: String, origin: Origin) -> FileReport {
            defer { desk.clear() }
            return engine.check(bytes, name: name, origin: origin, desk)
        }

        /// As of `Linter`.
        package func checkLines(
            _ lines: [UInt8], name: String, at start: StreamPosition, origin: Origin
        ) -> FileReport {
            defer { desk.clear() }
            return engine.checkLines(lines, name: name, at: start, origin: origin, desk)
        }
    }

    package func worker() -> Worker { Worker(engine) }
}
