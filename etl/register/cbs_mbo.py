"""Statistics Netherlands (CBS) about mbo."""

from __future__ import annotations

from etl.register.cbs import CBS, CC_BY, MEN_AND_WOMEN, feed, page
from etl.register.model import Source

_MBO = (
    "Niveau Niveau:Title Leerweg Leerweg:Title Studierichting Studierichting:Title "
    "Regio Perioden Perioden:Status"
)
_MBO_ENTRANTS = (
    "Niveau Niveau:Title Leerweg Leerweg:Title Sectorkamer Sectorkamer:Title "
    "Perioden Perioden:Status"
)

STUDENTS = Source(
    source_id="cbs_mbo_students",
    title="Studenten in het mbo",
    publisher=CBS,
    licence=CC_BY,
    about="Studenten in het mbo naar niveau, leerweg, studierichting en woonprovincie. Per "
    "arbeidsmarktregio zijn er geen cijfers.",
    files=(
        feed(
            "85353NED",
            "Mbo; studenten, niveau, leerweg, studierichting, regiokenmerken",
            _MBO,
            {"Mbo-studenten": "aantal"},
            protocol="cbs_odata4",
            only=MEN_AND_WOMEN,
        ),
        page(
            "83850NED_2021SJ00_mbo",
            "Mbo; studenten (oudere tabel, Nederland)",
            "leerweg studierichting mbo_studenten",
            "2021SJ00",
            note="Voorlopige cijfers.",
        ),
    ),
)

GRADUATES = Source(
    source_id="cbs_mbo_graduates",
    title="Gediplomeerden van het mbo",
    publisher=CBS,
    licence=CC_BY,
    about="Gediplomeerden per schooljaar naar niveau, leerweg, richting en woonprovincie.",
    files=(
        feed(
            "85356NED",
            "Mbo; gediplomeerden, niveau, leerweg, studierichting, regiokenmerken",
            _MBO,
            {"Gediplomeerden mbo": "aantal"},
            protocol="cbs_odata4",
            only=MEN_AND_WOMEN,
        ),
    ),
)

ENTRANTS = Source(
    source_id="cbs_mbo_entrants",
    title="Instroom in het mbo",
    publisher=CBS,
    licence=CC_BY,
    about="Wie in een schooljaar met een mbo-opleiding begon en wat men een jaar eerder deed; "
    "zij-instroom is wie toen werkte. Nederland.",
    files=(
        feed(
            "85569NED",
            "Mbo; instroom, maatschappelijke positie een jaar eerder",
            _MBO_ENTRANTS + " MaatschappelijkePositie1JaarEerder "
            "MaatschappelijkePositie1JaarEerder:Title",
            {"InstromersTotaal_1": "aantal"},
            only={**MEN_AND_WOMEN, "Persoonskenmerken": "10000"},
        ),
        feed(
            "85574NED",
            "Mbo; zij-instroom, sector waarin men een jaar eerder werkte",
            _MBO_ENTRANTS + " BedrijfstakkenBranchesSBI2008 BedrijfstakkenBranchesSBI2008:Title",
            {"InstromersMbo_1": "aantal"},
            only={**MEN_AND_WOMEN, "Leeftijd": "Totaal leeftijd"},
        ),
    ),
)
