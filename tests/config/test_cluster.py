"""The embedded PostgreSQL: one server however many start it, none left when the last one leaves."""

import os
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from config.paths import BASE_DIR
from config.postgres.cluster import Cluster
from config.postgres.errors import EmbeddedPostgresError
from config.postgres.settings import DATABASE_NAME, DATABASE_USER, database_settings
from config.postgres.sockets import LONGEST_PATH, make_socket_directory, socket_directory

START = """
import sys, time
from pathlib import Path
from config.postgres.cluster import Cluster
cluster = Cluster(Path(sys.argv[1]), volatile=True)
cluster.start()
print((cluster.data / "postmaster.pid").read_text().split()[0], flush=True)
sys.stdin.read()
"""
NEEDS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")


def connect(cluster):
    """A connection as the settings would make it."""
    return psycopg.connect(
        host=str(socket_directory(cluster.root)),
        user=DATABASE_USER,
        password=cluster.password.read_text(),
        dbname=DATABASE_NAME,
    )


def starter(root, **options):
    """A process that starts the cluster and holds it until its standard input is closed."""
    return subprocess.Popen(
        [sys.executable, "-c", START, str(root)],
        cwd=BASE_DIR,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        **options,
    )


def leave(process):
    """Let a starter end in order."""
    process.stdin.close()
    process.stdout.close()
    assert process.wait(timeout=60) == 0


def is_gone(pid):
    """Whether the process ends within seconds."""
    for _ in range(100):
        if not Path(f"/proc/{pid}").exists():
            return True
        time.sleep(0.1)
    return False


@pytest.fixture
def root(tmp_path):
    """Where a cluster of the test's own stands."""
    yield tmp_path / "postgres"
    Cluster(tmp_path / "postgres").stop() if (tmp_path / "postgres").exists() else None


def test_twelve_racing_starters_share_one_server(root):
    processes = [starter(root) for _ in range(12)]

    pids = {process.stdout.readline().strip() for process in processes}
    for process in processes[:-1]:
        leave(process)
    with connect(Cluster(root)) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    leave(processes[-1])

    assert len(pids) == 1
    assert is_gone(pids.pop())


def test_killed_starters_do_not_stop_the_others(root):
    first, second = starter(root), starter(root)
    pid = first.stdout.readline().strip()
    second.stdout.readline()

    first.kill()
    first.wait()
    with connect(Cluster(root)) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)

    first.stdout.close(), first.stdin.close()
    leave(second)
    assert is_gone(pid)


def test_killed_server_is_started_again_with_its_rows(root):
    cluster = Cluster(root, volatile=True)
    cluster.start()
    with connect(cluster) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
        connection.commit()
        connection.execute("CHECKPOINT")
    pid = int((cluster.data / "postmaster.pid").read_text().split()[0])

    os.kill(pid, signal.SIGKILL)
    assert is_gone(pid)
    cluster.start()

    with connect(cluster) as connection:
        assert connection.execute("SELECT answer FROM kept").fetchone() == (42,)


def test_number_of_a_dead_server_may_be_anybodys(root):
    cluster = Cluster(root, volatile=True)
    cluster.start()
    lines = (cluster.data / "postmaster.pid").read_text().splitlines()
    cluster.stop()
    (cluster.data / "postmaster.pid").write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")

    assert not cluster.is_running()
    cluster.start()

    with connect(cluster) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_half_made_cluster_is_made_anew(root):
    root.mkdir(mode=0o700)
    (root / "data.new").mkdir()
    (root / "data.new" / "PG_VERSION").write_text("18")

    Cluster(root, volatile=True).start()

    assert not (root / "data.new").exists()


def test_path_too_long_for_a_socket_gets_a_private_folder(tmp_path):
    root = tmp_path / ("deep" * 12) / ("er" * 20) / "postgres"
    cluster = Cluster(root, volatile=True)

    cluster.start()

    folder = socket_directory(root)
    assert len(str(folder)) < LONGEST_PATH
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    with connect(cluster) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    cluster.stop()
    shutil.rmtree(folder, ignore_errors=True)


