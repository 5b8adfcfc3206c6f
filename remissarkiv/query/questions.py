"""Questions as people ask them: "vilka nämnder har bedömt att … ligger utanför den kommunala kompetensen?"

What the question is about are words to look for; the words of asking are not, and no document need have them.
Some of them name what documents conclude: that becomes a query beside the question, never instead of it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from remissarkiv.assessments.names import folded, principle_names
from remissarkiv.domain import Span
from remissarkiv.query.question_bodies import question_body
from remissarkiv.query.question_movers import question_mover
from remissarkiv.query.question_patterns import pattern
from remissarkiv.query.question_years import question_years
from remissarkiv.query.stopwords import is_stopword
from remissarkiv.query.tree import And, Tree, Word

_LONGEST = 300
"""Characters of a question; what is longer is a pasted text."""

_LEAST_WORDS = 3
_MOTION = "typ:motion"


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood: `asking` are the places of the words of asking, `fields` what it says in the
    query language (`kompetens:"inte förenligt"`, `år:-2017`), `years` those of them that are years;
    `principle` is the name of a principle that it is about, `body` the one whose word is asked for, each with
    its place. `concluding` are the places of words that `fields` stand for, `mover` that of the name of
    whoever moved. `against_board` tells that it asks where fullmäktige went against kommunstyrelsen."""

    asking: tuple[Span, ...]
    fields: tuple[str, ...]
    years: tuple[str, ...]
    principle: tuple[str, Span] | None = None
    body: tuple[str, Span] | None = None
    concluding: tuple[Span, ...] = ()
    mover: Span | None = None
    against_board: bool = False


_COMPETENCE = (
    "(?:den |en |vår )?(?:kommunala|kommunens|kommunal|kommuns|kommuners) "
    "(?:allmänna )?(?:kompetensen|kompetens|kompetensområde|befogenheter|befogenhet)"
)
_LEADS = "(?:ligger|låg|faller|föll|hamnar|är|var|går|gick|vara|ligga|falla)"

_COMPETENCE_QUESTION = (
    "(?:kompetensfrågan|kompetensbedömningen|kompetensen"
    "|frågan om (?:den kommunala |kommunens |kommunal )?(?:kompetensen|kompetens))"
)
_WAS = "(?:var|är|blev|förblev|lämnades|lämnats|lämnas)"
_UNDECIDED = "(?:oavgjord|oavgjort|obesvarad|öppen|oklar|osäker|tveksam|oavgjorda|tveksamma|oklara)"

_WHOSE = "(?:kommunstyrelsens|styrelsens|nämndens|nämndernas|remissinstansernas|förvaltningens)"

_WENT = "(?:gick|gått|går|beslutade|beslutat|beslöt|röstade|röstat)"
_AGAINST_BOARD = pattern(
    f"(?:(?:har |hade )?(?:kommunfullmäktige|fullmäktige) (?:har |hade )?{_WENT}"
    f"|{_WENT} (?:kommunfullmäktige|fullmäktige)|har (?:kommunfullmäktige|fullmäktige) {_WENT})"
    " (?:tvärt |rakt )?(?:emot|mot|i strid med|annorlunda än|tvärtemot)"
    " (?:kommunstyrelsens|kommunstyrelsen|styrelsens|styrelsen)"
    "(?: (?:förslag|avstyrkan|vilja|yttrande))?"
)
"""What is asked of fullmäktige's decisions beside kommunstyrelsen's view of them."""

