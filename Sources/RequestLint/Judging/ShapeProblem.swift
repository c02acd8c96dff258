/// What the Judge itself finds: where a request does not have the shape that the model gives it.
enum ShapeProblem: String, CheckProblem {
    case required
    case unknownMember = "unknown-member"
    case type
    case `enum`
    case range
    case length
    case pattern
    case duplicateKey = "duplicate-key"
    case ambiguousScalar = "ambiguous-scalar"
    /// The API has the member, and the form at hand has not.
    case unavailableMember = "unavailable-member"
    /// The API takes the value, and the form at hand does not; its dialect finds this.
    case formValue = "form-value"

    /// The name that rule pages give the Judge as their check.
    static let checkName = "shape"
}
