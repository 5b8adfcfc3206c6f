"""What is known of the principles: names that mean one thing, provisions that exist and say so."""

import gzip
import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from remissarkiv.acts import Known, all_counterparts, known
from remissarkiv.assessments import (
    PRINCIPLES,
    Limits,
    PrincipleFacts,
    explanation,
    facts_of,
    read_principles,
)
from remissarkiv.citations import is_key
from remissarkiv.domain import Principle

EVERY = pytest.mark.parametrize("facts", PRINCIPLES, ids=lambda facts: facts.slug)

# A few words of each provision, as the acts in the shared data have them.
CLAIMS = {
    "1977:179#K1P4": "vårda sina angelägenheter",
    "2009:47#K1P1": "ökade befogenheter",
    "2009:47#K1P2": "krav på anknytning",
    "2009:47#K1P3": "affärsmässiga grunder",
    "2009:47#K2P1": "staten ansvarar för",
    "2009:47#K2P2": "utbildning och forskning",
    "2009:47#K2P4": "utländska studerande",
    "2009:47#K2P6": "enskilda hushåll ekonomiskt stöd",
    "2009:47#K2P7": "utan föregående individuell behovsprövning",
    "2009:47#K2P8": "självkostnader",
    "2009:47#K2P10": "kompensation till en person",
    "2009:47#K3P1": "bedriva näringsverksamhet",
    "2009:47#K3P2": "avtal med regioner",
    "2009:47#K3P6": "små företags behov av lokaler",
    "2009:47#K4P1": "turistanläggningar",
    "2009:47#K5P1": "tjänsteexport",
    "2009:47#K5P4": "lämna bistånd",
    "2009:47#K5P5": "inte längre behöver",
    "2013:388#P1": "statsstödsregler",
    "2013:388#P2": "återkräva stödet",
    "1968:131": "främja turistväsendet",
    "1993:406": "minska deras kostnader",
    "2006:492": "servicetjänster",
    "2001:151": "tjänsteexport",
}


def keys(facts: PrincipleFacts) -> tuple[str, ...]:
    return (*facts.rests_on, *facts.special, *facts.older)


def test_every_principle_is_known_once() -> None:
    assert [facts.principle for facts in PRINCIPLES] == list(Principle)
    assert len({facts.slug for facts in PRINCIPLES}) == len(PRINCIPLES)


@EVERY
def test_every_provision_exists(facts: PrincipleFacts) -> None:
    assert facts.rests_on
    for key in keys(facts):
        assert is_key(key), key
        if not key.startswith("ext/"):
            assert known(key) is Known.YES, key


@EVERY
def test_what_stood_in_the_older_kommunallag_follows_the_table_of_counterparts(facts: PrincipleFacts) -> None:
    table = {(row.newer, row.older) for row in all_counterparts()}
    for older in facts.older:
        if older.startswith("1991:900"):
            assert any((newer, older) in table for newer in facts.rests_on), older


@pytest.fixture(scope="module")
def acts(shared_data: Path) -> Mapping[str, str]:
    wanted = {f"sfs-{key.partition('#')[0]}" for key in CLAIMS}
    found: dict[str, str] = {}
    with gzip.open(shared_data / "large.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith('{"id": "sfs-'):
                row = json.loads(line)
                if row["id"] in wanted:
                    found.setdefault(row["id"].removeprefix("sfs-"), row["text"])
    return found


@pytest.mark.parametrize("key", CLAIMS)
def test_a_provision_says_what_the_table_claims(acts: Mapping[str, str], key: str) -> None:
    number, _, place = key.partition("#")
    if number not in acts:
        pytest.skip(f"the text of {number} is not in the data")
    assert CLAIMS[key] in provision(acts[number], place)


def provision(text: str, place: str) -> str:
    """The words of a § of an act, by the headings that the statutes in the data have."""
    step = re.fullmatch(r"(?:K(\d+))?(?:P(\d+))?", place)
    assert step is not None
    if step[1]:
        text = between(text, r"(?im)^#*\s*{} kap\.", int(step[1]))
    if step[2]:
        text = between(text, r"(?m)(?:^#+\s*|^|(?<=[.\w] ))(?<!kap\. ){} §(?=\s+[A-ZÅÄÖ])", int(step[2]))
    return " ".join(text.split())


def between(text: str, heading: str, number: int) -> str:
    """What stands after a numbered heading, up to the next number."""
    after = re.split(heading.format(number), text, maxsplit=1)[1]
    return re.split(heading.format(number + 1), after, maxsplit=1)[0]


def test_every_special_act_whose_text_is_at_hand_is_checked() -> None:
    named = {key for facts in PRINCIPLES for key in (*facts.special, *facts.older)}
    unchecked = {key for key in named - CLAIMS.keys() if not key.startswith("1991:900")}
    assert unchecked <= {"1962:638"}


def test_equal_treatment_cost_and_retroactivity_limit_how() -> None:
    how = {facts.principle for facts in PRINCIPLES if facts.limits is Limits.HOW}
    assert how >= {Principle.LIKSTALLIGHET, Principle.RETROAKTIVITET, Principle.SJALVKOSTNAD}
    assert facts_of(Principle.ANKNYTNING).limits is Limits.WHETHER


@EVERY
def test_every_principle_is_explained_in_a_few_paragraphs(facts: PrincipleFacts) -> None:
    paragraphs = explanation(facts)
    assert len(paragraphs) >= 3
    assert 120 <= sum(len(paragraph.split()) for paragraph in paragraphs) <= 250


@pytest.mark.parametrize(
    ("name", "slugs"),
    [
        ("lokaliseringsprincipen", {"anknytning"}),
        ("Lokaliseringsprincipen", {"anknytning"}),
        ("självkostnadsprincipen", {"avgift-och-sjalvkostnad"}),
        ("sjalvkostnad", {"avgift-och-sjalvkostnad"}),
        ("likställighetsprincipen", {"likstallighet"}),
        ("staten", {"statens-ansvar"}),
        ("annans ansvar: staten", {"statens-ansvar"}),
        (
            "annans ansvar",
            {"statens-ansvar", "regionens-ansvar", "annan-kommuns-ansvar", "nagon-annans-ansvar"},
        ),
        ("speciallag", {"speciallag-ger-ratt", "speciallag-ar-uttommande"}),
        ("offentlighetsprincipen", set()),
        ("", set()),
    ],
)
def test_a_principle_by_its_names(name: str, slugs: set[str]) -> None:
    assert {facts_of(principle).slug for principle in read_principles(name)} == slugs


@EVERY
def test_each_of_its_names_means_it(facts: PrincipleFacts) -> None:
    for name in (facts.principle.value, facts.label, facts.slug, *facts.names):
        assert facts.principle in read_principles(name), name
