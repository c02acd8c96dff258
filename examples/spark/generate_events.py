"""Generates CloudTrail events, an event a line: calls of Image Builder, some with a known mistake, among calls of other services.

    generate_events.py --events 100000 --seed 7 > events.ndjson

The same seed gives the same events. Accounts, names and addresses are made up.
"""
from __future__ import annotations

import argparse
import json
import random
import uuid
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

Request = dict[str, Any]

ACCOUNTS = ("111122223333", "123456789012", "444455556666")
REGIONS = ("eu-west-1", "us-east-1", "ap-southeast-2")
TEAMS = ("base", "web", "build", "batch", "training")


class GeneratedEvent(NamedTuple):
    event: dict[str, Any]
    mistake: str | None
    """The rule that the call breaks; None for good calls and for other services."""


def good_request(account: str, region: str, team: str) -> Request:
    """An UpdateImagePipeline request that nothing is to be said of."""
    prefix = f"arn:aws:imagebuilder:{region}:{account}"
    return {
        "imagePipelineArn": f"{prefix}:image-pipeline/{team}",
        "imageRecipeArn": f"{prefix}:image-recipe/{team}/x.x.x",
        "infrastructureConfigurationArn": f"{prefix}:infrastructure-configuration/{team}",
        "description": f"Image of {team}",
        "schedule": {
            "scheduleExpression": "cron(0 12 ? * SUN *)",
            "timezone": "Etc/UTC",
            "pipelineExecutionStartCondition": "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE",
        },
        "status": "ENABLED",
    }


def five_fields(request: Request) -> None:
    request["schedule"]["scheduleExpression"] = "cron(0 12 * * SUN)"


def hour_out_of_range(request: Request) -> None:
    request["schedule"]["scheduleExpression"] = "cron(0 24 ? * SUN *)"


def unknown_time_zone(request: Request) -> None:
    request["schedule"]["timezone"] = "Europe/Berlni"


def no_recipe(request: Request) -> None:
    del request["imageRecipeArn"]


def both_recipes(request: Request) -> None:
    request["containerRecipeArn"] = request["imageRecipeArn"].replace(":image-recipe/", ":container-recipe/")


def no_infrastructure(request: Request) -> None:
    del request["infrastructureConfigurationArn"]


def workflows_without_role(request: Request) -> None:
    region = request["imagePipelineArn"].split(":")[3]
    request["workflows"] = [{"workflowArn": f"arn:aws:imagebuilder:{region}:aws:workflow/build/build-image/x.x.x"}]


MISTAKES: dict[str, Callable[[Request], None]] = {
    "recipe/both": both_recipes,
    "recipe/missing": no_recipe,
    "schedule/five-fields": five_fields,
    "schedule/out-of-range": hour_out_of_range,
    "shape/required": no_infrastructure,
    "timezone/unknown": unknown_time_zone,
    "workflow/execution-role": workflows_without_role,
}
"""What is done to a good request, by the rule that it breaks then: each breaks this one and no other."""


def record(draw: random.Random, service: str, operation: str, account: str, region: str, request: Request) -> dict[str, Any]:
    """An event as CloudTrail records a call."""
    return {
        "eventVersion": "1.09",
        "userIdentity": {
            "type": "AssumedRole",
            "arn": f"arn:aws:sts::{account}:assumed-role/deploy/ci",
            "accountId": account,
        },
        "eventTime": f"2026-11-{draw.randint(1, 24):02}T{draw.randint(0, 23):02}:{draw.randint(0, 59):02}:00Z",
        "eventSource": f"{service}.amazonaws.com",
        "eventName": operation,
        "awsRegion": region,
        "sourceIPAddress": "198.51.100.7",
        "userAgent": "aws-cli/2.22.0",
        "requestParameters": request,
        "responseElements": None,
        "eventID": str(uuid.UUID(int=draw.getrandbits(128), version=4)),
        "readOnly": False,
        "eventType": "AwsApiCall",
        "managementEvent": True,
        "recipientAccountId": account,
    }


def foreign_event(draw: random.Random, account: str, region: str, team: str) -> dict[str, Any]:
    """A call of another service; some of them mention Image Builder."""
    service, operation, request = draw.choice((
        ("s3", "PutBucketTagging", {"bucketName": f"{team}-artifacts", "schedule": {"scheduleExpression": "cron(0 0 * * *)"}}),
        ("ec2", "DescribeInstances", {"instancesSet": {}, "filterSet": {}}),
        ("events", "PutRule", {"name": team, "scheduleExpression": "rate(5 minute)"}),
        ("tagging", "GetResources", {"resourceARNList": [f"arn:aws:imagebuilder:{region}:{account}:image-pipeline/{team}"]}),
    ))
    return record(draw, service, operation, account, region, request)


def generate(count: int, seed: int) -> Iterator[GeneratedEvent]:
    """Of ten events, seven are of other services, two are good calls of Image Builder, and one has a mistake."""
    draw = random.Random(seed)
    rules = sorted(MISTAKES)
    for _ in range(count):
        account, region, team = draw.choice(ACCOUNTS), draw.choice(REGIONS), draw.choice(TEAMS)
        kind = draw.randrange(10)
        if kind < 7:
            yield GeneratedEvent(foreign_event(draw, account, region, team), None)
            continue
        mistake = draw.choice(rules) if kind == 9 else None
        request = good_request(account, region, team)
        if mistake is not None:
            MISTAKES[mistake](request)
        yield GeneratedEvent(record(draw, "imagebuilder", "UpdateImagePipeline", account, region, request), mistake)


def main() -> None:
    parser = argparse.ArgumentParser(description="Writes made-up CloudTrail events to standard output, an event a line.")
    parser.add_argument("--events", type=int, default=10_000, help="how many (default: 10000)")
    parser.add_argument("--seed", type=int, default=0, help="the same seed gives the same events (default: 0)")
    arguments = parser.parse_args()
    for generated in generate(arguments.events, arguments.seed):
        print(json.dumps(generated.event, separators=(",", ":")))


if __name__ == "__main__":
    main()
