"""How alike two texts come out, and which documents count as copies."""

import datetime
import json
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remissarkiv.copies import Readers, are_copies, facts, likeness, readers, sketch, words_of
from remissarkiv.copies.sketch import BINS, bands
from remissarkiv.domain import Dnr, DnrMention, DnrRole, Document, Kind, SourceFile, StoredDocument

WORDS = [f"ord{a}{b}" for a in "bcfghjklmnpqrst" for b in "bcfghjklmnpqrst"]


def prose(seed: int, words: int) -> list[str]:
    return random.Random(seed).choices(WORDS, k=words)


def stored(
    identity: str,
    text: str,
    *,
    kind: Kind = Kind.REMISS,
    title: str = "Remiss av motion",
    day: str = "",
    dnr: str = "",
    role: DnrRole = DnrRole.OWN,
    scanned: bool = False,
    sha256: str = "",
) -> StoredDocument:
    date = datetime.date.fromisoformat(day) if day else None
    mentions = ()
    if dnr:
        authority, _, number = dnr.rpartition(" ")
        year, _, count = number.partition("/")
        mentions = (DnrMention(Dnr(authority, int(year), int(count)), role),)
    document = Document(title, kind, text, text, date=date, dnr=mentions, scanned=scanned)
    return StoredDocument(
        identity, SourceFile("arkiv", identity, 1, sha256 or identity, 1, "text/plain"), document
    )


BODY = " ".join(prose(1, 200))


def copies(one: StoredDocument, other: StoredDocument) -> bool:
    return are_copies(facts(one), facts(other))


@given(st.integers(0, 50), st.integers(40, 400), st.floats(0, 1))
def test_the_estimate_is_near_the_true_likeness(seed: int, length: int, share: float) -> None:
    one = prose(seed, length)
    kept = int(length * share)
    other = one[:kept] + prose(seed + 1000, length - kept)
    mine, theirs = (set(zip(w, w[1:], w[2:], strict=False)) for w in (one, other))
    truth = len(mine & theirs) / len(mine | theirs)
    assert likeness(sketch(one), sketch(other)) == pytest.approx(truth, abs=0.22)


def test_the_estimate_does_not_lean_to_one_side() -> None:
    errors = []
    for seed in range(200):
        one = prose(seed, 120)
        other = one[:90] + prose(seed + 1000, 30)
        mine, theirs = (set(zip(w, w[1:], w[2:], strict=False)) for w in (one, other))
        errors.append(likeness(sketch(one), sketch(other)) - len(mine & theirs) / len(mine | theirs))
    assert sum(errors) / len(errors) == pytest.approx(0, abs=0.01)


def test_a_sketch_is_the_same_in_another_process() -> None:
    script = (
        "from remissarkiv.copies.sketch import *;"
        "s = sketch(words_of('En motion om lanthandeln i Ådalen ' * 9)); print(s.hex(), bands(s, 'remiss'))"
    )
    ran = [
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        for _ in "ab"
    ]
    own = sketch(words_of("En motion om lanthandeln i Ådalen " * 9))
    assert {run.stdout.strip() for run in ran} == {f"{own.hex()} {bands(own, 'remiss')}"}
    assert len(own) == 2 * BINS


def test_a_page_read_by_ocr_is_the_page_it_was(shared_data: Path) -> None:
    pages = [
        json.loads(line) for line in (shared_data / "ocr_pairs.jsonl").read_text("utf-8").splitlines()[::4]
    ]
    joined = 0
    for page in pages:
        clean = stored("a", page["clean"])
        joined += copies(clean, stored("b", page["ocr"], scanned=True))
        other = pages[(pages.index(page) + 1) % len(pages)]
        assert not copies(clean, stored("b", other["ocr"], scanned=True))
    assert joined / len(pages) > 0.95


def test_the_same_remiss_under_each_boards_stamp_and_dnr_is_one() -> None:
    sent = stored("ks", BODY)
    stamped = stored("sn", "Socialnämnden Inkom 2012-05-14 Dnr SN 2012/7 " + BODY, dnr="SN 2012/7")
    other = stored("bn", "Byggnadsnämnden ank 12-05-16 BN 2012/99 " + BODY, dnr="BN 2012/99")
    assert copies(sent, stamped)
    assert copies(stamped, other)


def test_another_day_is_another_document() -> None:
    assert not copies(stored("a", BODY, day="2012-05-01"), stored("b", BODY, day="2012-06-01"))
    assert copies(stored("a", BODY, day="2012-05-01"), stored("b", BODY))


