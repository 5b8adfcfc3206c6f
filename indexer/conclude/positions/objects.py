"""What a stance is on: the words for a proposal, or for what it wants, in the definite form."""

_NOUNS = (
    r"motion(?:en|ens|er|erna|ären|ärens|ärerna|ärernas)|[\w-]*förslag(?:et|en|ets)?|[\w-]*yrkande(?:t|na"
    r"|ts)?"
    r"|att-?sats(?:en|er|erna)?|hemställan|framställ(?:an|ningen)|ansökan|ansökningen|begäran|skrivelsen"
    r"|initiativet|[\w-]*plan(?:en|erna)|[\w-]*programmet"
    r"|[\w-]*strategin|[\w-]*policyn|riktlinjerna|[\w-]*tax(?:an|orna)|[\w-]*avtalet"
    r"|modellen|underlaget|betänkandets?|promemorian?s?|utredningens?|[\w-]*reformen|remissen"
    r"|upplägget|inriktningen|lösningen|[\w-]*direktiv(?:et|en)|[\w-]*föreskrifterna|punkten|kravet"
    r"|(?:de )?överväganden(?:a)?|[\w-]*ändring(?:en|arna)|[\w-]*höjningen|[\w-]*sänkningen"
    r"|[\w-]*utbyggnaden|inrättandet|införandet|[\w-]*försöket|[\w-]*projektet|satsningen"
    r"|åtgärd(?:en|erna)|[\w-]*nedläggningen|[\w-]*stängningen|[\w-]*försäljningen|flytten"
    r"|[\w-]*sammanslagningen|etableringen|[\w-]*organisationen|[\w-]*bidraget|uppdraget"
    r"|medfinansieringen|lokaliseringen|placeringen|bygget|byggnationen|beslutet|ordningen"
)
OBJECT = rf"(?:[\w-]+ ){{0,4}}?(?:{_NOUNS})\b"
"""Such a word with up to four others before it: "utredningens förslag", "den föreslagna modellen"."""

PAPER = (
    r"(?:[\w-]+ ){0,3}?(?:motion(?:en|ens|erna)|[\w-]*förslag(?:et|en|ets)|ansökan|framställningen|begäran"
    r"|hemställan|remissen|initiativet|planen|programmet)\b(?! (?:syfte|intention|anda|andemening|tanke"
    r"|ambition|mål|utgångspunkt|beskrivning))"
)
"""The proposal itself, in the words that name it as one."""
