// Requests for targets whose input is less than a request.
import Foundation

enum Requests {
    /// One request that is well, and one that is not.
    static let samples: [[UInt8]] = [
        """
        {"operation": "UpdateImagePipeline", "request": {
          "imagePipelineArn": "arn:aws:imagebuilder:us-east-1:111122223333:image-pipeline/a",
          "imageRecipeArn": "arn:aws:imagebuilder:us-east-1:111122223333:image-recipe/a/1.0.0",
          "infrastructureConfigurationArn": "arn:aws:imagebuilder:us-east-1:111122223333:infrastructure-configuration/a",
          "schedule": {"scheduleExpression": "cron(0 0 * * ? *)", "timezone": "Europe/Berlin"},
          "clientToken": "4a1c0c6e-0f4f-4d2c-9a7b-0f2b6f9d2c11"}}
        """,
        """
        {"imagePipelineArn": "arn:aws:imagebuilder:us-east-1:111122223333:image-pipeline/A", "status": "enabled",
         "schedule": {"scheduleExpression": "cron(0 0 * * *)"}, "imageRecipeArn": "", "containerRecipeArn": 1}
        """,
    ].map { Array($0.utf8) }

    /// A request with a text at each member that is judged by more than its shape.
    static func holding(_ bytes: [UInt8]) -> [UInt8] {
        let text = literal(String(decoding: bytes, as: UTF8.self))
        return Array(
            """
            {"operation": "UpdateImagePipeline", "request": {"imagePipelineArn": \(text), "imageRecipeArn": \(text),
            "infrastructureConfigurationArn": \(text), "distributionConfigurationArn": \(text), "executionRole": \(text),
            "schedule": {"scheduleExpression": \(text), "timezone": \(text)}, "description": \(text), "clientToken": \(text),
            "loggingConfiguration": {"imageLogGroupName": \(text), "pipelineLogGroupName": \(text)},
            "imageScanningConfiguration": {"ecrConfiguration": {"repositoryName": \(text), "containerTags": [\(text)]}},
            "workflows": [{"workflowArn": \(text), "parallelGroup": \(text), "parameters": [{"name": \(text), "value": [\(text)]}]}],
            "imageTags": {\(text): \(text)}}}
            """.utf8)
    }

    /// A JSON string, with escapes only where they must be, so that the linter's own reading of the text is what is tested.
    private static func literal(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\u{0}"..<" ": result += "\\u" + String(repeating: "0", count: scalar.value < 16 ? 3 : 2) + String(scalar.value, radix: 16)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
