"""Hand-ins of a whole class, made from what a site for trainers knows of its course.

The same number gives the same class. Nothing here stands for anybody: names are numbered.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Handin = dict[str, Any]
Desk = dict[str, Any]

DAY = 86_400_000
BEGAN = 1_795_000_000_000
"""A morning in November 2026, in milliseconds."""


def known_to_trainers(site: Path) -> Desk:
    """Return what a built site tells its trainers of the course."""
    text = (site / "assets/coursewright/trainers.js").read_text(encoding="utf-8")
    found: Desk = json.loads(text.removeprefix("export default").strip().rstrip(";"))
    return found


def handins(desk: Desk, count: int, seed: int = 7, questions: int | None = None) -> list[Handin]:
    """Return one hand-in for each of so many learners, who differ in what they know."""
    return [_handin(desk, number, random.Random(f"{seed} {number}"), questions)  # noqa: S311
            for number in range(1, count + 1)]  # fmt: skip


def _handin(desk: Desk, number: int, rng: random.Random, questions: int | None) -> Handin:
    skill = rng.betavariate(4, 2)
    made = BEGAN + number * 3_600_000 + rng.randrange(6) * DAY
    asked = [it for it in desk["questions"][:questions] if rng.random() < 0.93]
    lessons = [it["ref"] for module in desk["modules"] for it in module["lessons"]]
    done = lessons[: int(len(lessons) * min(1, skill + rng.random() * 0.5))]
    return {
        "format": "coursewright-result",
        "v": 1,
        "course": desk["id"],
        "made": made,
        "name": f"Learner {number:03}",
        "learner": f"m-{number:x}z{number * 7919:x}",
        "assignment": {"id": "k3x9a0zq", "title": "Before the workshop", "due": "2026-11-21"},
        "lessons": {ref: {"at": made - DAY} for ref in done},
        "checks": dict(_checks(desk, skill, made, rng)),
        "answers": {it["ref"]: _answer(it, skill, made, rng) for it in asked},
    }


def _checks(
    desk: Desk, skill: float, made: int, rng: random.Random
) -> Iterator[tuple[str, Handin]]:
    for module in desk["modules"]:
        if module["asks"] and rng.random() < 0.8:
            score = round(min(1, max(0, rng.gauss(skill, 0.12))), 2)
            best = min(1, score + rng.choice((0, 0, 0.1)))
            tries = rng.randrange(1, 4)
            yield module["id"], {"score": score, "best": best, "tries": tries, "at": made}


def _answer(question: Handin, skill: float, made: int, rng: random.Random) -> Handin:
    first = _attempt(question, skill, made - DAY, rng)
    if first["result"] in ("right", "kept") or rng.random() < 0.4:
        return {**first, "tries": 1, "first": first}
    last = _attempt(question, min(1, skill + 0.3), made, rng)
    return {**last, "tries": rng.randrange(2, 5), "first": first}


def _attempt(question: Handin, skill: float, at: int, rng: random.Random) -> Handin:
    if not question["graded"]:
        return {"result": "kept", "at": at}
    right = rng.random() < skill
    found: Handin = {
        "result": "right" if right else "wrong",
        "score": 1 if right else 0,
        "response": response(question, right, rng),
        "at": at,
    }
    if rng.random() < 0.5:
        found["confidence"] = rng.choice((1, 2, 3))
    return found


def response(question: Handin, right: bool, rng: random.Random) -> Any:
    """Return what somebody answers who is right, or is not, as the browser keeps it."""
    parts = question["parts"]
    match question["kind"]:
        case "single":
            return _key(parts[0], right, rng)
        case "multiple":
            keys = [it["key"] for it in parts[0]["picks"] if it["right"] == right]
            return keys or [parts[0]["picks"][0]["key"]]
        case "true-false" | "fill-in":
            return {it["name"]: _key(it, right, rng) for it in parts}
        case "numeric":
            return "41" if right else rng.choice(("7", "12,5"))
        case "matching" | "categorise":
            return [[it["name"], _key(it, right, rng)] for it in parts]
        case "ordering":
            keys = [it["key"] for it in parts[0]["picks"]]
            return keys if right else keys[::-1]
        case "scenario":
            return list(_way(parts, right, rng))
        case _:
            return None


def _key(part: Handin, right: bool, rng: random.Random) -> str:
    keys = [it["key"] for it in part["picks"] if it["right"] == right]
    return str(rng.choice(keys) if keys else part["picks"][0]["key"])


def _way(parts: list[Handin], right: bool, rng: random.Random) -> Iterator[str]:
    known = {it["name"]: it for it in parts}
    part: Handin | None = parts[0]
    while part:
        pick = next((it for it in part["picks"] if it["right"] == right), part["picks"][0])
        pick = pick if right else rng.choice(part["picks"])
        yield pick["key"]
        part = known.get(pick["to"])
