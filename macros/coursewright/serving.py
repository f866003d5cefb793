"""Serve the site while it is being written: rebuild on change, keep the last good pages."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from coursewright.building import configured, run
from coursewright.loader import FOLDERS
from coursewright.problems import CourseError

PACKAGE = Path(__file__).parent
PORTS_TO_TRY = 50
Say = Callable[[str], None]
Report = Callable[[CourseError], None]


class Workbench:
    """A local server with the site of one folder."""

    def __init__(
        self, config_file: Path, host: str, port: int, *, say: Say, report: Report
    ) -> None:
        self.config_file = config_file
        self.address = (host, free_port(host, port))
        self._say = say
        self._report = report
        self._work = Path(tempfile.mkdtemp(prefix="coursewright-"))
        self._builds = 0
        self._code = _code_stamp()
        self.server = self._server()

    @property
    def url(self) -> str:
        """Address of the home page."""
        return str(self.server.url)

    def run(self, *, open_in_browser: bool = False) -> None:
        """Build, serve and rebuild until interrupted."""
        try:
            self._build()
            self._watch()
            self._say(f"Serving on {self.url} (stop with Ctrl+C)")
            self.server.serve(open_in_browser=open_in_browser)  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            self._say("Stopped.")
        finally:
            if self.server.serve_thread.is_alive():
                self.server.shutdown()
            shutil.rmtree(self._work, ignore_errors=True)

    def _server(self) -> LiveReloadServer:
        empty = self._work / "0"
        empty.mkdir()
        host, port = self.address
        server = LiveReloadServer(self._rebuild, host, port, root=str(empty), polling_interval=0.25)
        server.error_handler = self._error_page
        return server

    def _rebuild(self) -> None:
        """Rebuild after a change; a problem is said and the last good site stays."""
        if self._code != _code_stamp():
            self._restart()
        self._build()

    def _build(self) -> None:
        folder = self._work / str(self._builds + 1)
        folder.mkdir(exist_ok=True)
        try:
            config = configured(self.config_file, site_dir=str(folder), site_url=self.url)
            # The script that reloads a page is another in each: no policy could name it.
            config.plugins["coursewright"].config["policy"] = False
            run(config, serve_url=self.url)
        except CourseError as error:
            shutil.rmtree(folder, ignore_errors=True)
            self._report(error)
            self._say(self._after_failure())
            return
        self._show(folder)

    def _after_failure(self) -> str:
        if self._builds:
            return "The last good pages stay up; save a file to try again."
        return "There is nothing to show yet; mend this and save to try again."

    def _show(self, folder: Path) -> None:
        # The site before stays for pages that are half loaded; the one before that goes.
        shutil.rmtree(self._work / str(self._builds - 1), ignore_errors=True)
        self.server.root = str(folder)
        self._builds += 1
        self._say(f"Built {sum(1 for _ in folder.rglob('*.html'))} pages.")

    def _watch(self) -> None:
        root = self.config_file.parent
        watched = [root / name for name in (*FOLDERS, "docs")] + [self.config_file, PACKAGE]
        for path in watched:
            if path.exists():
                self.server.watch(str(path))

    def _error_page(self, code: int) -> bytes | None:
        page = Path(self.server.root) / f"{code}.html"
        if page.is_file():
            return page.read_bytes()
        return None

    def _restart(self) -> None:
        """Start anew with the changed code, unless it cannot be loaded."""
        self._code = _code_stamp()
        self._say("The generator's code has changed: restarting.")
        tried = [sys.executable, "-c", "import coursewright.cli, coursewright.plugin"]
        done = subprocess.run(tried, capture_output=True, text=True, check=False)  # noqa: S603
        if done.returncode:
            self._say(done.stderr)
            return
        shutil.rmtree(self._work, ignore_errors=True)
        host, port = self.address
        command = [sys.executable, "-m", "coursewright", "--config", str(self.config_file)]
        os.execv(sys.executable, [*command, "serve", "--host", host, "--port", str(port)])  # noqa: S606


def free_port(host: str, port: int) -> int:
    """Return the first port from `port` on that nobody listens on."""
    for candidate in range(port, port + PORTS_TO_TRY):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, candidate))
            except OSError:
                continue
            return candidate
    raise OSError(f"no port from {port} to {port + PORTS_TO_TRY - 1} is free on {host}")


def _code_stamp() -> tuple[tuple[str, int], ...]:
    files = sorted(PACKAGE.rglob("*.py"))
    return tuple((str(path), path.stat().st_mtime_ns) for path in files)
