// What a source becomes when the fixes of its diagnostics are applied.
import ImageBuilderLint

enum Fixes {
    /// Applies all fixes but those that would change what another one has changed already.
    static func applied(_ diagnostics: [Diagnostic], to bytes: [UInt8]) -> [UInt8] {
        var chosen: [Fix.Edit] = []
        for fix in diagnostics.compactMap(\.fix) where fix.edits.allSatisfy({ edit in chosen.allSatisfy { !overlap(edit, $0) } }) {
            chosen += fix.edits
        }
        var result = bytes
        // From the end, so that no edit moves another; those at one place keep their order.
        let edits = chosen.enumerated().sorted {
            ($0.element.region.start.offset, $0.offset) > ($1.element.region.start.offset, $1.offset)
        }
        for (_, edit) in edits {
            result.replaceSubrange(edit.region.start.offset..<edit.region.end.offset, with: edit.text.utf8)
        }
        return result
    }

    /// Texts that are only put in do not overlap at one place.
    private static func overlap(_ left: Fix.Edit, _ right: Fix.Edit) -> Bool {
        left.region.start.offset < right.region.end.offset && right.region.start.offset < left.region.end.offset
    }
}
