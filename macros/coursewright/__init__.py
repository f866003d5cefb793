"""Coursewright: a folder of YAML becomes a course site with self-check quizzes."""

from coursewright.course import Course
from coursewright.problems import CourseError, Place, Problem
from coursewright.site import load_course
from coursewright.versions import VERSION

__version__ = VERSION

__all__ = ["Course", "CourseError", "Place", "Problem", "load_course"]
