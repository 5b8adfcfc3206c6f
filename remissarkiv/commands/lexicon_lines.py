"""The archive's lexicon, as people at a terminal are told of it."""

from remissarkiv.sync import LexiconFacts


def lexicon_lines(facts: LexiconFacts) -> list[str]:
    """What the lexicon is, and what should be done about it if anything."""
    if facts.problem:
        return [facts.problem]
    if not facts.version:
        return ["lexicon: Swedish alone; no undamaged open document has taught it yet"]
    lines = [
        f"lexicon version {facts.version}, learned from {facts.documents} undamaged open files "
        f"({facts.words} words)"
    ]
    if facts.outgrown:
        lines.append(
            f"the archive has grown to {facts.teaching} such files; to learn from them, run: remiss rebuild"
        )
    return lines
