import Documents
import RequestLint

/// A stream that is being read.
struct OpenStream {
    private let input: Input
    private let origin: Linter.Origin
    private var pieces: LinePieces
    private var hasFailed = false
    /// Whether its end was handed out.
    private(set) var isEnded = false

    /// - Parameter origin: how its lines are judged.
    private init(_ input: Input, origin: Linter.Origin, _ stream: any ByteStream) {
        self.input = input
        self.origin = origin
        pieces = LinePieces(stream)
    }

    /// The next piece to judge, or what there is to say in its place.
    mutating func next() -> Work {
        guard !hasFailed else { return end() }
        do throws(InputError) {
            switch try pieces.next() {
            case .lines(let lines, let start)?: return .lines(lines, start, input, origin)
            case .tooLong(let count, let start)?:
                return .piece(Linter.tooLong(count: count, name: input.name, at: start), input)
            case nil: return end()
            }
        } catch {
            hasFailed = true
            let notice = Notice(kind: .unreadable, message: error.message)
            return .piece(FileReport(file: input.name, notice: notice, start: pieces.position), input)
        }
    }

    private mutating func end() -> Work {
        isEnded = true
        return .end(input, pieces.position)
    }

    // MARK: Opening

    enum Opening {
        case stream(OpenStream)
        case report(FileReport)
        /// There is nothing to read and nothing to say.
        case nothing
    }

    static func open(_ input: Input, _ linter: Linter) -> Opening {
        var origin = input.origin
        if origin != .given {
            switch InputReader.open(input) {
            case .nothing: return .nothing
            case .notice(let notice): return .report(FileReport(file: input.name, notice: notice))
            case .stream(let stream):
                guard let found = self.origin(stream, input, linter) else {
                    return .report(linter.foreignReport(name: input.name, isNamed: origin == .named))
                }
                origin = found
            }
        }
        switch InputReader.open(input) {
        case .nothing: return .nothing
        case .notice(let notice): return .report(FileReport(file: input.name, notice: notice))
        case .stream(let stream): return .stream(OpenStream(input, origin: origin, stream))
        }
    }

    /// Reads a file for what it shows of the service, up to the first thing that tells: most streams that hold requests
    /// begin with one, and of the others nothing is parsed.
    private static func origin(_ stream: any ByteStream, _ input: Input, _ linter: Linter) -> Linter.Origin? {
        var pieces = LinePieces(stream)
        var best: Linter.Origin?
        do throws(InputError) {
            while let piece = try pieces.next() {
                guard case .lines(let lines, _) = piece, let origin = linter.origin(ofLines: lines, input.origin) else { continue }
                best = origin
                if origin == .given { break }
            }
            return best
        } catch {
            // What can't be read is reported when it is judged.
            return best ?? input.origin
        }
    }
}
