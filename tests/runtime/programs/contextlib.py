"""Own with-blocks: a tidy heading, errors that are left out, output that is caught."""

import contextlib
import io


@contextlib.contextmanager
def heading(text):
    print(f"<h1>{text}", end="")
    try:
        yield text.upper()
    finally:
        print("</h1>")


with heading("News") as loud:
    print(f" ({loud})", end="")
with contextlib.suppress(ZeroDivisionError):
    print(1 / 0)
with contextlib.redirect_stdout(io.StringIO()) as caught:
    print("hidden")
print(repr(caught.getvalue()))
with contextlib.ExitStack() as stack:
    for name in "ab":
        stack.callback(print, "leaving", name)

# Prints:
# <h1>News (NEWS)</h1>
# 'hidden\n'
# leaving b
# leaving a
