# SPDX-License-Identifier: Apache-2.0
"""Which command an executor runs, and where it finds it: `xlmr-ner tag`, with Node and a model.

Invariant: a name is looked up on the machine that runs the task, never on the driver. A relative one is first
that of an archive or file that Spark brought (`--archives ner.tgz#xlmr-ner`), then one in the working
directory, where YARN unpacks archives.

    Place(package="xlmr-ner").command()   # ['/…/xlmr-ner/node', '/…/main.js']
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass

from pyspark import SparkFiles

from .errors import TaggerError

ARCHIVE = "xlmr-ner"
"""The name under which an archive is looked for where no package is named."""

_MAINS = ("dist/node/cli/main.js", f"node_modules/{ARCHIVE}/dist/node/cli/main.js")
_NODES = ("node", "bin/node")


@dataclass(frozen=True)
class Place:
    """Where the package and Node are; None is where they are looked for by default."""

    package: str | None = None
    """A folder with the package, or with node_modules/xlmr-ner in it."""
    node: str | None = None
    """Node's program."""

    def command(self) -> list[str]:
        """The program and its first arguments. Raises a TaggerError that names where was looked.

        The package is the folder that is named, else the archive `xlmr-ner`, else the command on PATH. Node
        is the one that is named, else `node` or `bin/node` in that folder, else the one on PATH.
        """
        folder = shipped(self.package or ARCHIVE)
        if folder is None and self.package is not None:
            raise TaggerError(
                f"package: expected a folder, found none at {' or '.join(_places(self.package))}"
            )
        if folder is None:
            return self._installed()
        main = _first(folder, _MAINS)
        if main is None:
            raise TaggerError(f"package: expected {' or '.join(_MAINS)} in {folder}, found neither")
        return [self._named_node() or _shipped_node(folder) or _on_path("node"), main]

    def _installed(self) -> list[str]:
        main = shutil.which("xlmr-ner")
        if main is None:
            places = " or ".join(_places(ARCHIVE))
            raise TaggerError(f"expected the package at {places}, or xlmr-ner on PATH, found neither")
        node = self._named_node()
        return [main] if node is None else [node, os.path.realpath(main)]

    def _named_node(self) -> str | None:
        return None if self.node is None else shipped(self.node) or _on_path(self.node)


def shipped(name: str) -> str | None:
    """The path of a file or folder on this machine; None where there is none."""
    return next((path for path in _places(name) if os.path.exists(path)), None)


def _places(name: str) -> list[str]:
    if os.path.isabs(name):
        return [name]
    try:
        brought = [SparkFiles.get(name)]
    except Exception:  # no context: Spark Connect's driver, or none was made
        brought = []
    return [*brought, os.path.abspath(name)]


def _first(folder: str, names: tuple[str, ...]) -> str | None:
    paths = (os.path.join(folder, name) for name in names)
    return next((path for path in paths if os.path.isfile(path)), None)


def _shipped_node(folder: str) -> str | None:
    """Spark unpacks .tgz with its permissions, .tar and .zip without."""
    node = _first(folder, _NODES)
    if node is not None and not os.access(node, os.X_OK):
        os.chmod(node, 0o755)
    return node


def _on_path(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise TaggerError(f"node: expected the program {name}, found none")
    return found
