"""Reads files that mean harm, in a process of its own with little memory.

`python hostile_reader.py FOLDER` prints a line of JSON for each file of the folder; with
`--noise SEED COUNT` it makes up texts instead and prints how many were read and refused.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import time
from pathlib import Path

from coursewright.positions import parse_yaml, read_yaml
from coursewright.problems import CourseError

MEMORY = 512 * 1024 * 1024

PIECES = (
    *"abno:-?[]{},#&*!|>'\"%@`\\ \t\n\r0123é😀\ufeff\x00\x85",
    *(": ", "- ", "\n  ", "\n    ", "? ", " #", "---", "...", "*x", "&x ", "!!str ", "<<: "),
    *("key: value\n", "- item\n", "| \n", ">-\n", "\\x", "2016-04-13", "12:30", "0x", "\r\n"),
)
SOUND = """\
id: levers
questions:
  - id: first
    prompt: |
      Which *lever*?

      And why?
    options:
      - {text: "Processes [@C4]", correct: true}
      - text: 'It''s technology'
        feedback: >-
          Not
          here.
"""


def main(arguments: list[str]) -> None:
    """Read what the arguments say."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    if arguments[0] == "--noise":
        print(json.dumps(noise(int(arguments[1]), int(arguments[2]))))
        return
    for path in sorted(Path(arguments[0]).iterdir()):
        print(json.dumps(reading(path)), flush=True)


def reading(path: Path) -> dict[str, object]:
    """Return how reading a file ended, how long it took and how much memory."""
    start = time.process_time()
    problems: list[str] = []
    codes: list[str] = []
    try:
        read_yaml(path, "f.yml")
    except CourseError as error:
        problems = [str(problem) for problem in error.problems]
        codes = [problem.code for problem in error.problems]
    return {
        "name": path.stem,
        "problems": problems,
        "codes": codes,
        "seconds": time.process_time() - start,
        "kilobytes": peak_memory(),
    }


def peak_memory() -> int:
    """Return the most memory this process has had, in KiB.

    `getrusage` would count what the process that started this one had.
    """
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0])


def noise(seed: int, count: int) -> dict[str, int]:
    """Read made-up texts and count how it ended; anything but CourseError ends the process."""
    chance = random.Random(seed)  # noqa: S311 (the same texts every time)
    found = {"read": 0, "refused": 0}
    for number in range(count):
        text = _soup(chance) if number % 2 else _spoiled(chance)
        try:
            parse_yaml(text, "f.yml")
            found["read"] += 1
        except CourseError as error:
            _check(text, error)
            found["refused"] += 1
    return found


def _soup(chance: random.Random) -> str:
    return "".join(chance.choices(PIECES, k=chance.randint(1, 60)))


def _spoiled(chance: random.Random) -> str:
    text = SOUND
    for _ in range(chance.randint(1, 3)):
        cut = chance.randrange(len(text))
        text = text[:cut] + chance.choice(("", *PIECES)) + text[cut + chance.randint(0, 1) :]
    return text


def _check(text: str, error: CourseError) -> None:
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in error.problems:
        line, column = problem.where.line, problem.where.column
        if not (1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1):
            raise AssertionError(f"{problem} is outside of {text!r}")


if __name__ == "__main__":
    main(sys.argv[1:])
