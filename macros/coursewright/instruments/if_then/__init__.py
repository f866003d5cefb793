"""Plans for what may happen: if this, then I will do that."""

from coursewright.instruments.if_then.model import IfThenField as Field

__all__ = ["Field"]
