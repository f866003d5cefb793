"""`python -m bench`: measure, and write the results into `bench/README.md`."""

from __future__ import annotations

import platform
from importlib.metadata import version
from pathlib import Path

from bench import answering, building, gradebook, reading, showing

README = Path(__file__).parent / "README.md"
PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-macros-plugin", "PyYAML", "pydantic")


def main() -> None:
    """Run every measurement and keep its results."""
    lines = [*_head(), *_reading(), *_builds(), *_waits(), *_answers(), *_shown(), *_desk()]
    README.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


def _head() -> list[str]:
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return [
        "# Measurements",
        "",
        "Written by `make bench`. Seconds are this machine's; the ratios are what counts, each "
        "taken in one run with both sides in turns, medians of whole processes. What is kept "
        "between builds, such as compiled modules, is in place for both sides.",
        "",
        f"Machine: {platform.machine()}, {_cores()} cores, Python {platform.python_version()}. "
        f"Versions: {versions}.",
    ]


def _cores() -> int:
    import os

    return os.cpu_count() or 1


def _reading() -> list[str]:
    print("Reading a bank of 300 questions…", flush=True)
    found = reading.measure()
    return [
        "",
        "## Reading a bank of 300 questions",
        "",
        "| | seconds |",
        "|---|---|",
        f"| `yaml.safe_load` | {found.safe_load:.3f} |",
        f"| ours, with line and column of every value | {found.ours:.3f} |",
        "",
        f"Ratio {found.ratio:.2f} (goal: at most 1.0).",
    ]


def _builds() -> list[str]:
    lines = [
        "",
        "## Cold build, against plain Material",
        "",
        "Each module has two pages, about 700 words, a table, two admonitions and five "
        "single-choice questions; plain Material gets the same pages as Markdown, with the "
        "questions as lists; there are no pages for trainers. Both with `mkdocs build`, "
        "`navigation.prune` and search.",
        "",
        "| modules | runs | plain Material | ours | ratio |",
        "|---|---|---|---|---|",
    ]
    for modules in building.SIZES:
        found = building.cold_build(modules)
        row = f"| {modules} | {found.runs} | {found.plain:.2f} s | {found.ours:.2f} s "
        lines.append(f"{row}| {found.ratio:.2f} |")
        print(lines[-1], flush=True)
    return [*lines, "", "Goal for now: a ratio of at most 1.2."]


def _waits() -> list[str]:
    lines = [
        "",
        "## From saving a YAML file to the page served anew",
        "",
        "| modules | seconds |",
        "|---|---|",
    ]
    for modules in (10, 100):
        print(f"Saving a file while serving {modules} modules…", flush=True)
        lines.append(f"| {modules} | {building.wait_after_saving(modules):.2f} |")
    return lines


def _answers() -> list[str]:
    print("Answering a page of 100 questions…", flush=True)
    found = answering.measure()
    return [
        "",
        "## From pressing the button to reading the feedback",
        "",
        f"A page of {answering.QUESTIONS} questions, ten of each kind, in Chromium; "
        f"{found.answered} of them gave feedback at the first press.",
        "",
        "| | milliseconds |",
        "|---|---|",
        f"| median | {found.median:.0f} |",
        f"| longest | {found.worst:.0f} |",
        "",
        "Goal: under 50.",
    ]


def _shown() -> list[str]:
    print("Showing pages to Lighthouse…", flush=True)
    rows = [
        f"| {page.sort} | {page.performance} | {page.accessibility} | {page.best_practices} "
        f"| {page.seo} |"
        for page in showing.measure()
    ]
    return [
        "",
        "## Showing a page",
        "",
        "Lighthouse with its own slow phone and network, in Chromium; pages are served compressed. "
        f"Performance is the median of {showing.RUNS} runs.",
        "",
        "| page | performance | accessibility | best practices | search engines |",
        "|---|---|---|---|---|",
        *rows,
        "",
        "Goal: performance of at least 98, everything else 100.",
    ]


def _desk() -> list[str]:
    print(f"Adding the hand-ins of {gradebook.LEARNERS} learners…", flush=True)
    found = gradebook.measure()
    rows = [
        f"| {view} | {found.turning[view]:.0f} | {found.sorting[view]:.0f} |"
        for view in gradebook.VIEWS
    ]
    return [
        "",
        "## The gradebook of a large class",
        "",
        f"{gradebook.LEARNERS} learners and {found.questions} questions of every kind, in files "
        f"of {found.megabytes:.1f} MB together, in Chromium.",
        "",
        "| | seconds |",
        "|---|---|",
        f"| from choosing all files to the table, all of it kept | {found.adding:.1f} |",
        f"| opening the page again, everything kept | {found.opening:.1f} |",
        f"| saving the workbook, every answer in it | {found.saving:.1f} |",
        "",
        "| tab | milliseconds to turn to it | to sort its first column |",
        "|---|---|---|",
        *rows,
        "",
        "Goal: no press takes longer than 200 milliseconds to be seen.",
    ]


if __name__ == "__main__":
    main()
