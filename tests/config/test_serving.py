"""Production settings, and gunicorn's start and end."""

import json
import os
import signal
import subprocess
import sys
import threading
import time

import psycopg
import pytest

from config.paths import BASE_DIR
from tests.live import serve
from tests.session import database_url

REQUESTS_UNDER_WAY = 6  # no more than one worker has threads for
PRODUCTION = {
    "CODEYARD_MODE": "production",
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "BASE_DOMAIN": "codeyard.example",
    "RUN_ORIGIN": "https://codeyard-run.example",
    "SECRET_KEY": "k7Qe" * 16 + "-not-the-one-of-anybody",
    "PROXY_COUNT": "1",
}
READ = """
import json
from django.conf import settings
names = ["DEBUG", "ALLOWED_HOSTS", "SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SECURE_HSTS_SECONDS", "RUN_HOST",
         "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SESSION_COOKIE_DOMAIN"]
print(json.dumps({name: getattr(settings, name) for name in names}))
"""


def _environment():
    """This process's environment without what browser tests put into it."""
    return {name: value for name, value in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"}


def python(*arguments, **extra):
    """Run Python in the project with production settings."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=BASE_DIR,
        env={**_environment(), **PRODUCTION, **extra},
        capture_output=True,
        text=True,
        check=False,
    )


def test_check_deploy_finds_nothing():
    done = python("manage.py", "check", "--deploy", "--fail-level", "WARNING")

    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


def test_production_is_for_https_and_binds_cookies_to_their_host():
    settings = json.loads(python("-c", READ).stdout)

    assert settings == {
        "DEBUG": False,
        "ALLOWED_HOSTS": [".codeyard.example", "codeyard-run.example"],
        "SESSION_COOKIE_NAME": "__Host-session",
        "CSRF_COOKIE_NAME": "__Host-csrftoken",
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SESSION_COOKIE_DOMAIN": None,
        "SECURE_HSTS_SECONDS": 63072000,
        "SECURE_SSL_REDIRECT": True,
        "RUN_HOST": "codeyard-run.example",
    }


def test_no_migration_is_missing():
    done = python("manage.py", "makemigrations", "--check", "--dry-run")

    assert done.returncode == 0, done.stdout


@pytest.fixture
def production(live, worker):
    """A server with production settings, as it stands behind a proxy."""
    with serve(live.database, {**PRODUCTION, "BASE_DOMAIN": "localhost"}) as site:
        yield site


def test_plain_http_is_sent_to_https(production):
    answer = production.ask("/", host="north.localhost")

    assert (answer.status, answer.headers["Location"]) == (301, f"https://north.localhost:{production.port}/")
    assert production.ask("/healthz").status == 200


def test_behind_the_proxy_pages_come_with_hsts_and_host_cookies(production):
    answer = production.ask("/accounts/login/", host="north.localhost", X_Forwarded_Proto="https")

    assert answer.status == 200
    assert "max-age=63072000; includeSubDomains; preload" in answer.headers["Strict-Transport-Security"]
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-csrftoken=")
    assert "Secure" in cookie
    assert "Domain" not in cookie


def test_demo_school_is_never_made_in_production(live):
    done = python("manage.py", "make_demo_school")

    assert done.returncode != 0
    assert "never made in production" in done.stderr


def test_requests_under_way_are_finished_before_the_end(live, worker):
    """Requests that wait for the database when the server is told to stop are still answered."""
    statuses = []
    with (
        serve(live.database) as site,
        psycopg.connect(database_url(live.database), autocommit=True) as watcher,
    ):
        threads = [
            threading.Thread(
                target=lambda: statuses.append(site.ask("/accounts/login/", host="north.localhost").status)
            )
            for _ in range(REQUESTS_UNDER_WAY)
        ]
        with psycopg.connect(database_url(live.database)) as holder:
            holder.execute("LOCK TABLE public.schools_domain IN ACCESS EXCLUSIVE MODE")
            for thread in threads:
                thread.start()
            wait_until_blocked(watcher, REQUESTS_UNDER_WAY)
            os.kill(site.process.pid, signal.SIGTERM)
            time.sleep(0.5)
        for thread in threads:
            thread.join()
        assert site.process.wait(timeout=30) == 0

    assert statuses == [200] * REQUESTS_UNDER_WAY


def wait_until_blocked(watcher, count, seconds=20):
    """Wait until `count` sessions wait for a lock that somebody holds."""
    query = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'public.schools_domain'::regclass"
    deadline = time.monotonic() + seconds
    while watcher.execute(query).fetchone()[0] < count:
        assert time.monotonic() < deadline, "the requests did not come"
        time.sleep(0.02)


def setup(command, **extra):
    """Run a command of the set-up as `make` does."""
    environment = {**os.environ, **extra}
    environment.pop("DATABASE_URL")
    return subprocess.run(
        [sys.executable, "-m", "config.setup", command],
        cwd=BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_busy_port_is_said_in_one_sentence(live):
    done = setup("run", PORT=str(live.port))

    assert done.returncode == 1
    assert done.stderr.strip().endswith(f"make run PORT={live.port + 1}")


@pytest.mark.parametrize("port", ["http", "0", "70000", "-1", "８０"])
def test_port_that_is_none_is_said_in_one_sentence(port):
    done = setup("run", PORT=port)

    assert done.returncode == 1
    assert "from 1 to 65535" in done.stderr
    assert "Traceback" not in done.stderr


def test_unknown_command_lists_those_there_are():
    done = setup("fly")

    assert done.returncode == 2
    assert "run, serve" in done.stdout


def test_old_python_is_told_so():
    source = (BASE_DIR / "config/setup/__main__.py").read_text()

    compile(source, "__main__.py", "exec", flags=0, dont_inherit=True, optimize=0)
    assert 'f"' not in source and "match " not in source
