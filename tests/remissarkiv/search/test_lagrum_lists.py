"""Several lagrum are told, and asked for, in as few words as a jurist needs."""

import pytest

from remissarkiv.query import parse, tree
from remissarkiv.search.lagrum_lists import asked_for, listed


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (("1991:900#K2P1",), "2 kap. 1 § kommunallagen (1991:900)"),
        (("1991:900",), "kommunallagen (1991:900)"),
        (("1991:900#K8P3c", "1991:900#K8P3b"), "8 kap. 3 b och 3 c §§ kommunallagen (1991:900)"),
        (
            ("1991:900#K2P8", "1991:900#K8P3b", "1991:900#K2P7"),
            "2 kap. 7 och 8 §§ samt 8 kap. 3 b § kommunallagen (1991:900)",
        ),
        (("1977:179#K1P4", "1977:179#K4"), "4 kap. samt 1 kap. 4 § kommunallagen (1977:179)"),
        (("1980:620#P6", "1980:620#P1"), "1 och 6 §§ socialtjänstlagen (1980:620)"),
        (("prop/2016/17:171", "prop/1990/91:117"), "prop. 2016/17:171 och prop. 1990/91:117"),
        (
            ("1991:900#K2P1S1", "1991:900#K2P1"),
            "2 kap. 1 § första stycket samt 2 kap. 1 § kommunallagen (1991:900)",
        ),
    ],
)
def test_a_list_names_its_act_once_and_is_read_as_the_same_again(keys: tuple[str, ...], told: str) -> None:
    assert listed(keys) == told
    meant = parse(asked_for(keys)).tree
    leaves = meant.children if isinstance(meant, tree.Or) else (meant,)
    assert {key for leaf in leaves if isinstance(leaf, tree.LagQ) for key in leaf.keys} == set(keys)
    assert all(isinstance(leaf, tree.LagQ) for leaf in leaves)
