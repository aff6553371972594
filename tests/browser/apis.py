"""Servers on this machine that a program may call over https: one lets other sites' programs read it, one does not."""

import base64
import datetime
import hashlib
import json
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "*",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Expose-Headers": "X-Answer",
}


@dataclass(frozen=True)
class Certificate:
    """A file with key and certificate for `localhost`, and the hash by which Chromium trusts this one alone."""

    file: Path
    spki: str


def make_certificate(folder: Path) -> Certificate:
    """A certificate of our own, good for today."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now, day = datetime.datetime.now(datetime.UTC), datetime.timedelta(days=1)
    builder = x509.CertificateBuilder(
        name, name, key.public_key(), x509.random_serial_number(), now - day, now + day
    )
    alternative = x509.SubjectAlternativeName([x509.DNSName("localhost")])
    certificate = builder.add_extension(alternative, critical=False).sign(key, hashes.SHA256())
    pem, pkcs8 = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    file = folder / "localhost.pem"
    file.write_bytes(
        key.private_bytes(pem, pkcs8, serialization.NoEncryption()) + certificate.public_bytes(pem)
    )
    spki = key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return Certificate(file, base64.b64encode(hashlib.sha256(spki).digest()).decode())


class _Handler(BaseHTTPRequestHandler):
    """Answers with what it was asked; `/missing`, `/bytes`, `/moved` and `/never` are special."""

    headers_for_all: dict[str, str] = {}
    patience = threading.Event()  # set when the server ends

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode(errors="replace")
        if self.path == "/never":
            self.patience.wait(60)
        status = {"/missing": 404, "/moved": 302}.get(self.path, 200)
        echo = {"method": self.command, "path": self.path, "body": body, "sent": self.headers.get("X-Sent")}
        content = bytes(range(256)) if self.path == "/bytes" else json.dumps(echo).encode()
        self.send_response(status)
        for header, value in {
            **self.headers_for_all,
            "X-Answer": "42",
            "Content-Type": "application/json",
        }.items():
            self.send_header(header, value)
        if status == 302:
            self.send_header("Location", "/arrived")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_PUT = do_OPTIONS = _answer  # noqa: N815 -- named by http.server

    def log_message(self, format: str, *args: object) -> None:
        """Silent."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hangs up is no news."""


@contextmanager
def api(certificate: Certificate, *, headers: dict[str, str]) -> Iterator[str]:
    """A running server whose every answer has these headers besides its own; gives its origin."""
    patience = threading.Event()
    kind = type("Handler", (_Handler,), {"headers_for_all": headers, "patience": patience})
    server = _Server(("127.0.0.1", 0), kind)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate.file)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"https://localhost:{server.server_port}"
    finally:
        patience.set()
        server.shutdown()
        server.server_close()
