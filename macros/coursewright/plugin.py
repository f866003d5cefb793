"""The MkDocs plugin: hands the course's pages and files to MkDocs, and nothing more."""

from __future__ import annotations

import gc
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.base import Config
from mkdocs.config.config_options import Choice, ExtraScriptValue, Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from coursewright.assets import (
    OFFLINE,
    SCRIPT,
    STYLE,
    THEME,
    assets,
    guard,
    offline_assets,
    offline_page,
)
from coursewright.audience import for_learners, is_for_trainers
from coursewright.documents import Audience
from coursewright.environments import quicken
from coursewright.guards import refuse_lenience, refuse_old_scripts, refuse_overlaps, refuse_unfit
from coursewright.handwritten import note_citations
from coursewright.heads import escaped_head
from coursewright.holes import Holes, anchors
from coursewright.loader import FOLDERS
from coursewright.macros import lines_above, view_of, written
from coursewright.mending import mended
from coursewright.navigation import with_course
from coursewright.pagecalls import wrong_calls
from coursewright.pages import Page, groups, pages
from coursewright.policy import STAND_IN, Policy, without_styles
from coursewright.problems import CourseError, Problem
from coursewright.site import load_views
from coursewright.startup import collect_seldom, import_on_use
from coursewright.views import Views, desk, outline

if TYPE_CHECKING:
    # What watches files takes a while to import, and no build needs it.
    from mkdocs.livereload import LiveReloadServer


