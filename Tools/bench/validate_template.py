"""Runs cloudformation-validate over one template and prints its errors, a line each.

Usage: validate_template.py TEMPLATE

It is a library without a command; its infos and warnings are left out.
"""
import pathlib
import sys

import cloudformation_validate

path = pathlib.Path(sys.argv[1])
content = cloudformation_validate.TemplateContent(path.read_text(encoding="utf-8"), path.name)
errors = [found for found in cloudformation_validate.RegoEngine().validate_template(content).diagnostics
          if found.severity in (cloudformation_validate.Severity.ERROR, cloudformation_validate.Severity.FATAL)]
for found in errors:
    print(found.rule_id, found.message)
sys.exit(1 if errors else 0)
