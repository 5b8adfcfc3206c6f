"""What each principle means, for its page: one text a principle, in the folder `explanations`."""

from functools import cache
from importlib.resources import files

from remissarkiv.assessments.principles import PrincipleFacts


@cache
def explanation(facts: PrincipleFacts) -> tuple[str, ...]:
    """The paragraphs of a principle's explanation, in Swedish."""
    text = files("remissarkiv.assessments").joinpath("explanations", f"{facts.slug}.txt")
    paragraphs = text.read_text(encoding="utf-8").split("\n\n")
    return tuple(" ".join(paragraph.split()) for paragraph in paragraphs if paragraph.strip())
