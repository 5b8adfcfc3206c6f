"""Words so common that they tell nothing about a document.

They are indexed like all others; a query of other words as well does without them.
"""

STOPWORDS: frozenset[str] = frozenset(
    """
    alla allt än andra annan annat är åt att av bara bli blir blev bör både då där dem den denna dess
    dessa det detta de dig din ditt dock du efter eller ej en er ett fick för från får få genom ha hade
    han har hans hennes henne hon honom hos hur här i icke ingen inom inte ju jag kan kunde kommer man mig
    med mellan men mer mot mycket många måste ned ni när någon något några nu och om oss på sådan
    samt sedan sig sin sina sitt själv ska skall skulle som så till under upp ut utan vad var vara varit
    vars vem vi via vid vilka vilken vilket vill även över
    """.split()
)
