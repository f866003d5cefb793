"""`curriculum/modules/<id>.yml`: one module with everything taught in it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from coursewright.model import (
    Bloom,
    Document,
    Id,
    Many,
    Markdown,
    Minutes,
    Plain,
    QuestionRef,
    Was,
)

FigureFile = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-][A-Za-z0-9_./-]*\.svg$", max_length=200)]


class ObjectiveDocument(Document):
    """What a learner can do afterwards."""

    id: Id
    """Lessons and questions name it."""
    bloom: Bloom
    """Level of the revised Bloom taxonomy."""
    text: Plain
    """Begins with its verb."""


class LessonDocument(Document):
    """One idea, three to seven minutes."""

    id: Id
    """Part of its address."""
    title: Plain
    """Shown as the page's heading."""
    summary: Plain
    """One sentence: for lists, search results and link previews."""
    objectives: Many[Id] = ()
    """Ids of the objectives it teaches."""
    body: Markdown
    """The lesson itself; headings begin at `##`."""
    questions: Many[QuestionRef] = ()
    """Asked at the end of the lesson."""
    reflect: Markdown | None = None
    """A question to think over."""
    was: Was = ()
    """Ids it had before."""


class FigureDocument(Document):
    """A drawing, with words that tell as much as it does."""

    id: Id
    """Placed by it, as in `![](figure:id)`."""
    title: Plain
    """What it shows, in a few words."""
    file: FigureFile
    """An SVG file, relative to the `curriculum` folder."""
    text: Markdown
    """All that the picture tells."""
    caption: Markdown | None = None
    """Stands below it."""


class TableDocument(Document):
    """A comparison; the first column names the rows."""

    id: Id
    """Placed by it, as in `![](table:id)`."""
    title: Plain
    """What it compares."""
    columns: Annotated[Many[Plain], Field(min_length=2, max_length=12)]
    """Heads of the columns."""
    rows: Annotated[Many[Many[Markdown]], Field(min_length=1)]
    """Cells, row by row."""
    chart: Plain | None = None
    """Head of a column that holds numbers only: slides draw it as bars besides the table."""


class CaseDocument(Document):
    """A company or situation that lessons and questions refer to."""

    id: Id
    """Placed by it, as in `![](case:id)`; questions name it, too."""
    title: Plain
    """The name of the company or person."""
    fictional: bool
    """True when invented: the site says so wherever the case appears."""
    body: Markdown
    """The story."""


class MisconceptionDocument(Document):
    """Something people wrongly believe, and what mends it."""

    id: Id
    """Wrong choices name it."""
    text: Plain
    """What people believe."""
    correction: Markdown
    """What mends it."""
    lesson: Id | None = None
    """The lesson that teaches better."""


class ApplyDocument(Document):
    """A task for this week at work."""

    task: Markdown
    """What to do."""
    manager: Markdown | None = None
    """What to ask one's manager."""


class AgendaDocument(Document):
    """A stretch of a workshop."""

    minutes: Minutes
    """How long it takes."""
    title: Plain
    """What happens."""
    steps: Many[Markdown] = ()
    """How it is done, step by step."""


class PitfallDocument(Document):
    """What goes wrong in a workshop, and what to say then."""

    text: Plain
    """What goes wrong."""
    say: Markdown
    """What to say then."""


class FacilitationDocument(Document):
    """How to run the module as a workshop."""

    minutes: Minutes
    """Length of the workshop; the agenda adds up to it."""
    group: Plain | None = None
    """How many people it suits."""
    room: Plain | None = None
    """What the room needs."""
    preparation: Many[Markdown] = ()
    """What to do before the day."""
    agenda: Many[AgendaDocument] = ()
    """The workshop, part by part."""
    prompts: Many[Markdown] = ()
    """Questions that get people talking."""
    pitfalls: Many[PitfallDocument] = ()
    """What goes wrong, and what to say then."""
    debrief: Many[Markdown] = ()
    """Questions to close with: what people saw, what it means, what they will do."""


class ModuleDocument(Document):
    """A module, as its file says it."""

    id: Id
    """The name of its file, and part of its address."""
    title: Plain
    """Shown as the page's heading."""
    summary: Plain
    """One or two sentences: for cards, search results and link previews."""
    was: Was = ()
    """Ids it had before."""
    prerequisites: Many[Id] = ()
    """Ids of the modules to read first."""
    objectives: Annotated[Many[ObjectiveDocument], Field(min_length=1)]
    """What a learner can do afterwards."""
    lessons: Annotated[Many[LessonDocument], Field(min_length=1)]
    """The lessons in order."""
    figures: Many[FigureDocument] = ()
    """Drawings that texts can place."""
    tables: Many[TableDocument] = ()
    """Comparisons that texts can place."""
    cases: Many[CaseDocument] = ()
    """Stories that texts can place and questions can name."""
    misconceptions: Many[MisconceptionDocument] = ()
    """What people wrongly believe; wrong choices name it."""
    discussion: Many[Markdown] = ()
    """Questions to talk over."""
    takeaways: Many[Markdown] = ()
    """What to remember, a sentence each."""
    apply: ApplyDocument | None = None
    """A task for this week at work."""
    facilitation: FacilitationDocument | None = None
    """How to run the module as a workshop."""
