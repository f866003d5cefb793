"""What passes between trainers and learners: places that scripts fill in."""

from __future__ import annotations

from coursewright.views.links import ASSIGNMENTS
from coursewright.views.page import PageView


def assign(view: PageView) -> str:
    """Return a form that makes an assignment and the link that carries it."""
    own = [path for path in view.course.paths if not path.document.trainers]
    return view.render("assign.jinja", paths=own, url=view.seen(ASSIGNMENTS))


def assignments(view: PageView) -> str:
    """Return a place for the learner's assignments, where their links lead."""
    return view.render("assignments.jinja", url=view.seen(ASSIGNMENTS))


def assigned(view: PageView) -> str:
    """Return a place for assignments that are still open, empty until there is one."""
    return view.render("assigned.jinja", url=view.seen(ASSIGNMENTS))
