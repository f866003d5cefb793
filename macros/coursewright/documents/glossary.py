"""`curriculum/glossary.yml`: the words of the course."""

from __future__ import annotations

from coursewright.model import Document, Id, LessonRef, Many, Markdown, Plain, Was


class TermDocument(Document):
    """A word and what the course means by it."""

    id: Id
    """Linked by it, as in `(term:id)`."""
    term: Plain
    """The word itself."""
    also: Many[Plain] = ()
    """Other forms found in running text: plurals, abbreviations."""
    definition: Markdown
    """What the course means by it."""
    see: Many[Id] = ()
    """Ids of related terms."""
    link: bool = True
    """False for everyday words: never linked by itself."""
    taught: Many[LessonRef] = ()
    """Lessons that teach it, besides those that link it by themselves."""
    was: Was = ()
    """Ids it had before."""


class GlossaryDocument(Document):
    """All terms; the site sorts them."""

    terms: Many[TermDocument] = ()
    """The words, in any order."""
