"""Loaded before Django's settings: a PostgreSQL of the test session's own, and no word from the operator's environment.

The cluster stands in `DATA_DIR/test/postgres` and is kept between runs; each worker process copies its databases from
a template that is made once for each set of migrations.
"""

import os
from urllib.parse import quote

from config.paths import data_dir
from config.postgres.cluster import Cluster
from config.postgres.settings import DATABASE_NAME, DATABASE_USER
from config.postgres.sockets import socket_directory
from config.setup.browser_files import prepare_static

OPERATORS = (
    "BASE_DOMAIN", "EXTRA_HOSTS", "RUN_ORIGIN", "PROXY_COUNT", "SCHEME", "PORT_SUFFIX", "PORT", "DEBUG",
    "SSL_REDIRECT", "DEMO_PASSWORD", "LOG_LEVEL", "TIME_ZONE", "PACKAGE_INSTALLS",
)  # fmt: skip
CLUSTER = Cluster(data_dir() / "test" / "postgres", volatile=True)


def database_url(name: str) -> str:
    """The address of one database of the test cluster."""
    password = quote(CLUSTER.password.read_text(), safe="")
    return f"postgres://{DATABASE_USER}:{password}@/{name}?host={quote(str(socket_directory(CLUSTER.root)))}"


for variable in OPERATORS:
    os.environ.pop(variable, None)
os.environ["CODEYARD_MODE"] = "test"
# The tests' own package index: a folder of wheels that they make. Nothing outside is asked.
os.environ["PYTHON_PACKAGE_INDEX"] = str(data_dir() / "test" / "package-index")
os.environ["SECRET_KEY"] = "for the tests only, where nothing is secret and nobody is real"
if "PYTEST_XDIST_WORKER" not in os.environ:
    prepare_static()  # by the first process only; takes a moment when nothing has changed
CLUSTER.start()
os.environ["DATABASE_URL"] = database_url(DATABASE_NAME)
