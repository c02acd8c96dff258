/// How much a diagnostic matters. The order is by weight: `info < warning < error`.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Worth knowing; nothing needs to change.
    case info
    /// The service accepts it, and it is probably not what its author meant.
    case warning
    /// The service is known, documented or likely to reject it.
    case error

    public static func < (left: Severity, right: Severity) -> Bool {
        left.weight < right.weight
    }

    package var weight: UInt8 {
        switch self {
        case .info: 1
        case .warning: 2
        case .error: 3
        }
    }

    package init?(weight: UInt8) {
        switch weight {
        case 1: self = .info
        case 2: self = .warning
        case 3: self = .error
        default: return nil
        }
    }
}

/// How certain it is that the service behaves as a rule says.
public enum Evidence: String, Sendable, Hashable, CaseIterable {
    /// A rejection by the service was seen, word for word.
    case proven
    /// AWS's documentation or service model says it.
    case documented
    /// Inferred from strong hints; no rejection was seen.
    case likely
    /// The service is known to accept it.
    case accepted
    /// Nothing is known of the service's behaviour.
    case unknown

    /// Only what the service is known or likely to reject may be an error.
    package var supportsErrors: Bool {
        switch self {
        case .proven, .documented, .likely: true
        case .accepted, .unknown: false
        }
    }
}
