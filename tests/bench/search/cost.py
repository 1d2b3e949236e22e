"""Runs a command to its end and prints what it took, as JSON: seconds of CPU and most memory in MiB, its children counted.

`cost.py run COMMAND…` runs a command; `cost.py hugo CONTENT` builds a folder of Markdown with Hugo, in a folder of its own.
"""

import json
import pathlib
import shutil
import sys
import tempfile

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent))
import build  # noqa: E402


def hugo(content):
    with tempfile.TemporaryDirectory() as folder:
        return build.hugo(content, pathlib.Path(folder))


def main():
    what, *rest = sys.argv[1:]
    if what == "hugo" and shutil.which("hugo") is None:
        print("null")
        return
    seconds, mib = hugo(rest[0]) if what == "hugo" else build.measure(rest)
    print(json.dumps({"seconds": seconds, "mib": mib}))


if __name__ == "__main__":
    main()
