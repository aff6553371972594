"""A school in a lesson: thirty classes of thirty at work, and how many more would fit."""
