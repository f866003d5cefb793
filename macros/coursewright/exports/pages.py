"""The course's pages as Markdown, in a project that another engine than MkDocs can build.

The engine has to read `mkdocs.yml`, convert with Python-Markdown and call `define_env` of the
modules that `plugins: macros` names, as Zensical does.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files
from mkdocs.utils.meta import get_data
from mkdocs.utils.yaml import yaml_load

from coursewright.assets import SCRIPT, STYLE, THEME
from coursewright.audience import is_for_trainers
from coursewright.building import configured, course_root
from coursewright.documents import Audience, CourseDocument
from coursewright.exports.archive import write_zip
from coursewright.heads import escaped_head
from coursewright.loader import FOLDERS
from coursewright.plugin import CoursewrightPlugin
from coursewright.views import Words

TEMPLATES = "overrides"
SOURCE = "partials/source.html"
"""Our link to the repository: the theme's asks its host for stars and forks."""
PAGE = "main.html"
THEIRS = "site-main.html"
"""What the site's own template of pages is called where ours stands before it."""
_MARKED = """\
{{% extends "{base}" %}}
{{% block extrahead %}}
  {{{{ super() }}}}
  <meta name="coursewright" content="{course}">
{{% endblock %}}
"""
"""By this, scripts know whose answers they keep."""


def write_pages(config_file: Path, output: Path, audience: Audience | None = None) -> Path:
    """Write the project into a folder, and return the path of its zip file.

    Raises CourseError with everything found to be wrong in the course.
    """
    config = configured(config_file, audience)
    files = _files(config)
    plugin = config.plugins["coursewright"]
    assert isinstance(plugin, CoursewrightPlugin)
    course = plugin.views.course.document
    name = f"{course.id}-pages"
    content = {
        **{
            f"docs/{file.src_uri}": _content(file, generated=plugin.is_generated(file))
            for file in files
        },
        **dict(_course(course_root(config))),
        **dict(_templates(config, course)),
        "mkdocs.yml": _settings(config, course, plugin.config.audience).encode(),
        **_explained(course),
    }
    return write_zip(output / f"{name}.zip", {f"{name}/{path}": it for path, it in content.items()})


def _files(config: MkDocsConfig) -> list[File]:
    """Return what MkDocs would make the site of, the theme's own files apart."""
    config.plugins.on_startup(command="build", dirty=False)
    config.plugins.on_config(config)
    files: Files = config.plugins.on_files(get_files(config), config=config)
    return [file for file in files if file.inclusion.is_included()]  # type: ignore[no-untyped-call]


def _content(file: File, *, generated: bool) -> bytes:
    """Return a file's content; a page's head says what our plugin would make of it."""
    if not file.is_documentation_page():
        return file.content_bytes
    text, head = get_data(file.content_string)
    mended = escaped_head(head, generated=generated)
    if is_for_trainers(file.src_uri):
        mended["search"] = {"exclude": True}
    if mended == head:
        return file.content_bytes
    dumped = yaml.safe_dump(_plain(mended), sort_keys=False, allow_unicode=True)
    return f"---\n{dumped}---\n\n{text}".encode()


def _course(root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files that macros read."""
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file():
                yield path.relative_to(root).as_posix(), path.read_bytes()


def _templates(config: MkDocsConfig, course: CourseDocument) -> Iterator[tuple[str, bytes]]:
    """Yield the site's own templates, and one of ours before its template of pages."""
    own = Path(config.theme.custom_dir) if config.theme.custom_dir else None
    yield f"{TEMPLATES}/{SOURCE}", (THEME / TEMPLATES / SOURCE).read_bytes()
    base = "base.html"
    for path in sorted(own.rglob("*")) if own else ():
        inside = path.relative_to(own).as_posix() if own else ""
        if inside == PAGE:
            inside = base = THEIRS
        if path.is_file():
            yield f"{TEMPLATES}/{inside}", path.read_bytes()
    yield f"{TEMPLATES}/{PAGE}", _MARKED.format(base=base, course=course.id).encode()


def _settings(config: MkDocsConfig, course: CourseDocument, audience: Audience | None) -> str:
    """Return mkdocs.yml with every page in its navigation, and with what our plugin adds."""
    with Path(str(config.config_file_path)).open("rb") as file:
        own = yaml_load(file)
    theme = own.get("theme", {})
    theme = {"name": theme} if isinstance(theme, str) else dict(theme)
    # Links to where pages are edited would lead to Markdown that nobody wrote.
    kept = [it for it in theme.get("features", []) if not it.startswith("content.action.")]
    theme |= {"custom_dir": TEMPLATES, "features": kept}
    told = {"audience": audience or course.audience}
    own |= {
        "docs_dir": "docs",
        "site_dir": "site",
        "nav": _plain(config.nav),
        "theme": theme,
        "extra": {**own.get("extra", {}), "coursewright": told},
        "extra_css": [STYLE, *own.get("extra_css", [])],
        "extra_javascript": [
            {"path": SCRIPT, "type": "module"},
            *own.get("extra_javascript", []),
        ],
        "plugins": [it for it in _listed(own["plugins"]) if _named(it) != "coursewright"],
    }
    return yaml.dump(own, sort_keys=False, allow_unicode=True)


def _listed(plugins: list[Any] | dict[str, Any]) -> list[Any]:
    """Return plugins as a list: MkDocs takes both."""
    if isinstance(plugins, list):
        return plugins
    return [{name: settings or {}} for name, settings in plugins.items()]


def _named(plugin: str | dict[str, Any]) -> str:
    return plugin if isinstance(plugin, str) else next(iter(plugin))


def _plain(item: Any) -> Any:
    """Return what YAML can write: text that is marked as HTML is text to it."""
    match item:
        case dict():
            return {_plain(name): _plain(value) for name, value in item.items()}
        case list():
            return [_plain(value) for value in item]
        case str():
            return str(item)
        case _:
            return item


def _explained(course: CourseDocument) -> dict[str, bytes]:
    """Say beside the pages what to do with them."""
    words = Words(course.language)
    text = words("pages.text", title=course.title)
    return {f"{words('pages.file')}.txt": text.encode()}
