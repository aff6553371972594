"""Our side of Python in the browser: streams, errors, packages, pictures. Runs inside Pyodide, under CPython 3.14."""
