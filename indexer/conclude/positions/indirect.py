"""How yrkanden and reservations speak of what others propose or a body decided."""

import re

WHO = (
    r"(?:sitt|eget|sina|ordförandens|liggande|föreliggande|framlag(?:t|da)|beslutet|detta|"
    r"[\w-]*(?:utskottets|beredningens|styrelsens|förvaltningens|kontorets|kansliets|nämndens)"
    r"|(?:[A-ZÅÄÖ][\w-]+ )?[A-ZÅÄÖ][\w-]+s)"
)
INDIRECT = re.compile(
    rf"(?P<how>\):|[Bb]ifall(?:er)? till|bifaller|biträder|i enlighet med|enligt|instämmer i"
    rf"|ansluter sig till"
    rf"|[Aa]vslag på|avslår) "
    rf"(?:punkt\w* \d(?:(?:, | och |-)\d){{0,4}} i )?"
    rf"(?:[a-zåäö-]+ ){{0,2}}?(?P<who>{WHO}) (?:[\w-]+ ){{0,2}}?(?:förslag\w*|yrkande\w*|skrivelse"
    rf"|tjänsteutlåtande|tjänsteskrivelse)"
    rf"|\b(?P<whose>{WHO}) förslag (?:ska |skall )?(?P<passive>bifalls|avslås)",
)
AS_TOLD = re.compile(r" till [^.,]{0,60}förslag\w* att (?:till|av|bi|motionen|medborgarförslaget)")
AGAINST_DECISION = re.compile(
    r"mot (?:[\w-]+ )?beslutet att \w+|mot att (?:motionen|medborgarförslaget) \w+"
    r"|mot att (?:[\w-]+ ){1,3}?(?:avstyrk|tillstyrk|bifall|avsl)\w+",
    re.IGNORECASE,
)
POINT = re.compile(
    r"\b(?P<word>första|andra|tredje|fjärde)\b|\b(?:punkt|punkten|att-sats|beslutspunkt|beslutspunkten)"
    r" (?P<number>\d)\b",
    re.IGNORECASE,
)
NO_MOTION = re.compile(
    r" (?:(?:till|på) )?(?:[\w-]+ ){0,3}?(?:(?:tilläggs|ändrings|återremiss|åter)\w*yrkande\w*"
    r"|återremiss\w*)",
    re.IGNORECASE,
)
OF_ANOTHER = re.compile(
    r"\b(?:till förmån för|enligt|till) (?:[a-zåäö]+ ){0,2}?(?P<who>(?:[A-ZÅÄÖ][\w-]+ )?[A-ZÅÄÖ][\w-]+s?)"
    r"(?: \([A-Za-zÅÄÖåäö]{1,5}\)s?)?(?: m\.? ?fl\.?)? (?:[a-zåäö]+ )?(?:yrkande|förslag)\b",
)
TO_BENEFIT = re.compile(
    r"\b(?:till förmån för|till stöd för|för) (?:[a-zåäö]+ ){0,2}?(?:motion(?:en|ens förslag)"
    r"|medborgarförslaget"
    r"|förslaget i (?:motionen|medborgarförslaget))(?! avslag)",
    re.IGNORECASE,
)
# "Fullmäktige beslutar i enlighet med kommunstyrelsens hemställan".
FOLLOWED = re.compile(
    r"\bbeslut\w*\b[^.]{0,60}?\b(?:enligt|i enlighet med|i överensstämmelse med|bifalla) (?:[a-zåäö]+ ){0,2}?"
    r"(?P<who>[\w-]+s|liggande|framlagt|föreliggande) (?:[a-zåäö]+ )?(?:förslag|hemställan|yrkande)\b"
)
# "bifall till kommunstyrelsens förslag, det vill säga att motionen anses besvarad"
THAT_IS = re.compile(r"\b(?:det vill säga|dvs\.?|d\.v\.s\.|innebärande|vilket innebär|alltså|nämligen)\b")
