"""Writes the bill of materials: every package that runs the site, as CycloneDX JSON.

`python -m tools.sbom [FILE]` reads `requirements/base.txt`; the same lists give the same bytes.
"""

import os
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from coursewright import __version__
from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import (
    ExternalReference,
    ExternalReferenceType,
    HashAlgorithm,
    HashType,
    XsUri,
)
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import License
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
LIST = ROOT / "requirements/base.txt"
OUTPUT = ROOT / "dist/coursewright.cdx.json"
VERSION = SchemaVersion.V1_6
NAME_OF_A_LICENSE = 64
"""Some packages put the whole text where its name belongs."""
_PIN = re.compile(r"^([\w.-]+)==([^\s;\\]+)((?:.*\\\n)*.*)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True)
class Pin:
    """A package of the list, with the hashes of every file that may be installed for it."""

    name: str
    version: str
    hashes: tuple[str, ...]


def pins(text: str) -> Iterator[Pin]:
    """Yield each package of a list with hashes."""
    for name, version, rest in _PIN.findall(text):
        yield Pin(str(canonicalize_name(name)), version, tuple(_HASH.findall(rest)))


def bill(listed: Iterable[Pin], version: str) -> str:
    """Return the bill of materials of this version of Coursewright, as JSON."""
    parts = [(pin, _component(pin)) for pin in listed]
    whole = _of(ComponentType.APPLICATION, "coursewright", version, "Apache-2.0")
    bom = Bom(components=[part for _, part in parts])
    bom.metadata.component = whole
    bom.metadata.timestamp = _time()
    named: dict[str, list[Component]] = {}
    for pin, part in parts:
        named.setdefault(pin.name, []).append(part)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    bom.register_dependency(whole, _needed(project["dependencies"], named))
    for pin, part in parts:
        found = _installed(pin)
        bom.register_dependency(part, _needed((found.requires if found else None) or (), named))
    known = ",".join(f"{pin.name}=={pin.version}" for pin, _ in parts)
    bom.serial_number = uuid5(NAMESPACE_URL, f"coursewright/{version}/{known}")
    return make_outputter(bom, OutputFormat.JSON, VERSION).output_as_string(indent=2) + "\n"


def _component(pin: Pin) -> Component:
    found = _of(ComponentType.LIBRARY, pin.name, pin.version, _license(_installed(pin)))
    files = ExternalReference(
        type=ExternalReferenceType.DISTRIBUTION,
        url=XsUri(str(found.purl)),
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=it) for it in pin.hashes],
    )
    found.external_references.add(files)
    return found


def _of(kind: ComponentType, name: str, version: str, licensed: str) -> Component:
    purl = PackageURL("pypi", name=name, version=version)
    licenses: list[License] = [LicenseFactory().make_from_string(licensed)] if licensed else []
    return Component(
        type=kind, name=name, version=version, purl=purl, bom_ref=str(purl), licenses=licenses
    )


def _installed(pin: Pin) -> Distribution | None:
    """Return what is installed, when it is this version: others may run elsewhere."""
    try:
        found = distribution(pin.name)
    except PackageNotFoundError:
        return None
    return found if found.version == pin.version else None


def _license(found: Distribution | None) -> str:
    """Return what a package says about its license: its expression, or the name it gives."""
    if found is None:
        return ""
    (said, *_) = [*_said(found, "License-Expression"), *_said(found, "License"), ""]
    if "\n" not in said and len(said) <= NAME_OF_A_LICENSE and said not in ("", "UNKNOWN"):
        return said
    names = [name for name in _said(found, "Classifier") if name.startswith("License ::")]
    return names[0].rpartition(" :: ")[2] if names else ""


def _said(found: Distribution, field: str) -> list[str]:
    return found.metadata.get_all(field) or []


def _needed(written: Iterable[str], named: dict[str, list[Component]]) -> Iterator[Component]:
    """Yield what a package says it needs, on any system, leaving its extras aside."""
    for wanted in map(Requirement, written):
        if "extra" not in str(wanted.marker):
            yield from named.get(canonicalize_name(wanted.name), ())


def _time() -> datetime:
    """Return the time that SOURCE_DATE_EPOCH gives; a clock would differ every time."""
    return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH") or 0), UTC)


def main(arguments: list[str]) -> int:
    """Write the file."""
    output = Path(arguments[0]) if arguments else OUTPUT
    output.parent.mkdir(parents=True, exist_ok=True)
    listed = list(pins(LIST.read_text(encoding="utf-8")))
    text = bill(listed, __version__)
    output.write_text(text, encoding="utf-8")
    print(f"Wrote {len(listed)} packages to {output}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
