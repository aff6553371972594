"""The network between a browser and a server, in the hands of a test."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager

CHUNK = 65536
RESET = struct.pack("ii", 1, 0)  # linger 0: close with a reset, not in order


class Wire:
    """Forwards TCP connections to a port on loopback, while it is whole."""

    def __init__(self, target: int) -> None:
        self.target = target
        self.is_cut = False
        self.refuses_saves = False
        self.loses_answers = False
        self.lost_answers = 0
        self._unheard: set[socket.socket] = set()
        self._open: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._listen, daemon=True).start()

    def cut(self) -> None:
        """Break every connection in the middle, and every new one, until `mend`."""
        self.is_cut = True
        for wire in list(self._open):
            self._reset(wire)

    def mend(self) -> None:
        """Let everything through again."""
        self.is_cut = self.refuses_saves = self.loses_answers = False

    def close(self) -> None:
        """The end."""
        self.cut()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _listen(self) -> None:
        while True:
            try:
                browser, _ = self._listener.accept()
            except OSError:
                return
            if self.is_cut:
                self._reset(browser)
                continue
            server = socket.create_connection(("127.0.0.1", self.target))
            self._open |= {browser, server}
            threading.Thread(target=self._pass, args=(browser, server), daemon=True).start()
            threading.Thread(target=self._pass, args=(server, browser), daemon=True).start()

    def _pass(self, source: socket.socket, sink: socket.socket) -> None:
        try:
            while chunk := source.recv(CHUNK):
                if self._swallows(chunk, source, sink):
                    break
                sink.sendall(chunk)
        except OSError:
            pass
        self._reset(source)
        self._reset(sink)

    def _swallows(self, chunk: bytes, source: socket.socket, sink: socket.socket) -> bool:
        """Whether this is a save that shall not arrive, or the answer to one that shall not be heard."""
        if chunk.startswith(b"PUT ") and self.loses_answers:
            self._unheard.add(sink)
        if source in self._unheard:
            self.lost_answers += 1
            return True
        return self.refuses_saves and chunk.startswith(b"PUT ")

    def _reset(self, wire: socket.socket) -> None:
        self._open.discard(wire)
        try:
            wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            wire.shutdown(socket.SHUT_RDWR)
            wire.close()
        except OSError:
            pass  # the other direction was faster


@contextmanager
def wire_to(port: int) -> Iterator[Wire]:
    """A wire to the server at `port`."""
    wire = Wire(port)
    try:
        yield wire
    finally:
        wire.close()
