"""A seeded directory of groups for the explorer: `corpus.py FOLDER [COUNT]` writes COUNT entries (10,000) with everything they can be filtered by."""

import pathlib
import random
import sys

BENCH = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(BENCH))
from corpus import name, vocabulary  # noqa: E402

KINDS = ["organization", "network", "movement", "territory", "project", "tool", "currency", "publication", "directory", "place"]
SECTORS = "food housing land labor finance currency care health education knowledge culture media communications connectivity software energy ecology transport disaster-relief governance justice research".split()
COUNTRIES = "US DE BR IN KE MX ES FR IT GR AR CL CO PE BO EC VE CA GB IE SE NO FI DK NL BE PT PL CZ AT CH TR EG TN ZA NG GH SN PK BD NP LK TH VN PH ID JP KR AU NZ".split()
STATUSES = ["active"] * 6 + ["dormant", "transformed", "ended", "unknown"]
SCALES = "neighborhood local regional national international online".split()
GOVERNANCE = "consensus assembly delegate-council one-member-one-vote worker-managed multi-stakeholder sociocracy elected-board informal unknown".split()
FORMS = "worker-coop consumer-coop housing-coop federation nonprofit association foundation clt union company unincorporated none unknown".split()
RELATIONS = ["member-of", "federated-with", "allied-with", "supports", "uses", "inspired-by", "part-of"]


PLACES = BENCH.parent.parent / "src/model/geo/places.tsv"


def towns():
    """The towns of the bundled list, by country."""
    found = {}
    for line in PLACES.read_text(encoding="utf-8").splitlines()[1:]:
        if line.startswith("="):
            country = found.setdefault(line[1:].split("\t")[0], [])
        elif not line.startswith("+"):
            country.append(line.split("\t")[0].split("|")[0])
    return found


TOWNS = towns()


def where(rng):
    """A country, and mostly a town of it."""
    country = COUNTRIES[min(int(rng.expovariate(0.08)), len(COUNTRIES) - 1)]
    lines = [f"country: {country}"]
    if TOWNS.get(country) and rng.random() < 0.9:
        lines.append(f'place: "{rng.choice(TOWNS[country])}"')
    return lines


def date(rng, year):
    """A date as entries have them: to the year or the month, some of them about then."""
    month = f"-{rng.randint(1, 12):02}" if rng.random() < 0.4 else ""
    about = "~" if rng.random() < 0.15 else ""
    return f'"{year}{month}{about}"'


def some(rng, values, most):
    return ", ".join(sorted(rng.sample(values, rng.randint(1, most))))


def entry(rng, number, count, words, weights):
    text = rng.choices(words, weights, k=60)
    status = rng.choice(STATUSES)
    founded = int(rng.triangular(1844, 2025, 2012))
    lines = [
        f"title: {text[0].capitalize()} {text[1]} {number}",
        f"kind: {rng.choice(KINDS)}",
        f"summary: {' '.join(text[2:16]).capitalize()}.",
        f"status: {status}",
        f"domain: {rng.choice(['traditional', 'digital', 'both'])}",
        f"approach: {rng.choice(['counter-power', 'counter-institution', 'both'])}",
        f"url: https://example.org/{number}",
        f"sector: [{some(rng, SECTORS, 3)}]",
        *where(rng),
        f"scale: {rng.choice(SCALES)}",
        f"governance: [{some(rng, GOVERNANCE, 2)}]",
        f"legal_form: {rng.choice(FORMS)}",
        f"founded: {date(rng, founded)}",
        f"tags: [tag-{rng.randrange(60)}, tag-{rng.randrange(60)}, rare-{rng.randrange(2000)}]",
        f"verified: 202{rng.randint(3, 6)}-01-01",
        "added: 2026-01-01",
        f"sources: [{{ title: Source of {number}, url: https://example.org/{number}, accessed: 2026-01-01 }}]",
    ]
    if status == "ended":
        lines.append(f"ended: {max(founded + 1, min(founded + rng.randint(1, 40), 2025))}")
    if number % 5 == 0:
        lines.append("offers: [{ title: " + text[20] + " " + text[21] + ", type: service, terms: gift }]")
    if number % 7 == 0:
        lines.append("seeks: [{ title: " + text[22] + " " + text[23] + ", type: skill, terms: gift }]")
    others = rng.sample(range(count), 2)
    others = [other for other in others if other != number]
    lines.append("relations:")
    lines += [f"  - {{ type: {rng.choice(RELATIONS)}, to: {name(other)} }}" for other in others]
    return "---\n" + "\n".join(lines) + "\n---\n" + " ".join(text[16:]).capitalize() + ".\n"


def write(folder, count=10_000, seed=1):
    rng = random.Random(seed)
    words, weights = vocabulary(rng, 8000)
    entries = pathlib.Path(folder, "entries")
    entries.mkdir(parents=True)
    for number in range(count):
        (entries / f"{name(number)}.md").write_text(entry(rng, number, count, words, weights), encoding="utf-8")


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 10_000)
