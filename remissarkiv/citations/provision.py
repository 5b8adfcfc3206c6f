"""A place within an act, apart from which act."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Provision:
    """Kapitel, paragraf, moment, stycke, punkt and mening, each "" when the text does not go so deep."""

    chapter: str = ""
    section: str = ""
    moment: str = ""
    stycke: str = ""
    punkt: str = ""
    mening: str = ""

    def fragment(self) -> str:
        """The part of the key after `#`: `K2P1S2`. A punkt of a § without stycken is in its first stycke."""
        stycke = self.stycke or ("1" if self.punkt and self.section and not self.moment else "")
        fragment = f"K{self.chapter}" if self.chapter else ""
        if self.section:
            fragment += f"P{self.section}"
        if self.moment:
            fragment += f"O{self.moment}"
        if stycke:
            fragment += f"S{stycke}"
        if self.punkt:
            fragment += f"N{self.punkt}"
        return f"{fragment}M{self.mening}" if self.mening else fragment
