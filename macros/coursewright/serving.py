"""Serve the site while it is being written: rebuild on change, keep the last good pages."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback
import webbrowser
from collections.abc import Callable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from coursewright.building import configured, course_root, run
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
        self._say = say
        self._report = report
        self._work = Path(tempfile.mkdtemp(prefix="coursewright-"))
        self._builds = 0
        self._opens = False
        self._watched: set[Path] = set()
        self._code = _code_stamp()
        try:
            self.server = self._server(host, port)
        except BaseException:
            shutil.rmtree(self._work, ignore_errors=True)
            raise

    @property
    def url(self) -> str:
        """Address of the home page."""
        return str(self.server.url)

    def run(self, *, open_in_browser: bool = False) -> None:
        """Build, serve and rebuild until interrupted."""
        self._opens = open_in_browser
        # A terminal that is closed, or whatever else ends this, leaves nothing behind either.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            self._watch(self.config_file, *_folders(self.config_file.parent))
            self._build()
            self._watch(PACKAGE)
            self._say(f"Serving on {self.url} (stop with Ctrl+C)")
            self.server.serve()
        except KeyboardInterrupt:
            self._say("Stopped.")
        finally:
            self.server.shutdown()
            shutil.rmtree(self._work, ignore_errors=True)

    def _server(self, host: str, port: int) -> _Server:
        empty = self._work / "0"
        empty.mkdir()
        server = listening(self._rebuild, host, port, empty)
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
            self._watch(*_folders(course_root(config)), *_written_by_hand(config))
            run(config, serve_url=self.url)
        except CourseError as error:
            self._report(error)
        except Exception:  # whatever it was, the browser must not wait for it forever
            self._say(traceback.format_exc())
        else:
            self._show(folder)
            return
        shutil.rmtree(folder, ignore_errors=True)
        self._say(self._after_failure())

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
        if self._opens:
            self._opens = False
            webbrowser.open(self.url)

    def _watch(self, *paths: Path) -> None:
        """Rebuild when any of these changes, from now on."""
        for path in {path.resolve() for path in paths} - self._watched:
            if path.exists():
                self.server.watch(str(path))
                self._watched.add(path)

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
        host, port = self.server.server_address[:2]
        command = [sys.executable, "-m", "coursewright", "--config", str(self.config_file)]
        os.execv(sys.executable, [*command, "serve", "--host", str(host), "--port", str(port)])  # noqa: S606


class _Server(LiveReloadServer):
    """Takes its port and watches from when it is made.

    While the first site is built, nobody else can take the port, and no change is missed.
    """

    def __init__(self, rebuild: Callable[[], None], host: str, port: int, root: Path) -> None:
        super().__init__(rebuild, host, port, root=str(root), polling_interval=0.25)
        try:
            self.server_bind()
            self.server_activate()
        except OSError:
            self.server_close()
            raise
        self.observer.start()

    def serve(self, *, open_in_browser: bool = False) -> None:  # noqa: ARG002 - of the stock one
        """Answer, and rebuild after changes, until stopped."""
        self.serve_thread.start()
        self._build_loop()  # type: ignore[no-untyped-call]


def listening(rebuild: Callable[[], None], host: str, port: int, root: Path) -> _Server:
    """Return a server on the first port from `port` on that is free.

    Raises OSError when there is none, or this machine does not have the host.
    """
    for candidate in range(port, min(port + PORTS_TO_TRY, 65_536)):
        try:
            return _Server(rebuild, host, candidate, root)
        except OSError as error:
            refused = error
            if error.errno != errno.EADDRINUSE:
                break
    raise refused


def _folders(root: Path) -> list[Path]:
    """Return what MkDocs and we read by default of a site's folder."""
    return [root / name for name in (*FOLDERS, "docs")]


def _written_by_hand(config: MkDocsConfig) -> Iterator[Path]:
    """Yield what else mkdocs.yml says that a site is made of."""
    yield Path(config.docs_dir)
    yield from map(Path, [config.theme.custom_dir] if config.theme.custom_dir else [])
    yield from map(Path, config.watch)


def _code_stamp() -> tuple[tuple[str, int], ...]:
    files = sorted(PACKAGE.rglob("*.py"))
    return tuple((str(path), path.stat().st_mtime_ns) for path in files if path.exists())
