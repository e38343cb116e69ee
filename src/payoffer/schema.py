"""The form of an offer file as a JSON Schema, for editors that complete keys and mark mistakes as one types.

It is made from the models, so that it cannot drift from them. TOML has no null and a key that is left out has no
value, so neither stands in it; a day is text such as "2023-04-01", as editors hand on the dates of TOML.
"""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from payoffer.kinds import Form
from payoffer.offer import Offer
from payoffer.uplift import KINDS, WITH_INDEX

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _Editors(GenerateJsonSchema):
    """The models' forms without nulls, values of keys left out, and titles that repeat the key."""

    def nullable_schema(self, schema: Any) -> Form:  # noqa: ANN401
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> Form:  # noqa: ANN401
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401, ARG002
        return False


def offer_schema() -> Form:
    """Return the JSON Schema of an offer file."""
    schema = Offer.model_json_schema(schema_generator=_Editors)
    parts = schema["$defs"]
    schema["anyOf"] = [_holds("award"), _holds("lump_sum")]
    parts["Term"]["oneOf"] = [_has(kind) for kind in KINDS]
    parts["Term"]["dependentRequired"] = {key: ["index"] for key in WITH_INDEX}
    parts["Source"]["anyOf"] = [_has("title"), _has("url")]
    for part in ("Award", "Proposed"):
        parts[part]["oneOf"] = [_has("effective"), _has("year")]
    for part, key in (("Award", "uplift"), ("Proposed", "uplift"), ("LumpSum", "pay")):
        parts[part]["properties"][key]["minItems"] = 1
        with_month = {"items": {"dependentRequired": {"index": ["month"]}}}
        parts[part]["anyOf"] = [_has("year"), {"properties": {key: with_month}}]
    return {"$schema": DIALECT, **schema, "title": "An offer file of payoffer"}


def _has(key: str) -> Form:
    return {"required": [key]}


def _holds(key: str) -> Form:
    return {"required": [key], "properties": {key: {"minItems": 1}}}
