"""What the theme's pages get wrong in places that no template of ours can reach."""

import re

_TOGGLE = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"(?=[^>]*>)')


def mended(page: str) -> str:
    """Return a finished page that is valid HTML.

    Material forbids completing two checkboxes (9.8.1), which only fields for text can forbid.
    theme.js sets it where browsers heed it, or one of them would bring an open drawer back.
    """
    return _TOGGLE.sub(r"\1", page, count=2)
