"""HTML: what the texts of a page are to its readers, and which attributes are texts at all."""

from __future__ import annotations

import json

import pytest

from capqa.model import Role
from tests.formats.html_pages import read, roles, texts

LONG = "a long text about the author of this page " * 6


@pytest.mark.parametrize(
    ("page", "role"),
    [
        ("<title>t</title>", Role.HEADLINE),
        ("<h1>t</h1>", Role.HEADLINE),
        ("<h6><a href=x>t</a></h6>", Role.HEADLINE),
        ("<figure><figcaption>t</figcaption></figure>", Role.CAPTION),
        ("<figcaption><p>t</p></figcaption>", Role.CAPTION),
        ("<table><caption>t</caption></table>", Role.CAPTION),
        ("<p class='wp-caption-text'>t</p>", Role.CAPTION),
        ("<p>t</p>", Role.BODY),
        ("<ul><li>t</ul>", Role.BODY),
        ("<td>t</td>", Role.BODY),
        ("<blockquote>t</blockquote>", Role.BODY),
        ("<nav><p>t</p></nav>", Role.NAVIGATION),
        ("<menu><li>t</menu>", Role.NAVIGATION),
        ("<footer><div>t</div></footer>", Role.NAVIGATION),
        ("<button>t</button>", Role.NAVIGATION),
        ("<div role=navigation>t</div>", Role.NAVIGATION),
        ("<ul><li><a href=x>t</a></ul>", Role.NAVIGATION),
        ("<ul><li><a href=x>t</a> u</ul>", Role.BODY),
        ("<select><option>t</select>", Role.NAVIGATION),
        ("<p class=credit>t</p>", Role.CREDIT),
        ("<figcaption class='x'><span class='imageCredit'>t</span></figcaption>", Role.CREDIT),
        ("<div class='media__copyright'>t</div>", Role.CREDIT),
        ("<div class='img-source'>t</div>", Role.CREDIT),
        ("<figure><small>t</small></figure>", Role.CREDIT),
        ("<div><small>t</small></div>", Role.CREDIT),
        ("<p>Image: dpa</p>", Role.CREDIT),
        ("<p class='bildquelle x'>t</p>", Role.CREDIT),
        ("<p class=accredited>t</p>", Role.BODY),
        ("<p class=credit-card>t</p>", Role.BODY),
        ("<p class='font-source-sans'>t</p>", Role.BODY),
        ("<a href=x><p>t</p></a>", Role.BODY),
        ("<p class='open-resource'>t</p>", Role.BODY),
        ("<body class='single-source'><p>t</p>", Role.BODY),
        ("<article class=author-page><p>t</p>", Role.BODY),
        (f"<div class='author-box'><p>{LONG}</div>", Role.BODY),
        ("<p class=byline>t</p>", Role.BYLINE),
        ("<div class='article-author'>t</div>", Role.BYLINE),
        ("<p>By <a rel='author nofollow'>Jane</a>, Berlin</p>", Role.BYLINE),
        ("<p>Autorin: Jane Doe</p>", Role.BYLINE),
        (f"<p><a rel=author>Jane</a> {LONG}", Role.BODY),
        ("<meta name=Description content=t>", Role.META),
        ("<meta property=og:title content=t>", Role.META),
        ("<meta property=og:description content=t>", Role.META),
        ("<meta property='og:image:alt' content=t>", Role.META),
        ("<meta name=twitter:title content=t>", Role.META),
        ("<meta name=twitter:image:alt content=t>", Role.META),
        ("<img alt=t>", Role.ALT),
        ("<area alt=t>", Role.ALT),
        ("<img title=t>", Role.ALT),
        ("<svg aria-label=t><text>no</text></svg>", Role.ALT),
        ("<input type=submit value=t>", Role.NAVIGATION),
        ("<input placeholder=t>", Role.NAVIGATION),
        ("<textarea placeholder=t>no</textarea>", Role.NAVIGATION),
        ("<a title=t></a>", Role.NAVIGATION),
        ("<nav aria-label=t></nav>", Role.NAVIGATION),
        ("<track label=t>", Role.NAVIGATION),
        ("<video><track label=t><p>no</p></video>", Role.NAVIGATION),
        ("<amp-img alt=t></amp-img>", Role.ALT),
        ("<amp-iframe title=t></amp-iframe>", Role.ALT),
        ("<lazy-image alt=t></lazy-image>", Role.ALT),
        ("<photo-box caption=t></photo-box>", Role.CAPTION),
        ("<a data-fancybox data-caption=t></a>", Role.CAPTION),
    ],
)
def test_the_role_of_a_text(page: str, role: Role) -> None:
    assert [found for _, found in roles(page)] == [role]


