"""The same course twice: as YAML for us, and as Markdown written by hand for plain Material."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

WORDS = (
    "order team report call weekly customer answer policy rule desk form note plan reason week "
    "change first early people question counter office letter small clear open simple quick "
    "because until after before often while under between about"
).split()
QUESTIONS = 5
PARAGRAPHS = 6
WORDS_A_PARAGRAPH = 105

THEME = """\
site_name: Bench
theme:
  name: material
  font: false
  features: [navigation.prune, navigation.indexes]
markdown_extensions: [admonition, tables]
"""
OURS = """\
nav: [index.md, modules/]
plugins:
  - coursewright
  - macros: {modules: [coursewright.macros], on_undefined: strict, on_error_fail: true}
  - search
"""
PLAIN = "plugins: [search]\n"


class Module:
    """The text of one module: about 700 words, a table, two admonitions, five questions."""

    def __init__(self, number: int) -> None:
        self.id = f"module-{number:04}"
        self.title = f"Module {number}"
        self._random = random.Random(number)  # noqa: S311 - the same text every time
        self.body = "\n\n".join(self._parts())
        self.questions = [self._question(index) for index in range(QUESTIONS)]

    def sentence(self, words: int) -> str:
        """Return a sentence of so many words."""
        return " ".join(self._random.choices(WORDS, k=words)).capitalize() + "."

    def _paragraph(self) -> str:
        return " ".join(self.sentence(15) for _ in range(WORDS_A_PARAGRAPH // 15))

    def _parts(self) -> Iterator[str]:
        for index in range(PARAGRAPHS):
            if index % 2 == 0:
                yield f"## Part {index}"
            yield self._paragraph()
        yield '!!! note "Mark this"\n    ' + self.sentence(15)
        yield '!!! warning "Mind this"\n    ' + self.sentence(15)
        rows = "\n".join(f"| row {n} | {self.sentence(6)} |" for n in range(4))
        yield f"| What | Why |\n|---|---|\n{rows}"

    def _question(self, index: int) -> tuple[str, list[tuple[str, str]]]:
        options = [(f"{self.sentence(5)} {n}", self.sentence(14)) for n in range(4)]
        return f"{self.sentence(12)} {index}", options


def write_ours(folder: Path, count: int) -> None:
    """Write the course as a folder of YAML."""
    modules = [Module(number) for number in range(1, count + 1)]
    _write(folder / "mkdocs.yml", THEME + OURS)
    _write(folder / "docs/index.md", "# Bench\n\n{{ module_cards() }}\n")
    # Pages for trainers have no counterpart on the other side.
    about = "id: bench\ntitle: Bench\nsummary: A bench.\naudience: learners\n"
    _write(folder / "curriculum/course.yml", about)
    for module in modules:
        _write(folder / f"curriculum/modules/{module.id}.yml", _module_yaml(module))
        _write(folder / f"quizzes/{module.id}.yml", _quiz_yaml(module))


def write_plain(folder: Path, count: int) -> None:
    """Write the same pages as Markdown, with the questions as lists."""
    modules = [Module(number) for number in range(1, count + 1)]
    nav = ["nav:", "  - index.md"]
    for module in modules:
        pages = f"[modules/{module.id}/index.md, Lesson: modules/{module.id}/lesson.md]"
        nav.append(f"  - {module.title}: {pages}")
        _write(folder / f"docs/modules/{module.id}/index.md", _overview_markdown(module))
        _write(folder / f"docs/modules/{module.id}/lesson.md", _lesson_markdown(module))
    _write(folder / "mkdocs.yml", THEME + PLAIN + "\n".join(nav) + "\n")
    cards = "\n".join(f"1. [{m.title}](modules/{m.id}/index.md)" for m in modules)
    _write(folder / "docs/index.md", f"# Bench\n\n{cards}\n")


def _module_yaml(module: Module) -> str:
    body = "\n".join(f"      {line}".rstrip() for line in module.body.splitlines())
    asked = ", ".join(f"q{index}" for index in range(QUESTIONS))
    return (
        f"id: {module.id}\ntitle: {module.title}\nsummary: What it is about.\n"
        "objectives:\n  - {id: know, bloom: apply, text: Know it}\n"
        "lessons:\n  - id: lesson\n    title: Lesson\n    summary: The lesson.\n"
        f"    objectives: [know]\n    questions: [{asked}]\n    body: |\n{body}\n"
        "takeaways: [It matters.]\n"
    )


def _quiz_yaml(module: Module) -> str:
    lines = [f"id: {module.id}", f"module: {module.id}", "questions:"]
    for index, (prompt, options) in enumerate(module.questions):
        lines += [f"  - id: q{index}", "    kind: single", "    objective: know"]
        lines += ["    bloom: apply", f"    prompt: {prompt}", "    options:"]
        for number, (text, feedback) in enumerate(options):
            correct = ", correct: true" if number == index % 4 else ""
            lines.append(f'      - {{text: "{text}"{correct}, feedback: "{feedback}"}}')
    return "\n".join(lines) + "\n"


def _overview_markdown(module: Module) -> str:
    return (
        f"# {module.title}\n\nWhat it is about.\n\n- Know it\n\n## Lessons\n\n"
        "1. [Lesson](lesson.md)\n\n## What to take away\n\n- It matters.\n"
    )


def _lesson_markdown(module: Module) -> str:
    asked = []
    for prompt, options in module.questions:
        listed = "\n".join(f"- {text} *{feedback}*" for text, feedback in options)
        asked.append(f"**{prompt}**\n\n{listed}")
    questions = "\n\n".join(asked)
    return f"# Lesson\n\n{module.body}\n\n## Check your understanding\n\n{questions}\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
