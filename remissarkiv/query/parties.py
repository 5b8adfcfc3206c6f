"""The parties of the riksdag: what they are called and abbreviated to."""

PARTIES: tuple[tuple[str, ...], ...] = (
    ("S", "socialdemokraterna", "socialdemokraten", "socialdemokrat"),
    ("M", "moderaterna", "moderaten", "moderat"),
    ("SD", "sverigedemokraterna", "sverigedemokraten", "sverigedemokrat"),
    ("C", "centerpartiet", "centern", "centerpartist"),
    ("V", "vänsterpartiet", "vänstern", "vänsterpartist"),
    ("KD", "kristdemokraterna", "kristdemokraten", "kristdemokrat", "KDS"),
    ("L", "liberalerna", "liberalen", "liberal", "FP", "folkpartiet"),
    ("MP", "miljöpartiet", "miljöpartist", "miljöpartiet de gröna"),
)
"""Abbreviation first, then the other names. Folkpartiet (FP) became Liberalerna (L) in 2015, and KDS
Kristdemokraterna in 1996: either name means both."""
