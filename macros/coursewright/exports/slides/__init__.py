"""A deck of slides for each module, with what the trainer says in the notes."""

from coursewright.exports.slides.making import slides
from coursewright.exports.slides.packing import pptx

__all__ = ["pptx", "slides"]
