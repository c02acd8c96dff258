// What a source becomes when the fixes of its diagnostics are all applied.
import ImageBuilderLint

enum Fixes {
    static func applied(_ diagnostics: [Diagnostic], to bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        // From the end, so that no edit moves another; those at one place keep their order.
        let edits = diagnostics.compactMap(\.fix).flatMap(\.edits).enumerated().sorted {
            ($0.element.region.start.offset, $0.offset) > ($1.element.region.start.offset, $1.offset)
        }
        for (_, edit) in edits {
            result.replaceSubrange(edit.region.start.offset..<edit.region.end.offset, with: edit.text.utf8)
        }
        return result
    }
}
