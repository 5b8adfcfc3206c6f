"""Questions as people ask them: "vilka nämnder har bedömt att … ligger utanför den kommunala kompetensen?"

What the question is about are words to look for; the words of asking are not, and no document need have them.
Some of them name what documents conclude: that becomes a query beside the question, never instead of it.
"""

import re
from dataclasses import dataclass

from remissarkiv.assessments.names import folded, principle_names
from remissarkiv.domain import Span
from remissarkiv.query.stopwords import is_stopword
from remissarkiv.query.tree import And, Tree, Word

_LONGEST = 300
"""Characters of a question; what is longer is a pasted text."""

_LEAST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood: `asking` are the places of the words of asking, `fields` what it says in the
    query language (`kompetens:"inte förenligt"`, `år:-2017`), `years` those of them that are years;
    `principle` is the name of a principle that it is about, with its place."""

    asking: tuple[Span, ...]
    fields: tuple[str, ...]
    years: tuple[str, ...]
    principle: tuple[str, Span] | None = None


def _pattern(text: str) -> re.Pattern[str]:
    """A row of the tables as an expression: blanks stand for any, letters with dots for those without too."""
    for dotted, either in (("å", "[åa]"), ("ä", "[äa]"), ("ö", "[öo]")):
        text = text.replace(dotted, either)
    return re.compile(r"\b(?:" + text.replace(" ", r"\s{1,3}") + r")(?!\w)", re.IGNORECASE)


_COMPETENCE = (
    "(?:den |en |vår )?(?:kommunala|kommunens|kommunal|kommuns|kommuners) "
    "(?:allmänna )?(?:kompetensen|kompetens|kompetensområde|befogenheter|befogenhet)"
)
_LEADS = "(?:ligger|låg|faller|föll|hamnar|är|var|går|gick|vara|ligga|falla)"

_OPENINGS = _pattern(
    "vilka|vilken|vilket|vad|vem|hur|när|varför|får|kan|har|finns|är det"
    "|alla (?:remissvar|svar|svaren|yttranden|handlingar|dokument|bedömningar|beslut|motioner)"
    "|(?:visa|ge mig|hitta|sök) (?:alla|vilka|de)"
)

_CONCLUDING: tuple[tuple[str, str], ...] = (
    (f"(?:{_LEADS} )?(?:helt |klart )?utanför {_COMPETENCE}", 'kompetens:"inte förenligt"'),
    (f"(?:inte (?:är|var) |(?:är|var) inte )?oförenlig[ta]? med {_COMPETENCE}", 'kompetens:"inte förenligt"'),
    (
        f"(?:inte (?:är|var)|(?:är|var) inte|inte) förenlig[ta]? med {_COMPETENCE}",
        'kompetens:"inte förenligt"',
    ),
    (
        "(?:inte (?:ingår|ryms|faller|ligger)|(?:ingår|ryms|faller|ligger) inte|inte)"
        f" (?:i|inom) {_COMPETENCE}",
        'kompetens:"inte förenligt"',
    ),
    (f"(?:strider|stred) mot (?:kommunallagen|{_COMPETENCE})", 'kompetens:"inte förenligt"'),
    (
        "(?:kommunen |kommuner )?saknar (?:laglig )?(?:kompetens|befogenhet|rätt)(?: att)?",
        'kompetens:"inte förenligt"',
    ),
    (f"(?:{_LEADS} |ryms |ryms det )?inom {_COMPETENCE}", "kompetens:förenligt"),
    (f"(?:är |var )?förenlig[ta]? med {_COMPETENCE}", "kompetens:förenligt"),
    (f"ingår i {_COMPETENCE}", "kompetens:förenligt"),
    ("(?:får|kan) (?:en kommun|kommunen|kommuner|kommunerna|vi)", "kompetens:*"),
    ("är det (?:tillåtet|lagligt|möjligt)(?: för (?:en kommun|kommunen|kommuner))?(?: att)?", "kompetens:*"),
    ("har (?:en kommun|kommunen|kommuner|vi) (?:rätt|möjlighet|kompetens|befogenhet) att", "kompetens:*"),
    (
        "(?:har )?(?:tillstyrkt|tillstyrkte|tillstyrker)(?: motionen| förslaget)?",
        "ställningstagande:tillstyrker",
    ),
    ("(?:har )?(?:avstyrkt|avstyrkte|avstyrker)(?: motionen| förslaget)?", "ställningstagande:avstyrker"),
    (
        "(?:har )?(?:avstod|avstått|avstår) från att (?:svara|yttra sig)(?: (?:på|över|i))?"
        "(?: (?:remissen|remiss|motionen|ärendet|förslaget))?",
        "ställningstagande:avstår",
    ),
    ("(?:vem|vilka|vilken) (?:har )?(?:motionerade|motionerat|skrev motionen|lade motionen)", "typ:motion"),
    ("(?:har )?(?:bifallits|bifölls|bifallna|bifallen)", "beslut:bifall"),
    ("(?:har )?(?:avslagits|avslogs|avslagna|avslagen)", "beslut:avslag"),
    ("(?:har )?(?:återremitterats|återremitterades)", "beslut:återremiss"),
    (
        "(?:(?:vad|hur) (?:beslutade|beslöt) (?:kommunfullmäktige|fullmäktige|kommunstyrelsen)"
        "|(?:vad|hur) (?:kommunfullmäktige|fullmäktige|kommunstyrelsen) (?:sedan |sen )?"
        "(?:beslutade|beslöt|beslutat|bestämde)|vad blev beslutet|hur gick det)",
        "beslut:*",
    ),
    (
        "(?:(?:finns|finns det|alla) )?(?:(?:någon|några) )?(?:tidigare )?"
        "(?:bedömning|bedömningar|kompetensbedömning|kompetensbedömningar)(?: (?:om|av))?",
        "kompetens:*",
    ),
)
"""What a question says of what documents conclude, and the field that asks for it; the first that fits a
place stands."""

_ASKING: tuple[str, ...] = (
    "vilka (?:nämnder|instanser|remissinstanser|förvaltningar|kommuner|bolag|handlingar|dokument|motioner)",
    "vilken (?:nämnd|instans|remissinstans|förvaltning|kommun)",
    "(?:alla |samtliga )?(?:remissvaren|remissvar|svaren|svar|yttranden|yttrandena) (?:på|över|i|till)"
    "(?: (?:remissen|remiss|motionen|ärendet|förslaget))?",
    "alla (?:handlingar|dokument|beslut|motioner)(?: (?:i|om|av)(?: ärendet)?)?",
    "(?:har |hade )?(?:bedömt|ansett|sagt|sagts|skrivit|skrivits|svarat|tyckt|uttalat|kommit fram till)",
    "(?:bedömde|bedömer|bedömdes|ansåg|anser|ansågs|tyckte|tycker|svarade|svarar|sade|sades|sa|säger|sägs)",
    "(?:skrev|skrevs|skriver|gällde|gäller|hände)",
    "(?:strider|stred|strida) mot",
    "(?:gjort|gjorde|gör) (?:bedömningen|en bedömning)",
    "(?:visa|ge mig|hitta|sök)",
    "(?:finns det|finns)(?: (?:någon|något|några))?(?: (?:svar|beslut))?(?: (?:om|av))?",
    "(?:någon|några) (?:nämnd|nämnder|instans|instanser|kommun|kommuner)",
    "vem|vilka|vilken|vilket|vad|hur|när|varför|tidigare|sedan|ge|ger|göra|gör",
)
"""Words of asking that say nothing of what is looked for."""

_YEARS: tuple[tuple[str, int, str], ...] = (
    ("(?:före|innan) (?:år )?(?P<year>[12][0-9]{3})", -1, "år:-{year}"),
    ("(?:till och med|t\\.o\\.m\\.|senast) (?:år )?(?P<year>[12][0-9]{3})", 0, "år:-{year}"),
    ("efter (?:år )?(?P<year>[12][0-9]{3})", 1, "år:{year}-"),
    ("(?:sedan|från och med|fr\\.o\\.m\\.|från) (?:år )?(?P<year>[12][0-9]{3})", 0, "år:{year}-"),
    ("(?:under |år |i |i år )?(?P<year>(?:19|20)[0-9]{2})(?=\\W{0,3}$)", 0, "år:{year}"),
    ("(?:under|år|i) (?:år )?(?P<year>[12][0-9]{3})", 0, "år:{year}"),
)
_BETWEEN = _pattern("mellan (?:åren )?(?P<first>[12][0-9]{3}) och (?P<last>[12][0-9]{3})")

_CONCLUDING_PATTERNS = tuple((_pattern(row), field) for row, field in _CONCLUDING)
_ASKING_PATTERNS = tuple(_pattern(row) for row in _ASKING)
_YEAR_PATTERNS = tuple((_pattern(row), step, field) for row, step, field in _YEARS)


def read_question(text: str, tree: Tree) -> Question | None:
    """The question that a query of words, Dnr and lagrum is; None when nobody asks, or nothing is left to
    look for."""
    leaves = tree.children if isinstance(tree, And) else (tree,)
    if len(text) > _LONGEST or len(text.split()) < _LEAST_WORDS:
        return None
    start = len(text) - len(text.lstrip())
    if not text.rstrip().endswith("?") and not _OPENINGS.match(text, start):
        return None
    taken: list[Span] = []
    fields = [field for pattern, field in _CONCLUDING_PATTERNS if _takes(pattern, text, taken)]
    years = list(_years(text, taken))
    for pattern in _ASKING_PATTERNS:
        _takes(pattern, text, taken)
    about = [leaf for leaf in leaves if not (isinstance(leaf, Word) and _lies_in(leaf.span, taken))]
    if all(isinstance(leaf, Word) and is_stopword(leaf.text) for leaf in about):
        return None
    principle = _principle(about)
    return Question(tuple(sorted(taken)), tuple(dict.fromkeys([*fields, *years])), tuple(years), principle)


def without_asking(tree: Tree, question: Question | None) -> tuple[Tree, tuple[Word, ...]]:
    """The tree without the words of asking, and those words."""
    if question is None or not isinstance(tree, And):
        return tree, ()
    dropped = [
        leaf for leaf in tree.children if isinstance(leaf, Word) and _lies_in(leaf.span, question.asking)
    ]
    kept = tuple(leaf for leaf in tree.children if leaf not in dropped)
    return (kept[0] if len(kept) == 1 else And(kept)), tuple(dropped)


def _takes(pattern: re.Pattern[str], text: str, taken: list[Span]) -> bool:
    """Whether the pattern stands somewhere that is not taken yet; it takes all such places."""
    places = [Span(*match.span()) for match in pattern.finditer(text)]
    free = [place for place in places if not any(place.overlaps(other) for other in taken)]
    taken.extend(free)
    return bool(free)


def _years(text: str, taken: list[Span]) -> list[str]:
    found: list[str] = []
    for match in _BETWEEN.finditer(text):
        taken.append(Span(*match.span()))
        found.append(f"år:{match['first']}–{match['last']}")
    for pattern, step, field in _YEAR_PATTERNS:
        for match in pattern.finditer(text):
            place = Span(*match.span())
            if not any(place.overlaps(other) for other in taken):
                taken.append(place)
                found.append(field.format(year=int(match["year"]) + step))
    return found[:1]


def _lies_in(span: Span, places: list[Span] | tuple[Span, ...]) -> bool:
    return any(span.overlaps(place) for place in places)


def _principle(about: list[Tree]) -> tuple[str, Span] | None:
    """The first words that name a principle by themselves: `lokaliseringsprincipen`, not `avgift`."""
    words = [leaf for leaf in about if isinstance(leaf, Word)]
    for place in range(len(words)):
        for several in range(_LONGEST_NAME, 0, -1):
            named = words[place : place + several]
            typed = " ".join(word.text for word in named).strip("?.,!")
            name = folded(typed)
            if name in principle_names() and ("princip" in name or name in _UNMISTAKABLE):
                return typed, Span(named[0].span.start, named[-1].span.end)
    return None


_LONGEST_NAME = 4
"""Words in the name of a principle: "stöd till enskilda näringsidkare"."""

_UNMISTAKABLE = frozenset(
    map(
        folded,
        (
            *("allmänt intresse", "likställighet", "självkostnad", "retroaktivitet", "statsstöd"),
            *("stöd till näringslivet", "stöd till enskilda näringsidkare", "enskild näringsidkare"),
            *("enskilda näringsidkare", "understöd åt enskild", "understöd åt enskilda"),
            *("kommunal näringsverksamhet", "internationellt bistånd"),
        ),
    )
)
"""Names of principles that are ordinary words of nothing else."""
