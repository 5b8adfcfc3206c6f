"""Ready terms as strings, for engines that take text: terms between blanks, to be split at blanks alone."""

from remissarkiv.domain import FieldTerms


def stream(terms: FieldTerms) -> str:
    """The terms of a field, each as often as it stands there; in their order where the field has positions.

    A word number without a term (what is a document of its own is left out of the one around it) has no place
    in a stream: the words before and after it would become neighbours, so such an entry is refused with
    `ValueError`.
    """
    if terms.positions is None:
        return " ".join(term for term, count in terms.frequencies.items() for _ in range(count))
    placed = sorted((number, term) for term, numbers in terms.positions.items() for number in numbers)
    if placed and placed[-1][0] != len(placed) - 1:
        raise ValueError("a field with gaps between its words cannot be a stream")
    return " ".join(term for _, term in placed)
