/// How a request stands to the current state of a run.
package enum Standing: Sendable {
    /// There is none, or the request does not replace what it is the state of.
    case none
    /// The request replaces what is there.
    case same(CurrentState)
    /// The state is that of another resource than the one which the request names.
    case other(CurrentState)
}