class CourseAbort(Abort):
    """Ends MkDocs' build with what is wrong with the course."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n" + "\n".join(map(str, problems)))


class CoursewrightConfig(Config):  # type: ignore[no-untyped-call]
    """Settings under `plugins: - coursewright:` in mkdocs.yml."""

    root = Type(str, default=".")
    """Folder that holds `curriculum` and `quizzes`, relative to mkdocs.yml."""
    audience = Optional(Choice(get_args(Audience)))
    """For whom to build, in place of what course.yml says."""
    policy = Type(bool, default=True)
    """Whether pages carry a Content-Security-Policy, which makes no sense where no host is."""
    offline = Type(bool, default=False)
    """Whether the site has to open from a folder, without a server."""


class CoursewrightPlugin(BasePlugin[CoursewrightConfig]):  # type: ignore[no-untyped-call]
    """Adds the course's pages, their navigation, the theme's files and the watched folders."""

    def __init__(self) -> None:
        collect_seldom()
        import_on_use("requests")  # mkdocs-macros, which comes next, reads no address unasked.
        self.problems: list[Problem] = []
        """What pages got wrong when they called macros."""
        self._views: Views | None = None
        self.holes = Holes()
        """Finished HTML that Markdown and search need not read."""
        self._policy = Policy()
        self._serving = False
        self._pages: dict[str, Page] = {}
        self._generated: set[str] = set()

    @property
    def views(self) -> Views:
        """The course, ready to be shown."""
        assert self._views, "the course is loaded by on_config"
        return self._views

    def is_generated(self, file: File) -> bool:
        """Whether a page is made from the course, and not written by hand."""
        return file.src_uri in self._generated

    def on_startup(self, command: str = "", **_: Any) -> None:
        """Spare what was imported from searches for garbage."""
        self._serving = command == "serve"
        gc.freeze()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the course, and put its pages where the navigation says."""
        refuse_unfit(config)
        refuse_lenience(config)
        refuse_old_scripts()
        self.problems.clear()
        self.holes = Holes()
        self._policy = Policy()
        self._views = load_views(self.root(config), self.config.audience)
        self._pages = pages(self.views.course)
        self._generated.clear()
        config.nav = with_course(config.nav, groups(self.views.course))
        if not self.views.course.for_trainers:
            config.nav = for_learners(config.nav)
        config.theme.dirs.insert(_after_custom(config), str(THEME / "overrides"))
        quicken(config.theme)
        config.extra_css.insert(0, STYLE)
        return config

    def root(self, config: MkDocsConfig) -> Path:
        """Return the folder of the course."""
        assert config.config_file_path
        return Path(config.config_file_path).parent / self.config.root

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add generated pages, unless a page was written by hand at the same path."""
        self._leave_out_trainers(files)
        for path, page in self._pages.items():
            if files.get_file_from_path(path) is None:
                self._generated.add(path)
                file = File.generated(config, path, content=page.text)
                file.edit_uri = _edit_uri(config, page.edit)
                files.append(file)
        refuse_overlaps(files, config)
        course = self.views.course
        documents = files.documentation_pages()
        by_hand = [it for it in documents if not self.is_generated(it)]
        note_citations(course, {it.src_uri: it.content_string for it in by_hand})
        made = offline_assets if self.config.offline else assets
        known = outline(course, config.use_directory_urls)
        given_away = desk(course) if course.for_trainers else None
        for asset in made(course.document.language, known, given_away):
            files.append(File.generated(config, asset.path, content=asset.content))
        return files

    def _leave_out_trainers(self, files: Files) -> None:
        """Drop what is for trainers alone from a site for learners."""
        if not self.views.course.for_trainers:
            for file in [it for it in files if is_for_trainers(it.src_uri)]:
                files.remove(file)

    @event_priority(100)
    def on_page_markdown(
        self, markdown: str, page: MkDocsPage, config: MkDocsConfig, **_: Any
    ) -> str:
        """Write generated pages, and note misspelled macros before mkdocs-macros meets them."""
        if is_for_trainers(page.file.src_uri):
            page.meta["search"] = {"exclude": True}
        macros = config.plugins.get("macros")
        generated = self.is_generated(page.file)
        page.meta.update(escaped_head(page.meta, generated=generated))
        if generated:
            page.meta["render_macros"] = False
            view = view_of(page.file.src_uri, config, self.views, self.holes.keep)
            return written(view, markdown)
        if macros is None or page.meta.get("render_macros") is False:
            return markdown
        known = {*macros.variables, *page.meta, "page"}
        file = f"{Path(config.docs_dir).name}/{page.file.src_uri}"
        offset = lines_above(page.file.content_string, markdown)
        found = list(wrong_calls(markdown, macros.env, known, file, offset))
        if found:
            self.problems += found
            page.meta["render_macros"] = False
        return markdown

    def on_page_content(self, html: str, page: MkDocsPage, **_: Any) -> str:
        """Put the finished HTML back, and tell MkDocs which anchors it holds."""
        filled = self.holes.fill(without_styles(html))
        page.present_anchor_ids = (page.present_anchor_ids or set()) | anchors(filled)
        return offline_page(filled) if self.config.offline else filled

    @event_priority(100)
    def _before_search(
        self, context: TemplateContext, page: MkDocsPage, **_: Any
    ) -> TemplateContext:
        page.content = self.holes.without_unsearched(page.content or "")
        return context

    @event_priority(-100)
    def _after_search(
        self, context: TemplateContext, page: MkDocsPage, **_: Any
    ) -> TemplateContext:
        page.content = self.holes.fill(page.content or "")
        return context

    on_page_context = CombinedEvent(_before_search, _after_search)  # type: ignore[arg-type]

    def on_env(self, env: Environment, **_: Any) -> Environment:
        """Stop before anything is written when a page called a macro wrongly."""
        if self.problems:
            raise CourseError(self.problems)
        env.globals["t"] = self.views.words
        env.globals["cw_course"] = self.views.course.document.id
        env.globals["cw_guard"] = Markup(guard())  # noqa: S704 - ours
        env.globals["cw_script"] = _script(OFFLINE if self.config.offline else SCRIPT)
        env.globals["remember"] = _memory()
        # The script that a local server puts into pages to reload them is another each time.
        env.globals["cw_policy"] = STAND_IN if self.config.policy and not self._serving else ""
        return env

    @event_priority(-100)
    def on_post_template(
        self, output_content: str, template_name: str, config: MkDocsConfig, **_: Any
    ) -> str:
        """Finish a page that is a template, such as the one for a missing page."""
        return self._finished(output_content, Path(config.site_dir, template_name))

    @event_priority(-100)
    def on_post_page(self, output: str, page: MkDocsPage, **_: Any) -> str:
        """Finish a page after everybody else."""
        return self._finished(output, Path(page.file.abs_dest_path))

    def _finished(self, output: str, path: Path) -> str:
        """Mend a page, and read its scripts as they will be written."""
        page = mended(output)
        self._policy.read(page, path)
        return page

    @event_priority(-100)
    def on_post_build(self, **_: Any) -> None:
        """Write the policy into all pages, now that every script is known."""
        self._policy.write()

    def on_serve(
        self, server: LiveReloadServer, config: MkDocsConfig, **_: Any
    ) -> LiveReloadServer:
        """Watch the folders that hold YAML, also under plain `mkdocs serve`."""
        for folder in FOLDERS:
            path = self.root(config) / folder
            if path.is_dir():
                server.watch(str(path))
        return server

    def on_build_error(self, error: Exception) -> None:
        """Say what is wrong with the course in place of a traceback."""
        if isinstance(error, CourseError):
            raise CourseAbort(error.problems) from None


def _memory() -> Callable[..., str]:
    """Return a function that calls a template's macro once for each key."""
    known: dict[Hashable, str] = {}

    def remember(key: Hashable, make: Callable[..., str], *values: object) -> str:
        if key not in known:
            known[key] = make(*values)
        return known[key]

    return remember


def _after_custom(config: MkDocsConfig) -> int:
    """Return where our templates stand: after the site's own, before the theme's."""
    return 1 if config.theme.custom_dir else 0


def _script(path: str) -> ExtraScriptValue:
    """Return a script that runs once the page has been read, and holds nothing up."""
    script = ExtraScriptValue(path)
    if path == SCRIPT:
        script.type = "module"
    else:
        script.defer = True
    return script


def _edit_uri(config: MkDocsConfig, file: str) -> str:
    """Return the address of a YAML file relative to the folder of pages."""
    assert config.config_file_path
    docs = Path(config.docs_dir).relative_to(Path(config.config_file_path).parent)
    return "../" * len(docs.parts) + file