def test_socket_folder_of_somebody_else_is_refused(tmp_path):
    root = tmp_path / ("x" * 120)
    folder = socket_directory(root)
    folder.mkdir(mode=0o777)
    folder.chmod(0o777)

    with pytest.raises(EmbeddedPostgresError, match="only you can open"):
        make_socket_directory(root)

    folder.rmdir()


def test_nobody_else_can_read_the_password_or_reach_the_server(root):
    cluster = Cluster(root, volatile=True)
    cluster.start()

    assert stat.S_IMODE(cluster.password.stat().st_mode) == 0o600
    assert stat.S_IMODE(cluster.root.stat().st_mode) == 0o700
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(
            host=str(socket_directory(root)), user=DATABASE_USER, password="guess", dbname=DATABASE_NAME
        )
    with connect(cluster) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)


def test_data_of_a_version_that_is_not_installed_is_named(root):
    (root / "data").mkdir(parents=True)
    (root / "data" / "PG_VERSION").write_text("9\n")

    with pytest.raises(EmbeddedPostgresError, match="PostgreSQL 9 is not installed"):
        Cluster(root).start()


@NEEDS_ROOT
@pytest.mark.parametrize("hidden", [(), ("unshare",)])
def test_root_starts_it_with_or_without_namespaces(hidden, tmp_path):
    """Some containers forbid user namespaces; there root lends the server the user nobody."""
    tools = tmp_path / "bin"
    tools.mkdir()
    for folder in ("/usr/bin", "/bin"):
        for tool in Path(folder).iterdir():
            if tool.name not in hidden and not os.path.lexists(tools / tool.name):
                (tools / tool.name).symlink_to(tool)
    place = Path("/var/tmp") / f"codeyard-test-{os.getpid()}-{len(hidden)}"
    place.mkdir(mode=0o755)
    try:
        process = starter(place / "data" / "postgres", env={**os.environ, "PATH": str(tools)})
        pid = process.stdout.readline().strip()
        owner = Path(f"/proc/{pid}").stat().st_uid
        leave(process)
    finally:
        shutil.rmtree(place)

    assert pid.isdigit()
    assert owner == (pwd.getpwnam("nobody").pw_uid if hidden else 0)


@NEEDS_ROOT
def test_ordinary_user_starts_it():
    place = Path("/var/tmp") / f"codeyard-test-{os.getpid()}"
    place.mkdir()
    nobody = pwd.getpwnam("nobody")
    os.chown(place, nobody.pw_uid, nobody.pw_gid)
    if not _can_be_run_by(nobody):
        shutil.rmtree(place)
        pytest.skip("another user cannot read this folder or its Python")
    try:
        process = starter(place / "postgres", user=nobody.pw_uid, group=nobody.pw_gid, extra_groups=[])
        pid = process.stdout.readline().strip()
        assert Path(f"/proc/{pid}").stat().st_uid == nobody.pw_uid
        leave(process)
        assert is_gone(pid)
    finally:
        shutil.rmtree(place)


def _can_be_run_by(user):
    try:
        done = subprocess.run(
            [sys.executable, "-c", "import config.postgres.cluster"],
            cwd=BASE_DIR,
            user=user.pw_uid,
            extra_groups=[],
            capture_output=True,
            check=False,
        )
    except PermissionError:
        return False
    return done.returncode == 0


def test_settings_of_the_embedded_server(tmp_path):
    settings = database_settings(tmp_path, "")

    assert settings["HOST"] == str(tmp_path / "postgres")
    assert settings["OPTIONS"]["pool"]["max_size"] >= 8  # never fewer than the threads of a worker


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("postgres://u:p%40ss@db.example:5433/school", ("db.example", 5433, "school", "u", "p@ss")),
        ("postgresql://u:p@/school?host=/run/pg", ("", "", "school", "u", "p")),
    ],
)
def test_settings_of_a_server_that_database_url_names(tmp_path, url, expected):
    settings = database_settings(tmp_path, url)

    assert tuple(settings[key] for key in ("HOST", "PORT", "NAME", "USER", "PASSWORD")) == expected
    assert settings["ENGINE"] == "django_tenants.postgresql_backend"
    assert "pool" in settings["OPTIONS"]
