"""Finds and removes what belongs to a web site and not to the document on the page: menus, scripts, cookie
banners, share buttons, the site's own head and foot."""

import re

from bs4 import BeautifulSoup, Tag

from indexer.readers.markup import attribute

_NEVER_TEXT = [
    "script", "style", "noscript", "template", "iframe", "object", "svg", "canvas", "audio", "video",
    "button", "input", "select", "textarea", "dialog", "nav", "menu",
]  # fmt: skip

_ROLES = {
    "navigation",
    "banner",
    "contentinfo",
    "search",
    "dialog",
    "alertdialog",
    "menu",
    "menubar",
    "toolbar",
}

# Class and id names of site furniture, as whole words of the name: `island--socialmedia`, `nav-breadcrumb`,
# `rs_skip` (what ReadSpeaker, a service common on Swedish public sites, is told not to read aloud).
_FURNITURE = re.compile(
    r"cookie|kakbanner|kakor|consent|gdpr|rs_skip|breadcrumb|brodsmul|brödsmul|socialmedia|sharethis"
    r"|(?:^|[\s_-])(?:skip|skip-link|skip-to-content|navbar|navmob|sidfot|sidhuvud|site-?header|site-?footer"
    r"|page-?footer|mainmenu|main-?menu|huvudmeny|sidomeny|meny|menu|share|dela|footer|sr-only|visuallyhidden"
    r"|politikomrlinks)(?=$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN_STYLE = re.compile(r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden", re.IGNORECASE)
_OWN_DNR = re.compile(r"\b(?:dnr|diarienummer|diarienr)\b", re.IGNORECASE)

_NAME_LENGTH = 500


def remove_furniture(soup: BeautifulSoup) -> None:
    """Removes from the tree what is not the document's. A head or foot that gives a Dnr is a letterhead and
    stays; so does whatever holds the page's main part or its first heading."""
    for tag in soup.find_all(_NEVER_TEXT):
        tag.decompose()
    keep = _holders(soup)
    for tag in soup.find_all(_is_candidate):
        if tag.decomposed or id(tag) in keep:
            continue
        if tag.name in {"header", "footer"} and not _is_of_the_site(tag, soup):
            continue
        tag.decompose()


def main_parts(soup: BeautifulSoup) -> list[Tag]:
    """The parts of the page to read, in order: its `main` and letterheads outside it, else all of it."""
    body = soup.body or soup
    mains = [*body.find_all("main"), *body.select('[role="main"]')]
    main = next((tag for tag in mains if any(c.isalnum() for c in tag.get_text())), None)
    if main is None:
        return [body]
    return [
        tag
        for tag in body.find_all(lambda tag: tag is main or tag.name in {"header", "footer"})
        if tag is main or not any(parent is main for parent in tag.parents)
    ]


def _holders(soup: BeautifulSoup) -> set[int]:
    """Ids of the tags around the main part and around the first heading."""
    anchors = soup.find_all(["main", "article", "body", "html"])
    heading = soup.find("h1")
    if isinstance(heading, Tag) and heading.find_parent("header") is None:
        anchors.append(heading)
    found: set[int] = set()
    for anchor in anchors:
        found.add(id(anchor))
        found.update(id(parent) for parent in anchor.parents)
    return found


def _is_candidate(tag: Tag) -> bool:
    if tag.name in {"header", "footer"} or tag.has_attr("hidden"):
        return True
    if attribute(tag, "role").lower() in _ROLES or attribute(tag, "aria-hidden").lower() == "true":
        return True
    if _HIDDEN_STYLE.search(attribute(tag, "style")[:_NAME_LENGTH]):
        return True
    names = f"{attribute(tag, 'class')} {attribute(tag, 'id')}"
    return _FURNITURE.search(names[:_NAME_LENGTH]) is not None


def _is_of_the_site(tag: Tag, soup: BeautifulSoup) -> bool:
    """A `header` or `footer` inside an article is the article's; one with a Dnr is a letterhead."""
    if tag.find_parent(["article", "main"]) is not None:
        return False
    if _OWN_DNR.search(tag.get_text(" ")[:2000]):
        return False
    if tag.name == "footer":
        return True
    has_main = soup.find(["main", "article"]) is not None
    return has_main or len(tag.find_all("a", limit=3)) == 3
