"""What the guide says that follows from settings and from what is installed."""

from pathlib import Path

from django.conf import settings

from runtime_static import vendor

# Ids and titles of the sections of each page, for its contents.
SECTIONS: dict[str, list[tuple[str, str]]] = {
    "how-it-works": [
        ("two-places", "The server and the browser"),
        ("run", "What happens on Run"),
        ("console", "Text, questions and pictures"),
        ("files", "Files and saving"),
        ("packages", "Packages"),
        ("errors", "When something goes wrong"),
        ("limits", "What does not work, and what to use"),
        ("offline", "Without a network"),
        ("firewall", "Networks and firewalls"),
        ("devices", "Devices"),
        ("safety", "Why a program can do no harm"),
        ("powered-by", "What powers it"),
    ],
    "lessons": [
        ("checklist", "The checklist"),
        ("planning", "Before the lesson"),
        ("instead", "What to use instead"),
    ],
    "exercises": [
        ("parts", "What an exercise is made of"),
        ("write", "Write one, step by step"),
        ("kinds", "Which check for what"),
        ("examples", "Each kind, with an example"),
        ("texts", "When are two texts the same"),
        ("fair", "Checks that are fair"),
        ("hidden", "Hidden checks"),
        ("publish", "Try it, then publish"),
        ("trust", "How far a verdict can be trusted"),
        ("verify", "Verify all, and Regrade"),
        ("files", "Files: import and export"),
    ],
    "classes": [
        ("overview", "From the first lesson to the marks"),
        ("class", "Make a class"),
        ("set", "Set work"),
        ("late", "Late work"),
        ("pupils", "What pupils see"),
        ("follow", "Follow it: Progress"),
        ("mark", "Mark it"),
        ("back", "Give it back"),
        ("gradebook", "The gradebook"),
    ],
    "cors": [
        ("why", "Why browsers ask"),
        ("works", "What works"),
        ("does-not", "What does not work"),
        ("instead", "What to use instead"),
        ("in-programs", "What a program sees"),
    ],
    "privacy": [
        ("stored", "What the server stores"),
        ("never", "What never leaves the device"),
        ("device", "What the device keeps"),
        ("others", "Third parties"),
        ("who-sees", "Who sees what"),
    ],
}

# Rows of the tables, by id, that an example shows.
EXAMPLES: dict[str, str] = {
    "asyncio": "kitchen",
    "await": "kitchen",
    "charts": "sports-chart",
    "console": "guess-the-number",
    "data": "weather",
    "databases": "library",
    "input": "guess-the-number",
    "matplotlib": "sports-chart",
    "pandas": "weather",
    "pictures": "night-sky",
    "pillow": "photo-lab",
    "requests": "weather-now",
    "sql": "library",
    "turtle": "turtle-race",
    "turtle-graphics": "turtle-race",
    "web-data": "weather-now",
}

# npm packages whose versions the guide names.
PARTS = (("Pyodide", "pyodide"), ("CodeMirror", "@codemirror/view"))
# What a browser loads before the first program can run.
CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")


def parts() -> dict[str, str]:
    """Installed versions of the parts that the guide names, by a word for templates: `pyodide`, `codemirror`."""
    return {name.lower(): vendor.installed_version(package) or "" for name, package in PARTS}


def hosts() -> dict[str, str]:
    """The hosts that a school's network must let through: `school` with a star for the name, `site` and `run`."""
    return {
        "site": f"{settings.BASE_DOMAIN}{settings.PORT_SUFFIX}",
        "school": f"*.{settings.BASE_DOMAIN}{settings.PORT_SUFFIX}",
        "run": settings.RUN_HOST,
    }


def own_hosts() -> list[str]:
    """Hosts of this site as they stand in addresses; those below them are its own too."""
    names = (settings.BASE_DOMAIN, *settings.EXTRA_HOSTS)
    return [settings.RUN_HOST, *(f"{name}{settings.PORT_SUFFIX}" for name in names)]


def download_megabytes() -> float:
    """What Python costs on the wire the first time, in megabytes, compressed as browsers get it."""
    files = [vendor.vendor_file(f"pyodide/{name}") for name in CORE]
    library = vendor.file_at(vendor.python_address("core"))
    sizes = [_compressed_size(path) for path in (*files, library)]
    return round(sum(sizes) / 1_000_000, 1)


def _compressed_size(path: Path) -> int:
    brotli = path.with_name(f"{path.name}.br")
    found = brotli if brotli.exists() else path
    return found.stat().st_size
