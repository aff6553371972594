"""Puts third-party browser code into VENDOR_ROOT: what pages import, Pyodide, and its compiled packages."""
