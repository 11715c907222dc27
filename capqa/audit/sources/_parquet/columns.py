"""Which columns of a table hold texts for readers, and which say where a row belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from capqa.audit.extras import required
from capqa.audit.fields import bare, columns_of
from capqa.errors import UnreadableError
from capqa.formats._content_names import content_role, name_language
from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.audit.fields import Fields

# What the levels of lists and maps are called by those who write tables.
_LEVELS: Final = frozenset(
    {"list", "element", "item", "array", "array_element", "bag", "key_value"}
)
_LANGUAGES: Final = frozenset(
    {"lang", "language", "locale", "languagecode", "inlanguage", "sprache", "langue"}
)
_MOST_TOLD: Final = 12


class TextColumn(NamedTuple):
    """A column with texts: the steps to them, their role, and the language its name says.

    ``is_html`` is None where the texts themselves tell.
    """

    steps: tuple[str, ...]
    role: Role
    is_html: bool | None = None
    language: str | None = None


class ChosenColumns(NamedTuple):
    """The columns that are read: ``leaves`` as Parquet names them, those with texts, the one with
    the language of a row, and those that are dates, by number.
    """

    leaves: list[str]
    texts: tuple[TextColumn, ...]
    language: str | None

    def readable(self, batch: Any) -> Any:
        """Return a batch whose dates and times are texts: not every one fits Python's own."""
        types = required("pyarrow", "audit").types
        for number, field in enumerate(batch.schema):
            if types.is_temporal(field.type) and not types.is_duration(field.type):
                column = batch.column(number).cast("string")
                batch = batch.set_column(number, field.name, column)
        return batch


def chosen_columns(schema: Any, fields: Fields, where: str) -> ChosenColumns:
    """Return which columns of a table are read. Raises UnreadableError where none has texts."""
    leaves = dict(_leaves(schema))
    plain = {".".join(_steps(path)): path for path in leaves}
    texts: dict[str, TextColumn] = {}
    if fields.text:
        for name, role in fields.text:
            path = plain.get(name.strip("/").replace("/", "."))
            if path is not None:
                is_html = True if role.endswith("+html") else None
                texts[path] = TextColumn(_steps(path), Role(role.removesuffix("+html")), is_html)
    else:
        for path, is_text in leaves.items():
            steps = _steps(path)
            role_ = content_role(steps[-1]) if is_text else None
            if role_ is not None:
                texts[path] = TextColumn(steps, role_, language=name_language(steps[-1]))
    if not texts:
        wanted = ", ".join(name for name, _ in fields.text) or "known to hold texts"
        has = ", ".join(list(plain)[:_MOST_TOLD])
        raise UnreadableError(
            f"has no column {wanted}", where=where, mend=f"name one with --text; it has {has}"
        )
    beside = [each for each in columns_of(schema.names, fields) if each]
    language = next((name for name in schema.names if bare(name) in _LANGUAGES), None)
    wanted_names = {*beside, language}
    read = [
        path
        for path in leaves
        if path in texts
        or path in wanted_names
        or _steps(path)[0] in wanted_names
        or ".".join(_steps(path)) in wanted_names
    ]
    return ChosenColumns(read, tuple(texts.values()), language)


def _leaves(schema: Any) -> Iterator[tuple[str, bool]]:
    """Yield the path of each leaf as Parquet names it, and whether it holds texts."""
    for field in schema:
        yield from _below(field.name, field.type)


def _below(path: str, kind: Any) -> Iterator[tuple[str, bool]]:
    types = required("pyarrow", "audit").types
    if types.is_struct(kind):
        for field in kind:
            yield from _below(f"{path}.{field.name}", field.type)
    elif types.is_map(kind):
        yield f"{path}.key_value.key", False
    elif types.is_list(kind) or types.is_large_list(kind):
        yield from _below(f"{path}.list.{kind.value_field.name}", kind.value_type)
    else:
        is_text = (
            types.is_string(kind) or types.is_large_string(kind)
            or types.is_binary(kind) or types.is_large_binary(kind)
        )  # fmt: skip
        if types.is_dictionary(kind):
            is_text = types.is_string(kind.value_type) or types.is_large_string(kind.value_type)
        yield path, is_text


def _steps(path: str) -> tuple[str, ...]:
    first, *others = path.split(".")
    return (first, *(each for each in others if each not in _LEVELS))
