"""The seeded corpus of tests/bench, with places and dates: what a map and a timeline are drawn from."""

import pathlib
import random
import sys

BENCH = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(BENCH))

import corpus  # noqa: E402

PLACES = BENCH.parent.parent / "src/model/geo/places.tsv"
KINDS = ["organization", "network", "movement", "project", "tool"]
STATUSES = ["active"] * 5 + ["dormant", "transformed", "ended", "ended", "unknown"]
APPROACHES = ["counter-power", "counter-institution", "counter-institution", "both", None]


def towns():
    """Every town of the bundled list with its country, the largest of each country first."""
    country = None
    found = []
    for line in PLACES.read_text(encoding="utf-8").splitlines()[1:]:
        if line.startswith("="):
            country = line[1:].split("\t")[0]
        elif not line.startswith("+"):
            found.append((line.split("\t")[0].split("|")[0], country))
    return found


def date(rng, year):
    """A date as entries have them: to the year, the month or the day, some of them about then."""
    text = str(year)
    if rng.random() < 0.4:
        text += f"-{rng.randint(1, 12):02}"
    return text + ("~" if rng.random() < 0.15 else "")


def fields(rng, towns):
    """Further lines of an entry's front matter."""
    town, country = rng.choice(towns)
    status = rng.choice(STATUSES)
    began = int(rng.triangular(1844, 2025, 2012))
    lines = [f"kind: {rng.choice(KINDS)}", f"status: {status}", "domain: traditional", "url_withheld: true"]
    approach = rng.choice(APPROACHES)
    if approach:
        lines.append(f"approach: {approach}")
    if rng.random() < 0.95:
        lines.append(f"country: {country}")
        if rng.random() < 0.9:
            lines.append(f'place: "{town}"')
    if rng.random() < 0.95:
        lines.append(f'founded: "{date(rng, began)}"')
        if status == "ended" and rng.random() < 0.8:
            lines.append(f'ended: "{rng.randint(began + 2, max(began + 2, 2025))}"')
    return lines


def write(folder, count, seed=1):
    """Writes `count` entries to `folder/entries/`."""
    corpus.write(folder, count, seed)
    rng = random.Random(seed)
    all_towns = towns()
    for path in sorted(pathlib.Path(folder, "entries").iterdir()):
        lines = path.read_text(encoding="utf-8").split("\n")
        kind = next(at for at, line in enumerate(lines) if line.startswith("kind: "))
        lines[kind:kind + 1] = fields(rng, all_towns)
        path.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]))
