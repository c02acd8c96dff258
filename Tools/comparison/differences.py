"""Why other validators of templates report what this linter leaves alone, and which of its rules say the same as theirs."""

# A rule of another tool, and what this linter calls the same mistake; a name that ends with `/` is a whole category.
SAME = {
    "E3002": {"shape/unknown-member", "shape/unavailable-member"},
    "F3002": {"shape/unknown-member", "shape/unavailable-member"},
    "E3003": {"shape/required", "recipe/missing"},
    "F3003": {"shape/required", "recipe/missing"},
    "E3012": {"shape/type"},
    "F3012": {"shape/type"},
    "E3017": {"recipe/"},
    "F3017": {"recipe/"},
    "E3018": {"recipe/", "shape/required"},
    "F3018": {"recipe/", "shape/required"},
    "E3030": {"shape/enum"},
    "W3030": {"shape/enum"},
    "W1035": {"shape/enum"},
    "E3031": {"shape/pattern", "arn/", "name/", "timezone/"},
    "F3031": {"shape/pattern", "arn/", "name/", "timezone/"},
    "W1030": {"shape/range", "shape/pattern", "arn/"},
    "W1031": {"arn/"},
    "W1032": {"arn/"},
    "E3034": {"shape/range"},
    "F3034": {"shape/range"},
    "E0000": {"shape/duplicate-key", "notice"},
    "F0000": {"shape/duplicate-key"},
    "F1101": {"notice"},
    "E3006": {"notice"},
    "F3006": {"notice"},
}

# Rules about templates as such, whatever their resources are.
TEMPLATE = {
    "E1001": "a section that templates do not have",
    "F0005": "a section that templates do not have",
    "W1100": "merge keys, which `aws cloudformation package` carries out",
    "W1101": "aliases, which `aws cloudformation package` carries out",
    "E3005": "`DependsOn` of a resource that is not there",
    "E3016": "an attribute that the resource type does not take",
    "E3055": "an attribute that the resource type does not take",
    "W3005": "a dependency that is there anyway",
    "W1028": "a branch that no combination of conditions reaches",
    "E3530": "a policy of IAM",
    "E1010": "an attribute of a resource that is not there",
    "F1020": "an attribute of a resource that is not there",
    "W7001": "a mapping that nobody uses",
    "E3004": "resources that depend on themselves",
    "F3004": "resources that depend on themselves",
    "W9002": "style: ARNs that are written out",
    "W9003": "a number or boolean as a text, which CloudFormation converts",
    "W9013": "style: account IDs that are written out",
}

# What is the service's business, and left alone here: by rule and file.
LEFT_ALONE = {
    ("one-recipe-by-condition.yaml", "E3003"): "each recipe is there under one condition: a false alarm",
    ("one-recipe-by-condition.yaml", "E3018"): "each recipe is there under one condition: a false alarm",
    ("include.yaml", "E3003"): "an included file may bring the property: a false alarm",
    ("include.yaml", "E3018"): "an included file may bring the property: a false alarm",
    ("include.yaml", "F3002"): "`Fn::Transform` may stand beside properties: a false alarm",
    ("include.yaml", "F3018"): "an included file may bring the property: a false alarm",
    ("macro.yaml", "E3002"): "a macro may take the property out",
    ("macro.yaml", "E3003"): "a macro may add the property",
    ("macro.yaml", "E3018"): "a macro may add the property",
    ("macro.yaml", "F3002"): "a macro may take the property out",
    ("macro.yaml", "F3018"): "a macro may add the property",
    ("beside-a-macro.yaml", "E3002"): "a macro may take the property out",
    ("beside-a-macro.yaml", "E3003"): "a macro may add the property",
    ("beside-a-macro.yaml", "E3018"): "a macro may add the property",
    ("beside-a-macro.yaml", "F3002"): "a macro may take the property out",
    ("beside-a-macro.yaml", "F3018"): "a macro may add the property",
    ("placeholders.yaml", "E3031"): "somebody puts a value in before the template is used",
    ("placeholders.yaml", "F3031"): "somebody puts a value in before the template is used",
    ("parameters.yaml", "W1030"): "an empty default stands for a value that has to be given",
    ("section-by-condition.yaml", "W1030"): "the default is there for the condition that leaves the section out: a false alarm",
    ("resource-by-condition.yaml", "W1030"): "the default is there for the condition that leaves the resource out: a false alarm",
    ("list-parameter.yaml", "W1035"): "the form of a subnet's ID is EC2's business",
    ("select-and-split.yaml", "F1101"): "`-` in a flow sequence is a text to YAML 1.1 readers: a false alarm",
}


def is_same(rule: str, ours: set[str]) -> bool:
    """Whether this linter reports in the same file what it calls the same mistake."""
    return any(name in ours or (name.endswith("/") and any(own.startswith(name) for own in ours)) for name in SAME.get(rule, ()))


def reason(file: str, rule: str) -> str | None:
    """Why this linter does not report it; None where nobody has said why."""
    return LEFT_ALONE.get((file, rule)) or TEMPLATE.get(rule)
