"""One Python peer as a process: `serve.py MODULE FOLDER PARTIES THRESHOLD`.

MODULE has `prepare(graph)`, which gives a function that runs one cascade and returns the restricted parties. For each
line of standard input one answer: a number runs it so often and answers with nanoseconds of processor time a run and
how many parties are restricted; "members PATH" writes one byte a party.
"""

import importlib
import sys
import time
from array import array
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Graph:
    """The ties that count on the day, and the parties that are restricted to begin with."""

    parties: int
    threshold: int
    owner: array
    owned: array
    share: array
    seeds: array


def read(folder: Path, name: str) -> array:
    numbers = array("i")
    numbers.frombytes((folder / name).read_bytes())
    return numbers


def main() -> None:
    module, folder, parties, threshold = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    names = ("owner", "owned", "share", "seeds")
    run = importlib.import_module(module).prepare(Graph(parties, threshold, *(read(folder, name) for name in names)))
    print("ready", flush=True)
    members: list[int] = []
    for line in sys.stdin:
        if line.startswith("members "):
            mask = bytearray(parties)
            for party in members:
                mask[party] = 1
            Path(line.split(" ", 1)[1].strip()).write_bytes(mask)
            print("written", flush=True)
            continue
        times = max(1, int(line))
        before = time.process_time_ns()
        for _ in range(times):
            members = run()
        print((time.process_time_ns() - before) // times, len(members), flush=True)


main()
