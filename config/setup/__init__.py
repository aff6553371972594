"""Everything between a fresh clone and a running Codeyard. `Makefile` calls `python -m config.setup COMMAND`.

The first phase runs on the machine's own Python with nothing installed, makes `.venv` and starts the second phase
there.
"""
