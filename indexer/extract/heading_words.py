"""The headings of tjänsteutlåtanden, protokoll and motions by the sort of section they stand over, as they
were found in the documents of several kommuner."""

from remissarkiv.domain import SectionKind


def _listed(text: str) -> tuple[str, ...]:
    """The headings of a text with `;` between them."""
    return tuple(" ".join(heading.split()) for heading in text.split(";"))


K = SectionKind
HEADINGS: tuple[tuple[SectionKind, tuple[str, ...]], ...] = (
    (
        K.FORSLAG_TILL_BESLUT,
        _listed(
            """
            Förslag till beslut; Beslutsförslag; Förslag till kommunfullmäktige; Förslag till
            kommunfullmäktiges beslut; Förslag till kommunstyrelsen; Förslag till yttrande; Förslag till
            riksdagsbeslut; Förslag till nämndens beslut; Förslag; Ordförandens förslag till beslut;
            Hemställan; Att-satser; Yrkande i motionen; Förslag till fullmäktige; Förslag till
            kommunfullmäktige för beslut; Våra förslag; Mitt förslag; Kommunstyrelsens förslag
            """
        ),
    ),
    (
        K.BESLUT,
        _listed(
            """
            Beslut; Beslut Förslag till kommunfullmäktige; Nämndens beslut; Beslut för egen del; Avgörande;
            Domslut; Beslutar; Beslut i korthet; Beslutet; Beslut i ärendet; Beslut och förslag till
            kommunfullmäktige; Beslut och förslag till beslut i kommunfullmäktige; Beslut förslag till beslut
            i kommunfullmäktige; KF beslut; KF s beslut; KS beslut; KS s beslut; Fattat beslut; Fullmäktiges
            beslut
            """
        ),
    ),
    (
        K.SAMMANFATTNING,
        _listed(
            """
            Sammanfattning; Sammanfattning av ärendet; Ärendet i korthet; Kort sammanfattning; Ärendet i
            sammandrag; Kort om ärendet; Sammanfattande ståndpunkt; Sammanfattande bedömning; Yttrandet i
            korthet
            """
        ),
    ),
    (
        K.BAKGRUND,
        _listed(
            """
            Bakgrund; Bakgrund och ärendet; Bakgrund och syfte; Ärendets bakgrund; Bakgrundsbeskrivning;
            Bakgrund till ärendet; Nuläge; Nulägesbeskrivning; Lägesbild; Lägesbilden; Utgångspunkter;
            Tidigare beslut av liknande slag; Inledning
            """
        ),
    ),
    (
        K.REMISSINSTANSER,
        _listed(
            """
            Remissinstanser; Remissinstans; Remissinstanserna; Remisslista; Lista över remissinstanser;
            Sändlista; Sändlista för remissen; Remitterat till; Remissen går till; Remissen skickas till;
            Remissen har skickats till; Vilka som får remissen; Yttrande begärs från; Yttranden begärs från;
            Remissinstanser och särskilda frågor; Följande remissinstanser har fått remissen; Remisser
            """
        ),
    ),
    (
        K.ARENDET,
        _listed(
            """
            Ärendet; Ärende; Ärendebeskrivning; Beskrivning av ärendet; Ärendets innehåll; Motionen; Motionens
            innehåll; Redogörelse för ärendet; Remissen; Remissens innehåll; Förslaget; Medborgarförslaget;
            Förslagets innehåll; Beskrivning; Motionens förslag; Förslagen; Sammanfattande redogörelse;
            Redogörelse; Vad motionen handlar om; Vad motionen går ut på; Vad remissen omfattar; Vad
            utredningen föreslår; Beskriv ditt förslag; Föredragning
            """
        ),
    ),
    (
        K.BEREDNING,
        _listed(
            """
            Ärendets beredning; Beredning; Beredning av ärendet; Ärendets handläggning; Tidigare behandling;
            Ärendets gång; Tidigare beslut; Dagens sammanträde; Dagens överläggning; Behandling av ärendet;
            Behandling på sammanträdet; Behandling; Överläggning i ärendet; Remissutfall; Samråd; Samverkan
            """
        ),
    ),
    (
        K.SYNPUNKTER,
        _listed(
            """
            Synpunkter och förslag; Synpunkter; Synpunkter på remissen; Bedömning; Överväganden; Överväganden
            och förslag; Analys; Analys och slutsatser; Yttrande; Ståndpunkt; Kommentar; Kommentarer;
            Utredning; Förslag och bedömning; Samlad bedömning; Sammanvägd bedömning; Slutsats; Slutsatser;
            Synpunkter på förslaget; Juridisk bedömning; Analys och konsekvenser; Ställningstagande; Svar;
            Övervägande
            """
        ),
    ),
    (
        K.KONSEKVENSER,
        _listed(
            """
            Konsekvenser; Ekonomiska konsekvenser; Ekonomi; Konsekvensanalys; Barnkonsekvensanalys;
            Jämställdhetsanalys; Finansiering; Konsekvenser för barn; Barnets bästa; Miljökonsekvenser;
            Konsekvensbeskrivning; Ekonomisk påverkan; Ekonomiska överväganden; Barnperspektivet;
            Barnrättsperspektiv; Jämställdhet; Miljöpåverkan; Konsekvenser för verksamheten; Påverkan på
            klimat och miljö; Barnperspektiv; Barn och unga; Barnets bästa och Agenda 2030; Kostnadsberäkning;
            Kostnader; Kostnad; Kostnader och personal; Perspektiv; Omfattning och kostnader; Konsekvenser för
            ekonomi och personal; Agenda 2030; Personella konsekvenser; Verksamhetskonsekvenser; Ekonomiska
            effekter
            """
        ),
    ),
    (
        K.YRKANDEN,
        _listed(
            """
            Yrkanden; Yrkande; Förslag till beslut under sammanträdet; Förslag på sammanträdet; Förslag under
            sammanträdet; Förslag och yrkanden; Yttranden och yrkanden; Framlagda förslag; Yrkanden på
            sammanträdet; Yrkanden under sammanträdet; Förslag till beslut på dagens sammanträde; Förslag på
            dagens sammanträde; Förslag till beslut under mötet; Förslag till beslut på sammanträdet; Förslag
            till beslut vid sammanträdet; Förslag på mötet; Förslag under överläggningen; Yrkanden i
            fullmäktige; Yrkanden vid sammanträdet; Debatt och yrkanden; Yrkanden och debatt; Yrkanden och
            propositioner; Yrkanden och beslutsgång; Yrkanden och omröstning; Ändringsyrkande;
            Ändringsyrkanden; Tilläggsyrkande; Tilläggsyrkanden; Återremissyrkande
            """
        ),
    ),
    (
        K.BESLUTSGANG,
        _listed(
            """
            Beslutsgång; Propositionsordning; Omröstning; Beslutsordning; Votering; Proposition;
            Propositionsordningar; Voteringsproposition; Beslutsgång och omröstning; Omröstning och
            beslutsgång; Proposition på yrkanden; Proposition på återremiss; Ordföranden ställer proposition;
            Propositioner; Propositionsordning och omröstning; Propositionsordning och beslut; Proposition och
            omröstning; Hur beslutet fattades; Så fattades beslutet; Omröstningsresultat
            """
        ),
    ),
    (
        K.RESERVATION,
        _listed(
            """
            Reservation; Reservationer; Reservation och särskilt yttrande; Reservationer och särskilda
            yttranden; Särskilt yttrande; Särskilda yttranden; Ersättaryttrande; Särskilt uttalande;
            Reservation mot beslutet; Reservationer mot beslutet; Blank reservation; Protokollsanteckning och
            reservation; Skriftlig reservation;
            Reservationer och särskilt yttrande; Reservation och protokollsanteckning
            """
        ),
    ),
    (
        K.BESLUTSUNDERLAG,
        _listed(
            """
            Beslutsunderlag; Underlag för beslut; Underlag; Handlingar; Handlingar i ärendet;
            Beslutsunderlaget; Underlag för beslutet; Underlag till beslut; Underlag till beslutet; Ärendets
            handlingar; Beslutsunderlag till ärendet; Handlingar som ligger till grund för beslutet;
            Bakgrundshandlingar
            """
        ),
    ),
    (
        K.MOTIVERING,
        _listed(
            """
            Motivering; Motivering till beslut; Motiv; Skäl för beslutet; Skäl för beslut; Skälen för
            beslutet; Skälen för regeringens beslut; Skäl; Domskäl; Beslutsmotivering; Motivering till
            återremissen; Motivering till återremiss; Skäl till återremiss; Nämndens skäl; Motivering till
            beslutet
            """
        ),
    ),
    (
        K.EXPEDIERING,
        _listed(
            """
            Beslutet skickas till; Beslut skickas till; Exp; Exp till; Sänds till; Beslutet meddelas; Meddelas
            till; Utdraget till; Utdraget skickas till; Utdrag skickas till; Utdrag sänds till; Protokollet
            skickas till; Protokollet sänds till; Protokollsutdrag sänds till; Beslutet översänds till;
            Skickas för kännedom till; Beslut delges; Delges till; Meddelande om beslut till; Expedieras till;
            Expedieras; Expediering; Skickas till; Beslutet expedieras till; Beslutet ska skickas till;
            Delges; Kopia till; Protokollsutdrag till; Utdrag till; Beslutsexpediering; För kännedom;
            Paragrafen skickas till; Beslutet sänds till; Beslutet delges; Delgivning; Protokollsutdrag
            skickas till; Protokollsutdraget skickas till; Beslut expedieras till; Beslutet ska expedieras
            till; Paragrafen ska skickas till; Meddelas; Sändlista för beslut
            """
        ),
    ),
    # What else stands over its own lines in a § of minutes, and ends the decision above it.
    (
        K.OVRIGT,
        _listed(
            """
            Jäv; Ajournering; Deltar inte i beslutet; Deltar ej i beslutet; Deltar inte i beslut; Ej
            deltagande i beslut; Notering; Noteringar; Anteckning till protokollet; Protokollsnotering;
            Protokollsanteckning; Protokollsanteckningar; Till protokollet; Överläggning; Debatten;
            Diskussion; Voteringsresultat; Remissbehandling; Närvarande; Närvarande vid ärendet; Information;
            Upplysningar; Hur man överklagar; Överklagande; Besvärshänvisning; Anföranden; Inlägg; Deltar i
            debatten; Debatt; Paragrafen är justerad; Omedelbar justering
            """
        ),
    ),
    (
        K.BILAGOR,
        _listed(
            """
            Bilagor; Bilaga; Bilageförteckning; Bifogade handlingar; Bilagor till ärendet; Bilagda handlingar
            """
        ),
    ),
)
