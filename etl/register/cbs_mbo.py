"""Statistics Netherlands (CBS) about mbo."""

from __future__ import annotations

from etl.register.cbs import MEN_AND_WOMEN, feed, of_cbs, page

_MBO = (
    "Niveau Niveau:Title Leerweg Leerweg:Title Studierichting Studierichting:Title "
    "Regio Perioden Perioden:Status"
)
_MBO_ENTRANTS = (
    "Niveau Niveau:Title Leerweg Leerweg:Title Sectorkamer Sectorkamer:Title "
    "Perioden Perioden:Status"
)

STUDENTS = of_cbs(
    "cbs_mbo_students",
    "Studenten in het mbo",
    "Studenten in het mbo naar niveau, leerweg, studierichting en woonprovincie. Per "
    "arbeidsmarktregio zijn er geen cijfers.",
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
)

GRADUATES = of_cbs(
    "cbs_mbo_graduates",
    "Gediplomeerden van het mbo",
    "Gediplomeerden per schooljaar naar niveau, leerweg, richting en woonprovincie.",
    feed(
        "85356NED",
        "Mbo; gediplomeerden, niveau, leerweg, studierichting, regiokenmerken",
        _MBO,
        {"Gediplomeerden mbo": "aantal"},
        protocol="cbs_odata4",
        only=MEN_AND_WOMEN,
    ),
)

ENTRANTS = of_cbs(
    "cbs_mbo_entrants",
    "Instroom in het mbo",
    "Wie in een schooljaar met een mbo-opleiding begon en wat men een jaar eerder deed; "
    "zij-instroom is wie toen werkte. Nederland.",
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
)
