"""A real nginx with the configuration that the documentation gives."""

from __future__ import annotations

import re
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

from tools.nginx import find

SHIPPED = Path(__file__).parents[1] / "docs/hosting/nginx.conf"
_AROUND = """\
daemon off;
master_process off;
pid {work}/nginx.pid;
error_log stderr;
events {{}}
http {{
    include {types};
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi;
    scgi_temp_path {work}/scgi;
    include {work}/course.conf;
}}
"""


class Answer(NamedTuple):
    """What a server answers."""

    status: int
    headers: dict[str, str]
    body: bytes


class Served(NamedTuple):
    """A site behind nginx."""

    port: int
    path: str
    """Where the site begins, with a slash at both ends."""

    def get(self, path: str, *, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path below the site's own."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=10)) as connection:
            connection.request(method, self.path + path, headers=named)
            response = connection.getresponse()
            given = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, given, response.read())


def edited(text: str, *edits: tuple[str, str]) -> str:
    """Return a text with each line replaced that stands in it once."""
    for old, new in edits:
        assert 1 == text.count(old), old
        text = text.replace(old, new)
    return text


@contextmanager
def serving(folder: Path, path: str, work: Path) -> Iterator[Served]:
    """Serve a folder whose site begins at a path, as the documentation says."""
    port = _free_port()
    text = edited(
        SHIPPED.read_text(encoding="utf-8"),
        ("listen 8080;", f"listen 127.0.0.1:{port};"),
        ("root /srv/course;", f"root {folder};"),
        ("error_page 404 /404.html;", f"error_page 404 {path}404.html;"),
    )
    (work / "course.conf").write_text(text, encoding="utf-8")
    around = _AROUND.format(work=work, types=_settings() / "mime.types")
    (work / "nginx.conf").write_text(around, encoding="utf-8")
    command = [str(find()), "-c", str(work / "nginx.conf"), "-e", "stderr"]
    subprocess.run([*command, "-t"], check=True, capture_output=True)
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        try:
            _wait_for(port)
            yield Served(port, path)
        finally:
            server.terminate()


def _settings() -> Path:
    """Return the folder of this nginx's own configuration."""
    said = subprocess.run([str(find()), "-V"], check=True, capture_output=True, text=True).stderr
    found = re.search(r"--conf-path=(\S+)", said)
    assert found, said
    return Path(found[1]).parent


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if not probe.connect_ex(("127.0.0.1", port)):
                return
        time.sleep(0.05)
    raise AssertionError("nginx does not listen")
