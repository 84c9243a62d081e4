"""Load on one address of a running server, and what came of it: by `wrk`, or by threads of our own where it is missing."""

import http.client
import json
import re
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Final

# Which worker takes a connection is chance: of four, one worker may have all, and the other nothing to do.
CONNECTIONS: Final = 16
UNITS: Final = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}

# Each connection sends the given requests in turn, beginning at another one.
SCRIPT = """
local asked = {asked}
local headers = {headers}
local turn = math.random(#asked)
request = function()
  turn = turn % #asked + 1
  return wrk.format(asked[turn][1], asked[turn][2], headers, asked[turn][3])
end
done = function(summary)
  io.write(string.format("refused %d\\n", summary.errors.status + summary.errors.timeout))
end
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: method, path, body."""

    path: str
    method: str = "GET"
    body: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Requests answered a second, milliseconds within which half and 99 of 100 were, and how many were not answered well.

    `cpu` is what one request cost the server's processes, in milliseconds of processor time: it tells more than the others on a busy machine.
    """

    per_second: float
    p50: float
    p99: float
    refused: int
    by: str
    cpu: float = 0.0


def measure(port: int, asked: Sequence[Asked], headers: dict[str, str], seconds: int) -> Reading:
    """Ask for `seconds` over sixteen connections and return the reading."""
    if shutil.which("wrk"):
        return _by_wrk(port, asked, headers, seconds)
    return _by_threads(port, asked, headers, seconds)


def _by_wrk(port: int, asked: Sequence[Asked], headers: dict[str, str], seconds: int) -> Reading:
    rows = ",".join(f"{{{json.dumps(one.method)},{json.dumps(one.path)},{_lua(one.body)}}}" for one in asked)
    names = ",".join(f"[{json.dumps(name)}]={json.dumps(value)}" for name, value in headers.items())
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "asked.lua"
        script.write_text(SCRIPT.format(asked="{" + rows + "}", headers="{" + names + "}"), encoding="utf-8")
        words = ["wrk", "--latency", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", str(script)]
        out = subprocess.run(
            [*words, f"http://127.0.0.1:{port}"], check=True, capture_output=True, text=True, timeout=seconds + 60
        ).stdout
    return Reading(
        float(_told(out, r"Requests/sec:\s+([\d.]+)")),
        _milliseconds(_told(out, r"(?m)^ +50% +(\S+)")),
        _milliseconds(_told(out, r"(?m)^ +99% +(\S+)")),
        int(_told(out, r"refused (\d+)")),
        "wrk",
    )


def _lua(text: str) -> str:
    return f"[==[{text}]==]" if text else "nil"


def _told(out: str, pattern: str) -> str:
    match = re.search(pattern, out)
    assert match, out
    return match[1]


def _milliseconds(text: str) -> float:
    match = re.fullmatch(r"([\d.]+)(us|ms|s|m)", text)
    assert match, text
    return float(match[1]) * UNITS[match[2]]


def _by_threads(port: int, asked: Sequence[Asked], headers: dict[str, str], seconds: int) -> Reading:
    taken: list[float] = []
    refused: list[int] = []
    until = time.perf_counter() + seconds

    def ask(first: int) -> None:
        line = http.client.HTTPConnection("127.0.0.1", port)
        for one in cycle([*asked[first:], *asked[:first]]):
            begun = time.perf_counter()
            if begun > until:
                break
            line.request(one.method, one.path, one.body.encode() or None, headers)
            answer = line.getresponse()
            answer.read()
            taken.append(time.perf_counter() - begun)
            if answer.status >= 400:
                refused.append(answer.status)
        line.close()

    threads = [
        threading.Thread(target=ask, args=(number * len(asked) // CONNECTIONS,)) for number in range(CONNECTIONS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    taken.sort()
    half, most = (taken[int(len(taken) * part)] * 1000 for part in (0.5, 0.99))
    return Reading(len(taken) / seconds, half, most, len(refused), "Python")
