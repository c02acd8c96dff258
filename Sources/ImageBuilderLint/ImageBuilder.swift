import CRuleData
package import RequestLint

/// EC2 Image Builder as a service of the engine: its compiled rules, its checks, its dialects.
package enum ImageBuilder {
    package static let toolName = "imagebuilder-lint"
    package static let toolVersion = "0.1.0"

    /// The checks that the generic ones can't express, in the order of their numbers in the compiled registry.
    package static let checks: [any Check.Type] = [
        ScheduleExpressionCheck.self, ScheduleRunsCheck.self,
        ARNCheck.self, ARNRegionsCheck.self, ARNAccountsCheck.self, TimeZoneCheck.self,
        WorkflowSettings.self, WorkflowStages.self, ManagedWorkflows.self, ParallelGroups.self,
        LogGroupRole.self, RoleAccount.self,
        ResourceName.self, TagKey.self, RepositoryName.self,
    ]

    /// The service with the registry that is compiled into the program.
    package static func service() throws(ConfigurationError) -> Service {
        guard let blob = Blob(staticBytes: rule_data_bytes(), count: rule_data_count()) else {
            throw ConfigurationError([
                "The rules that belong into this program are missing. It was built from an incomplete checkout: run `make generate` and build it again."
            ])
        }
        return service(blob)
    }

    /// The service with a registry of the caller's.
    package static func service(_ blob: Blob) -> Service {
        Service(
            blob: blob, checks: checks, dialects: dialects,
            name: toolName, version: toolVersion, traces: traces, zoneTable: "zones")
    }

    /// In the order in which they look at a document.
    private static let dialects: [any Dialect] =
        [CloudFormationDialect(.imageBuilder)] + TerraformProvider.all.map { TerraformDialect($0, among: TerraformProvider.all) }
        + [CloudTrailDialect.imageBuilder, ForeignForms(), APIDialect()]

    /// What a file has to hold to be worth parsing: for each way in which a request is recognised, texts that then stand in it.
    private static let traces: [Service.Trace] = [
        .init([":imagebuilder:"], .service),
        .init(["AWS::ImageBuilder::"]),
        .init(["aws_imagebuilder_"]),
        .init(["awscc_imagebuilder_"]),
        .init(["imagebuilder.amazonaws.com", "eventName"]),
        .init(["imagePipelineArn"]),
        .init(["infrastructureConfigurationArn"]),
        .init(["imageRecipeArn"]),
        .init(["containerRecipeArn"]),
        .init(["containerType"]),
        .init(["parentImage", "semanticVersion"]),
        .init(["instanceProfileName"]),
        .init(["distributionConfigurationArn"]),
        .init(["distributions", "DistributionConfiguration"]),
        .init(["policyDetails"]),
        .init(["operation", "request"], .common),
    ]
}
