"""Pages of students: what is set, working on it, handing in, and what came back."""
