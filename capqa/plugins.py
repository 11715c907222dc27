"""The one loader for rules, formats, engines and reports.

A plugin is a module. Ours are the public modules of a package (`capqa.rules`, `capqa.formats`,
`capqa.translation.engines`, `capqa.reports`); other distributions add theirs through an entry point
group of the same name. A plugin's name is its module name with hyphens for underscores.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from functools import cache
from typing import TYPE_CHECKING

from capqa.errors import PluginError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.metadata import EntryPoint
    from types import ModuleType

_METADATA_FOLDERS = (".dist-info", ".egg-info")


@cache
def names(group: str) -> tuple[str, ...]:
    """Return the names of all plugins in a group, sorted, without importing them.

    Raises PluginError when the group is no importable package.
    """
    package = _import(group, group)
    ours = (module.name for module in pkgutil.iter_modules(package.__path__))
    theirs = (entry.name for entry in entry_points(group))
    found = {name for name in ours if not name.startswith("_")} | set(theirs)
    return tuple(sorted(name.replace("_", "-") for name in found))


@cache
def load(group: str, name: str, required: tuple[str, ...] = ()) -> ModuleType:
    """Import one plugin and check that it has the attributes its group requires.

    Raises PluginError when it is unknown, cannot be imported, or lacks an attribute: a gate that
    runs without a rule it was told to run would pass what it must stop.
    """
    if name not in names(group):
        raise PluginError(
            f"no {group.rpartition('.')[2].removesuffix('s')} is called {name!r}",
            mend=f"choose from {', '.join(names(group))}",
        )
    module_name = name.replace("-", "_")
    for entry in entry_points(group):
        if entry.name.replace("_", "-") == name:
            module_name = entry.value
            break
    else:
        module_name = f"{group}.{module_name}"
    module = _import(module_name, name)
    for attribute in required:
        if not hasattr(module, attribute):
            raise PluginError(f"plugin {name!r} has no {attribute!r}", where=module_name)
    return module


@cache
def may_have(group: str, name: str, attribute: str) -> bool:
    """Return whether a plugin may have an attribute, without importing it; False is certain.

    Asked where a few of many are wanted, and importing all takes longer than a page to check.
    """
    module_name = name.replace("-", "_")
    if any(entry.name.replace("_", "-") == name for entry in entry_points(group)):
        return True
    for folder in _import(group, group).__path__:
        try:
            with open(os.path.join(folder, f"{module_name}.py"), "rb") as file:
                return attribute.encode() in file.read()
        except OSError:
            continue
    return True


def entry_points(group: str) -> Iterable[EntryPoint]:
    """Return what other distributions offer for a group."""
    if not _anyone_offers_plugins():
        return ()
    from importlib import metadata

    return metadata.entry_points(group=group)


@cache
def _anyone_offers_plugins() -> bool:
    # importlib.metadata takes half of the time `capqa check` has for a page, and hardly anybody
    # has plugins: a look at the files it would read tells.
    for folder in sys.path:
        try:
            entries = list(os.scandir(folder or "."))
        except NotADirectoryError:
            return True
        except OSError:
            continue
        for entry in entries:
            if entry.name.endswith(_METADATA_FOLDERS):
                try:
                    with open(os.path.join(entry.path, "entry_points.txt"), "rb") as file:
                        if b"[capqa." in file.read():
                            return True
                except OSError:
                    continue
    return False


def _import(module_name: str, name: str) -> ModuleType:
    try:
        return importlib.import_module(module_name)
    except Exception as error:
        raise PluginError(
            f"plugin {name!r} cannot be loaded: {type(error).__name__}: {error}",
            where=module_name,
            mend="reinstall capqa or remove the plugin",
        ) from error
