"""Runs one Python library over requests as a program would that depends on it, and says which ones it refuses.

Usage: validate.py LIBRARY SCHEMA INPUT ...

LIBRARY is jsonschema-rs (all errors), jsonschema-rs-first, fastjsonschema or botocore; SCHEMA is unused for botocore. An INPUT
whose name ends in .ndjson has a request on each line. Prints a line for each refused request, its number and how many errors,
and exits with 1 where there is one. Errors are counted and not written out, which is kind to the library. Libraries are
imported where they are used, so that none pays for another.
"""
import sys


def jsonschema_rs_all(schema: bytes):
    import jsonschema_rs
    import orjson
    validator = jsonschema_rs.validator_for(orjson.loads(schema))
    # Asking first is the fastest way: most requests are good.
    return orjson.loads, lambda request: 0 if validator.is_valid(request) else sum(1 for _ in validator.iter_errors(request))


def jsonschema_rs_first(schema: bytes):
    import jsonschema_rs
    import orjson
    validator = jsonschema_rs.validator_for(orjson.loads(schema))
    return orjson.loads, lambda request: 0 if validator.is_valid(request) else 1


def fastjsonschema_first(schema: bytes):
    import fastjsonschema
    import orjson
    validate = fastjsonschema.compile(orjson.loads(schema))

    def judge(request) -> int:
        try:
            validate(request)
        except fastjsonschema.JsonSchemaException:
            return 1
        return 0
    return orjson.loads, judge


def botocore_all(_: bytes):
    import orjson
    from botocore.loaders import Loader
    from botocore.model import ServiceModel
    from botocore.validate import ParamValidator
    service = ServiceModel(Loader().load_service_model("imagebuilder", "service-2"))
    shape = service.operation_model("UpdateImagePipeline").input_shape
    validator = ParamValidator()

    def judge(request: dict) -> int:
        # A client fills it in before it validates.
        request["clientToken"] = "token"
        return len(validator.validate(request, shape)._errors)
    return orjson.loads, judge


LIBRARIES = {
    "jsonschema-rs": jsonschema_rs_all, "jsonschema-rs-first": jsonschema_rs_first,
    "fastjsonschema": fastjsonschema_first, "botocore": botocore_all,
}


def requests(paths: list[str]):
    """The bytes of each request; a stream is never held as a whole."""
    for path in paths:
        with open(path, "rb") as file:
            if path.endswith(".ndjson"):
                yield from file
            else:
                yield file.read()


def main() -> int:
    library, schema, *paths = sys.argv[1:]
    with open(schema, "rb") as file:
        parse, judge = LIBRARIES[library](file.read())
    refused = [(number, errors) for number, text in enumerate(requests(paths)) if (errors := judge(parse(text)))]
    print("".join(f"{number} {errors}\n" for number, errors in refused), end="")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
