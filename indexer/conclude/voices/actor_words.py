"""Which words name somebody who can hold an opinion, and what sort of actor each is."""

from functools import lru_cache

from remissarkiv.domain import ActorKind

F, N, KS = ActorKind.FORVALTNING, ActorKind.NAMND, ActorKind.KOMMUNSTYRELSE
KF, R, B, E = ActorKind.FULLMAKTIGE, ActorKind.RAD, ActorKind.BOLAG, ActorKind.EXTERN

# The ends of words in definite form, the longest that fits decides.
_ENDS: dict[str, ActorKind] = {
    "förvaltningen": F,
    "kontoret": F,
    "kansliet": F,
    "avdelningen": F,
    "enheten": F,
    "staben": F,
    "juristen": F,
    "förvaltning": F,
    "kontor": F,
    "kansli": F,
    "avdelning": F,
    "räddningstjänsten": E,
    "nämnden": N,
    "nämnd": N,
    "kommunstyrelsen": KS,
    "utskottet": KS,
    "utskott": KS,
    "beredningen": N,
    "rådsberedningen": KS,
    "budgetberedningen": KS,
    "fullmäktige": KF,
    "stadsarkivet": F,
    "ungdomsfullmäktige": R,
    "rådet": R,
    "råd": R,
    "kyrkorådet": E,
    "mäteriet": E,
    "främjandet": E,
    "pensionärsrådet": R,
    "handikapprådet": R,
    "handikappråd": R,
    "tillgänglighetsrådet": R,
    "funktionshinderrådet": R,
    "funktionsrättsrådet": R,
    "ungdomsrådet": R,
    "elevrådet": R,
    "trygghetsrådet": R,
    "folkhälsorådet": R,
    "landsbygdsrådet": R,
    "näringslivsrådet": R,
    "miljörådet": R,
    "integrationsrådet": R,
    "barnrådet": R,
    "bolaget": B,
    "bostäder": B,
    "myndigheten": E,
    "verket": E,
    "polisen": E,
    "länsstyrelsen": E,
    "styrelsen": E,
    "regionen": E,
    "landstinget": E,
    "förbundet": E,
    "förbund": E,
    "föreningen": E,
    "förening": E,
    "klubben": E,
    "klubb": E,
    "sällskapet": E,
    "församlingen": E,
    "församling": E,
    "pastorat": E,
    "gillet": E,
    "gille": E,
    "samebyn": E,
    "sameby": E,
    "kommunstyrelse": KS,
    "hamnstyrelsen": N,
    "skolstyrelsen": N,
    "fritidsstyrelsen": N,
    "drätselkammaren": KS,
    "stadskollegiet": KS,
    "kommunalnämnden": KS,
    "byalaget": E,
    "byalag": E,
    "högskolan": E,
    "universitetet": E,
    "kåren": E,
    "kår": E,
    "revisionen": E,
    "revisorerna": E,
    "företagarna": E,
    "organisationen": E,
    "stiftelsen": E,
    "kammaren": E,
    "inspektionen": E,
    "ombudsmannen": E,
    "domstolen": E,
    "tingsrätten": E,
    "hovrätten": E,
    "kammarrätten": E,
    "förvaltningsrätten": E,
    "departementet": E,
    "regeringen": E,
    "regeringsrätten": E,
    "samfälligheten": E,
    "bevakningen": E,
    "direktionen": E,
    "kommittén": E,
    "teatern": E,
    "kyrkan": E,
    "lärarna": E,
    "chefen": F,
    "direktören": F,
    "handläggaren": F,
    "utredaren": F,
    "strategen": F,
    "utvecklaren": F,
    "samordnaren": F,
    "inköpscentralen": F,
    "måltidsservice": F,
    "ombudet": E,
    "ägarna": E,
    "arkivet": E,
    "polisområdet": E,
    "polisområde": E,
    "antikvarien": E,
    "veterinärerna": E,
    "jouren": E,
    "överförmyndaren": N,
    "friskolan": E,
    "kommungruppen": E,
    "kommungrupp": E,
    "handlarna": E,
    "seniorerna": E,
}
_WHOLE: dict[str, ActorKind] = {
    "ks": KS,
    "ksau": KS,
    "kf": KF,
    "skr": E,
    "skl": E,
    "pro": E,
    "spf": E,
    "juristerna": F,
    "jurister": F,
    "kommunal": E,
    "lrf": E,
}
# Words that end so and name nobody who answers a remiss.
_NOBODY = frozenset(
    "samråd samrådet råd medborgarråd kommunalråd oppositionsråd borgarråd statsråd landråd förråd "
    "kommunalrådet oppositionsrådet regionrådet statsrådet landstingsrådet borgarrådet samarbetet "
    "medborgarkontoret skattekontoret postkontoret bankkontoret huvudkontoret kassaförvaltning "
    "egendomsförvaltning trygghetsbostäder hyresbostäder studentbostäder seniorbostäder gruppbostäder "
    "servicebostäder äldrebostäder fastighetsförvaltning självförvaltning underhållsverket regelverket "
    "regelverk bokverket fackverket kraftverket elverket vattenverket reningsverket gasverket "
    "industriområdet verket hantverket sågverket avloppsverket konstverket styrelsen bygdeområdet "
    "polisstyrelsen nödvärnet sändningen bevakningen nybyggnadsavdelning värmeverket "
    "livsmedelsförsörjningen maktfullkomlighet yttrandet lokalavdelning".split()
)
# The bare words that stand for a body named before, and the sorts of actor each can stand for.
BARE: dict[str, tuple[ActorKind, ...]] = {
    "förvaltningen": (F,),
    "kontoret": (F,),
    "kansliet": (F,),
    "avdelningen": (F,),
    "enheten": (F,),
    "staben": (F,),
    "juristen": (F,),
    "nämnden": (N,),
    "styrelsen": (KS, B, E, N),
    "utskottet": (KS, N),
    "beredningen": (KS,),
    "rådet": (R, E),
    "bolaget": (B,),
    "myndigheten": (E,),
    "verket": (E,),
    "polisen": (E,),
    "regionen": (E,),
    "landstinget": (E,),
    "förbundet": (E,),
    "föreningen": (E,),
    "klubben": (E,),
    "sällskapet": (E,),
    "församlingen": (E,),
    "gillet": (E,),
    "byalaget": (E,),
    "högskolan": (E,),
    "universitetet": (E,),
    "kåren": (E,),
    "organisationen": (E,),
    "stiftelsen": (E, B),
    "kammaren": (E,),
    "arkivet": (F, E),
    "länsstyrelsen": (E,),
    "direktionen": (E,),
    "revisionen": (E,),
    "församling": (E,),
}
_AREAS = ("området", "område")
_COMMITTEES = ("utskottet", "utskott")
# "Socialutskottet" and "tekniska utskottet" are boards' or boards themselves; these are kommunstyrelsens.
_OF_KOMMUNSTYRELSEN = (
    "utskott",
    "arbetsutskott",
    "personalutskott",
    "ledningsutskott",
    "ekonomiutskott",
    "planutskott",
)
# "Norrlanda ungdomsråd": without the article, but not every word that ends in "råd", as "tråd" does.
_ENDS.update({end[:-2]: kind for end, kind in _ENDS.items() if end.endswith("rådet") and end != "rådet"})
_ENDS.update(
    dict.fromkeys(
        "brukarråd brukarrådet anhörigråd byråd seniorråd föräldraråd klassråd demokratiråd".split(), R
    )
)
_ENDS.update(dict.fromkeys("scoutkår studentkår brandkår".split(), E))
_LONGEST_END = max(map(len, _ENDS))
# Most words end otherwise, and need no search.
_LAST_LETTERS = frozenset(end[-3:] for end in (*_ENDS, *_COMMITTEES))
_LAST_OF_ANY = _LAST_LETTERS | {word[-3:] for word in (*BARE, *_WHOLE)}


