"""Builds seeded corpora with Commons and with Hugo, one after the other in one run, and prints seconds of CPU, ratios and MiB.

Hugo runs on the same folder with templates of one line each. It is skipped, with a word, where it is not installed.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import corpus

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
HUGO_LAYOUTS = {
    "single.html": "<!doctype html><html lang=en><head><meta charset=utf-8><title>{{ .Title }}</title></head><body><h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>{{ .Content }}</body></html>",
    "list.html": "<!doctype html><html lang=en><head><meta charset=utf-8><title>{{ .Title }}</title></head><body><h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href={{ .RelPermalink }}>{{ .Title }}</a></li>{{ end }}</ul></body></html>",
}


def measure(command, **options):
    """Runs a command to its end: (seconds of CPU, most memory in MiB)."""
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)
    output = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{output.decode(errors='replace')[-2000:]}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def commons(content, out, shell):
    binary = ROOT / "target/release/commons"
    return measure([binary, "build", "--content", content, "--out", out, "--shell", shell, "--today", "2026-06-01"])


def hugo(content, site):
    layouts = site / "layouts/_default"
    layouts.mkdir(parents=True)
    for name, text in HUGO_LAYOUTS.items():
        (layouts / name).write_text(text)
    (site / "config.toml").write_text('baseURL = "https://example.org/"\ntitle = "Bench"\n')
    return measure(["hugo", "--quiet", "--source", site, "--contentDir", content, "--destination", site / "public"])


def main():
    shell = ROOT / "target/shell"
    has_hugo = shutil.which("hugo") is not None
    if not has_hugo:
        print("hugo is not installed: its column is left out (Debian: apt-get install hugo)")
    print("entries | commons CPU s | MiB | µs an entry | hugo CPU s | MiB | ratio")
    for count in (1_000, 10_000):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            content = folder / "content"
            corpus.write(content, count)
            rounds = 3 if count <= 1_000 else 2
            ours = min(commons(content, folder / f"out{n}", shell) for n in range(rounds))
            line = f"{count:7} | {ours[0]:13.2f} | {ours[1]:3.0f} | {ours[0] / count * 1e6:11.0f}"
            if has_hugo:
                theirs = min(hugo(content, folder / f"hugo{n}") for n in range(rounds))
                line += f" | {theirs[0]:10.2f} | {theirs[1]:3.0f} | {ours[0] / theirs[0]:.2f}"
            print(line, flush=True)


if __name__ == "__main__":
    main()