_OPENINGS = pattern(
    "vilka|vilken|vilket|vad|vem|hur|när|varför|får|kan|har|finns|är det"
    "|(?:i )vilka|alla (?:remissvar|svar|svaren|yttranden|handlingar|dokument|bedömningar|beslut|motioner)"
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
    (
        "(?:en kommun|kommunen|kommuner|kommunerna) (?:inte )?(?:får|har rätt att|har befogenhet att)",
        "kompetens:*",
    ),
    ("är det (?:tillåtet|lagligt|möjligt)(?: för (?:en kommun|kommunen|kommuner))?(?: att)?", "kompetens:*"),
    ("har (?:en kommun|kommunen|kommuner|vi) (?:rätt|möjlighet|kompetens|befogenhet) att", "kompetens:*"),
    (
        "(?:har )?(?:tillstyrkt|tillstyrkte|tillstyrker)(?: motionen| förslaget| förslag)?",
        "ställningstagande:tillstyrker",
    ),
    (
        "(?:har )?(?:avstyrkt|avstyrkte|avstyrker)(?: motionen| förslaget| förslag)?",
        "ställningstagande:avstyrker",
    ),
    (
        "(?:har )?(?:avstod|avstått|avstår) från att (?:svara|yttra sig)(?: (?:på|över|i))?"
        "(?: (?:remissen|remiss|motionen|ärendet|förslaget))?",
        "ställningstagande:avstår",
    ),
    ("(?:vem|vilka|vilken) (?:har )?(?:motionerade|motionerat|skrev motionen|lade motionen)", _MOTION),
    (
        f"(?:{_WAS} )?{_COMPETENCE_QUESTION} (?:(?:som|helt|har|{_WAS}) ){{0,2}}{_UNDECIDED}",
        "kompetens:oavgjort",
    ),
    (f"(?:lämnade|lämnat|lämnar) {_COMPETENCE_QUESTION} {_UNDECIDED}", "kompetens:oavgjort"),
    (f"{_UNDECIDED} (?:kompetensfråga|kompetensfrågor|{_COMPETENCE_QUESTION})", "kompetens:oavgjort"),
    ("(?:har )?(?:bifallits|bifallit|bifölls|biföll|bifallna|bifallen)", "beslut:bifall"),
    ("(?:har )?(?:avslagits|avslagit|avslogs|avslog|avslagna|avslagen)", "beslut:avslag"),
    ("(?:har )?(?:återremitterats|återremitterat|återremitterades|återremitterade)", "beslut:återremiss"),
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
    "(?:säger|sade|vet|har|innehåller|finns|står) (?:det )?(?:i |ur )?(?:vårt |kommunens )?(?:arkivet|arkiv)"
    "(?: (?:om|på|av))?",
    "(?:när|hur|varför) (?:var|är|blev|ställde sig|yttrade sig|ställde|yttrade)",
    "(?:har |hade )?(?:ställt|yttrat|ställde|yttrade) sig",
    "(?:någon|några|en|alla|samtliga) (?:motion|motioner|medborgarförslag|förslag)(?: om)?",
    f"(?:mot|i strid med|tvärtemot|trots) (?:{_WHOSE} )(?:förslag|avstyrkan|vilja|yttrande)",
    "(?:i )?vilka (?:ärenden|fall|beslut)",
    "vilka (?:nämnder|instanser|remissinstanser|förvaltningar|kommuner|bolag|handlingar|dokument|motioner)",
    "vilken (?:nämnd|instans|remissinstans|förvaltning|kommun)",
    "(?:alla |samtliga )?(?:remissvaren|remissvar|svaren|svar|yttranden|yttrandena) (?:på|över|i|till)"
    "(?: (?:remissen|remiss|motionen|ärendet|förslaget))?",
    "alla (?:handlingar|dokument|beslut|motioner)(?: (?:i|om|av)(?: ärendet)?)?",
    "(?:har |hade )?(?:bedömt|ansett|sagt|sagts|skrivit|skrivits|svarat|tyckt|uttalat|kommit fram till)",
    "(?:bedömde|bedömer|bedömdes|ansåg|anser|ansågs|tyckte|tycker|svarade|svarar|sade|sades|sa|säger|sägs)",
    "(?:skrev|skrevs|skriver|gällde|gäller|hände)",
    "(?:strider|stred|strida) mot",
    "(?:vilar|vilade|bygger|byggde|grundar sig|grundade sig|grundas|stöder sig|stödjer sig|stödde sig) på",
    "(?:gjort|gjorde|gör) (?:bedömningen|en bedömning)",
    "(?:visa|ge mig|hitta|sök)",
    "(?:finns det|finns)(?: (?:någon|något|några))?(?: (?:svar|beslut))?(?: (?:om|av))?",
    "(?:någon|några) (?:nämnd|nämnder|instans|instanser|kommun|kommuner)",
    "(?:på|över|till|om|i) (?:motionen|remissen|medborgarförslaget|förslaget|ärendet)(?: om)?",
    "(?:motionen|remissen|medborgarförslaget) om",
    "(?:enligt|utifrån|med stöd av)",
    "vem|vilka|vilken|vilket|vad|hur|när|varför|tidigare|sedan|ge|ger|göra|gör",
)
"""Words of asking that say nothing of what is looked for."""

