"""A seeded directory of groups for the explorer: `corpus.py FOLDER [COUNT]` writes COUNT entries (10,000) with everything they can be filtered by."""

import pathlib
import random
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from corpus import name, vocabulary  # noqa: E402

KINDS = ["organization", "network", "movement", "territory", "project", "tool", "currency", "publication", "directory", "place"]
SECTORS = "food housing land labor finance currency care health education knowledge culture media communications connectivity software energy ecology transport disaster-relief governance justice research".split()
COUNTRIES = "US DE BR IN KE MX ES FR IT GR AR CL CO PE BO EC VE CA GB IE SE NO FI DK NL BE PT PL CZ AT CH TR EG TN ZA NG GH SN PK BD NP LK TH VN PH ID JP KR AU NZ".split()
STATUSES = ["active"] * 6 + ["dormant", "transformed", "ended", "unknown"]
SCALES = "neighborhood local regional national international online".split()
GOVERNANCE = "consensus assembly delegate-council one-member-one-vote worker-managed multi-stakeholder sociocracy elected-board informal unknown".split()
FORMS = "worker-coop consumer-coop housing-coop federation nonprofit association foundation clt union company unincorporated none unknown".split()
RELATIONS = ["member-of", "federated-with", "allied-with", "supports", "uses", "inspired-by", "part-of"]


PLACES = pathlib.Path(__file__).resolve().parents[3] / "src/model/geo/places.tsv"


def towns():
    """The towns of each country in the bundled list of places."""
    found = {}
    for line in PLACES.read_text(encoding="utf-8").splitlines()[1:]:
        if line.startswith("="):
            country = found.setdefault(line[1:].split("\t")[0], [])
        elif not line.startswith("+"):
            country.append(line.split("\t")[0].split("|")[0])
    return found


TOWNS = towns()


def place(rng, country):
    """Where a group is: mostly a town, else its country alone, rarely nothing."""
    if rng.random() < 0.05:
        return []
    lines = [f"country: {country}"]
    if rng.random() < 0.9 and TOWNS[country]:
        lines.append(f'place: "{rng.choice(TOWNS[country])}"')
    return lines


def date(rng, year):
    """To the year or to the month, and sometimes about then."""
    month = f"-{rng.randint(1, 12):02}" if rng.random() < 0.4 else ""
    return f'"{year}{month}{"~" if rng.random() < 0.15 else ""}"'


def some(rng, values, most):
    return ", ".join(sorted(rng.sample(values, rng.randint(1, most))))


def entry(rng, number, count, words, weights):
    text = rng.choices(words, weights, k=60)
    status = rng.choice(STATUSES)
    founded = rng.randint(1900, 2022)
    lines = [
        f"title: {text[0].capitalize()} {text[1]} {number}",
        f"kind: {rng.choice(KINDS)}",
        f"summary: {' '.join(text[2:16]).capitalize()}.",
        f"status: {status}",
        f"domain: {rng.choice(['traditional', 'digital', 'both'])}",
        f"approach: {rng.choice(['counter-power', 'counter-institution', 'both'])}",
        f"url: https://example.org/{number}",
        f"sector: [{some(rng, SECTORS, 3)}]",
        *place(rng, COUNTRIES[min(int(rng.expovariate(0.08)), len(COUNTRIES) - 1)]),
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
        lines.append(f"ended: {min(founded + rng.randint(1, 40), 2025)}")
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
