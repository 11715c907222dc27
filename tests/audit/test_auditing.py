from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from capqa import pipeline
from capqa.audit.auditing import Auditor
from capqa.audit.records import AuditRecord
from capqa.config import Settings
from capqa.model import Role
from tests.audit.archives import ENGLISH, GERMAN, choices

if TYPE_CHECKING:
    from capqa.audit.auditing import Audited

TEXTS = st.lists(st.sampled_from([*GERMAN, *ENGLISH, "Mossul", "x"]), min_size=1, max_size=6)


def record(texts: list[str]) -> AuditRecord:
    page = "\n\n".join(texts) + "\n"
    return AuditRecord(pipeline.read_data(page.encode(), "page.txt"), "page.txt", "page.txt")


@settings(deadline=None, max_examples=30)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_what_was_audited_before_changes_no_result(pages: list[list[str]]) -> None:
    one = Auditor(choices())
    for texts in pages:
        audited = one.audited(record(texts))
        assert audited == Auditor(choices()).audited(record(texts))
        checked = pipeline.check_document(record(texts).document, Settings())
        assert (audited.findings, audited.suggestions) == (checked.findings, checked.suggestions)


def test_texts_are_counted() -> None:
    audited: Audited = Auditor(choices()).audited(record([*ENGLISH, GERMAN[0]]))
    assert (audited.texts, audited.flagged, audited.is_foreign) == (6, 1, False)


def test_roles_that_are_not_checked_are_not_counted() -> None:
    told = choices(roles=(Role.CAPTION,))
    assert Auditor(told).audited(record(list(ENGLISH))).texts == 0


def test_a_page_in_another_language_is_told() -> None:
    german = [
        "Die Regierungstruppen haben am Sonntag mehrere Dörfer im Süden der Stadt eingenommen.",
        "Der Minister sagte nach dem Treffen, dass die Lage weiterhin sehr schwierig ist.",
        "Viele Menschen sind aus der Stadt geflohen, weil sie Angst vor den Kämpfen haben.",
    ]
    assert Auditor(choices()).audited(record(german)).is_foreign
