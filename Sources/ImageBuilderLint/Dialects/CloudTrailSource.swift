// Image Builder in CloudTrail. The source follows the rule of CloudTrail's record contents, the short name of the service
// with `.amazonaws.com`; that `clientToken` is filled in is the model's trait `idempotencyToken`.
import RequestLint

extension CloudTrailDialect {
    static let imageBuilder = CloudTrailDialect(source: "imagebuilder.amazonaws.com", filledIn: ["clientToken"])
}
