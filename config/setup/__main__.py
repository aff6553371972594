"""`python -m config.setup COMMAND`. Written so that an old Python can still read it and say that it is too old."""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Codeyard needs Python 3.11 or newer; this is %d.%d. Try: make run PYTHON=python3.12"
        % sys.version_info[:2]
    )

from config.setup.commands import main

sys.exit(main(sys.argv[1:]))
