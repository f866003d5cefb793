"""From the course to work."""

from pathlib import Path

from tests.courses import MODULE, added, edited, place
from tests.rules.found import found, only

TASK = "apply:\n  task: Brew a pot for a colleague this week.\n"
MANAGER = "  manager: Ask for a kettle near the desk.\n"
WORKSHOP = """\
facilitation:
  minutes: 30
  agenda:
    - {minutes: 10, title: Brew}
    - {minutes: 20, title: Taste}
"""


def test_an_agenda_adds_up(tmp_path: Path) -> None:
    """A sum that differs from the workshop's minutes is an error there."""
    assert [] == found(tmp_path / "good", "agenda-minutes", added(MODULE, WORKSHOP))
    files = added(MODULE, WORKSHOP.replace("minutes: 20", "minutes: 25"))
    problem = only(tmp_path / "bad", "agenda-minutes", files)
    assert place(files, MODULE, "30") == problem.where
    assert (place(files, MODULE, "- {minutes: 10"),) == problem.also
    assert "the agenda takes 35 minutes, and the workshop 30" == problem.what
    assert "error" == problem.severity


def test_a_workshop_may_have_no_agenda(tmp_path: Path) -> None:
    """Minutes alone are not compared with anything."""
    files = added(MODULE, "facilitation: {minutes: 30}\n")
    assert [] == found(tmp_path, "agenda-minutes", files)


def test_a_module_has_takeaways(tmp_path: Path) -> None:
    """A module without them is found at its id."""
    files = edited(MODULE, ("takeaways:\n  - Boil, pour, wait four minutes.\n", ""))
    problem = only(tmp_path, "takeaways", files)
    assert place(files, MODULE, "tea") == problem.where


def test_a_module_has_a_task_for_work(tmp_path: Path) -> None:
    """A module without one is found at its id."""
    files = edited(MODULE, (TASK + MANAGER, ""))
    problem = only(tmp_path, "apply-task", files)
    assert place(files, MODULE, "tea") == problem.where


def test_a_task_involves_the_manager(tmp_path: Path) -> None:
    """A task without a request to one's manager is found at the task."""
    files = edited(MODULE, (MANAGER, ""))
    problem = only(tmp_path, "apply-task", files)
    assert place(files, MODULE, "task:") == problem.where


def test_a_guide_does_not_repeat_a_lesson(tmp_path: Path) -> None:
    """Nine words in a row that a lesson says, too, are found where the guide says them."""
    own = WORKSHOP + "  debrief: [Black tea gives up its taste in fresh water only.]\n"
    assert [] == found(tmp_path / "good", "guide-repeats", added(MODULE, own))
    said = "black tea gives up its taste in water that"
    files = added(MODULE, WORKSHOP + f"  prompts: [Ask why, {said.title()} boils.]\n")
    problem = only(tmp_path / "bad", "guide-repeats", files)
    assert place(files, MODULE, said.title()) == problem.where
    assert f'a lesson already says "{said}"' == problem.what
