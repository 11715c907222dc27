"""The root element of an XML file, told from its first bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.formats import _xml
from capqa.formats._xml_root import Root, root_in, root_of


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "windows-1252"])
@pytest.mark.parametrize(
    "before",
    [
        "",
        "\n <?xml version='1.0'?>\r\n",
        "<?xml-stylesheet href='<a>'?><!-- <rss> '\" -->",
        '<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.6//EN" "nitf>3.dtd">\n',
        "<!DOCTYPE x [<!-- don't --><!ENTITY a '<b>'><!ELEMENT c (d)> <?e f?>\n]>",
    ],
)
def test_whatever_stands_before_it(before: str, encoding: str) -> None:
    head = f"{before}<n:nitf a='>' xmlns:n='urn:é'><p/>".encode(encoding)
    found = root_of(head)
    assert found is not None
    assert found.name == "nitf"
    assert found.namespace.startswith("urn:")


def test_a_namespace_is_that_of_its_own_prefix() -> None:
    both = frozenset({"urn:a", "urn:b"})
    assert root_of(b"<a xmlns:b='urn:b' xmlns=' urn:a '/>") == Root("a", "urn:a", both)
    assert root_of(b"<b:a xmlns:b='urn:b' xmlns='urn:a'/>") == Root("a", "urn:b", both)
    assert root_of(b"<b:a xmlns='urn:a'/>") == Root("a", "", frozenset({"urn:a"}))


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"text",
        b"{}",
        b"<!-- <a>",
        b"<?xml version",
        b"<!DOCTYPE a '",
        b"<",
        b"<a",
        b"\xff\xfe<",
    ],
)
def test_where_there_is_none(head: bytes) -> None:
    assert root_of(head) is None


def test_names_and_namespaces_are_looked_up() -> None:
    root = Root("feed", "http://www.w3.org/2005/Atom")
    assert root.is_named(("feed", "rss"), ("http://www.w3.org/2005/Atom",))
    assert root.is_named(("feed",), ("http://www.w3.org/",))
    assert not root.is_named(("rss",), ("http://www.w3.org/2005/Atom",))
    assert not root.is_named(("feed",), ("urn:other",))
    assert Root("feed", "").is_named(("feed",), ("urn:other",))


@given(st.one_of(st.binary(max_size=80), st.text("<>!-[]?'\"ax= \n&", max_size=60).map(str.encode)))
def test_any_bytes_are_looked_at_in_peace(head: bytes) -> None:
    root_of(head)
    root_of(b"<!DOCTYPE" + head)


def test_it_is_the_first_element_of_a_whole_document() -> None:
    page = "<!-- <b/> --><a xmlns='urn:a'><b/></a>"
    assert root_in(_xml.tokens(page)) == root_of(page.encode())


def test_long_heads_are_read_in_linear_time() -> None:
    for part in (b"<!-- ", b"<?a ?>", b"<!a '", b"<a b='", b"<!DOCTYPE [", b"<![CDATA["):
        root_of(part * 200_000)