def basic(word: str) -> str:
    """The word without the s of a genitive: `nämndens` and `nämnden`, `kontorets` and `kontoret`."""
    return word[:-1] if word.endswith("s") and kind_of(word) is None else word


@lru_cache(maxsize=20_000)
def kind_of(word: str) -> ActorKind | None:
    """What sort of actor a word in lower case and basic form names, None when it names none."""
    if word in BARE:
        return BARE[word][0]
    if word in _WHOLE:
        return _WHOLE[word]
    if word[-3:] not in _LAST_LETTERS:
        return None
    if word in _NOBODY or (word.endswith(_AREAS) and "polis" not in word):
        return None
    if word.endswith(_COMMITTEES) and not word.startswith(_OF_KOMMUNSTYRELSEN):
        return N
    for length in range(min(_LONGEST_END, len(word)), 3, -1):
        kind = _ENDS.get(word[-length:])
        if kind is not None:
            return kind
    return None


@lru_cache(maxsize=50_000)
def names_actor(word: str) -> bool:
    """Whether a word in lower case, also in the genitive, can name an actor."""
    if word[-3:] in _LAST_OF_ANY and kind_of(word) is not None:
        return True
    return word.endswith("s") and word[-4:-1] in _LAST_OF_ANY and kind_of(word[:-1]) is not None
