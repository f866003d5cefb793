"""What everything in a course has in common: an id, and often a title, from its document."""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar


class HasId(Protocol):
    """A document with an id."""

    @property
    def id(self) -> str:
        """As the author wrote it."""
        ...


class HasTitle(HasId, Protocol):
    """A document with an id and a title."""

    @property
    def title(self) -> str:
        """As the author wrote it."""
        ...


D = TypeVar("D", bound=HasId, covariant=True)
T = TypeVar("T", bound=HasTitle, covariant=True)


class Named(Generic[D]):
    """Something in the course that is called by the id of its document."""

    document: D

    @property
    def id(self) -> str:
        """Id as written: unique in the course, or in the module for what is inside one."""
        return self.document.id


class Titled(Named[T]):
    """The same with a title."""

    @property
    def title(self) -> str:
        """Title as written."""
        return self.document.title
