"""What leaves a course besides its site: one file a format."""

__all__ = ()
