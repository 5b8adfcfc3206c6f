"""The sentences a person gets when a query, or a piece of it, could not be taken as written."""

from collections.abc import Iterable
from datetime import date

_SHOWN = 40


def shown(text: str) -> str:
    """A piece of the query as it is quoted back, shortened and on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"


def unknown_field(name: str, known: Iterable[str]) -> str:
    """`foo:bar`."""
    return f"Fältet ”{shown(name)}” finns inte; texten söks som ord. Fält som finns: {', '.join(known)}."


def empty_value(name: str, example: str) -> str:
    """`typ:` with nothing after it."""
    return f"Det står inget efter ”{name}:”. Skriv till exempel {example}."


def unclosed_quote() -> str:
    """A quotation mark without its partner."""
    return "Citattecknet saknar sin andra halva; frågan läses som om citattecknet inte stod där."


def unclosed_parenthesis() -> str:
    """`(` that never ends."""
    return "Parentesen är inte avslutad; den läses som om den slutade sist i frågan."


def stray_parenthesis() -> str:
    """`)` without a beginning."""
    return "Det finns ingen inledande parentes till den här; den hoppas över."


def empty_parenthesis() -> str:
    """`()`."""
    return "Parentesen är tom; den hoppas över."


def too_deep(limit: int) -> str:
    """More parentheses inside each other than the parser follows."""
    return (
        f"Frågan har fler än {limit} parenteser i varandra; de innersta läses som om de inte fanns. "
        "Skriv den med färre."
    )


def too_long(limit: int) -> str:
    """More text than is read."""
    return (
        f"Frågan är längre än {limit} tecken; bara de första används. "
        "Korta den, eller sök med hela texten under Liknande handlingar."
    )


def too_many(limit: int) -> str:
    """More words than are searched."""
    return f"Frågan har fler än {limit} sökord; resten används inte. Behåll de ord som säger mest."


def too_many_open(limit: int) -> str:
    """More words that stand for many than are searched as such."""
    return f"Fler än {limit} ord har stjärna, ? eller ~; resten söks som de står. Dela upp frågan i flera."


def too_many_nears(limit: int) -> str:
    """More `NÄRA` than are searched as such."""
    return (
        f"Ord kan sökas nära varandra på högst {limit} ställen i en fråga; resten söks var som helst i "
        "texten. Dela upp frågan i flera."
    )


def dangling(operator: str) -> str:
    """An operator that lacks one of its sides."""
    return (
        f"”{operator}” saknar något att gälla; det hoppas över. Som vanligt ord skrivs det med små bokstäver."
    )


def nothing_to_search() -> str:
    """A query without a letter or digit."""
    return (
        "Det finns inget att söka på. Skriv ett ord, ett diarienummer eller ett lagrum, eller * för allt; "
        "* och ? behöver bokstäver bredvid sig, som i *bidrag."
    )


def misplaced_star(text: str) -> str:
    """`väg*/gata`: a star among signs that are no letters."""
    return (
        f"Stjärnan i ”{shown(text)}” kan bara stå i ett ord av bokstäver, som i skol*bidrag; "
        "här används den inte."
    )


def short_prefix(text: str, least: int) -> str:
    """`a*`."""
    return f"Skriv minst {least} tecken före stjärnan; ”{shown(text)}” söks som ord."


def short_pattern(text: str, run: int, least: int) -> str:
    """`*a*` and `??ol??`."""
    return (
        f"Skriv minst {run} bokstäver i följd, eller minst {least} i början, i ett ord med stjärna eller ?; "
        f"”{shown(text)}” söks som ord."
    )


def short_fuzzy(text: str, least: int) -> str:
    """`ett~`."""
    return f"Skriv minst {least} bokstäver före ~; ”{shown(text)}” söks som ord."


def too_many_slips(text: str, most: int, least: int) -> str:
    """`rådgivning~5` and `svar~2`."""
    more = "" if most > 1 else f" Två får skilja i ord med minst {least} bokstäver."
    letters = "två bokstäver" if most > 1 else "en bokstav"
    return f"I ”{shown(text)}” får högst {letters} skilja; det söks så.{more}"


def no_word_to_slip_in(text: str) -> str:
    """`2013/388~` and `skol*~`."""
    return f"Tecknet ~ gäller ett helt ord av bokstäver, som i rådgivning~; ”{shown(text)}” söks som ord."


def near_needs_words() -> str:
    """`"kommunal kompetens" NÄRA kommun*`."""
    return (
        "NÄRA står mellan enkla ord, som i kommunal NÄRA/5 rådgivning; här söks allt var som helst i texten."
    )


def too_far(most: int) -> str:
    """`NÄRA/999`."""
    return f"Högst {most} ord kan stå emellan; det söks så. För ord var som helst i texten, skriv OCH."


def too_many_near(most: int) -> str:
    """`"…"~5` around a whole sentence."""
    return (
        f"Högst {most} ord kan sökas nära varandra; här söks alla var som helst i texten. Behåll färre ord."
    )


def unreadable_days(text: str) -> str:
    """`datum:` with something else."""
    return (
        f"”{shown(text)}” är inget datum; det söks som ord. "
        "Skriv till exempel datum:2010-01-31, datum:2010-01-01..2012-06-30 eller datum:2010-06-."
    )


def reversed_days(first: date, last: date) -> str:
    """`datum:2012-06-30..2010-01-01`."""
    return f"Datumen stod i omvänd ordning; de läses som {first}–{last}."


def unreadable_dnr(text: str) -> str:
    """`dnr:` with something else; `dnr:*` finds what `*` does."""
    is_word = any(sign.isalnum() for sign in text)
    return (
        f"”{shown(text)}” kan inte läsas som ett diarienummer; "
        f"det söks {'som ord' if is_word else 'som om dnr: inte stod där'}. "
        "Skriv till exempel dnr:KS 2025/448, dnr:448 eller dnr:KS 2025/44*."
    )


def more_than_a_dnr(text: str, value: str) -> str:
    """`dnr:"svar på KS 2025/448"`, and `dnr:13/3*`, whose star nobody can use."""
    if "*" in text:
        return (
            f"Stjärnan används inte; ur ”{shown(text)}” söks diarienumret {value}. "
            "Den kan stå efter årtal och nummer, som i dnr:KS 2025/44*."
        )
    return f"Ur ”{shown(text)}” söks bara diarienumret {value}. Skriv övriga ord utanför dnr:."


def more_than_a_lagrum(text: str, left: str) -> str:
    """`lag:"2:1 KL och rådgivning"`."""
    return f"Ur ”{shown(text)}” söks bara lagrummet, inte ”{shown(left)}”. Skriv övriga ord utanför lag:."


def unreadable_lagrum(text: str) -> str:
    """`lag:` with something else."""
    return (
        f"”{shown(text)}” kan inte läsas som ett lagrum; det söks som ord. "
        'Skriv till exempel lag:"2 kap. 1 § kommunallagen" eller lag:2017:725.'
    )


def lagrum_without_act(text: str) -> str:
    """`lag:2:1` and `2 kap. 1 §`."""
    return (
        f"Vilken lag menas med ”{shown(text)}”? Det söks som ord. Skriv lagens namn, förkortning eller "
        "nummer också, som 2 kap. 1 § kommunallagen, 2:1 KL eller 1 § 2009:47."
    )


def slip(typed: str, name: str) -> str:
    """`2 kap. 1 § komunallagen` and `lag:"komunallagen"`: with a field it is put right between quotation
    marks too."""
    return (
        f"”{shown(typed)}” läses som {name}. "
        f'Sök "{shown(typed)}", med citattecken och utan fält, om det ska läsas som det står.'
    )


def no_such_act(number: str) -> str:
    """`lag:2031:9999`."""
    return f"Ingen lag med numret {shown(number)} är känd; söker efter det som står."


def beyond_act(provision: str, act: str) -> str:
    """`99 kap. 1 § kommunallagen`."""
    return f"{provision} finns inte i {act}; söker efter det som står."


def unreadable_years(text: str) -> str:
    """`år:` with something else."""
    return (
        f"”{shown(text)}” är inget årtal; det söks som ord. "
        "Skriv till exempel år:2018, år:2015–2020 eller år:2018-."
    )


def reversed_years(first: int, last: int) -> str:
    """`år:2020-2015`."""
    return f"Åren stod i omvänd ordning; de läses som {last}–{first}."


def unknown_kind(text: str, known: Iterable[str]) -> str:
    """`typ:` with a kind that does not exist."""
    return (
        f"Det finns ingen dokumenttyp ”{shown(text)}”; det söks som ord. Typer som finns: {', '.join(known)}."
    )


def unknown_conclusion(text: str, known: Iterable[str]) -> str:
    """`kompetens:xyz`: the values that can be asked for."""
    return (
        f"Det går inte att fråga efter ”{shown(text)}” här; det söks som ord. "
        f"Det som går är: {', '.join(known)}."
    )


def conclusion_slip(text: str, value: str) -> str:
    """`kompetens:"inte förenlgt"`."""
    return f"”{shown(text)}” läses som {value}."


def borrowed(text: str, value: str, other: str) -> str:
    """`ställningstagande:avslag`: a decision's word for a position."""
    return f"”{shown(text)}” läses här som {value}. För det andra, skriv {other}."


def unreadable_matter(text: str) -> str:
    """`ärende:` with half a Dnr, or something else."""
    return (
        f"”{shown(text)}” är inget helt diarienummer; det söks som ord. "
        "Skriv ärendets hela Dnr, till exempel ärende:KS 2025/448."
    )
