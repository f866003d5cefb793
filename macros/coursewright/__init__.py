"""Coursewright: a folder of YAML becomes a course site with self-check quizzes."""

from coursewright.course import Course
from coursewright.problems import CourseError, Place, Problem
from coursewright.site import load_course

__version__ = "0.1.0"

__all__ = ["Course", "CourseError", "Place", "Problem", "load_course"]
