"""Doubts in which no verdict stands: "oklart om kommunen får", "rättsläget är osäkert"."""

import re

from indexer.conclude.competence.terms import BODY, COMPETENCE

STRONG_TOPIC = re.compile(
    rf"{COMPETENCE}|lagrum|kommunallag|befogenhet|lagstöd|stöd i lag|synnerliga skäl|likställighet"
    rf"|lokalisering|självkostnad|legalitet|rättslig|juridi|domstol|prövning|lagen\b|lagligt|rättslä|laglig"
    rf"|tillåte|laglighetspröv|rättsligt|juridiskt|gynna"
    rf"|näringsidkare"
)
OPEN_TOPIC = re.compile(
    rf"{COMPETENCE}|synnerliga skäl|rättsläge\w*|laglighet\w*|^(?:om"
    rf"|huruvida) [^;]{{3,200}} är (?:[^\s,;]{{1,20}} )?(?:tveksamt|osäkert|oklart|svårt|vanskligt|ovisst"
    rf"|omstritt|omdiskuterat|omtvistat|diskutabelt"
    rf"|oprövat|en öppen fråga|inte klarlagt|inte avgjort|inte prövat|tvivelaktigt|långt ifrån klart)\b"
    rf"|kompetenssynpunkt|kompetenshänseende|kompetensfråga\w*"
    rf"|\b(?:rättslig|juridisk|legal)[a-zåäö]{{0,2}} (?:osäkerhet|tveksamhet|oklarhet|tvekan|risk"
    rf"|bedömning|frågetecken)\w*"
    rf"|som lagen\b|juridiken (?:är|blir)|(?:juridisk|rättslig|laglig)[a-zåäö]{{0,2}} (?:gråzon|gränsland"
    rf"|gränsmark)\w*|delar (?:den|denna|[a-zåäö]{{3,30}}s) tvek\w+|legalitet\w*|rättsligt|juridiskt"
    rf"|praxis|doktrinen|handlingsutrymme\w*|lagenlig\w*|lagstöd\w*"
    rf"|\b(?:om|huruvida|att) (?:[^\s,;]{{1,40}} ){{0,14}}?(?:ryms|rymmas|faller|falla|står sig|håller"
    rf"|strider|strida"
    rf"|omfattas|är (?:laglig|lovlig|tillåt|förenlig|godtagbar)[a-zåäö]{{0,2}}|vore|skulle (?:godta"
    rf"|upphäva|underkänna))\b"
    rf"|sakligt? (?:grund|motiver|skäl)\w*|rätten att|\b(?:förvaltningsrätt|kammarrätt"
    rf"|domstol|länsrätt)\w*|kommunens (?:befogenhet|rätt|möjlighet)\w*|\b(?:om|huruvida"
    rf"|att) (?:[^\s,;]{{1,40}} ){{0,14}}?(?:får|kan|har rätt|har lagstöd|har stöd|är tillåte[nt]|utgör"
    rf"|är att (?:se|anse|betrakta) som)\b"
)
DOUBTED_POWER = re.compile(
    rf"\b(?:ifrågasätt\w*|tveksam\w*|tvek\w*|oklar\w*|osäker\w*) (?:[^\s,;]{{1,30}} ){{0,6}}?(?:om"
    rf"|huruvida) (?:[^\s,;]{{1,30}} ){{0,3}}?{BODY} (?:[^\s,;]{{1,30}} ){{0,3}}?(?:får|har rätt|äger"
    rf"|har befogenhet|lagligen)\b"
)
ASKS_MAY = re.compile(r"^(?:om|huruvida|att) ")
