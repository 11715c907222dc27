"""Forms of common and of strong German verbs, by form: what they mean and which form they are.

Each line: infinitive, third person, past, participle, English infinitive. A separable prefix is
written with a bar (vor|rücken). Weak verbs of the glossary are recognised by their endings there.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

_TABLE: Final = """
an|fangen fängt fing angefangen begin;an|greifen greift griff angegriffen attack
an|kommen kommt kam angekommen arrive;an|kündigen kündigt kündigte angekündigt announce
auf|nehmen nimmt nahm aufgenommen take in;auf|treten tritt trat aufgetreten appear
ab|geben gibt gab abgegeben hand over;ein|schlagen schlägt schlug eingeschlagen hit
auf|heben hebt hob aufgehoben lift;befürchten befürchtet befürchtete befürchtet fear
holen holt holte geholt fetch;nähen näht nähte genäht sew
aus|bilden bildet bildete ausgebildet train;an|zünden zündet zündete angezündet light
dauern dauert dauerte gedauert last;drohen droht drohte gedroht threaten
an|stehen steht stand angestanden queue;auf|stellen stellt stellte aufgestellt set up
auf|räumen räumt räumte aufgeräumt clear up;ab|sperren sperrt sperrte abgesperrt cordon off
aus|sagen sagt sagte ausgesagt testify;ein|leiten leitet leitete eingeleitet initiate
vor|legen legt legte vorgelegt present;zu|stimmen stimmt stimmte zugestimmt agree
aus|rufen ruft rief ausgerufen declare;aus|brechen bricht brach ausgebrochen break out
begehen begeht beging begangen mark;beginnen beginnt begann begonnen begin
begrüßen begrüßt begrüßte begrüßt greet;bekommen bekommt bekam bekommen receive
beraten berät beriet beraten discuss;beschießen beschießt beschoss beschossen shell
beschließen beschließt beschloss beschlossen adopt;besuchen besucht besuchte besucht visit
beten betet betete gebetet pray;betreten betritt betrat betreten enter
bleiben bleibt blieb geblieben stay;brennen brennt brannte gebrannt burn
brechen bricht brach gebrochen break;bringen bringt brachte gebracht bring
demonstrieren demonstriert demonstrierte demonstriert demonstrate
ein|marschieren marschiert marschierte einmarschiert invade
ein|nehmen nimmt nahm eingenommen capture;ein|stürzen stürzt stürzte eingestürzt collapse
ein|treffen trifft traf eingetroffen arrive;empfangen empfängt empfing empfangen receive
enden endet endete geendet end;entkommen entkommt entkam entkommen escape
entscheiden entscheidet entschied entschieden decide
entstehen entsteht entstand entstanden emerge
ergeben ergibt ergab ergeben surrender;ergreifen ergreift ergriff ergriffen seize
erhalten erhält erhielt erhalten receive;erinnern erinnert erinnerte erinnert remember
erklären erklärt erklärte erklärt declare;eröffnen eröffnet eröffnete eröffnet open
erreichen erreicht erreichte erreicht reach;erscheinen erscheint erschien erschienen appear
erschießen erschießt erschoss erschossen shoot dead;ertrinken ertrinkt ertrank ertrunken drown
essen isst aß gegessen eat;fahren fährt fuhr gefahren drive;fallen fällt fiel gefallen fall
fangen fängt fing gefangen catch;feiern feiert feierte gefeiert celebrate
fest|nehmen nimmt nahm festgenommen arrest;finden findet fand gefunden find
fliegen fliegt flog geflogen fly;fliehen flieht floh geflohen flee
flüchten flüchtet flüchtete geflüchtet flee;folgen folgt folgte gefolgt follow
fordern fordert forderte gefordert demand;führen führt führte geführt lead
geben gibt gab gegeben give;gedenken gedenkt gedachte gedacht commemorate
gehen geht ging gegangen walk;gewinnen gewinnt gewann gewonnen win
halten hält hielt gehalten hold;hängen hängt hing gehangen hang;helfen hilft half geholfen help
hoffen hofft hoffte gehofft hope;jubeln jubelt jubelte gejubelt celebrate
kämpfen kämpft kämpfte gekämpft fight;kaufen kauft kaufte gekauft buy
kommen kommt kam gekommen come;kontrollieren kontrolliert kontrollierte kontrolliert control
lachen lacht lachte gelacht laugh;landen landet landete gelandet land
laufen läuft lief gelaufen walk;leben lebt lebte gelebt live;legen legt legte gelegt lay
lesen liest las gelesen read;liegen liegt lag gelegen lie
löschen löscht löschte gelöscht put out;nehmen nimmt nahm genommen take
öffnen öffnet öffnete geöffnet open
patrouillieren patrouilliert patrouillierte patrouilliert patrol
posieren posiert posierte posiert pose;protestieren protestiert protestierte protestiert protest
reden redet redete geredet talk;reisen reist reiste gereist travel
retten rettet rettete gerettet rescue;rufen ruft rief gerufen call
sammeln sammelt sammelte gesammelt collect;schießen schießt schoss geschossen shoot
schlafen schläft schlief geschlafen sleep;schlagen schlägt schlug geschlagen beat
schließen schließt schloss geschlossen close;schreiben schreibt schrieb geschrieben write
schreien schreit schrie geschrien shout;schützen schützt schützte geschützt protect
schwimmen schwimmt schwamm geschwommen swim;sehen sieht sah gesehen see
sichern sichert sicherte gesichert secure;singen singt sang gesungen sing
sinken sinkt sank gesunken sink;sitzen sitzt saß gesessen sit
spielen spielt spielte gespielt play;sprechen spricht sprach gesprochen speak
springen springt sprang gesprungen jump;starten startet startete gestartet launch
statt|finden findet fand stattgefunden take place;stehen steht stand gestanden stand
steigen steigt stieg gestiegen rise;sterben stirbt starb gestorben die
stoppen stoppt stoppte gestoppt stop;streiken streikt streikte gestreikt strike
stürmen stürmt stürmte gestürmt storm;stürzen stürzt stürzte gestürzt topple
suchen sucht suchte gesucht search for;teil|nehmen nimmt nahm teilgenommen take part
tragen trägt trug getragen carry;trauern trauert trauerte getrauert mourn
treffen trifft traf getroffen meet;treten tritt trat getreten step
trinken trinkt trank getrunken drink;überqueren überquert überquerte überquert cross
überwachen überwacht überwachte überwacht monitor
unterschreiben unterschreibt unterschrieb unterschrieben sign
unterstützen unterstützt unterstützte unterstützt support
unterzeichnen unterzeichnet unterzeichnete unterzeichnet sign
verbieten verbietet verbot verboten ban;verbrennen verbrennt verbrannte verbrannt burn
verhandeln verhandelt verhandelte verhandelt negotiate
verkünden verkündet verkündete verkündet announce;verlassen verlässt verließ verlassen leave
verlieren verliert verlor verloren lose;versammeln versammelt versammelte versammelt gather
versuchen versucht versuchte versucht try;verteilen verteilt verteilte verteilt distribute
vertreten vertritt vertrat vertreten represent
vor|bereiten bereitet bereitete vorbereitet prepare;vor|rücken rückt rückte vorgerückt advance
vor|stellen stellt stellte vorgestellt present;wachsen wächst wuchs gewachsen grow
wählen wählt wählte gewählt elect;warnen warnt warnte gewarnt warn
warten wartet wartete gewartet wait;waschen wäscht wusch gewaschen wash
weinen weint weinte geweint cry;werfen wirft warf geworfen throw
weiter|gehen geht ging weitergegangen continue
winken winkt winkte gewinkt wave;wohnen wohnt wohnte gewohnt live
zeigen zeigt zeigte gezeigt show;ziehen zieht zog gezogen move
zurück|erobern erobert eroberte zurückerobert recapture
zurück|kehren kehrt kehrte zurückgekehrt return;zurück|treten tritt trat zurückgetreten resign
zurück|ziehen zieht zog zurückgezogen withdraw
zusammen|brechen bricht brach zusammengebrochen collapse
zusammen|kommen kommt kam zusammengekommen come together
zerstören zerstört zerstörte zerstört destroy;ab|führen führt führte abgeführt lead away
ab|stimmen stimmt stimmte abgestimmt vote
ab|schießen schießt schoss abgeschossen shoot down;ab|stürzen stürzt stürzte abgestürzt crash
ab|ziehen zieht zog abgezogen withdraw;auf|bauen baut baute aufgebaut build
auf|rufen ruft rief aufgerufen call;auf|steigen steigt stieg aufgestiegen rise
aus|tauschen tauscht tauschte ausgetauscht exchange;ein|setzen setzt setzte eingesetzt deploy
nieder|legen legt legte niedergelegt lay;sprengen sprengt sprengte gesprengt blow up
schwenken schwenkt schwenkte geschwenkt wave
nieder|schlagen schlägt schlug niedergeschlagen crush;bergen birgt barg geborgen recover
behandeln behandelt behandelte behandelt treat;betreuen betreut betreute betreut care for
blockieren blockiert blockierte blockiert block
durchsuchen durchsucht durchsuchte durchsucht search
ermitteln ermittelt ermittelte ermittelt investigate;bilden bildet bildete gebildet form
vereidigen vereidigt vereidigte vereidigt swear in
verurteilen verurteilt verurteilte verurteilt convict
verhaften verhaftet verhaftete verhaftet arrest;verletzen verletzt verletzte verletzt injure
überleben überlebt überlebte überlebt survive;rücken rückt rückte gerückt move
versorgen versorgt versorgte versorgt supply;bauen baut baute gebaut build
arbeiten arbeitet arbeitete gearbeitet work;stellen stellt stellte gestellt place
diskutieren diskutiert diskutierte diskutiert discuss
gratulieren gratuliert gratulierte gratuliert congratulate
"""

FINITE: Final = ("present-singular", "present-plural", "past-singular", "past-plural")
"""The forms that agree with a subject."""


class Form(NamedTuple):
    """One form of a verb; ``prefix`` is separable, attached in infinitive and participle."""

    infinitive: str
    english: str
    name: str
    prefix: str = ""


@cache
def forms() -> dict[str, tuple[Form, ...]]:
    """Return all forms in lower case; a form of several verbs has the plain verb first."""
    found: dict[str, list[Form]] = {}
    for line in _TABLE.replace("\n", ";").split(";"):
        if line:
            written, third, past, participle, english = line.split(" ", 4)
            prefix, bar, stem = written.rpartition("|")
            prefix = prefix if bar else ""
            _add(found, Form(prefix + stem, english, "infinitive", prefix), prefix + stem)
            _add(found, Form(prefix + stem, english, "participle", prefix), participle)
            plural_past = past + ("n" if past.endswith("e") else "en")
            finite = zip(FINITE, (third, stem, past, plural_past), strict=True)
            for name, form in finite:
                _add(found, Form(prefix + stem, english, name, prefix), form)
    return {form: tuple(sorted(which, key=_plain_first)) for form, which in found.items()}


def _add(found: dict[str, list[Form]], form: Form, spelling: str) -> None:
    found.setdefault(spelling, []).append(form)


def _plain_first(form: Form) -> tuple[bool, int]:
    order = (*FINITE, "participle", "infinitive")
    return bool(form.prefix) and form.name in FINITE, order.index(form.name)
