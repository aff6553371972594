"""Codeyard beside JupyterLite and PyScript, on one machine and in one browser. `make bench ARGS=peers`.

The peers are installed by this benchmark into DATA_DIR/bench, and nowhere else. No CDN is asked: they run the Pyodide
release that this server has, from this machine, as it was published. Codeyard runs the same release as its set-up
repacks it.
"""
