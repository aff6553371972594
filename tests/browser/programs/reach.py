# ruff: noqa: F704, E501 -- a student's program may await at top level, and its table of attempts is easier to read in lines
"""A student's program that tries to act as whoever runs it: reads private pages, writes to the saving API, looks around.

It asks for its target (one line of JSON) and prints one line of JSON for each attempt: its name, how many characters of
foreign pages it could read, and what happened. It runs in the browser, in the same place as every student's program.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable

import js
from pyodide.ffi import create_proxy, to_js
from pyodide.http import open_url, pyfetch

SECONDS = 2
target = json.loads(input("Target? "))
SCHOOL, RUN = target["school"], target["run"]
PROJECT = f"/projects/{target['project']}/"
FILE = f"{PROJECT}files/{target['file']}/"
PRIVATE = (
    "/",
    "/projects/",
    PROJECT,
    f"{PROJECT}files/",
    f"{FILE}content/",
    "/admin/accounts/user/",
    "/admin/projects/project/",
)
SAVE = json.dumps({"path": "main.py", "baseRevision": 1, "key": "forged-key-0001", "text": "# FORGED"})
FORM = f"name=FORGED&csrfmiddlewaretoken={target['token']}"
WRITES = (
    ("PUT", FILE, "application/json", SAVE),
    ("PUT", FILE, "text/plain", SAVE),
    ("PATCH", PROJECT, "application/json", '{"name": "FORGED"}'),
    ("DELETE", FILE, "application/json", '{"baseRevision": 1, "key": "forged-key-0002"}'),
    ("POST", "/projects/", "application/x-www-form-urlencoded", FORM),
    ("POST", f"{PROJECT}delete/", "application/x-www-form-urlencoded", FORM),
    ("POST", "/accounts/logout/", "application/x-www-form-urlencoded", FORM),
    (
        "POST",
        "/admin/accounts/user/add/",
        "application/x-www-form-urlencoded",
        FORM + "&username=forged&role=teacher",
    ),
)


def address(path: str, name: str, scheme: str = "http") -> str:
    """A page of the school, marked so that the server's log tells which attempt asked for it."""
    return f"{SCHOOL.replace('http', scheme, 1)}{path}?q=probe-{name.replace(' ', '-')}"


def js_object(**fields: object) -> object:
    return to_js(fields, dict_converter=js.Object.fromEntries)


async def attempt(name: str, work: Callable[[str], Awaitable[str]]) -> None:
    """Try one thing; whatever text it returns was read."""
    try:
        text, outcome = await asyncio.wait_for(work(name), SECONDS), "done"
    except BaseException as error:
        text, outcome = "", f"{type(error).__name__}: {error}"[:160]
    print(
        json.dumps(
            {
                "probe": name,
                "read": len(text or ""),
                "outcome": outcome,
                "private": target["marker"] in (text or ""),
            }
        )
    )


# Reading and writing over HTTP.


def fetching(path: str, mode: str, credentials: str) -> Callable[[str], Awaitable[str]]:
    async def work(name: str) -> str:
        answer = await js.fetch(address(path, name), js_object(mode=mode, credentials=credentials))
        return await answer.text()

    return work


def writing(method: str, path: str, kind: str, body: str, mode: str) -> Callable[[str], Awaitable[str]]:
    async def work(name: str) -> str:
        headers = js_object(
            **{"Content-Type": kind, "X-CSRFToken": target["token"], "X-Codeyard-Person": target["person"]}
        )
        options = js_object(method=method, mode=mode, credentials="include", body=body, keepalive=True)
        options.headers = headers
        return await (await js.fetch(address(path, name), options)).text()

    return work


def by_request_object(method: str, path: str, body: str | None) -> Callable[[str], Awaitable[str]]:
    async def work(name: str) -> str:
        request = js.XMLHttpRequest.new()
        request.open(method, address(path, name), False)
        request.withCredentials = True
        if body:
            request.setRequestHeader("X-CSRFToken", target["token"])
        request.send(body)
        return request.responseText

    return work


async def pyodide_open(name: str) -> str:
    return open_url(address("/", name)).read()


async def pyodide_fetch(name: str) -> str:
    return await (await pyfetch(address("/", name), credentials="include")).string()


async def beacon(name: str) -> str:
    js.navigator.sendBeacon(address("/projects/", name), FORM)
    return ""


def listening(make: Callable[[str], object]) -> Callable[[str], Awaitable[str]]:
    """Open something that sends messages by itself, and keep what comes."""

    async def work(name: str) -> str:
        heard: list[str] = []
        source = make(name)
        listener = create_proxy(lambda event: heard.append(str(event.data)))
        source.addEventListener("message", listener)
        await asyncio.sleep(0.3)
        source.close()
        return "".join(heard)

    return work


