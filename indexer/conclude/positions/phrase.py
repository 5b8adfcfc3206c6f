"""One way of saying that one is for or against a proposal."""

import re
from dataclasses import dataclass
from functools import cached_property

from indexer.conclude.needed import Groups, needed
from remissarkiv.domain import Stance


@dataclass(frozen=True)
class Wording:
    """One way of saying it: `stems` of which one must stand in the sentence, its `words` (a pattern, whatever
    the case of the letters), what it says, and what it says when denied (None: then it says nothing).
    `is_weak`: it counts only where nothing clearer is said; `is_decision`: it is the word of one who decides,
    so that somebody must propose it; `needs_subject`: it is everyday speech, and counts only of one who
    answers ("Rådet säger ja", not "svårt att säga nej"); `is_main`: it counts in a main clause only ("Nämnden
    godtar förslaget", not "om nämnden godtar"); `is_faint`: it counts only of one who says nothing else."""

    stems: tuple[str, ...]
    words: str
    stance: Stance
    denied: Stance | None
    is_weak: bool = False
    is_decision: bool = False
    needs_subject: bool = False
    is_main: bool = False
    is_faint: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Made when first asked for: most processes need few of them."""
        return re.compile(self.words, re.IGNORECASE)

    @cached_property
    def also(self) -> Groups:
        """What else must stand in a sentence, in lower case, for the pattern to match in it."""
        return needed(self.words)


def wording(
    stems: str,
    pattern: str,
    stance: Stance,
    denied: Stance | None = None,
    *,
    weak: bool = False,
    decision: bool = False,
    everyday: bool = False,
    main: bool = False,
    faint: bool = False,
) -> Wording:
    """A wording of stems parted by "|" and a pattern, whatever the case of the letters."""
    return Wording(tuple(stems.split("|")), pattern, stance, denied, weak, decision, everyday, main, faint)
