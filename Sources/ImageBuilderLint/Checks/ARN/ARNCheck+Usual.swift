// Most ARNs are well, and most of those alike: they are recognised in one pass. What is not, is judged part by part.
import RequestLint

extension ARNCheck {
    /// What a usual head says: the commercial partition, a Region of it, and an owner that any kind of resource may have.
    static func usualHead(
        of text: borrowing Span<UInt8>, in site: borrowing CheckSite
    ) -> SoundStart.Mark? {
        let prefix: StaticString = "arn:aws:imagebuilder:"
        guard text.starts(with: prefix) else { return nil }
        let start = prefix.utf8CodeUnitCount
        let colon = text.firstIndex(of: UInt8(ascii: ":"), in: start..<text.count)
        let isOfNumber = colon + 13 < text.count && text[colon + 13] == UInt8(ascii: ":")
            && ARNAccount.isNumber(text.extracting(colon + 1..<colon + 13))
        guard colon < text.count, isOfNumber || text.extracting(colon + 1..<text.count).starts(with: "aws:") else { return nil }
        guard let regions = site.table("regions"), let region = regions.find(text.extracting(start..<colon)),
            regions.value(region, equals: "aws"), let word = ARNNote.word(region: region, isOfNumber ? .number : .amazon)
        else { return nil }
        return site.rememberStart(of: text, length: colon + (isOfNumber ? 14 : 5), isOwn: isOfNumber, word: word)
    }

    /// What the resource of an ARN says if it is a usual one, and the form takes it; nil where that has to be judged.
    static func usualResource(
        of text: borrowing Span<UInt8>, from start: Int, as form: ARNForm, in site: borrowing CheckSite
    ) -> Resource? {
        // The word of the kind, where the form takes one kind only.
        guard var index = site.end(ofText: 0, in: text, from: start) else { return nil }
        var stage: WorkflowARN.Stage?
        if form.kinds == ARNKinds(.workflow) {
            guard let candidate = likelyStage(in: text, at: index), let end = text.end(of: candidate.word, from: index)
            else { return nil }
            (stage, index) = (candidate, end)
        }
        let end = text.endOfName(from: index)
        guard end > index, form.version == .none ? end == text.count : isUsualVersion(text, from: end, form.version)
        else { return nil }
        return Resource(stage: stage)
    }

    /// The stage whose word begins like what stands there.
    private static func likelyStage(in text: borrowing Span<UInt8>, at index: Int) -> WorkflowARN.Stage? {
        guard index < text.count else { return nil }
        return switch text[index] {
        case UInt8(ascii: "b"): .build
        case UInt8(ascii: "t"): .test
        case UInt8(ascii: "d"): .distribution
        default: nil
        }
    }

    /// Whether a slash, three nodes that the form takes, and nothing else follow.
    private static func isUsualVersion(
        _ text: borrowing Span<UInt8>, from start: Int, _ version: ARNForm.Version
    ) -> Bool {
        guard version != .build, start < text.count, text[start] == UInt8(ascii: "/") else { return false }
        var index = start + 1
        var isWild = false
        for node in 0..<3 {
            if node > 0 {
                guard index < text.count, text[index] == UInt8(ascii: ".") else { return false }
                index += 1
            }
            let first = index
            while index < text.count, text[index].isDigit { index += 1 }
            if index == first {
                guard index < text.count, text[index] == UInt8(ascii: "x"), version.takesWildcards else { return false }
                isWild = true
                index += 1
            } else if isWild || index - first > 9 {
                return false
            }
        }
        return index == text.count
    }
}

extension Span<UInt8> {
    /// Where what follows a word and a slash begins; nil where another word stands there.
    fileprivate func end(of word: StaticString, from start: Int) -> Int? {
        let end = start + word.utf8CodeUnitCount
        guard end < count, self[end] == UInt8(ascii: "/"), extracting(start..<end).equals(word) else { return nil }
        return end + 1
    }
}
