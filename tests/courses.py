"""Small real courses, written as files and read as any course is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from coursewright.course import Course, link
from coursewright.loader import load
from coursewright.problems import Place

Files = Mapping[str, str]
"""Text of each file by its path relative to the course root."""

COURSE = "curriculum/course.yml"
MODULE = "curriculum/modules/tea.yml"
QUIZ = "quizzes/tea.yml"

MINIMAL: Files = {
    COURSE: """\
id: kitchen
title: Kitchen basics
summary: Everyday skills for people who cook for others.
modules: [tea]
""",
    MODULE: """\
id: tea
title: Making tea
summary: Brew a pot that people finish.
objectives:
  - id: brew
    bloom: apply
    text: Brew black tea for a guest
lessons:
  - id: water
    title: Water
    summary: Why the kettle decides more than the leaf.
    objectives: [brew]
    body: |
      Black tea gives up its taste in water that has just boiled. Cooler water leaves half of it
      in the leaf.

      ## At the kettle

      Fill the kettle afresh and pour at once.
    questions: [first-move]
  - id: time
    title: Time
    summary: How minutes turn taste into bitterness.
    objectives: [brew]
    body: |
      Four minutes are enough. Take the leaves out then.
    questions: [signs]
misconceptions:
  - id: longer-is-better
    text: Tea improves for as long as it brews
    correction: After four minutes mostly bitterness comes out.
    lesson: time
takeaways:
  - Boil, pour, wait four minutes.
apply:
  task: Brew a pot for a colleague this week.
  manager: Ask for a kettle near the desk.
""",
    QUIZ: """\
id: tea
module: tea
questions:
  - id: first-move
    kind: single
    objective: brew
    bloom: apply
    prompt: A guest asks for black tea. What do you do first?
    options:
      - text: Warm some milk in a pan
        feedback: Milk comes last, if at all; the leaf needs boiling water before anything else.
        misconception: longer-is-better
      - text: Boil a kettle of water
        correct: true
        feedback: Freshly boiled water draws out the taste.
      - text: Soak the leaf overnight
        feedback: A night in cold water draws out little taste and leaves a guest waiting.
        misconception: longer-is-better
  - id: signs
    kind: multiple
    objective: brew
    bloom: apply
    prompt: Which signs tell you that the pot stood too long?
    options:
      - text: A bitter taste
        correct: true
        feedback: Bitterness comes out last.
      - text: A pale color
        feedback: A pale cup stood too short; the color deepens with every minute in the pot.
        misconception: longer-is-better
      - text: A dry mouth
        correct: true
        feedback: Tannin dries the mouth, and it comes late.
  - id: all-day
    kind: true-false
    objective: brew
    bloom: understand
    prompt: A pot tastes best after an hour.
    answer: false
    feedback_true: An hour draws out tannin, and the cup turns bitter.
    feedback_false: Four minutes are enough.
    reasons:
      - text: Taste grows with each minute
        feedback: Taste comes out early; the later minutes add little more than bitterness to it.
        misconception: longer-is-better
      - text: Heat keeps the leaf sweet
        feedback: Heat draws tannin out of the leaf, and tannin tastes anything but sweet.
        misconception: longer-is-better
      - text: Late minutes add tannin
        correct: true
        feedback: After four minutes mostly tannin is left to come out.
""",
}
"""The smallest course: one module, two lessons, one bank with a question of each kind."""

LATER_MODULE = "curriculum/modules/pot.yml"
LATER_QUIZ = "quizzes/pot.yml"

TWO_MODULES: Files = {
    **MINIMAL,
    LATER_MODULE: MINIMAL[MODULE]
    .replace("id: tea\ntitle: Making tea\n", "id: pot\ntitle: The pot\nprerequisites: [tea]\n")
    .replace("Brew black tea", "Warm a pot"),
    LATER_QUIZ: MINIMAL[QUIZ].replace("id: tea\nmodule: tea\n", "id: pot\nmodule: pot\n"),
}
"""The smallest course with a second module, which builds on the first."""

PATH = "curriculum/paths/short.yml"
DAY = "curriculum/paths/day.yml"

TWO_PATHS: Files = {
    **TWO_MODULES,
    COURSE: TWO_MODULES[COURSE] + "paths: [short]\n",
    PATH: """\
id: short
title: Short
summary: The least that a host should know.
audience: People with a guest at the door
why: |
  The pot comes first, since [water](lesson:tea/water) can boil meanwhile.
steps:
  - lesson: pot/water
  - lesson: tea/water
    note: Read only the second half.
  - check: tea
""",
    DAY: """\
id: day
title: A day
summary: A day for people who teach.
audience: Trainers
why: Breaks come when people need tea.
trainers: true
start: "09:30"
steps:
  - {session: Welcome, minutes: 20}
  - module: tea
  - {break: Tea, minutes: 15}
  - module: pot
    minutes: 90
""",
}
"""The same with two paths: one for learners, one for trainers."""


def write_course(root: Path, files: Files) -> Path:
    """Write the files of a course and return its root."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def course_of(root: Path, files: Files = MINIMAL) -> Course:
    """Write the files of a course, read them, and return the linked course."""
    return link(load(write_course(root, files)))


def edited(name: str, *edits: tuple[str, str], files: Files = MINIMAL) -> Files:
    """Return files of which one has its first occurrence of each text replaced by another."""
    text = files[name]
    for old, new in edits:
        assert old in text, f"{name} does not say {old!r}"
        text = text.replace(old, new, 1)
    return {**files, name: text}


def added(name: str, more: str, files: Files = MINIMAL) -> Files:
    """Return files of which one has more text at its end, or is new."""
    return {**files, name: files.get(name, "") + more}


def place(files: Files, name: str, written: str, nth: int = 1) -> Place:
    """Return the place of the nth occurrence of a text in a file."""
    start = -1
    for _ in range(nth):
        start = files[name].index(written, start + 1)
    before = files[name][:start]
    return Place(name, before.count("\n") + 1, start - before.rfind("\n"))