@pytest.mark.parametrize(
    "page",
    [
        "<meta name=viewport content=t>",
        "<meta name=twitter:card content=t>",
        "<meta property=og:image content=t>",
        "<input value=t>",
        "<input type=hidden value=t>",
        "<input alt>",
        "<link rel=stylesheet title=t>",
        "<p alt=t></p>",
        "<p caption=t></p>",
        "<div translate=no><video><track label=t></video></div>",
        "<template><img alt=t></template>",
        "<noscript><img alt=t></noscript>",
        "<script>t</script>",
        '<script type="application/json">{"name": "t"}</script>',
    ],
)
def test_what_readers_never_see_is_no_text(page: str) -> None:
    assert texts(page) == []


def test_the_links_of_a_menu_are_texts_of_their_own() -> None:
    menu = "<a href=x>Home</a><a href=y>Weitere <b>Inhalte</b></a>"
    for page in (f"<nav>{menu}</nav>", f"<footer><div>{menu}</div></footer>"):
        assert roles(page) == [("Home", Role.NAVIGATION), ("Weitere Inhalte", Role.NAVIGATION)]
    assert texts(f"<footer><p>Zu {menu}</p></footer>") == ["Zu HomeWeitere Inhalte"]


def test_a_credit_in_a_caption_is_apart_from_it() -> None:
    page = (
        "<figcaption>Irak <b>|</b> Mossul <span class=credit>Image: dpa</span> heute</figcaption>"
    )
    assert sorted(roles(page)) == [
        ("Image: dpa", Role.CREDIT),
        ("Irak | Mossul heute", Role.CAPTION),
    ]


def _json_ld(data: str) -> list[tuple[str, str, str | None]]:
    page = f"<script type='application/ld+json'>{data}</script>"
    return [(each.text, each.locator, each.language) for each in read(page).segments]


def test_json_ld_gives_its_texts_with_pointers() -> None:
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {"headline": "a", "url": "no", "image": [{"caption": "b/c", "name": "d"}]},
            {"description": ["e", "f"], "a/b~": {"name": "g"}, "keywords": ["no"]},
            {"headline": {"@value": "h", "@language": "de-AT"}, "name": 5, "caption": None},
        ],
        "description": " \n i \t\u00e4\u00ad ",
    }
    expected = [
        ("a", "/@graph/0/headline", None),
        ("b/c", "/@graph/0/image/0/caption", None),
        ("d", "/@graph/0/image/0/name", None),
        ("e", "/@graph/1/description/0", None),
        ("f", "/@graph/1/description/1", None),
        ("g", "/@graph/1/a~1b~0/name", None),
        ("h", "/@graph/2/headline/@value", "de"),
        ("i ä", "/description", None),
    ]
    for ascii_only in (True, False):
        assert _json_ld(json.dumps(data, ensure_ascii=ascii_only, indent=1)) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (r'{"name": "\ud83d\ude00 \" \\ \/ \u0041 \ud83d \q"}', ['😀 " \\ / A \ufffd q']),
        ('{"name": "a", "name": "b" "name" }', ["a", "b"]),
        ('}]{"name": "a', []),
        ('}]{"name": "a"}} , {"caption" : "b"', ["a", "b"]),
        ('{"name": "a\\', []),
        ('{"na\\u006de": "a"}', ["a"]),
        ('{"name": "&amp; <b>"}', ["&amp; <b>"]),
        ("", []),
        ("null", []),
    ],
)
def test_json_ld_in_any_state(data: str, expected: list[str]) -> None:
    assert [text for text, _, _ in _json_ld(data)] == expected


def test_json_ld_declares_the_language_of_an_object_and_what_is_in_it() -> None:
    data = (
        '{"name": "a", "image": {"caption": "b"}, "inLanguage": "de",'
        ' "x": {"inLanguage": "en", "name": "c"}}'
    )
    assert _json_ld(data) == [
        ("a", "/name", "de"),
        ("b", "/image/caption", "de"),
        ("c", "/x/name", "en"),
    ]
