"""The principles of kommunal kompetens: their names, what each rests on today and rested on before.

Keys are checked by a test: each provision exists, and where the text of the act is at hand it says what the
table claims. What the older kommunallag has in the place of a provision follows `remissarkiv.acts`
(`counterparts.tsv`); of 1977:179 only its 1 kap. 4 §, the general competence and what special acts say
besides, since the other principles were then case law.
"""

from dataclasses import dataclass
from enum import StrEnum

from remissarkiv.domain import Principle


class Limits(StrEnum):
    """What a principle answers: whether the kommun may do something at all, or how it must do it."""

    WHETHER = "om"
    HOW = "hur"


@dataclass(frozen=True, slots=True)
class PrincipleFacts:
    """A principle: its slug in addresses, its label, other names of it (in lower case), what it limits, and
    the citation keys it rests on: today's act first, then special acts, then what went before."""

    principle: Principle
    slug: str
    label: str
    names: tuple[str, ...]
    limits: Limits
    rests_on: tuple[str, ...]
    special: tuple[str, ...] = ()
    older: tuple[str, ...] = ()


_GENERAL_OLD = ("1991:900#K2P1", "1977:179#K1P4")
_ANOTHERS = "2017:725#K2P2"

PRINCIPLES: tuple[PrincipleFacts, ...] = (
    PrincipleFacts(
        Principle.ALLMANT_INTRESSE,
        "allmant-intresse",
        "Allmänt intresse",
        ("allmänintresset", "allmänintresse", "angelägenhet av allmänt intresse", "allmännyttan"),
        Limits.WHETHER,
        ("2017:725#K2P1",),
        older=_GENERAL_OLD,
    ),
    PrincipleFacts(
        Principle.ANKNYTNING,
        "anknytning",
        "Anknytning till kommunen",
        (
            *("lokaliseringsprincipen", "lokaliseringsprincip", "lokalisering", "anknytning"),
            *("anknytningskravet", "anknytningsprincipen", "kommunal anknytning", "lokal anknytning"),
        ),
        Limits.WHETHER,
        ("2017:725#K2P1",),
        special=("2009:47#K1P2",),
        older=_GENERAL_OLD,
    ),
    PrincipleFacts(
        Principle.STATEN,
        "statens-ansvar",
        "Annans ansvar: staten",
        ("staten", "statens ansvar", "statlig uppgift", "statliga uppgifter", "statens uppgift"),
        Limits.WHETHER,
        (_ANOTHERS,),
        special=("2009:47#K2P1", "2009:47#K2P2"),
        older=_GENERAL_OLD,
    ),
    PrincipleFacts(
        Principle.REGION,
        "regionens-ansvar",
        "Annans ansvar: region",
        ("region", "regionen", "regionens ansvar", "landstinget", "landsting", "landstingets ansvar"),
        Limits.WHETHER,
        (_ANOTHERS,),
        special=("2009:47#K3P2",),
        older=_GENERAL_OLD,
    ),
    PrincipleFacts(
        Principle.ANNAN_KOMMUN,
        "annan-kommuns-ansvar",
        "Annans ansvar: annan kommun",
        ("annan kommun", "annan kommuns ansvar", "en annan kommun"),
        Limits.WHETHER,
        (_ANOTHERS,),
        older=_GENERAL_OLD,
    ),
    PrincipleFacts(
        Principle.NAGON_ANNAN,
        "nagon-annans-ansvar",
        "Annans ansvar: någon annan",
        ("någon annan", "annans ansvar", "någon annans ansvar", "exklusiv kompetens"),
        Limits.WHETHER,
        (_ANOTHERS,),
        older=_GENERAL_OLD,
    ),
    PrincipleFacts(
        Principle.LIKSTALLIGHET,
        "likstallighet",
        "Likställighet",
        ("likställighetsprincipen", "likställighetsprincip", "likabehandling", "likställdhet"),
        Limits.HOW,
        ("2017:725#K2P3",),
        older=("1991:900#K2P2",),
    ),
    PrincipleFacts(
        Principle.RETROAKTIVITET,
        "retroaktivitet",
        "Retroaktivitet",
        ("retroaktivitetsförbudet", "förbud mot retroaktivitet", "retroaktiva beslut", "retroaktiv"),
        Limits.HOW,
        ("2017:725#K2P4",),
        older=("1991:900#K2P3",),
    ),
    PrincipleFacts(
        Principle.SJALVKOSTNAD,
        "avgift-och-sjalvkostnad",
        "Avgift och självkostnad",
        (
            *("självkostnadsprincipen", "självkostnadsprincip", "självkostnad", "självkostnaden"),
            *("avgift", "avgifter", "avgiftsuttag"),
        ),
        Limits.HOW,
        ("2017:725#K2P5", "2017:725#K2P6"),
        special=("2009:47#K1P3", "2009:47#K2P8"),
        older=("1991:900#K8P3b", "1991:900#K8P3c"),
    ),
    PrincipleFacts(
        Principle.NARINGSVERKSAMHET,
        "naringsverksamhet",
        "Näringsverksamhet",
        ("kommunal näringsverksamhet", "sedvanlig kommunal affärsverksamhet", "vinstsyfte", "spekulation"),
        Limits.WHETHER,
        ("2017:725#K2P7",),
        special=("2009:47#K1P3", "2009:47#K3P1", "2009:47#K3P6"),
        older=("1991:900#K2P7",),
    ),
    PrincipleFacts(
        Principle.NARINGSLIVET,
        "stod-till-naringslivet",
        "Stöd till näringslivet",
        (
            *("näringslivet", "enskild näringsidkare", "enskilda näringsidkare", "näringslivsstöd"),
            *("stöd till enskild näringsidkare", "stöd till enskilda näringsidkare", "synnerliga skäl"),
        ),
        Limits.WHETHER,
        ("2017:725#K2P8",),
        special=("2009:47#K3P6", "2009:47#K4P1"),
        older=("1991:900#K2P8", "1968:131"),
    ),
    PrincipleFacts(
        Principle.SPECIALLAG_GER_RATT,
        "speciallag-ger-ratt",
        "Speciallag ger rätt",
        ("speciallag", "befogenhetslagen", "särskild befogenhet", "utvidgad befogenhet"),
        Limits.WHETHER,
        ("2017:725#K2P9",),
        special=("2009:47#K1P1",),
        older=("1991:900#K2P4", "1977:179#K1P4"),
    ),
    PrincipleFacts(
        Principle.SPECIALLAG_UTTOMMANDE,
        "speciallag-ar-uttommande",
        "Speciallag är uttömmande",
        ("uttömmande", "uttömmande reglering", "uttömmande speciallag", "specialreglerad"),
        Limits.WHETHER,
        ("2017:725#K2P9",),
        older=("1991:900#K2P4",),
    ),
    PrincipleFacts(
        Principle.UNDERSTOD,
        "understod-at-enskild",
        "Understöd åt enskild",
        ("understöd", "understöd åt enskilda", "stöd åt enskild", "bidrag till enskild", "gåva till enskild"),
        Limits.WHETHER,
        ("2017:725#K2P1",),
        special=("2009:47#K2P6", "2009:47#K2P7", "2009:47#K2P10"),
        older=(*_GENERAL_OLD, "1993:406", "2006:492"),
    ),
    PrincipleFacts(
        Principle.INTERNATIONELLT,
        "bistand-och-internationellt",
        "Bistånd och internationellt",
        (
            *("bistånd", "internationellt bistånd", "internationellt", "utrikespolitik", "tjänsteexport"),
            "kommunalt internationellt bistånd",
        ),
        Limits.WHETHER,
        ("2017:725#K2P1", _ANOTHERS),
        special=("2009:47#K5P1", "2009:47#K5P4", "2009:47#K5P5", "2009:47#K2P4"),
        older=("1991:900#K2P1", "2001:151", "1962:638"),
    ),
    PrincipleFacts(
        Principle.STATSSTOD,
        "statsstod",
        "Statsstöd",
        ("statligt stöd", "eu:s statsstödsregler", "statsstödsreglerna", "otillåtet statsstöd"),
        Limits.HOW,
        ("ext/celex/12016E/TXT#107.1", "ext/celex/12016E/TXT#108.3"),
        special=("2013:388#P1", "2013:388#P2"),
    ),
)
"""Every principle, in the order of the pages."""

_BY_PRINCIPLE = {facts.principle: facts for facts in PRINCIPLES}
_BY_SLUG = {facts.slug: facts for facts in PRINCIPLES}


def facts_of(principle: Principle) -> PrincipleFacts:
    """What is known of a principle."""
    return _BY_PRINCIPLE[principle]


def facts_with_slug(slug: str) -> PrincipleFacts | None:
    """The principle with this address; None when there is none."""
    return _BY_SLUG.get(slug)