_CONCLUDING_PATTERNS = tuple((pattern(row), field) for row, field in _CONCLUDING)
_ASKING_PATTERNS = tuple(pattern(row) for row in _ASKING)


def read_question(text: str, tree: Tree) -> Question | None:
    """The question that a query of words, Dnr and lagrum is; None when nobody asks, or nothing is left to
    look for."""
    leaves = tree.children if isinstance(tree, And) else (tree,)
    if len(text) > _LONGEST or len(text.split()) < _LEAST_WORDS:
        return None
    start = len(text) - len(text.lstrip())
    if not text.rstrip().endswith("?") and not _OPENINGS.match(text, start):
        return None
    mover = question_mover(text)
    taken: list[Span] = list(mover.asking) if mover else []
    before = len(taken)
    against_board = _takes(_AGAINST_BOARD, text, taken)
    fields = [field for row, field in _CONCLUDING_PATTERNS if _takes(row, text, taken)]
    concluding = tuple(taken[before:])
    years, when = question_years(text)
    taken.extend(place for place in when if not _lies_in(place, taken))
    for row in _ASKING_PATTERNS:
        _takes(row, text, taken)
    body = None if against_board else question_body(text)
    whose = [body[1]] if body else []
    told = list(concluding)
    if mover:
        if fields == list(filter(_is_of_motions, fields)):
            fields.insert(0, _MOTION)
        fields.append(mover.field)
        if mover.is_party:
            # Documents write "(KD)": the name is a word to look for only where there is no other.
            taken.append(mover.name)
            told.append(mover.name)
    about = [leaf for leaf in leaves if not (isinstance(leaf, Word) and _lies_in(leaf.span, taken))]
    if all(
        isinstance(leaf, Word) and (is_stopword(leaf.text) or _lies_in(leaf.span, whose)) for leaf in about
    ):
        if not fields and not against_board:
            return None
        # "när var kompetensfrågan oavgjord?" leaves nothing to look for but what the field stands for.
        taken = [place for place in taken if place not in told]
    return Question(
        tuple(sorted(taken)),
        tuple(dict.fromkeys([*fields, *filter(None, [years])])),
        (years,) if years else (),
        _principle(about),
        body,
        tuple(told),
        mover.name if mover else None,
        against_board,
    )


def without_asking(tree: Tree, question: Question | None) -> tuple[Tree, tuple[Word, ...]]:
    """The tree without the words of asking, and those words."""
    if question is None or not isinstance(tree, And):
        return tree, ()
    dropped = [
        leaf for leaf in tree.children if isinstance(leaf, Word) and _lies_in(leaf.span, question.asking)
    ]
    kept = tuple(leaf for leaf in tree.children if leaf not in dropped)
    return (kept[0] if len(kept) == 1 else And(kept)), tuple(dropped)


def _is_of_motions(field: str) -> bool:
    """Whether a motion itself can have what the field asks for: nothing is decided or judged in it."""
    return field == _MOTION


def _takes(row: re.Pattern[str], text: str, taken: list[Span]) -> bool:
    """Whether the row stands somewhere that is not taken yet; it takes all such places."""
    places = [Span(*match.span()) for match in row.finditer(text)]
    free = [place for place in places if not any(place.overlaps(other) for other in taken)]
    taken.extend(free)
    return bool(free)


def _lies_in(span: Span, places: Sequence[Span]) -> bool:
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
