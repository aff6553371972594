"""What is wrong with a check's own definition."""


class Problem(Exception):  # noqa: N818 -- a teacher's mistake, told in one sentence
    """A sentence for the teacher that names the field."""
