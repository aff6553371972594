"""The check engine: `observing` runs beside the student's code, `judging` never does. See docs/checks.md.

Both run in Pyodide and under CPython, need nothing but the standard library, and speak JSON.
"""
