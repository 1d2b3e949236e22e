"""The form in which names are compared."""

import re
import unicodedata

# Letters that do not come apart into a plain one and a mark.
LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ə": "a", "ǝ": "a", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)


def fold(name):
    """Lower case, without marks and apostrophes, every other sign a single space."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = plain.lower().translate(LETTERS)
    plain = re.sub(r"['’‘ʻʼ`´ʿʾ]", "", plain)
    return re.sub(r"[\W_]+", " ", plain).strip()
