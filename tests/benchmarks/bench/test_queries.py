"""The classes of queries are what their table says, and the same for a corpus and a seed."""

import pytest

from benchmarks.bench.queries import CLASSES, draw
from benchmarks.bench.vocabulary import Vocabulary
from remissarkiv.domain import FieldTerms, IndexEntry
from remissarkiv.engines.interface import And, In, Or, Phrase, Prefix, Term

DOCUMENTS = 1000


def _entry(number: int) -> IndexEntry:
    """`vanligN` in 20 % of the documents, `medelN` in 2 %, `sällsyntN` in two, and what is never to be drawn:
    a stop word, figures, a word in one document only."""
    words = ["och", "1998", f"unik{number}".translate(str.maketrans("0123456789", "abcdefghij"))]
    words += [f"vanlig{letter}" for place, letter in enumerate("abcde") if number % 5 == place]
    words += [f"vanlig{letter}x" for place, letter in enumerate("abcde") if (number + 1) % 5 == place]
    words += [f"medel{letter}" for place, letter in enumerate("abcdefghij") if number % 50 == place]
    words += [f"medel{letter}x" for place, letter in enumerate("abcdefghij") if (number + 3) % 50 == place]
    if number < 40:
        words.append(f"sällsynt{'abcdefghijklmnopqrst'[number // 2]}")
    positions: dict[str, tuple[int, ...]] = {word: (place,) for place, word in enumerate(words)}
    terms = FieldTerms(dict.fromkeys(words, 1), len(words), positions)
    columns = {
        "kind": ("motion",),
        "year": (str(2000 + number % 3),),
        "dnr": (f"KS 2014/{number // 4}",),
        "lagrum": ("2017:725",) if number % 10 == 0 else (f"2017:725#K{number}",),
    }
    return IndexEntry(f"d{number:06}", "s", {"text": terms, "exact": terms}, columns)


@pytest.fixture(scope="module")
def held() -> Vocabulary:
    vocabulary = Vocabulary(DOCUMENTS)
    for number in range(DOCUMENTS):
        vocabulary.add(_entry(number))
    return vocabulary


def test_queries_are_the_same_for_a_seed_whichever_classes_are_asked_for(held: Vocabulary) -> None:
    every = draw(held, 5, 1)
    assert every == draw(held, 5, 1)
    assert every != draw(held, 5, 2)
    assert draw(held, 5, 1, ("phrase",)) == [query for query in every if query.kind == "phrase"]
    assert {query.kind for query in every} == set(CLASSES)
    assert len(set(every)) == len(every)


def test_each_class_holds_what_it_says(held: Vocabulary) -> None:
    counts = held.terms["text"]
    for query in draw(held, 10, 3):
        match query.kind, query.node:
            case "rare", Term("text", word):
                assert 2 <= counts[word] <= 3
            case "common", Term("text", word):
                assert 0.1 <= counts[word] / DOCUMENTS <= 0.6
            case (("and2" | "and3"), And(children)):
                words = [child.term for child in children if isinstance(child, Term)]
                assert len(set(words)) == len(words) == int(query.kind[-1])
                assert all(0.005 <= counts[word] / DOCUMENTS <= 0.6 for word in words)
                assert any(
                    all(word in _entry(number).fields["text"].frequencies for word in words)
                    for number in range(DOCUMENTS)
                )
            case "or3", Or(children):
                words = [child.term for child in children if isinstance(child, Term)]
                assert len(set(words)) == 3
                assert all(0.1 <= counts[word] / DOCUMENTS <= 0.6 for word in words)
            case "phrase", Phrase("exact", words):
                assert len(words) in (2, 3)
                assert all(word.isalpha() for word in words)
                assert set(words) != {"och"}
            case "prefix", Prefix("exact", prefix):
                assert len(prefix) >= 4
                assert any(word.startswith(prefix) for word in counts)
            case "filter", And((Term("text", word), In("kind"), In("year"))):
                assert 0.1 <= counts[word] / DOCUMENTS <= 0.6
            case "dnr", In("dnr", values):
                assert len(values) == 1
            case "lag", In("lagrum", values):
                assert len(values) == 1
            case other:
                pytest.fail(f"{other}: not of its class")


def test_a_corpus_without_words_has_no_queries_of_words() -> None:
    nothing = Vocabulary(1)
    nothing.add(IndexEntry("d000000", "s", {"text": FieldTerms({}, 0), "exact": FieldTerms({}, 0, {})}))
    assert draw(nothing, 5, 1) == []
