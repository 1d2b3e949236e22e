"""Prints for every entry in content/ the point that places.tsv gives it, and fails if one has none without a reason.

`python report.py [all]`: without `all` only what deserves a look. The rules are those of src/model/geo/README.md.
"""

import sys
from dataclasses import dataclass, field
from pathlib import Path

from content import entries
from fold import fold

PLACES = Path(__file__).parent / "../../src/model/geo/places.tsv"


@dataclass
class Country:
    at: tuple
    regions: list = field(default_factory=list)  # (code, folded names, shown name, point)
    cities: list = field(default_factory=list)  # (code, folded names, shown name, point), the largest first


def main():
    countries = read(PLACES.read_text())
    found = [(entry, resolve(entry, countries)) for entry in entries()]
    without = [(e, note) for e, (_, _, note) in found if note.startswith("!")]
    for entry, (precision, at, note) in found:
        if note.strip("- ") or "all" in sys.argv:
            print(f"{entry.path:48} {spelled(entry):44} {precision:8} {at or '':18} {note}")
    counts = {}
    for _, (precision, _, _) in found:
        counts[precision] = counts.get(precision, 0) + 1
    print(", ".join(f"{n} {what}" for what, n in sorted(counts.items())) + f"; {len(without)} unresolved")
    sys.exit(bool(without))


def spelled(entry):
    return ", ".join(filter(None, [entry.place, entry.region, entry.country])) or "-"


def read(text):
    countries = {}
    for line in text.splitlines()[1:]:
        start, *middle, lat, lon = line.split("\t")
        at = f"{lat} {lon}"
        if start.startswith("="):
            country = countries[start[1:]] = Country(at)
        elif start.startswith("+"):
            names = middle[0].split("|")
            country.regions.append((start[1:], set(map(fold, names)), names[0], at))
        else:
            names = start.split("|")
            country.cities.append((middle[0], set(map(fold, names)), names[0], at))
    return countries


def resolve(entry, countries):
    """(the precision reached, the point, what deserves a look; with ! if it is a fault)"""
    if entry.precision == "none":
        return "none", None, ""
    if not entry.country:
        return ("nowhere", None, "! a place without a country" if entry.place or entry.region else "")
    country = countries.get(entry.country)
    if not country:
        return "nowhere", None, "! unknown country"
    if entry.at_risk or entry.precision == "country":
        return "country", country.at, ""
    told = [r for r in country.regions if entry.region and fold(entry.region) in r[1]]
    note = "! unknown region" if entry.region and not told else ""
    if entry.place and entry.precision != "region":
        named = [c for c in country.cities if fold(entry.place) in c[1]]
        codes = {code for code, *_ in told}
        if told:
            named = [c for c in named if c[0] in codes]
        elif entry.region and len(named) > 1:
            named = []
        if named:
            others = f"largest of {len(named)} of this name" if len(named) > 1 else ""
            shown = f"as {named[0][2]}" if fold(named[0][2]) != fold(entry.place) else ""
            return "city", named[0][3], note or "; ".join(filter(None, [others, shown]))
        note = note or "! unknown place"
    if told:
        return "region", told[0][3], note
    return "country", country.at, note


main()
