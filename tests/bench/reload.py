"""How long a reader waits after one entry of 1,000 was changed under `commons serve`: from the write of the file to the
news that makes the open page reload, and to the end of fetching the new page. Prints milliseconds, asserts nothing."""

import http.client
import json
import pathlib
import re
import statistics
import subprocess
import tempfile
import time

import corpus

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PORT = 8497
ROUNDS = 9


def get(path):
    connection = http.client.HTTPConnection("127.0.0.1", PORT)
    connection.request("GET", path)
    return connection.getresponse()


def events():
    """The versions that the server tells an open page of, as they come."""
    for line in get("/_commons/events"):
        if line.startswith(b"data:"):
            yield json.loads(line[5:])["version"]


def main():
    with tempfile.TemporaryDirectory() as folder:
        content = pathlib.Path(folder, "content")
        corpus.write(content, 1_000)
        command = [ROOT / "target/release/commons", "serve", "--content", content, "--shell", ROOT / "target/shell"]
        server = subprocess.Popen([*command, "--port", str(PORT), "--today", "2026-06-01"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        try:
            wait_for_address(server)
            news, pages = zip(*rounds(content))
        finally:
            server.terminate()
            server.wait()
    print("one entry of 1,000 changed | median ms | all")
    for name, times in (("the open page is told", news), ("the new page is there", pages)):
        print(f"{name:26} | {statistics.median(times):9.0f} | {' '.join(f'{t:.0f}' for t in sorted(times))}")


def wait_for_address(server):
    for line in server.stdout:
        if re.search(rf"http://127\.0\.0\.1:{PORT}/", line):
            return


def rounds(content):
    versions = events()
    next(versions)
    entry = content / "entries/entry-00500.md"
    text = entry.read_text()
    for number in range(ROUNDS):
        word = f"Changed for the {number}th time."
        begin = time.perf_counter()
        entry.write_text(f"{text}\n{word}\n")
        next(versions)
        told = time.perf_counter()
        page = get("/entries/entry-00500/").read().decode()
        assert word in page, "the page was announced before it changed"
        yield (told - begin) * 1e3, (time.perf_counter() - begin) * 1e3


if __name__ == "__main__":
    main()
