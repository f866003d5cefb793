"""Serves a built site the way a static host does."""

import gzip
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO

# Spelled out, because what the standard library guesses depends on the machine.
MIME_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    "": "application/octet-stream",
}
SOURCES = Path(__file__).resolve().parents[2] / "macros/coursewright/theme/assets"
COMPRESSED = frozenset({".css", ".html", ".js", ".json", ".svg", ".xml"})


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = MIME_TYPES

    def __init__(
        self, *given: Any, headers: Mapping[str, str], compressed: bool, **more: Any
    ) -> None:
        self.more_headers = headers
        self._compressed = compressed
        super().__init__(*given, **more)

    def translate_path(self, path: str) -> str:
        """Offer the scripts' sources, too, to tests that need a part of what pages load."""
        name = path.removeprefix("/script-sources/")
        return super().translate_path(path) if name == path else str(SOURCES / name)

    def end_headers(self) -> None:
        """Send what this host adds to every answer."""
        for name, value in self.more_headers.items():
            self.send_header(name, value)
        super().end_headers()

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send the headers, and text as most hosts do: compressed."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() and self.path.endswith("/") else path
        if not (self._compressed and path.suffix in COMPRESSED and path.is_file()):
            return super().send_head()
        body = gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", MIME_TYPES[path.suffix])
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def log_message(self, *_: object) -> None:
        """Keep quiet: the tests report what matters."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer an unknown address with the site's own page, as hosts do."""
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", MIME_TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Let a browser hang up in the middle: it does so when a page is left early."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serving(
    directory: Path, headers: Mapping[str, str] | None = None, *, compressed: bool = False
) -> Iterator[str]:
    """Serve a directory on a free port of this machine; the value is its address."""
    handler = partial(
        _Handler, directory=str(directory), headers=headers or {}, compressed=compressed
    )
    with _Server(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
