"""A statement to rate on described levels, with what the rating rests on."""

from coursewright.instruments.rating.model import RatingField as Field

__all__ = ["Field"]
