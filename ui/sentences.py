"""Dutch sentences made from figures; the comparison itself is made in SQL."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

import pandas as pd

from exports.tables import SAMPLE, is_sample
from ui import format as nl
from ui import measures
from ui import tension as tension_text

VACANCY = ("vacature", "vacatures")
MUNICIPALITY = ("gemeente", "gemeenten")
MOST_NAMED = 4
MOST_REVISIONS = 3
NOTHING_TO_SAY = f"{SAMPLE}: over verzonnen cijfers is geen uitspraak mogelijk."

Rows = TypeVar("Rows", pd.Series, pd.DataFrame)
More = ParamSpec("More")


def of_real_figures(
    sentence: Callable[Concatenate[Rows, More], str],
) -> Callable[Concatenate[Rows, More], str]:
    """Let a sentence say nothing about rows that are fictitious."""

    @wraps(sentence)
    def said(rows: Rows, /, *args: More.args, **more: More.kwargs) -> str:
        frame = rows if isinstance(rows, pd.DataFrame) else rows.to_frame().T
        return NOTHING_TO_SAY if is_sample(frame).any() else sentence(rows, *args, **more)

    return said


def count(value: object, words: tuple[str, str] = VACANCY) -> str:
    """Return a number with its word in singular or plural: ``1 vacature``, ``1.400 vacatures``."""
    return f"{nl.number(value)} {words[0] if value == 1 else words[1]}"


def in_sector(label: str) -> str:
    """Return the place of a sector in a sentence: ``in de bouw``, ``in alle sectoren samen``."""
    articles = {"Bouw": "in de bouw", "Industrie": "in de industrie", "Horeca": "in de horeca"}
    if label == "Alle sectoren":
        return "in alle sectoren samen"
    return articles.get(label, f"in de sector {label[0].lower()}{label[1:]}")


@of_real_figures
def headline(row: pd.Series) -> str:
    """Return finding 1: how many vacancies stood open, and how that compares with a year earlier.

    Args:
        row: A row of ``overzicht/latest``.
    """
    amount = (
        "minder dan 50 vacatures"
        if row["sign"] == "below_half_unit"
        else count(row["open_vacancies"])
    )
    verb = "stond" if row["open_vacancies"] == 1 else "stonden"
    start = (
        f"In {row['region_name']} {verb} eind {row['quarter_label']} "
        f"{in_sector(row['sector_label'])} **{amount}** open"
    )
    return f"{start}{_change(row)} (CBS, niet seizoengecorrigeerd)."


def _change(row: pd.Series) -> str:
    if nl.is_missing(row["open_vacancies_year_before"]):
        return "; van een jaar eerder is geen cijfer bekend"
    if row["within_rounding"]:
        before = nl.cell(
            "open_vacancies_year_before",
            row["open_vacancies_year_before"],
            row["open_vacancies_year_before_sign"],
        )
        return f", binnen de afronding gelijk aan een jaar eerder ({before})"
    direction = "meer" if row["change"] > 0 else "minder"
    return f", {nl.number(abs(row['change']))} {direction} dan een jaar eerder"


def behind(row: pd.Series) -> str:
    """Return that the newest figure is older than elsewhere, or nothing when it is not.

    Args:
        row: A row of ``overzicht/latest``; of a fictitious one nothing is said.
    """
    if not row["is_behind"] or is_sample(row.to_frame().T).any():
        return ""
    return (
        f"Het laatste cijfer voor {row['region_name']} {in_sector(row['sector_label'])} is van "
        f"{row['quarter_label']}; nieuwere kwartalen zijn niet beschikbaar."
    )


@of_real_figures
def during(row: pd.Series) -> str:
    """Return finding 3 or 10: what happened to the vacancies while a programme ran.

    Args:
        row: A row of ``overzicht/vacancies_during``.
    """
    sector = in_sector(row["sector_label"])
    region = row["region_name"]
    start, end = row["open_vacancies_at_start"], row["open_vacancies_at_end"]
    subject = f"Tijdens **{row['programme_name']}** ({nl.period(row)})"
    if nl.is_missing(start) or nl.is_missing(end):
        nothing = f"{subject} is over vacatures {sector} in {region} geen uitspraak mogelijk: "
        if nl.is_missing(row["start_label"]) or nl.is_missing(row["end_label"]):
            return f"{nothing}van begin of einde is alleen het jaar bekend."
        absent = " en ".join(
            label
            for label, value in ((row["start_label"], start), (row["end_label"], end))
            if nl.is_missing(value)
        )
        return f"{nothing}over {absent} is geen cijfer beschikbaar."
    if row["within_rounding"]:
        text = (
            f"{subject} bleef het aantal vacatures {sector} in {region} ongeveer gelijk: "
            f"{nl.number(start)} en {nl.number(end)} ({row['start_label']}, {row['end_label']}); "
            "het verschil ligt binnen de afronding."
        )
    else:
        rose = end > start
        text = (
            f"{subject} {'liep' if rose else 'daalde'} het aantal vacatures {sector} in {region} "
            f"{'op ' if rose else ''}van {nl.number(start)} naar {nl.number(end)} "
            f"({row['start_label']} tot {row['end_label']}); de opgave veranderde onderweg."
        )
    if row["programme_region_kind"] == "arbeidsmarktregio":
        text += f" CBS publiceert geen vacatures voor {row['programme_region_name']}."
    return text


@of_real_figures
def realisation(row: pd.Series) -> str:
    """Return finding 4 or why there is none: how much of a target was reached.

    Args:
        row: A row of ``programmas/targets``.
    """
    unit = what(row)
    target = nl.figure(row, "target", "target_precision")
    if not nl.is_missing(row["target_realisation_pct"]):
        result = nl.figure(row, "result", "result_precision")
        share = nl.figure(row, "target_realisation_pct", "realisation_precision")
        return (
            f"**{row['programme_name']}** bereikte {result} van de beoogde {target} {unit} "
            f"({share}; {moment(row)}).{claim(row)}"
        )
    reasons = {
        "capacity": f"waren {target} {unit} beschikbaar; dat is geen doel",
        "phase": f"was het doel {target} {unit} ({row['phase']}); een resultaat per fase is "
        "niet gepubliceerd",
        "no_result": f"was het doel {target} {unit}; een resultaat is niet gepubliceerd",
    }
    ending = reasons.get(str(row["reason"]), "is geen percentage te berekenen")
    return f"Voor **{row['programme_name']}** {ending}."


@of_real_figures
def target(row: pd.Series) -> str:
    """Return target, result and share of one target as a short line for a card.

    Args:
        row: A row of ``programmas/targets``.
    """
    word = "Beschikbaar" if row["reason"] == "capacity" else "Doel"
    text = f"{word}: {nl.figure(row, 'target', 'target_precision')} {what(row)}"
    if row["reason"] == "phase":
        text += f" ({row['phase']})"
    if nl.is_missing(row["result"]):
        return f"{text}{said_by(row['source_names'])}"
    result = nl.figure(row, "result", "result_precision")
    share = realisation_share(row) + said_by(row["source_names"])
    return f"{text}; bereikt: **{result}** ({moment(row)}), doelrealisatie {share}.{claim(row)}"


@of_real_figures
def counted(rows: pd.DataFrame) -> str:
    """Return finding 4 from a delivery: what of a target was counted, and of its groups.

    Args:
        rows: The rows of ``programmas/realised`` of one indicator, the whole first.
    """
    row = rows.iloc[0]
    about = f"{what(row)} van **{row['programme_name']}**"
    if nl.is_missing(row["number"]):
        why = "te weinig personen om te tonen" if row["reason"] == "withheld" else "niet geteld"
        return f"Over {about} is geen uitspraak mogelijk: {why}."
    target_ = nl.figure(row, "target", "target_precision")
    text = f"**{row['programme_name']}** telde {nl.number(row['number'])} {what(row)}"
    if nl.is_missing(row["target_realisation_pct"]):
        return f"{text} ({moment(row)})."
    share = nl.figure(row, "target_realisation_pct", "realisation_precision")
    text += f", van de beoogde {target_} ({share}; {moment(row)})"
    groups = [
        f"bij {part['target_group_label']} {nl.number(part['number'])} van de "
        f"{nl.figure(part, 'target', 'target_precision')}"
        for _, part in rows.iloc[1:].iterrows()
        if not nl.is_missing(part["target_realisation_pct"])
        and part["target_group_label"] != row["target_group_label"]
    ]
    return text + (f"; {listed(groups)}" if groups else "") + "."


@of_real_figures
def on_pace(row: pd.Series) -> str:
    """Return how far a running programme is, and where its course so far would end.

    Args:
        row: A row of ``programmas/pace``.
    """
    if nl.is_missing(row["number"]):
        return (
            f"Over het tempo van {what(row)} van **{row['programme_name']}** is geen uitspraak "
            "mogelijk: te weinig personen om te tonen."
        )
    target_ = nl.figure(row, "target", "target_precision")
    return (
        f"**{row['programme_name']}** telde op {nl.date(row['as_of_on'])} "
        f"{nl.number(row['number'])} {what(row)}: {nl.percentage(row['pace_pct'])} ten opzichte "
        f"van een gelijkmatig verloop ({nl.number(row['even_course'])}). Gaat het per dag door "
        f"zoals tot nu toe, dan eindigt het rond {nl.number(row['forecast'])} van de beoogde "
        f"{target_}."
    )


@of_real_figures
def quadrants(rows: pd.DataFrame) -> str:
    """Return where it was tight while little was done, and where the other way round.

    Args:
        rows: Rows of ``krapte_en_inzet/quadrants`` with a number and a tension.
    """
    told = []
    for name, words in (
        ("tight_little", "krap en weinig"),
        ("loose_much", "ruim en veel"),
        ("tight_much", "krap en veel"),
        ("loose_little", "ruim en weinig"),
        ("within_rounding", "niet vast te stellen, binnen afronding"),
    ):
        places = [_place_of(row) for _, row in rows[rows["quadrant"].eq(name)].iterrows()]
        if places:
            named = listed(places) if len(places) <= MOST_NAMED else f"{len(places)} groepen"
            told.append(f"**{words}**: {named}")
    return f"Tijdens {rows['programme_name'].iloc[0]}: {'; '.join(told)}."


def _place_of(row: pd.Series) -> str:
    """Return the techniekdomein and region of a cell, as far as it has them."""
    names = [row["field_label"], row["region_label"]]
    return " in ".join(str(name) for name in names if name != "alle") or "alles samen"


@of_real_figures
def landed(row: pd.Series) -> str:
    """Return finding 7 or 10: which part of the euros, or of the numbers, went to what was tight.

    Args:
        row: A row of ``krapte_en_inzet/landed``.
    """
    is_money = not nl.is_missing(row["tight_eur_pct"])
    if not is_money and nl.is_missing(row["tight_pct"]):
        return (
            f"Over welk deel van de {row['subject_label']} van **{row['programme_name']}** in "
            "krappe beroepen terechtkwam, is geen uitspraak mogelijk: te weinig om te tonen."
        )
    kind = "tight_eur" if is_money else "tight"
    part = nl.percentage(row[f"{kind}_pct"])
    low, high = (nl.percentage(row[f"{kind}_{end}_pct"]) for end in ("low", "high"))
    unknown = row["unknown_eur_pct" if is_money else "unknown_pct"]
    rest = "een niet getoond deel" if nl.is_missing(unknown) else nl.percentage(unknown)
    number = nl.number(row["number"])
    if is_money:
        return (
            f"Van de toegekende voucher-euro's van **{row['programme_name']}** ging ongeveer "
            f"**{part}** (tussen {low} en {high}) naar beroepen die bij toekenning krap of zeer "
            f"krap waren (n = {number}; voor {rest} is de spanning onbekend)."
        )
    return (
        f"Van {number} {row['subject_label']} van **{row['programme_name']}** kwam ongeveer "
        f"**{part}** (tussen {low} en {high}) terecht in beroepen die krap of zeer krap waren "
        f"(voor {rest} is de spanning onbekend)."
    )


@of_real_figures
def white_spot(row: pd.Series) -> str:
    """Return finding 8: something is tight now, and little or nothing of the programme is shown.

    A number that is not shown can be anything under ten, or hidden for another one; so it is never
    said to be none.

    Args:
        row: A row of ``krapte_en_inzet/quadrants`` with a ``spot``.
    """
    where = f"**{row['field_label']}** in **{row['region_label']}**"
    now = f"(nu {row['now_class_label']}, {row['now_quarter_label']})"
    if nl.is_missing(row["now_class_label"]):
        now = f"({row['now_quarter_label']})"
    if row["spot"] == "tight_not_shown":
        return (
            f"{where} {now}: {row['programme_name']} toont geen aantal; het waren er minder dan "
            "tien, of het aantal is beschermd. Het kan ook buiten dit programma zijn opgepakt."
        )
    amount = f"{nl.number(row['number'])}, ≈ {nl.number(row['per_100_vacancies'], decimals=1)}"
    if row["spot"] == "tight_little":
        return (
            f"{where} {now}: weinig ({amount} per 100 openstaande vacatures). Het kan ook buiten "
            "dit programma zijn opgepakt."
        )
    return (
        f"{where} {now}: veel ({amount} per 100 openstaande vacatures), terwijl het er nu niet "
        "krap is. Het kan er tijdens het programma anders zijn geweest."
    )


def supposed(vouchers: int, source: str, target: str, more: tuple[float, float, float]) -> str:
    """Return what a what-if comes to, with its interval.

    Args:
        vouchers: How many are moved.
        source: The techniekdomein that they are taken from.
        target: The one that they go to.
        more: How many more new jobs: the middle, the least and the most.
    """
    middle, low, high = (nl.number(part, signed=True, decimals=1) for part in more)
    start = (
        f"{nl.number(vouchers)} vouchers van {source} naar {target}: rekenkundig ongeveer "
        f"**{middle} nieuwe banen**, met een marge van {low} tot {high}."
    )
    if more[1] <= 0 <= more[2]:
        return f"{start} De marge omvat nul: een verschil is niet aan te wijzen."
    return start


@of_real_figures
def tension_changed(row: pd.Series) -> str:
    """Return how the tension of a techniekdomein changed while a programme ran, or finding 10.

    Args:
        row: A row of ``krapte_en_inzet/changes``.
    """
    subject, verb = (
        ("De technische beroepen samen", "gingen")
        if row["technical_field"] == "all_technical"
        else (str(row["field_label"]), "ging")
    )
    if row["direction"] in ("missing", "unsure"):
        why = (
            "van het eerste of laatste kwartaal is geen cijfer bekend"
            if row["direction"] == "missing"
            else "het verschil ligt binnen wat getallen onder tien openlaten"
        )
        return f"Over {_lower(subject)} is geen uitspraak mogelijk: {why}."
    start, end = (
        row[f"{when}_class_label"]
        if not nl.is_missing(row[f"{when}_class_label"])
        else "een klasse die niet vaststaat"
        for when in ("start", "end")
    )
    way = {"up": "krapper", "down": "ruimer", "same": "gelijk"}[row["direction"]]
    return (
        f"**{subject}** {verb} van {start} ({row['start_label']}) naar {end} ({row['end_label']}): "
        f"{'het bleef' if way == 'gelijk' else 'het werd'} {way}."
    )


@of_real_figures
def still_at_work(rows: pd.DataFrame) -> str:
    """Return finding 9: who of all that left still works, and of how many that is not known.

    Args:
        rows: The rows of ``programmas/at_work`` of one programme and one number of months.
    """
    by_answer = {row["known"]: row for _, row in rows.iterrows()}
    row = by_answer["yes"]
    when = f"na {nl.number(row['months'])} maanden"
    if nl.is_missing(row["of_whole_pct"]):
        return (
            f"Over werk {when} van **{row['programme_name']}** is geen uitspraak mogelijk: te "
            "weinig personen om te tonen."
        )
    unknown, early = (
        "een niet getoond aantal" if nl.is_missing(part["number"]) else nl.number(part["number"])
        for part in (by_answer["unknown"], by_answer["too_early"])
    )
    return (
        f"Van {nl.number(row['whole_number'])} uitgestroomde deelnames werkten er {when} "
        f"**{nl.number(row['number'])}** ({nl.percentage(row['of_whole_pct'])}); van {unknown} is "
        f"het niet bekend, voor {early} is het te vroeg. Bruto; netto-effect niet vastgesteld."
    )


def claim(row: pd.Series) -> str:
    """Return what a source says about this target without a number, or nothing.

    Args:
        row: A row of ``programmas/targets``.
    """
    if nl.is_missing(row["claim"]):
        return ""
    day = nl.published_date(row["claim_as_of_text"], row["claim_as_of_precision"])
    return f" {row['claim_publisher']} meldt ({day}): {row['claim']}."


@of_real_figures
def realisation_share(row: pd.Series) -> str:
    """Return the share of a target that was reached, or why there is none."""
    if not nl.is_missing(row["target_realisation_pct"]):
        return nl.figure(row, "target_realisation_pct", "realisation_precision")
    return {
        "capacity": "geen doel, maar een beschikbaar aantal",
        "phase": "geen resultaat per fase gepubliceerd",
        "no_result": "geen resultaat gepubliceerd",
    }.get(str(row["reason"]), "niet te berekenen")


@of_real_figures
def result(row: pd.Series) -> str:
    """Return one published result: ``ten minste 1.400 aanvragen (juni 2017)``.

    Args:
        row: A row of ``programmas/results``.
    """
    day = nl.published_date(row["as_of_text"], row["as_of_precision"])
    if row["precision"] == "claimed":
        return f"{row['indicator_label']}: {row['note']} ({day})"
    return f"{nl.figure(row, 'value')} {row['indicator_label']} ({day}){said_by(row['publisher'])}"


@of_real_figures
def budget(row: pd.Series) -> str:
    """Return one published amount with who pays and in which stage.

    Args:
        row: A row of ``programmas/budgets``.
    """
    payer = f" van {row['funder']}" if row["funder"] else ""
    per = "" if row["per_label"] == "hele programma" else f", {row['per_label']}"
    amount = nl.figure(row, "amount_eur")
    kind = row["budget_kind_label"]
    return f"{amount} {kind}{payer} ({row['stage_label']}{per}){said_by(row['publisher'])}"


def said_by(publishers: str) -> str:
    """Return who says so, for behind a figure."""
    return f" – *{publishers}*"


def what(row: pd.Series) -> str:
    """Return what is counted: ``plaatsingen`` or ``vouchers voor werkenden``."""
    group = row["target_group_label"]
    return str(row["indicator_label"]) + ("" if group == "alle" else f" voor {group}")


def moment(row: pd.Series) -> str:
    """Return of when a result is and whether it is final."""
    day = nl.published_date(row["as_of_text"], row["as_of_precision"])
    return {
        "final": f"eindstand, {day}",
        "interim": f"tussenstand, {day}",
        "perhaps_final": f"stand van {day}; niet vermeld of dit de eindstand is",
        "as_of": f"stand van {day}; einde van het programma onbekend",
        "undated": "tussenstand zonder datum",
    }.get(str(row["result_kind"]), nl.MISSING)


@of_real_figures
def conflict(rows: pd.DataFrame) -> str:
    """Return finding 6: that sources differ, with what each says.

    Args:
        rows: The rows of ``programmas/conflicts`` about one subject.
    """
    said = []
    for _, row in rows.iterrows():
        amount = nl.euro(row["value"]) if row["unit"] == "eur" else nl.number(row["value"])
        said.append(f"{row['publisher']} noemt {nl.PRECISION.get(row['precision'], '')}{amount}")
    subject = rows.iloc[0]["subject"]
    return f"Bronnen verschillen over {subject}: {', '.join(said)}. Wij tonen ze naast elkaar."


@of_real_figures
def parts_differ(row: pd.Series) -> str:
    """Return that published parts do not add up to their published total."""
    moment_ = nl.published_date(row["as_of_text"], row["as_of_precision"])
    return (
        f"{row['publisher']} noemt {nl.number(row['total'])} {row['unit_label']} ({moment_}), maar "
        f"de delen tellen op tot {nl.number(row['sum_of_parts'])}. Wij tonen beide, zoals "
        "gepubliceerd."
    )


@of_real_figures
def sector_split(row: pd.Series) -> str:
    """Return finding 5: how many placements were technical, and of how many no sector is named."""
    return (
        f"Van de {nl.number(row['placements'])} plaatsingen kwamen er "
        f"{nl.number(row['technical'])} ({nl.percentage(row['technical_pct'])}) in technische "
        f"functies terecht; van {nl.number(row['sector_not_named'])} noemt de bron "
        f"({row['publisher']}) geen sector."
    )


@of_real_figures
def unknown(row: pd.Series) -> str:
    """Return one thing that is not known.

    Args:
        row: A row of ``overzicht/unknown``.
    """
    subject, detail = row["subject"], row["detail"]
    extent = "geheel" if str(row["period_label"]).startswith("alle") else "deels"
    return {
        "behind": f"**{subject}** ({detail}): het laatste cijfer is van {row['period_label']}; "
        "nieuwere kwartalen zijn niet beschikbaar.",
        "series_gap": f"**{subject}**: tussen {detail} ontbreken {row['period_label']} kwartalen "
        "in de vacaturecijfers.",
        "gap_while_running": f"**{subject}** valt {extent} in een gat in de cijfers: over "
        f"{row['period_label']} kwartalen waarin het liep, is voor {detail} geen vacaturecijfer "
        "beschikbaar.",
        "no_figures": f"**{subject}** publiceerde geen doelen of resultaten in aantallen.",
        "no_target": f"**{subject}**: geen doel in aantallen gepubliceerd.",
        "no_result": f"**{subject}**: doel voor {detail}, maar geen resultaat gepubliceerd.",
        "no_final_result": f"**{subject}**: afgelopen, maar geen eindstand gepubliceerd.",
        "no_budget": f"**{subject}**: geen budget gepubliceerd.",
        "state_unknown": f"**{subject}**: of dit programma nog loopt, staat niet in de bronnen.",
        "not_published_by_cbs": f"**{subject}** ({detail}): CBS publiceert geen vacatures per "
        "arbeidsmarktregio; wij tonen de provincie.",
    }[row["kind"]]


@of_real_figures
def running(programmes: pd.DataFrame) -> str:
    """Return which programmes run now, as far as the sources say.

    Args:
        programmes: Rows of ``overzicht/programmes``.
    """
    now = programmes.loc[programmes["state"] == "running", "programme_name"].tolist()
    unsure = programmes.loc[programmes["state"] == "unknown", "programme_name"].tolist()
    text = (
        f"Nu {'loopt' if len(now) == 1 else 'lopen'}: {_and(now)}."
        if now
        else "Van geen enkel programma zeggen de bronnen dat het nu loopt."
    )
    if unsure:
        text += f" Van {_and(unsure)} is geen einddatum gevonden."
    return text


def bullets(lines: Iterable[str]) -> str:
    """Return sentences as one list, each said once."""
    return "\n".join(f"- {line}" for line in dict.fromkeys(lines))


def paragraphs(lines: Iterable[str]) -> str:
    """Return sentences below each other, each said once; an empty one is left out."""
    return "\n\n".join(line for line in dict.fromkeys(lines) if line)


def listed(names: Sequence[str]) -> str:
    """Return names as one enumeration: ``Drenthe, Groningen en Utrecht``."""
    return _and(list(names))


def _and(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"


@of_real_figures
def newest(row: pd.Series) -> str:
    """Return the newest figure of a measure and how it compares with a year earlier, or finding 10.

    Args:
        row: A row of ``regios/latest``.
    """
    label, publisher = row["measure_label"], row["publisher"]
    verb = "waren de" if row["measure"] == "ww_benefits" else "was de"
    start = (
        f"In {row['region_name']} {verb} {_lower(label)} "
        f"{in_period(row['period_label'])} **{measures.figure(row)}{_unit(row)}**"
    )
    before = measures.figure(row, "figure_year_before")
    if nl.is_missing(row["change_year_before"]):
        return f"{start}; van een jaar eerder is geen cijfer bekend ({publisher})."
    if not row["is_changed_year_before"]:
        return (
            f"{start}; of dat anders is dan een jaar eerder ({before}) is niet te zeggen: het "
            f"verschil ligt binnen de afronding ({publisher})."
        )
    words = ("meer", "minder") if row["measure"] in measures.COUNTS else ("hoger", "lager")
    direction = words[0] if row["change_year_before"] > 0 else words[1]
    change = nl.number(abs(row["change_year_before"]), decimals=int(row["decimals"]))
    change += " procentpunt" if measures.is_percentage(row) else ""
    return f"{start}, {change} {direction} dan een jaar eerder ({before}; {publisher})."


def in_period(label: str) -> str:
    """Return a period in a sentence: ``in het 2e kwartaal 2026``, ``in 2022``."""
    return f"in {'het ' if 'kwartaal' in label else ''}{label}"


def by_province(name: str, provinces: Sequence[str]) -> str:
    """Return which provinces stand in for a region that a source has no figures of.

    Args:
        name: Of the region, as it can be chosen.
        provinces: Names of the provinces that it lies in, largest part first.
    """
    return (
        f"{name} ligt in {_and(list(provinces))}. Deze cijfers verschijnen per provincie: u ziet "
        f"{_and(list(provinces))} als geheel."
    )


def _unit(row: pd.Series) -> str:
    """Return the unit behind a figure; the sign of a percentage stands in the figure itself."""
    return f" {str(row['unit_label']).removeprefix('% ')}"


@of_real_figures
def measured_behind(row: pd.Series) -> str:
    """Return that the newest figure of a region is older than the period shown, or nothing.

    Args:
        row: A row of ``regios/latest``.
    """
    if not row["is_behind"]:
        return ""
    return (
        f"Het laatste cijfer voor {row['region_name']} is van "
        f"{in_period(row['period_label']).removeprefix('in ')}; een nieuwer is niet beschikbaar."
    )


def crosses(parts: pd.DataFrame) -> str:
    """Return in which provinces a region lies when that is more than one, or nothing.

    Args:
        parts: The rows of ``regios/parts`` about one region.
    """
    if len(parts) < 2:
        return ""
    places = [
        f"{row['province_name']} ({count(row['municipalities'], MUNICIPALITY)})"
        for _, row in parts.iterrows()
    ]
    return (
        f"{parts.iloc[0]['region_name']} ligt in meer dan één provincie: {_and(places)}. Een "
        "cijfer van deze regio gaat over alle delen samen en hoort bij geen provincie alleen."
    )


@of_real_figures
def sector_change(row: pd.Series) -> str:
    """Return how the vacancies in one sector compare with a year earlier.

    Args:
        row: A row of ``regios/sector_changes``.
    """
    direction = "meer" if row["change"] > 0 else "minder"
    now = nl.cell("open_vacancies", row["open_vacancies"], row["sign"])
    return f"**{row['sector_label']}**: {now}, {nl.number(abs(row['change']))} {direction}"


@of_real_figures
def trend(frame: pd.DataFrame, value: str) -> str:
    """Return the alt text of a series: per line its first, last, lowest and highest figure.

    Args:
        frame: Rows of one chart with ``region_name``, ``period_label`` and ``sign``;
            ``sector_label``, ``adjusted_label`` or ``occupation_label`` may tell lines apart too.
        value: Column with the figures.
    """

    def said(row: pd.Series) -> str:
        if f"{value}_text" in row:
            return str(row[f"{value}_text"])
        return nl.cell(value, row[value], row["sign"])

    keys = [
        key
        for key in ("region_name", "sector_label", "adjusted_label", "occupation_label")
        if key in frame
    ]
    lines = []
    for line, rows in frame.groupby(keys, sort=False):
        name = ", ".join(line)
        known = rows[rows[value].notna()]
        if known.empty:
            lines.append(f"{name}: geen cijfers beschikbaar")
            continue
        first, last = known.iloc[0], known.iloc[-1]
        low, high = known.loc[known[value].idxmin()], known.loc[known[value].idxmax()]
        gaps = int(rows[value].isna().sum())
        lines.append(
            f"{name}: {said(first)} in {first['period_label']}, "
            f"{said(last)} in {last['period_label']}, "
            f"laagste {said(low)}, "
            f"hoogste {said(high)}" + (f", {gaps} perioden zonder cijfer" if gaps else "")
        )
    return "; ".join(lines)


@of_real_figures
def tension(row: pd.Series, occupation: str) -> str:
    """Return finding 2 or 10: how tight an occupation is in a region, and for how long already.

    Args:
        row: A row of ``regios/latest`` about the measure ``tension``.
        occupation: Its label as it can be chosen: a group, a techniekdomein or all technical ones.
    """
    subject, verb = _occupations(occupation)
    where = row["region_name"]
    by = f"(UWV, {row['period_label']})"
    late = (
        " Voor het gekozen kwartaal is er geen cijfer; dit is het laatste ervoor."
        if row["is_behind"]
        else ""
    )
    if nl.is_missing(row["tension_class"]):
        why = tension_text.why_no_class(row)
        return f"Over {_lower(subject)} in {where} is geen uitspraak mogelijk: {why} {by}.{late}"
    start = f"{subject} {verb} in {where} **{row['class_label']}**: "
    periods = row["periods_in_class"]
    long = "" if nl.is_missing(periods) or periods < 2 else f"; al {periods} kwartalen achtereen"
    return f"{start}{tension_text.spoken(row)} {by}{long}.{late}"


def no_tension(occupation: str, region_name: str, quarter_label: str) -> str:
    """Return finding 10 where no quarter has a figure at all.

    Args:
        occupation: As it can be chosen.
        region_name: Name of the region.
        quarter_label: The quarter up to which there is none.
    """
    return (
        f"Over {_lower(_occupations(occupation)[0])} in {region_name} is geen uitspraak mogelijk: "
        f"tot en met {quarter_label} is er geen cijfer waaruit een spanning volgt."
    )


@of_real_figures
def nearness(steps: pd.DataFrame, move: str) -> str:
    """Return how near two occupations are, by which parts, and that this is an indication.

    Args:
        steps: The rows of ``overstappen/steps``.
        move: From which occupation to which, in Dutch.
    """
    first = steps.iloc[0]
    return (
        f"{move}: nabijheid **{nl.number(first['nearness'])} van 100** (indicatie), "
        f"{_level_step(first['level_step_label'])}. De vraag naar vaardigheden wordt niet gemeten."
    )


def _level_step(label: str) -> str:
    return "niveaustap niet te bepalen" if label == "niet te bepalen" else label


@of_real_figures
def rules_running(rows: pd.DataFrame) -> str:
    """Return of which programmes with a voucher or training the sources say that they run now.

    Args:
        rows: Rows of ``overstappen/instruments``.
    """
    now = rows.loc[rows["state"] == "running", "programme_name"].unique().tolist()
    unsure = rows.loc[rows["state"] == "unknown", "programme_name"].unique().tolist()
    text = (
        f"Nu {'loopt' if len(now) == 1 else 'lopen'} volgens de bronnen: {_and(now)}."
        if now
        else "Van geen van deze programma's zeggen de bronnen dat het nu loopt."
    )
    return text + (f" Van {_and(unsure)} is dat onbekend." if unsure else "")


@of_real_figures
def moved(rows: pd.DataFrame) -> str:
    """Return what is said of a programme in which people moved to another occupation.

    Args:
        rows: The rows of ``overstappen/case`` about one programme.
    """
    first = rows.iloc[0]
    return (
        f"Over **{first['programme_name']}** ({first['region_names']}) melden openbare bronnen: "
        f"{first['note']}."
    )


def _occupations(label: str) -> tuple[str, str]:
    """Return a choice of occupations as the subject of a sentence, with its verb."""
    if label == "Alle technische beroepen":
        return "De technische beroepen samen", "zijn"
    kind, _, field = label.partition("Techniekdomein: ")
    return (f"Het techniekdomein {field}", "is") if field else (f"De beroepsgroep {kind}", "is")


def _lower(subject: str) -> str:
    """Return words as they stand within a sentence; an abbreviation keeps its capitals."""
    return subject if subject[:2].isupper() else subject[0].lower() + subject[1:]


def note(row: pd.Series) -> str:
    """Return a note about a series: when, where, and what happened.

    Args:
        row: A row of ``notes/shown``.
    """
    if row["status"] == "sample":
        return NOTHING_TO_SAY
    ending = "" if str(row["note_text"]).endswith(".") else "."
    return f"{_when(row)}, {row['region_names']}: {row['note_text']}{ending}"


def _when(row: pd.Series) -> str:
    start = _as_published(row["starts_on_text"])
    if nl.is_missing(row["ends_on_text"]):
        return start
    return f"{start} – {_as_published(row['ends_on_text'])}"


def _as_published(text: object) -> str:
    return nl.published_date(text, {4: "year", 7: "month"}.get(len(str(text)), "day"))


@of_real_figures
def noted(notes: pd.DataFrame) -> str:
    """Return the notes of a chart in one line, for its alt text.

    Args:
        notes: Rows of ``notes/shown``.
    """
    if notes.empty:
        return ""
    said = (f"{row['note_number']}: {note(row)}" for _, row in notes.iterrows())
    return "Notities. " + " ".join(said)


NEW_PERIOD = ("nieuwe periode", "nieuwe perioden")
FIGURE = ("cijfer", "cijfers")
PROGRAMME = ("programma", "programma's")


@of_real_figures
def since(row: pd.Series) -> str:
    """Return what changed between two days, in a few sentences.

    Args:
        row: The row of ``sinds/summary``.
    """
    said = [_new_periods(row), _revised(row), _about_programmes(row), _crossed(row)]
    said = [text for text in said if text]
    start = f"Sinds {nl.date(row['since_on'])}, tot en met {nl.date(row['until_on'])}"
    if not said:
        return f"{start}, kwam er niets bij en werd niets herzien, voor zover bekend is."
    return f"{start}:\n\n" + "\n".join(f"- {text}" for text in said)


def _new_periods(row: pd.Series) -> str:
    if not row["periods"]:
        return ""
    verb = "kwam" if row["periods"] == 1 else "kwamen"
    return (
        f"{verb} er **{count(row['periods'], NEW_PERIOD)}** bij, per reeks geteld; de nieuwste is "
        f"{row['newest_period_label']}."
    )


def _revised(row: pd.Series) -> str:
    if not row["figures_revised"]:
        return ""
    verb = "werd" if row["figures_revised"] == 1 else "werden"
    return f"{verb} **{count(row['figures_revised'], FIGURE)}** herzien."


def _about_programmes(row: pd.Series) -> str:
    parts = []
    if row["programmes_delivered"]:
        verb = "leverde" if row["programmes_delivered"] == 1 else "leverden"
        parts.append(f"{verb} **{count(row['programmes_delivered'], PROGRAMME)}** aan.")
    if row["programmes_changed"]:
        first = (
            " Daaronder is de eerste levering van die bron: de feiten zelf zijn ouder."
            if row["has_first_release"]
            else ""
        )
        parts.append(
            f"kwamen of veranderden er feiten over "
            f"**{count(row['programmes_changed'], PROGRAMME)}**.{first}"
        )
    return "\n- ".join(parts)


def _crossed(row: pd.Series) -> str:
    crossed = row["tighter"] + row["looser"]
    if not row["compared"] or not (crossed or row["uncertain"]):
        return ""
    unsure = (
        f" Bij {nl.number(row['uncertain'])} van {nl.number(row['compared'])} is dat niet zeker."
        if row["uncertain"]
        else ""
    )
    said = (
        f"werd het {nl.number(row['tighter'])} keer een klasse **krapper** en "
        f"{nl.number(row['looser'])} keer **ruimer** (gebied en beroep of techniekdomein; van "
        f"{row['quarter_then_label']} naar {row['quarter_now_label']})."
        if crossed
        else "ging de spanning nergens zeker over een grens."
    )
    return said + unsure


@of_real_figures
def undated(moments: pd.DataFrame) -> str:
    """Return of how many sources no day is known on which they were retrieved.

    Args:
        moments: Rows of ``sinds/moments``.
    """
    without = moments[moments["has_undated"]]
    if without.empty:
        return "Van elke levering is bekend wanneer zij is opgehaald."
    verb = "is" if len(without) == 1 else "zijn"
    return (
        f"Van {nl.number(len(without))} van {nl.number(len(moments))} bronnen {verb} leveringen "
        "geladen waarvan niet vermeld is wanneer ze zijn opgehaald. Wat daarvan wanneer bekend "
        "was, vóór de eerste levering met een datum, is niet te zeggen; ze tellen als altijd al "
        "bekend en komen hierboven niet voor."
    )


@of_real_figures
def revised(rows: pd.DataFrame, made_on: datetime.date) -> str:
    """Return how many figures were revised since a link was made, and what the newest became.

    Args:
        rows: Rows of ``links/revised`` with their texts; see ``since.changed_texts``.
        made_on: The day on which the link was made.
    """
    figures = int(rows["figures_in_all"].iloc[0])
    named = [_revision(row) for _, row in rows.head(MOST_REVISIONS).iterrows()]
    more = figures - len(named)
    verb = "is" if figures == 1 else "zijn"
    return (
        f"Sinds deze link is gemaakt ({nl.date(made_on)}) {verb} "
        f"**{count(figures, ('cijfer', 'cijfers'))}** herzien: {'; '.join(named)}"
        f"{f'; en nog {nl.number(more)}' if more else ''}."
    )


def _revision(row: pd.Series) -> str:
    parts = [
        str(row[column])
        for column in ("table_label", "subject_label", "region_name", "period_label")
        if not nl.is_missing(row[column])
    ]
    old, new = row["old_figure_text"], row["new_figure_text"]
    return f"{parts[0].lower()} {', '.join(parts[1:])}: {old} → {new}"


SUBJECTS = {
    "unemployment_pct": "de werkloosheid",
    "open_vacancies": "de openstaande vacatures",
    "tension": "de spanning (UWV)",
    "vacancies_per_100_unemployed": "de spanning (CBS)",
    "ww_benefits": "de WW-uitkeringen",
    "students": "de studenten in mbo-techniek",
    "graduates": "de gediplomeerden in mbo-techniek",
}


@of_real_figures
def known(rows: pd.DataFrame, name: str) -> str:
    """Return of which subjects a figure is known for an area, and of which none is.

    Args:
        rows: Rows of ``downloads/known``.
        name: Of the area.
    """
    is_known = rows["is_known"].astype(bool)
    found = [SUBJECTS[measure] for measure in rows.loc[is_known, "measure"]]
    absent = len(rows) - len(found)
    total = count(len(rows), ("onderwerp", "onderwerpen"))
    if not found:
        return f"Over {name} is van geen van de {total} een cijfer geladen."
    text = f"Over {name} kennen we {nl.number(len(found))} van de {total}: {_and(found)}"
    return f"{text}." if absent else f"Over {name} kennen we alle {total}."


@of_real_figures
def beside_country(row: pd.Series, method: str) -> str:
    """Return the unemployment of a region beside that of Nederland in the same period.

    Args:
        row: A row of ``regios/ranking`` about the measure ``unemployment_pct``.
        method: By which it was measured: ``nieuwe methode``.
    """
    where = f"In {row['region_name']} was {in_period(row['period_label'])} "
    by = f"CBS, {method}"
    here = f"{where}**{measures.figure(row)}** van de beroepsbevolking werkloos"
    country = measures.figure(row, "figure_country")
    if nl.is_missing(row["change_country"]):
        return f"{here}; van Nederland is geen cijfer bekend ({by})."
    if not row["is_changed_country"]:
        return f"{here}, in Nederland {country}; het verschil ligt binnen de afronding ({by})."
    direction = "meer" if row["change_country"] > 0 else "minder"
    points = nl.number(abs(row["change_country"]), decimals=int(row["decimals"]))
    return f"{here}, {points} procentpunt {direction} dan in Nederland ({country}; {by})."


@of_real_figures
def during_in_brief(row: pd.Series) -> str:
    """Return finding 3 as a title: how vacancies changed while a programme ran, without its dates.

    Args:
        row: A row of ``overzicht/vacancies_during`` with a figure at begin and end.
    """
    start, end = row["open_vacancies_at_start"], row["open_vacancies_at_end"]
    what_ = f"het aantal vacatures {in_sector(row['sector_label'])} in {row['region_name']}"
    if row["within_rounding"]:
        return f"Tijdens {row['programme_name']} bleef {what_} binnen de afronding gelijk."
    way, up = ("liep", "op ") if end > start else ("daalde", "")
    return (
        f"Tijdens {row['programme_name']} {way} {what_} {up}van {nl.number(start)} naar "
        f"{nl.number(end)}."
    )


@of_real_figures
def largest_supply(rows: pd.DataFrame) -> str:
    """Return at which level and by which learning path most people in mbo learn here.

    Args:
        rows: Rows of ``mbo/supply`` about one region, at least one with a figure.
    """
    row = rows.loc[rows["persons"].idxmax()]
    start = (
        f"In {row['region_name']} is {str(row['level_label'])[0].lower()}"
        f"{str(row['level_label'])[1:]} {row['learning_path_label']} het grootst: "
        f"**{nl.number(row['persons'])} {row['unit_label']}** ({row['period_label']})"
    )
    if nl.is_missing(row["persons_year_before"]):
        return f"{start}; van een jaar eerder is geen cijfer bekend."
    return f"{start}, een jaar eerder {nl.number(row['persons_year_before'])}."


def open_questions(number: int, name: str) -> str:
    """Return how many open questions there are about an area.

    Args:
        number: How many.
        name: Of the area.
    """
    verb = "ligt" if number == 1 else "liggen"
    return f"Over {name} {verb} {count(number, ('open vraag', 'open vragen'))} op tafel."


def plain(text: str) -> str:
    """Return a sentence without the marks that make part of it bold or slanted on screen."""
    return text.replace("**", "").replace("*", "")
