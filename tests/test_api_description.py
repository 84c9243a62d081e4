"""接口说明 The description names every shape once: a second of the same name would be described as the first."""

from collections import defaultdict
from collections.abc import Iterator

from ninja import Schema

from yizhi.web.api import api


def shapes(of: type[Schema] = Schema) -> Iterator[type[Schema]]:
    for shape in of.__subclasses__():
        yield shape
        yield from shapes(shape)


def test_no_two_shapes_of_the_api_share_a_name():
    rooms: dict[str, set[str]] = defaultdict(set)
    for shape in shapes():
        if shape.__module__.startswith("yizhi."):
            rooms[shape.__name__].add(shape.__module__)
    assert {name: sorted(found) for name, found in rooms.items() if len(found) > 1} == {}


def test_an_act_of_a_visit_is_described_with_its_parts():
    described = api.get_openapi_schema()["components"]["schemas"]
    assert "parts" in described["VisitActIn"]["properties"] and "officers" in described["ActIn"]["properties"]
