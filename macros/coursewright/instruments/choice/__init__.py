"""One or several things to choose."""

from coursewright.instruments.choice.model import ChoiceField as Field

__all__ = ["Field"]
