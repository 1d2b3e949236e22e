"""The places that the entries in content/ name."""

from dataclasses import dataclass
from pathlib import Path

import yaml

CONTENT = Path(__file__).parent / "../../content"


@dataclass(frozen=True)
class Entry:
    path: str
    place: str | None
    region: str | None
    country: str | None
    precision: str
    at_risk: bool


@dataclass(frozen=True)
class Named:
    name: str
    region: str | None
    country: str | None


def entries():
    for path in sorted(CONTENT.rglob("*.md")):
        text = path.read_text()
        if text.startswith("---\n"):
            front = yaml.load(text[4:].split("\n---\n")[0], yaml.BaseLoader) or {}
            yield Entry(
                path=str(path.relative_to(CONTENT)),
                place=front.get("place"),
                region=front.get("region"),
                country=front.get("country"),
                precision=front.get("location_precision", "city"),
                at_risk=front.get("at_risk") == "true",
            )


def named_places():
    """Never a place that an entry asks not to be shown at."""
    shown = (e for e in entries() if not e.at_risk and e.precision in ("city", "exact"))
    return sorted({Named(e.place, e.region, e.country) for e in shown if e.place}, key=str)


def named_regions():
    shown = (e for e in entries() if not e.at_risk and e.precision in ("city", "exact", "region"))
    return sorted({Named(e.region, None, e.country) for e in shown if e.region}, key=str)
