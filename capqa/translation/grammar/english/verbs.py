"""Forms of English verbs; a verb may bring particles along ("roll back", "be on fire")."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from capqa.lazy_pattern import lazy_pattern
from capqa.translation.grammar.word_lists import word_set

_FORMS: Final = """
be was been; arise arose arisen; beat beat beaten; become became become; begin began begun;
bend bent; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken;
bring brought; build built; burn burned; burst burst; buy bought; catch caught;
choose chose chosen; come came come; cost cost; cut cut; deal dealt; dig dug; do did done;
draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen;
feed fed; feel felt; fight fought; find found; flee fled; fly flew flown;
forbid forbade forbidden; forget forgot forgotten; forgive forgave forgiven; freeze froze frozen;
get got; give gave given; go went gone; grow grew grown; hang hung; have had; hear heard;
hide hid hidden; hit hit; hold held; hurt hurt; keep kept; know knew known; lay laid; lead led;
leave left; lend lent; let let; lie lay lain; light lit; lose lost; make made; mean meant;
meet met; overthrow overthrew overthrown; pay paid; put put; read read; retake retook retaken;
ride rode ridden; ring rang rung; rise rose risen; run ran run; say said; see saw seen;
seek sought; sell sold; send sent; set set; shake shook shaken; shine shone; shoot shot;
show showed shown; shut shut; sing sang sung; sink sank sunk; sit sat; sleep slept;
speak spoke spoken; spend spent; split split; spread spread; stand stood; steal stole stolen;
stick stuck; strike struck; swear swore sworn; sweep swept; swim swam swum; swing swung;
take took taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown;
undergo underwent undergone; understand understood; wake woke woken; wear wore worn; weep wept;
win won; withdraw withdrew withdrawn; write wrote written
"""
"""Infinitive, past and, where it differs, participle of irregular verbs."""

_IRREGULAR: Final = {
    forms[0]: (forms[1], forms[-1]) for forms in (line.split() for line in _FORMS.split(";"))
}
_DOUBLING: Final = word_set("""
    stop plan drop ban rob grab step shop chat beg hug ram rip slip trap wrap stab commit admit
    submit control patrol equip permit rebel occur refer dispel expel kidnap
    """)


@lru_cache(maxsize=2048)
def third_person(verb: str) -> str:
    """Return the present form after he, she or it: "flee" gives "flees"."""
    word, particles = _parts(verb)
    if word == "be":
        return "is" + particles
    if word == "have":
        return "has" + particles
    if word.endswith(("s", "x", "z", "ch", "sh", "o")):
        return word + "es" + particles
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies" + particles
    return word + "s" + particles


@lru_cache(maxsize=2048)
def present(verb: str) -> str:
    """Return the present form after they: only "be" has one of its own."""
    word, particles = _parts(verb)
    return ("are" if word == "be" else word) + particles


@lru_cache(maxsize=2048)
def past(verb: str) -> str:
    """Return the simple past: "flee" gives "fled"."""
    word, particles = _parts(verb)
    return (_IRREGULAR[word][0] if word in _IRREGULAR else _regular(word)) + particles


@lru_cache(maxsize=2048)
def participle(verb: str) -> str:
    """Return the past participle: "take" gives "taken"."""
    word, particles = _parts(verb)
    return (_IRREGULAR[word][1] if word in _IRREGULAR else _regular(word)) + particles


@lru_cache(maxsize=2048)
def gerund(verb: str) -> str:
    """Return the form in -ing: "flee" gives "fleeing"."""
    word, particles = _parts(verb)
    if word.endswith("ie"):
        return word[:-2] + "ying" + particles
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) and word != "be":
        return word[:-1] + "ing" + particles
    short = word in _DOUBLING or word in {"cut", "hit", "put", "run", "sit", "swim", "get", "dig"}
    return word + (word[-1] if short or word in {"set", "win", "split"} else "") + "ing" + particles


@lru_cache(maxsize=2048)
def infinitive(form: str) -> str:
    """Return the infinitive of a past form or participle, of any other word the word itself."""
    word, particles = _parts(form)
    if word in _INFINITIVES:
        return _INFINITIVES[word] + particles
    if word.endswith("ied"):
        return word[:-3] + "y" + particles
    stem = word.removesuffix("ed")
    if len(stem) == len(word) or len(stem) < 2:
        return form
    if stem[-1:] == stem[-2:-1] and stem[:-1] in _DOUBLING:
        return stem[:-1] + particles
    return stem + ("e" if _NEEDS_E.search(stem) else "") + particles


@lru_cache(maxsize=2048)
def agreeing(verb: str, example: str) -> str:
    """Return a verb in the form another English verb has, as far as its ending shows it."""
    word = example.lower().partition(" ")[0]
    if word.endswith("ing"):
        return gerund(verb)
    if word in _INFINITIVES or word.endswith("ed"):
        return past(verb)
    if word.endswith("s") and not word.endswith("ss"):
        return third_person(verb)
    return present(verb)


_INFINITIVES: Final = {
    form: verb for verb, forms in _IRREGULAR.items() for form in forms if form != verb
}
# "captur", "execut", "invad" are no words; "attack", "shell", "defeat" are.
_NEEDS_E: Final = lazy_pattern(
    r"(?:[cvzu]|[^s]s|[^aeiou]l(?<!ll)|(?<!on)(?<!in)g|(?<!e)(?<!comb)at|(?<!o)ut|(?<!o)ur|(?<!a)ir"
    r"|ib|(?<!a)id|(?<![oe])ad|ud|plor|stor|vot|mot|fre|agre|blam|fram|nam|^min)$"
)


def _parts(verb: str) -> tuple[str, str]:
    word, space, particles = verb.removeprefix("to ").partition(" ")
    return word, space + particles


def _regular(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ied"
    if word in _DOUBLING:
        return word + word[-1] + "ed"
    return word + "ed"
