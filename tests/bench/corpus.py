"""A seeded corpus: entries of 500 words with 8 links each, readable by Commons and by Hugo alike."""

import pathlib
import random

KINDS = ["concept", "principle", "practice", "framework", "critique"]
SYLLABLES = "ba be bi bo bu da de di do du fa fe fi fo fu ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu".split()


def vocabulary(rng, size):
    """`size` pronounceable words; how often each is used falls off as in natural text (Zipf)."""
    words = set()
    while len(words) < size:
        words.add("".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 5))))
    words = sorted(words)
    rng.shuffle(words)
    weights = [1 / (rank + 3) for rank in range(size)]
    return words, weights


def name(number):
    return f"entry-{number:05}"


def entry(rng, number, count, words, weights):
    """The text of one entry: 10 paragraphs of 50 words under 3 headings, 8 links to other entries."""
    text = rng.choices(words, weights, k=500)
    links = [rng.randrange(count) for _ in range(8)]
    paragraphs = []
    for p in range(10):
        body = text[p * 50:(p + 1) * 50]
        sentences = [body[i:i + 12] for i in range(0, 50, 12)]
        if p < 8:
            sentences[1].append(f"[{sentences[1][0]} {sentences[1][1]}]({name(links[p])}.md)")
        paragraphs.append(" ".join(" ".join(s).capitalize() + "." for s in sentences))
        if p in (2, 5, 8):
            paragraphs.append(f"## {text[p].capitalize()} {text[p + 1]}")
    title = f"{text[0].capitalize()} {text[1]} {number}"
    tags = ", ".join(sorted({f"tag-{rng.randrange(60)}" for _ in range(3)}))
    head = (
        f"---\ntitle: {title}\nkind: {rng.choice(KINDS)}\n"
        f"summary: {' '.join(text[10:20]).capitalize()}.\n"
        f"tags: [{tags}]\n"
        f"sources:\n  - {{ title: Source of {number}, url: https://example.org/{number}, accessed: 2026-01-01 }}\n"
        f"verified: 2026-01-01\nadded: 2026-01-01\n---\n"
    )
    return head + "\n\n".join(paragraphs) + "\n"


def write(folder, count, seed=1):
    """Writes `count` entries to `folder/entries/`."""
    rng = random.Random(seed)
    words, weights = vocabulary(rng, 8000)
    entries = pathlib.Path(folder, "entries")
    entries.mkdir(parents=True)
    for number in range(count):
        text = entry(rng, number, count, words, weights)
        (entries / f"{name(number)}.md").write_text(text, encoding="utf-8")
