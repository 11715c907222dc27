"""Which format reads a file, where several have the same ending."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from capqa import plugins
from capqa.errors import UnreadableError
from capqa.formats import _choosing

if TYPE_CHECKING:
    from collections.abc import Iterator


def a_format(name: str, suffixes: tuple[str, ...], **functions: Any) -> ModuleType:
    module = ModuleType(f"formats_of_this_test.{name}")
    vars(module).update(SUFFIXES=suffixes, read=lambda *_: name, apply=None, **functions)
    return module


@pytest.fixture
def formats(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, ModuleType]]:
    """Offer formats that share endings, as other distributions would."""
    modules = {
        "aaa": a_format("aaa", (".xml", ".json"), ASKED_LAST=True),
        "feed": a_format("feed", (".rss", ".xml"), recognises=lambda head: b"<rss" in head),
        "news": a_format("news", (".xml", ".news.gz"), recognises=lambda head: b"<news" in head),
        "records": a_format("records", (".rec",), is_content=lambda head, options: b"!" in head),
        "loose": a_format(
            "loose",
            (".loose",),
            ASKED_LAST=True,
            is_content=lambda head, options: options is not None or b"!" in head,
        ),
    }
    entries = []
    for name, module in modules.items():
        monkeypatch.setitem(sys.modules, module.__name__, module)
        entries.append(SimpleNamespace(name=name, value=module.__name__))
    monkeypatch.setattr(plugins, "entry_points", lambda group: entries)
    for cached in (
        plugins.names,
        plugins.load,
        _choosing.load_others,
        _choosing._formats_of_endings,
        _choosing._likely,
    ):
        cached.cache_clear()
    yield modules
    monkeypatch.undo()
    for cached in (
        plugins.names,
        plugins.load,
        _choosing.load_others,
        _choosing._formats_of_endings,
        _choosing._likely,
    ):
        cached.cache_clear()


@pytest.mark.parametrize(
    ("name", "head", "chosen"),
    [
        ("a.xml", b"<rss version='2.0'>", "feed"),
        ("a.xml", b"<news>", "news"),
        ("a.XML", b"<urlset>", "aaa"),
        ("a.rss", b"<urlset>", None),
        ("a.feed", b"", "text"),
        ("a.json", b"{}", "aaa"),
        ("a.2024.news.gz", b"<news>", "news"),
        ("a.news.gz", b"<rss", None),
        ("a.gz", b"<news>", "text"),
        ("a.rec", b"", "records"),
        ("a.loose", b"", "loose"),
        ("a.html", b"<rss", "html"),
        ("a.txt", b"<rss", "text"),
        ("README", b"", "text"),
        ("a.", b"", "text"),
        (".xml", b"<rss", "text"),
        ("x" * 300 + ".y" * 1000 + ".txt", b"", "text"),
    ],
)
@pytest.mark.usefixtures("formats")
def test_a_file_that_is_named_is_read(name: str, head: bytes, chosen: str | None) -> None:
    if chosen is None:
        with pytest.raises(UnreadableError, match="is of no kind that capqa reads, whatever its"):
            _choosing.chosen(name, head)
    else:
        assert _choosing.chosen(name, head) == chosen


@pytest.mark.parametrize(
    ("name", "content", "wanted", "once_configured"),
    [
        ("a.xml", b"<rss>", True, True),
        ("sitemap.xml", b"<urlset>", False, True),
        ("package.json", b"{}", False, True),
        ("empty.json", b"", True, True),
        ("a.rss", b"<urlset>", False, False),
        ("a.rec", b"!", True, True),
        ("a.rec", b"?", False, False),
        ("a.loose", b"!", True, True),
        ("a.loose", b"?", False, True),
        ("a.html", b"anything", True, True),
        ("a.png", b"<rss>", False, False),
        ("README", b"<rss>", False, False),
    ],
)
@pytest.mark.usefixtures("formats")
def test_a_file_met_in_a_folder_is_read_where_a_format_wants_it(
    tmp_path: Path, name: str, content: bytes, wanted: bool, once_configured: bool
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert _choosing.is_document(path) == wanted
    configurations = {"aaa": ("an option",), "loose": ("an option",)}
    assert _choosing.is_document(path, configurations) == once_configured


@pytest.mark.usefixtures("formats")
def test_a_file_that_cannot_be_opened_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.xml").symlink_to(tmp_path / "gone")
    assert _choosing.is_document(tmp_path / "a.xml")


def test_no_other_format_is_loaded_for_plain_text(
    formats: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_choosing, "_formats_of_endings", lambda: pytest.fail("loaded all"))
    assert _choosing.chosen("a.txt") == "text"
    assert _choosing.is_document(Path("a.html"))
    assert formats
