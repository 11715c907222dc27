"""Decoding: the encoding is told, the bytes come back the same, and what is no text is refused."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from capqa.errors import UnreadableError
from capqa.files import encoding as encoding_module
from capqa.files.encoding import decode

# Few letters outside ASCII amid much English is what a page with a fragment looks like.
ENGLISH = (
    "The city is the group's last major stronghold in Iraq, officials said on Thursday.\n" * 20
)

LEGACY = [
    ("windows-1252", "Zerstörte Häuser in Aleppo"),
    ("windows-1252", "Polizei | Großeinsatz in Köln"),
    ("windows-1252", "MÜNCHEN ÖFFNET SICH"),
    ("windows-1252", "Última hora"),
    ("windows-1252", "Élections législatives à Besançon, où l’on vote"),
    ("windows-1252", "São Paulo: eleição não é questão"),
    ("windows-1252", "Øresund: broen på vej til København"),
    ("windows-1252", "Ísland: Þetta er það sem við viljum"),
    ("windows-1252", "The city’s “last” stronghold – in Iraq"),
    ("windows-1252", "Kosten: 5 € für 3 m²"),
    ("windows-1252", "© 2024 Reuters"),
    ("windows-1252", "é"),
    ("iso-8859-1", "Bilder aus Düsseldorf"),
    ("iso-8859-15", "Préfecture de Besançon: 5 €"),
    ("windows-1250", "Łódź wciąż się rozwija, mówią mieszkańcy"),
    ("iso-8859-2", "Prezydent Rosji przyjechał na spotkanie z łódzkimi żołnierzami"),
    ("windows-1250", "Příliš žluťoučký kůň úpěl ďábelské ódy"),
    ("windows-1250", "Sestanek ministrov v Ljubljani: zaščita državljanov"),
    ("windows-1250", "Gyula, a magyar költő és író"),
    ("iso-8859-2", "Volby do Evropského parlamentu: průzkumy jsou příznivé"),
    ("windows-1254", "Depremde yıkılan binalar, Kahramanmaraş"),
    ("windows-1254", "Göçmenler sınırda bekliyor, İstanbul'da oy verme işlemi sürüyor"),
    ("windows-1257", "Šiaurės Korėja išbandė raketą, žuvo žmonės"),
    ("mac-roman", "Zerstörte Häuser in Aleppo, “neu”"),
    ("cp850", "Zerstörte Häuser in Köln, größer"),
    ("windows-1251", "Президент России посетил войска на фронте"),
    ("windows-1251", "Война в Украине"),
    ("windows-1251", "МОСКВА ПОД УДАРОМ"),
    ("koi8-r", "Президент России посетил войска на фронте"),
    ("koi8-r", "Война"),
    ("koi8-r", "МОСКВА ПОД УДАРОМ"),
    ("koi8-u", "Війна в Україні триває, її наслідки"),
    ("iso-8859-5", "Президент России посетил войска"),
    ("windows-1253", "Ο πόλεμος στην Ουκρανία συνεχίζεται"),
    ("windows-1255", "המלחמה בעזה נמשכת"),
    ("windows-1256", "الحرب في سوريا مستمرة منذ سنوات"),
    ("cp874", "สงครามในซีเรียยังคงดำเนินต่อไป"),
    ("gb18030", "伊拉克军队夺回摩苏尔"),
    ("gb18030", "叙利亚战争：阿勒颇的废墟"),
    ("big5", "總統選舉結果公布，台灣民眾上街慶祝"),
    ("shift_jis", "イラク軍がモスルを奪還した"),
    ("euc-jp", "イラク軍がモスルを奪還した"),
    ("euc-kr", "서울 대통령 선거 결과 발표"),
]


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"Iraq", "Iraq", "utf-8"),
        ("Über".encode(), "Über", "utf-8"),
        (b"GIF89a is how such files begin", "GIF89a is how such files begin", "utf-8"),
        (codecs.BOM_UTF8 + "Über".encode(), "Über", "utf-8"),
        (codecs.BOM_UTF16_LE + "Über😀".encode("utf-16-le"), "Über😀", "utf-16-le"),
        (codecs.BOM_UTF16_BE + "Über😀".encode("utf-16-be"), "Über😀", "utf-16-be"),
        (codecs.BOM_UTF32_LE + "Über😀".encode("utf-32-le"), "Über😀", "utf-32-le"),
        (codecs.BOM_UTF32_BE + "Über😀".encode("utf-32-be"), "Über😀", "utf-32-be"),
        ("\ufeff军".encode("gb18030"), "军", "gb18030"),
    ],
)
def test_unicode(data: bytes, text: str, encoding: str) -> None:
    decoded = decode(data, "page.txt")
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert decoded.byte_order_mark + text.encode(encoding) == data


@pytest.mark.parametrize("around", ["", ENGLISH], ids=["alone", "amid English"])
@pytest.mark.parametrize(("encoding", "sentence"), LEGACY)
def test_legacy_encodings_are_told_by_a_single_line(
    encoding: str, sentence: str, around: str
) -> None:
    page = f"{around}{sentence}\n{around}"
    decoded = decode(page.encode(encoding), "page.txt")
    assert decoded.text == page
    assert decoded.text.encode(decoded.encoding) == page.encode(encoding)


def test_an_encoding_without_an_alphabet_of_ours_is_told_from_running_text() -> None:
    vietnamese = (
        b"Chien tranh o Syria v\xe2\xden ti\xea\xecp di\xea\xden sau nhi\xea\xccu n\xe3m "
        b"\xf0au kh\xf4\xd2 cu\xd2a ng\xfd\xf5\xcci d\xe2n"
    )
    decoded = decode(ENGLISH.encode() + vietnamese, "page.txt")
    assert decoded.encoding == "cp1258"
    assert decoded.text.encode("cp1258") == ENGLISH.encode() + vietnamese


def test_western_bytes_are_windows_1252() -> None:
    western = [line for encoding, line in LEGACY if encoding in ("windows-1252", "iso-8859-1")]
    for line in [*western, "\n".join(western)]:
        assert decode(line.encode("windows-1252"), "page.txt").encoding == "windows-1252"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty; "),
        (codecs.BOM_UTF8, "is empty; "),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", r"is a binary file \(PNG image\); leave it out"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", r"is a binary file \(JPEG image\)"),
        (b"GIF89a\x01\0\x01\0\x80", r"is a binary file \(GIF image\)"),
        (b"%PDF-1.4\n1 0 obj\n", r"is a binary file \(PDF document\)"),
        (b"PK\x03\x04\x14\0\0\0", r"is a binary file \(ZIP archive, such as \.docx"),
        (b"\0\0\0\x18ftypmp42", r"is a binary file \(MP4 or HEIC media\)"),
        (b"Irak\0Mossul", r"is a binary file \(it holds NUL bytes\)"),
        ("Irak und Mossul".encode("utf-16-le"), "UTF-16 text without a byte-order mark"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a\0", "mark of UTF-16-LE but is broken at byte 2; save"),
        ("Größe Länge Höhe Tür Öl\nTü".encode()[:-1], r"is broken UTF-8 \(line 2, byte 32\); rest"),
        (
            b"a\nb \x81\x8d\x8f\x90\x9d c",
            r"is not UTF-8 \(line 2\), and its .* told; save it as UTF",
        ),
        (bytes(range(128, 256)), "its encoding cannot be told; save it as UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError, match=r"^page\.txt: .*" + message):
        decode(data, "page.txt")


def test_a_file_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding_module, "LARGEST_FILE", 1_000_000)
    with pytest.raises(UnreadableError, match=r"is too large \(2 MB; at most 1 MB\); split it"):
        decode(b"a" * 2_000_000, "page.txt")
    assert decode(b"a" * 1_000_000, "page.txt").encoding == "utf-8"


@pytest.mark.parametrize(
    ("unit", "encoding"),
    [("Zerstörte Häuser in Aleppo ", "windows-1252"), ("伊拉克军队夺回摩苏尔", "gb18030")],
)
def test_a_sample_of_a_large_file_is_enough(unit: str, encoding: str) -> None:
    data = (unit * (3_000_000 // len(unit))).encode(encoding)
    assert decode(data, "page.txt").encoding == encoding


@given(st.binary(min_size=1, max_size=200))
@example("Ünï\n".encode("windows-1252"))
@example(codecs.BOM_UTF16_BE + b"\xfe\xff\xfe\xff")
def test_whatever_is_read_comes_back_the_same(data: bytes) -> None:
    try:
        decoded = decode(data, "page.txt")
    except UnreadableError:
        pass
    else:
        assert decoded.byte_order_mark + decoded.text.encode(decoded.encoding) == data


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1))
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    data = text.encode()
    try:
        decoded = decode(data, "page.txt")
    except UnreadableError:
        assert text == "\ufeff" or data.startswith(b"%PDF-")
    else:
        assert (decoded.encoding, decoded.text) == ("utf-8", text.removeprefix("\ufeff"))
