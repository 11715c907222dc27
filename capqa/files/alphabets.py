"""The letters by which a legacy encoding shows: read in the wrong one, a page has others.

Encodings are in the order in which they are preferred when two read a page equally well; the
letters do not tell Latin-1 from Windows-1252, and what reads as both is the latter.
"""

from __future__ import annotations

from typing import NamedTuple

_WEIGHTS = (1.0, 0.7, 0.4)


class Alphabet(NamedTuple):
    """The letters outside ASCII that a language or group of languages uses, in lower case.

    ``weights`` are 1 for the most frequent and less for rarer ones; ``latin`` says that words mix
    them with ASCII letters.
    """

    weights: dict[str, float]
    latin: bool


def _alphabet(letters: str, *, latin: bool = False) -> Alphabet:
    groups = zip(letters.split(), _WEIGHTS, strict=False)
    return Alphabet({letter: weight for group, weight in groups for letter in group}, latin)


# The mixture on a page of many languages; what Czech and Hungarian letters read as counts less in
# it, and fully in the languages that have it.
_MIXED_WESTERN = _alphabet("äöüßéèêàâçñáíóúåæãôîïëœ øõûùìòÿ ðþýšžł", latin=True)
_FRENCH = _alphabet("àâçéèêëîïôùûœæÿ", latin=True)
_ITALIAN = _alphabet("àèéìíòóùú", latin=True)
_PORTUGUESE = _alphabet("áâãàçéêíóôõúü", latin=True)
_NORDIC = _alphabet("åäöæøéü", latin=True)
_ICELANDIC = _alphabet("áéíóúðþæö ý", latin=True)
_WESTERN = (_MIXED_WESTERN, _FRENCH, _ITALIAN, _PORTUGUESE, _NORDIC, _ICELANDIC)
_POLISH = _alphabet("ąćęłńóśźż éöü", latin=True)
_CZECH = _alphabet("áčďéěíňóřšťúůýžľĺŕäô öüß", latin=True)
_HUNGARIAN = _alphabet("áéíóöőúüű", latin=True)
_SOUTH_SLAVIC = _alphabet("čćđšž", latin=True)
_ROMANIAN = _alphabet("ăâîşţșț", latin=True)
_TURKISH = _alphabet("çğıİöşü âîû", latin=True)
_BALTIC = _alphabet("āčēģīķļņšūžąęėįųõäöü", latin=True)
_CYRILLIC = _alphabet("оеаинтсрвл кмдпуыьязгії бчйхжшюцщэфёъєґўјљњћђџќѓѕ")
_GREEK = _alphabet("αοιετσνηυρ πκμλςίάόέήύώω γδβφθχζξψϊϋΐΰ")
_HEBREW = _alphabet("יוהלאמרתבש נדכקםן חעצגפזטסץףךְֱֲֳִֵֶַָֹֻּ")
_ARABIC = _alphabet("اليمنرتوبة عدسفهكقأحجىش صخضطظغذزثؤئءآإپچژگ،؟؛ًٌٍَُِّْـ")
_THAI = _alphabet("นารอกเงมยล่้ัี วดทสตะปบคหแิุำ พจขชไใโผธศถณภษซฌญฎฏฐฑฒฝฟฬฮๆฯ์๊๋ืึ็ฤู")

SINGLE_BYTE: tuple[tuple[str, tuple[Alphabet, ...]], ...] = (
    ("windows-1252", _WESTERN),
    ("iso-8859-15", _WESTERN),
    ("windows-1250", (_POLISH, _CZECH, _HUNGARIAN, _SOUTH_SLAVIC, _ROMANIAN)),
    ("iso-8859-2", (_POLISH, _CZECH, _HUNGARIAN, _SOUTH_SLAVIC, _ROMANIAN)),
    ("iso-8859-16", (_ROMANIAN,)),
    ("windows-1254", (_TURKISH,)),
    ("windows-1257", (_BALTIC,)),
    ("mac-roman", _WESTERN),
    ("cp850", _WESTERN),
    ("windows-1251", (_CYRILLIC,)),
    ("koi8-r", (_CYRILLIC,)),
    ("koi8-u", (_CYRILLIC,)),
    ("iso-8859-5", (_CYRILLIC,)),
    ("cp866", (_CYRILLIC,)),
    ("mac-cyrillic", (_CYRILLIC,)),
    ("windows-1253", (_GREEK,)),
    ("iso-8859-7", (_GREEK,)),
    ("windows-1255", (_HEBREW,)),
    ("windows-1256", (_ARABIC,)),
    ("iso-8859-6", (_ARABIC,)),
    ("cp874", (_THAI,)),
)
"""Encodings of one byte a letter, with the alphabets of the languages written in them."""

PUNCTUATION = frozenset(
    "“”„‘’‚«»‹›–—…•·©®™°§€£¿¡\u00a0\u00ad¹²³½¼¾ªº×±µ№†‰、。「」『』・〈〉《》，：；？！（）"
)
"""Marks that pages of many languages have, none of which tells much."""

_HIRAGANA_AND_KATAKANA = "".join(map(chr, [*range(0x3041, 0x3097), *range(0x30A1, 0x30F7)])) + "ー"
_JAPANESE = _alphabet(_HIRAGANA_AND_KATAKANA + "日国人年大本中会一月者時事的分政府東京戦争軍")
_SIMPLIFIED = _alphabet(
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后"
    "小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动"
    "两长现进问民军部队政府总统战争报警察俄乌克兰美德法伊拉叙利亚选举新华社者将被与市区关系议"
)
_TRADITIONAL = _alphabet(
    "的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可裡後"
    "小麼心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動"
    "兩長現進問民軍部隊政府總統戰爭報警察俄烏克蘭美德法伊拉敘利亞選舉新華社者將被與市區關係議"
)
_KOREAN = _alphabet(
    "이다는의가에을를고은도지하사기로한서리아시나대어인자정일해라그들수있과장전부스게만원상구보제국여"
    "주성면무우공으니했동마미조소세오적연모군관안비생방내경문선신치회개실화위러트크였던않없"
    "통령거결발표울북남민당법사건핵미일중러시위원장총리외교부회담협정협상전쟁공격폭격피난난민경찰정부언론"
    "통신기자월년분초약천백십억원달만명차번째후까지부터에서처럼보다만큼말했다고했습니까요네죠며면서"
)

MULTI_BYTE: tuple[tuple[str, Alphabet], ...] = (
    ("shift_jis", _JAPANESE),
    ("cp932", _JAPANESE),
    ("euc-jp", _JAPANESE),
    ("gb18030", _SIMPLIFIED),
    ("big5", _TRADITIONAL),
    ("cp950", _TRADITIONAL),
    ("euc-kr", _KOREAN),
    ("cp949", _KOREAN),
)
"""Encodings of several bytes a character, with the characters most frequent in them."""
