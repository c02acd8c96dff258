import RequestLint

/// Whether text is colored. The caller decides, because only it knows its terminal and its environment.
package enum ColorMode: String, Sendable, Hashable, CaseIterable {
    case always
    case never
}

/// The colors of the text report, in one place: what each part of it looks like.
enum Style: Sendable {
    case severity(Severity)
    case message
    case gutter
    case related
    case fix
    case note

    /// The parameters of the terminal's "select graphic rendition" sequence.
    var code: String {
        switch self {
        case .severity(.error): "1;31"
        case .severity(.warning): "1;33"
        case .severity(.info): "1;36"
        case .message: "1"
        case .gutter: "1;34"
        case .related: "1;34"
        case .fix: "1;32"
        case .note: "1;36"
        }
    }
}

extension Output {
    /// Writes with a style, and leaves the terminal as it was.
    mutating func styled(_ style: Style, _ color: ColorMode, _ write: (inout Output) -> Void) {
        switch color {
        case .never:
            write(&self)
        case .always:
            append("\u{1B}[\(style.code)m")
            write(&self)
            append("\u{1B}[0m")
        }
    }
}
