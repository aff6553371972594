"""The run origin gives wheels by the hash of their content, as bytes and nothing else."""

import hashlib
from pathlib import Path

import pytest

from runtime_static.wheels import draft_folder, keep_wheel, wheel_path

CONTENT = b"<script>alert(1)</script>"
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings) -> Path:
    """A store that holds one wheel."""
    settings.DATA_DIR = tmp_path
    draft = draft_folder() / "x.whl"
    draft.write_bytes(CONTENT)
    keep_wheel(DIGEST, draft)
    return tmp_path


def test_a_wheel_is_bytes_for_ever_and_never_a_page(run_origin):
    answer = run_origin.get(f"/wheels/{DIGEST}.whl")

    assert b"".join(answer.streaming_content) == CONTENT
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"] == "attachment"
    assert answer["Content-Length"] == str(len(CONTENT))
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer["Cross-Origin-Embedder-Policy"] == "require-corp"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "Access-Control-Allow-Origin" not in answer
    assert not answer.cookies


def test_head_gives_the_size(run_origin):
    answer = run_origin.head(f"/wheels/{DIGEST}.whl")

    assert (answer.status_code, answer["Content-Length"], answer.content) == (200, str(len(CONTENT)), b"")


def test_a_wheel_that_is_not_here_may_come_later(run_origin):
    answer = run_origin.get(f"/wheels/{'0' * 64}.whl")

    assert answer.status_code == 404
    assert answer["Cache-Control"] == "no-store"
    assert answer["Content-Type"].startswith("text/plain")


@pytest.mark.parametrize(
    "path",
    [
        "", "../secret-key.txt", f"{DIGEST}", f"{DIGEST.upper()}.whl", f"{DIGEST[:2]}/{DIGEST}.whl", f"{DIGEST}.whl/",
        f"..%2f{DIGEST}.whl", "drafts/x.whl", f"{DIGEST}%00.whl", f"{DIGEST}.html",
    ],
)  # fmt: skip
def test_nothing_else_is_given(run_origin, path):
    assert run_origin.get(f"/wheels/{path}").status_code in (400, 404)


def test_schools_do_not_serve_wheels(client, public, school):
    assert client.get(f"/wheels/{DIGEST}.whl").status_code == 404
    assert public.get(f"/wheels/{DIGEST}.whl").status_code == 404


@pytest.mark.parametrize("digest", ["", "../x", "g" * 64, DIGEST + "\n"])
def test_a_path_is_made_of_hashes_only(digest):
    with pytest.raises(ValueError, match="SHA-256"):
        wheel_path(digest)
