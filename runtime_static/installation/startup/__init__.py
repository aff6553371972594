"""What a start of Python takes: a small standard library first, the rest on demand, and a snapshot of a started one."""