def test_meetings_decide_in_the_same_words_without_being_one() -> None:
    def paragraph(identity: str, day: str) -> StoredDocument:
        return stored(identity, BODY, kind=Kind.PROTOKOLL, title="Val av justerare", day=day)

    assert not copies(paragraph("a", "2012-05-01"), paragraph("b", "2012-06-01"))
    assert not copies(paragraph("a", "2012-05-01"), paragraph("b", "")), "it may be any meeting's"
    assert copies(paragraph("a", "2012-05-01"), paragraph("b", "2012-05-01"))


@pytest.mark.parametrize(
    ("kind", "one", "other", "same"),
    [
        (Kind.TJANSTEUTLATANDE, "SN 2012/7", "SN 2012/8", False),
        (Kind.TJANSTEUTLATANDE, "SN 2012/7", "BN 2012/8", False),
        (Kind.TJANSTEUTLATANDE, "SN 2012/7", "2012/7", True),
        (Kind.TJANSTEUTLATANDE, "SN 2012/7", "", True),
        (Kind.REMISS, "KS 2012/7", "KS 2012/8", False),
        (Kind.REMISS, "SN 2012/7", "BN 2012/8", True),
    ],
)
def test_what_two_dnr_say_of_two_texts_alike(kind: Kind, one: str, other: str, same: bool) -> None:
    assert (
        copies(stored("a", BODY, kind=kind, dnr=one), stored("b", BODY + " slut", kind=kind, dnr=other))
        == same
    )


def test_one_template_about_two_things_is_two_documents() -> None:
    template = BODY + " {0} " + " ".join(prose(5, 20))
    one, other = (
        stored(
            place,
            template.format(place),
            title=f"Informationsutbytesavtal med {place}",
            kind=Kind.PROPOSITION,
        )
        for place in ("Samoa", "Gibraltar")
    )
    assert likeness(facts(one).sketched, facts(other).sketched) > 0.9
    assert not copies(one, other)


def test_a_misread_title_is_the_same_title() -> None:
    one = stored("a", BODY, title="Remiss av motion från miljö- och hälsoskyddsnämnden")
    assert copies(
        one,
        stored("b", BODY + " x", title="Remiss av motion frän milj6- och hilsoskyddsnamnden", scanned=True),
    )


def test_short_texts_are_copies_only_word_for_word() -> None:
    short = " ".join(prose(3, 20))
    assert copies(stored("a", short), stored("b", short.upper().replace(" ", "\n")))
    assert not copies(stored("a", short), stored("b", short + " x"))


def test_pictures_without_text_are_copies_when_the_files_are() -> None:
    assert copies(stored("a", "", sha256="1"), stored("b", "", sha256="1"))
    assert not copies(stored("a", "", sha256="1"), stored("b", "", sha256="2"))


def test_the_best_copy_is_the_undamaged_dated_one() -> None:
    good = facts(stored("a", BODY, day="2012-05-01"))
    undated, scanned = facts(stored("b", BODY)), facts(stored("c", BODY, day="2012-05-01", scanned=True))
    poor = stored("d", BODY, day="2012-05-01")
    damaged = facts(replace(poor, document=replace(poor.document, quality=0.8)))
    closed = facts(stored("e", BODY, day="2012-05-01"), readers(frozenset({"nämndkansliet"})))
    ranked = sorted((closed, undated, damaged, scanned, good), key=lambda each: each.order)
    assert [each.id for each in ranked] == ["a", "c", "d", "b", "e"]


def test_nothing_joins_a_document_that_its_readers_may_not_see() -> None:
    def joins(better: Readers, other: Readers) -> bool:
        return are_copies(facts(stored("x", BODY), better), facts(stored("y", BODY), other))

    everybody, a, b, ab = (readers(frozenset(groups)) for groups in ("", "a", "b", "ab"))
    assert joins(everybody, a)
    assert joins(ab, a)
    assert not joins(a, ab)
    assert not joins(a, b)
    assert not joins(a, everybody)
    marked = readers(frozenset("ab"), "c")
    assert joins(ab, marked)
    assert joins(marked, readers(frozenset("a"), "c"))
    assert not joins(marked, ab)
    assert not joins(marked, readers(frozenset("c")))
    assert readers(frozenset("abc"), "c") == readers(frozenset("c"))


SEEN_BY = st.builds(readers, st.frozensets(st.sampled_from("abcd")), st.sampled_from(("", "a", "b", "x")))


@given(SEEN_BY, SEEN_BY)
def test_what_more_may_see_is_the_better_copy(one: Readers, other: Readers) -> None:
    better, worse = facts(stored("x", BODY), one), facts(stored("y", "ord " + BODY), other)
    if one != other and are_copies(better, replace(worse, sketched=better.sketched)):
        assert better.rank < worse.rank
