"""Programs that call a server: what `requests` and `urllib.request` give, and what they say when nothing comes back."""

from playwright.sync_api import Page

from tests.browser.workspace import Workspace, wait_until
from tests.live import free_port

REQUESTS = """
import requests

API = "{api}"
answer = requests.get(API + "/books", params={{"page": 2}}, headers={{"X-Sent": "yes"}}, timeout=20)
print(answer.status_code, answer.reason, answer.ok, answer.headers["X-Answer"])
print(answer.json()["path"], answer.json()["sent"])
print(requests.post(API + "/new", json={{"name": "Ada"}}).json()["body"])
print(requests.put(API + "/form", data={{"a": 1}}).json()["body"])
content = requests.get(API + "/bytes").content
pieces = requests.get(API + "/bytes", stream=True).iter_content(100)
print(len(content), content[-1], sum(len(piece) for piece in pieces))
print(requests.get(API + "/moved").url)
with requests.Session() as session:
    session.headers["X-Sent"] = "session"
    print(session.get(API).json()["sent"])
missing = requests.get(API + "/missing")
try:
    missing.raise_for_status()
except requests.HTTPError as error:
    print(missing.status_code, error)
"""
URLLIB = """
import json
import urllib.error
import urllib.parse
import urllib.request

API = "{api}"
with urllib.request.urlopen(API + "/books?page=2", timeout=20) as answer:
    print(answer.status, answer.reason, answer.headers["X-Answer"], json.load(answer)["path"])
data = urllib.parse.urlencode({{"a": 1, "b": "ü"}}).encode()
request = urllib.request.Request(API + "/new", data=data, headers={{"X-Sent": "yes"}})
echo = json.loads(urllib.request.urlopen(request).read())
print(echo["method"], echo["body"], echo["sent"])
path, headers = urllib.request.urlretrieve(API + "/bytes", "bytes.bin")
print(path, len(open(path, "rb").read()))
try:
    urllib.request.urlopen(API + "/missing")
except urllib.error.HTTPError as error:
    print(error.code, error.reason)
"""
REFUSED = """
import urllib.error
import urllib.request

import requests

for address in {addresses}:
    try:
        requests.get(address, timeout=3)
    except requests.exceptions.ConnectionError as error:
        print("requests:", error)
    except requests.exceptions.Timeout as error:
        print("requests was too slow:", error)
    try:
        urllib.request.urlopen(address, timeout=3)
    except urllib.error.URLError as error:
        print("urllib:", error.reason)
requests.get({last!r})
"""
ASYNCIO = """
import asyncio
import requests

async def name(number):
    await asyncio.sleep(0)
    return requests.get(f"{api}/{{number}}").json()["path"]

async def main():
    print(await asyncio.gather(name(1), name(2)))

asyncio.run(main())
print(requests.get("{api}/3").json()["path"])
"""


def assert_lines(workspace: Workspace, *lines: str) -> None:
    """The console holds exactly these lines."""
    assert [line for line in workspace.output.splitlines() if line] == list(lines)


def test_requests_reaches_a_server_that_lets_it(workspace: Workspace, open_api: str) -> None:
    outcome = workspace.run(REQUESTS.format(api=open_api))

    assert outcome == "Finished", workspace.output
    assert_lines(
        workspace,
        "200 OK True 42",
        "/books?page=2 yes",
        '{"name": "Ada"}',
        "a=1",
        "256 255 256",
        f"{open_api}/arrived",
        "session",
        f"404 404 Client Error: Not Found for url: {open_api}/missing",
    )


def test_urllib_reaches_a_server_that_lets_it(workspace: Workspace, open_api: str) -> None:
    outcome = workspace.run(URLLIB.format(api=open_api))

    assert outcome == "Finished", workspace.output
    for line in ("200 OK 42 /books?page=2", "POST a=1&b=%C3%BC yes", "bytes.bin 256", "404 Not Found"):
        assert line in workspace.output
    wait_until(lambda: workspace.has_file("bytes.bin"), seconds=10, what="the file that was fetched")


def test_coroutines_may_call_a_server(workspace: Workspace, open_api: str) -> None:
    outcome = workspace.run(ASYNCIO.format(api=open_api))

    assert outcome == "Finished", workspace.output
    assert "['/1', '/2']\n/3" in workspace.output


def test_what_cannot_be_read_says_so_in_plain_words(
    workspace: Workspace, open_api: str, shut_api: str
) -> None:
    nobody = f"https://localhost:{free_port()}/"
    addresses = [shut_api, nobody, "http://api.example/", f"{open_api}/never"]

    outcome = workspace.run(REFUSED.format(addresses=addresses, last=shut_api))

    assert outcome == "Failed"
    said = workspace.output
    refused = "cannot be read: it does not answer, or it does not allow programs in a browser to read it. Check a URL"
    for host in (shut_api, nobody.removesuffix("/")):
        for client in ("requests", "urllib"):
            assert f"{client}: {host.removeprefix('https://')} {refused}" in said
    for client in ("requests", "urllib"):
        assert f"{client}: api.example cannot be read with http://" in said
    slow = (
        f"{open_api.removeprefix('https://')}/never".partition("/")[0] + " did not answer within 3 seconds."
    )
    assert f"requests was too slow: {slow}" in said
    assert f"urllib: {slow}" in said
    assert "requests.exceptions.ConnectionError" in said, "the last one was not caught"
    assert "During handling of" not in said


def test_stop_ends_a_request_that_hangs(page: Page, workspace: Workspace, open_api: str) -> None:
    workspace.start(
        f'import requests\nprint("asking", flush=True)\nrequests.get("{open_api}/never")\nprint("over")'
    )
    wait_until(lambda: "asking" in workspace.output, seconds=60, what="the request")

    workspace.stop_button.click()

    assert workspace.wait_ended(seconds=10) == "Stopped"
    assert "over" not in workspace.output
    assert workspace.run('print("again")') == "Finished"