def shout(name: str) -> object:
    """Speak on the channel on which a person's tabs tell each other what they saved."""
    channel = js.BroadcastChannel.new(f"codeyard-{target['person']}-{target['project']}")
    for kind in ("saved", "changed", "file", "draft"):
        channel.postMessage(js_object(type=kind, file=target["file"], text="# FORGED", revision=99))
    return channel


# Code from elsewhere.


def loading(source: str, **options: str) -> Callable[[str], Awaitable[str]]:
    """A worker of its own from `source`; what it posts was read."""
    return listening(
        lambda name: Ending(
            js.Worker.new(source.replace("NAME", name.replace(" ", "-")), js_object(**options))
        )
    )


class Ending:
    """A worker that is closed like a socket."""

    def __init__(self, worker: object) -> None:
        self.addEventListener, self.close = worker.addEventListener, worker.terminate


def evaluating(code: str) -> Callable[[str], Awaitable[str]]:
    async def work(name: str) -> str:
        return str(await js.eval(code))

    return work


def blob_address() -> str:
    return js.URL.createObjectURL(
        js.Blob.new(to_js(["postMessage('in')"]), js_object(type="text/javascript"))
    )


# What is lying around.


def looking(path: str) -> Callable[[str], Awaitable[str]]:
    """Walk to an attribute of the global object; there must be none."""

    async def work(name: str) -> str:
        here = js.globalThis
        for part in path.split("."):
            here = getattr(here, part)
        return str(here)

    return work


async def databases(name: str) -> str:
    return "".join(str(one.name) for one in await js.indexedDB.databases() if "codeyard" in str(one.name))


async def cached(name: str) -> str:
    return "".join(await js.caches.keys())


async def private_folder(name: str) -> str:
    folder = await js.navigator.storage.getDirectory()
    return str((await folder.keys().next()).value or "")


async def locks(name: str) -> str:
    held = (await js.navigator.locks.query()).held
    return "".join(lock.name for lock in held if lock.name.startswith("codeyard"))


async def service_worker(name: str) -> str:
    return str(await js.navigator.serviceWorker.register(f"{RUN}/static/sw.js"))


async def leave(name: str) -> str:
    js.self.location.assign(address("/accounts/logout/", name))
    return ""


async def form(name: str) -> str:
    made = js.document.createElement("form")
    made.action, made.method = address("/projects/", name), "post"
    made.submit()
    return ""


async def main() -> None:
    for path in PRIVATE:
        await attempt(f"fetch {path}", fetching(path, "cors", "include"))
    for mode in ("no-cors", "same-origin", "navigate"):
        await attempt(f"fetch {mode}", fetching("/", mode, "include"))
    for number, write in enumerate(WRITES):
        for mode in ("cors", "no-cors"):
            await attempt(f"write {number} {write[0]} {mode}", writing(*write, mode))
    await attempt("XHR", by_request_object("GET", "/", None))
    await attempt("XHR write", by_request_object("PUT", FILE, SAVE))
    await attempt("open_url", pyodide_open)
    await attempt("pyfetch", pyodide_fetch)
    await attempt("sendBeacon", beacon)
    await attempt("WebSocket", listening(lambda name: js.WebSocket.new(address("/", name, "ws"))))
    await attempt(
        "EventSource",
        listening(lambda name: js.EventSource.new(address("/", name), js_object(withCredentials=True))),
    )
    await attempt("BroadcastChannel", listening(shout))
    await attempt("importScripts", lambda name: js.importScripts(address("/", name)))
    await attempt("worker of the school", loading(f"{SCHOOL}/?q=probe-NAME"))
    await attempt("worker from a blob", loading(blob_address()))
    await attempt("worker from data", loading("data:text/javascript,postMessage('in')", type="module"))
    await attempt("worker of a static file", loading(f"{RUN}/static/design/theme.js?q=probe-NAME"))
    await attempt(
        "worker of the other policy", loading(f"{RUN}{target['otherWorker']}?q=probe-NAME", type="module")
    )
    await attempt("eval", evaluating("1 + 1"))
    await attempt("Function", lambda name: js.Function.new("return 1")())
    await attempt("import", evaluating(f"import({SCHOOL!r} + '/?q=probe-import')"))
    for path in (
        "document",
        "window",
        "parent",
        "top.location",
        "opener",
        "frameElement",
        "localStorage",
        "sessionStorage",
        "cookieStore",
        "document.cookie",
        "frames",
        "sharedStorage",
    ):
        await attempt(f"look at {path}", looking(path))
    await attempt("indexedDB", databases)
    await attempt("caches", cached)
    await attempt("private folder", private_folder)
    await attempt("locks", locks)
    await attempt("service worker", service_worker)
    await attempt("location", leave)
    await attempt("form", form)
    js.postMessage(js_object(type="connect", version=1))
    # What a program may read: proof that reading is noticed.
    await attempt("own origin", lambda name: own_page())


async def own_page() -> str:
    return await (await js.fetch(f"{RUN}/frame/open/")).text()


await main()
