"""Sentences about programmes: what they aimed at, reached, cost, and where sources differ."""

from __future__ import annotations

import pandas as pd

import words as nl
from sentences.nl.phrases import agreeing, impossible, in_sector, listed, of_real_figures, season

TOO_FEW = "te weinig personen om te tonen"


@of_real_figures
def during(row: pd.Series) -> str:
    """Return finding 3 or 10 of ``overzicht/vacancies_during``: vacancies while a programme ran."""
    about = f"vacatures {in_sector(row['sector_label'])} in {row['region_name']}"
    start, end = row["open_vacancies_at_start"], row["open_vacancies_at_end"]
    subject = f"Tijdens **{row['programme_name']}** ({nl.period(row)})"
    if nl.is_missing(start) or nl.is_missing(end):
        nothing = f"{subject} is over {about} geen uitspraak mogelijk: "
        if nl.is_missing(row["start_label"]) or nl.is_missing(row["end_label"]):
            return f"{nothing}van begin of einde is alleen het jaar bekend."
        known = ((row["start_label"], start), (row["end_label"], end))
        absent = " en ".join(label for label, value in known if nl.is_missing(value))
        return f"{nothing}over {absent} is geen cijfer beschikbaar."
    if row["within_rounding"]:
        text = (
            f"{subject} bleef het aantal {about} ongeveer gelijk: "
            f"{nl.number(start)} en {nl.number(end)} ({row['start_label']}, {row['end_label']}); "
            "het verschil ligt binnen de afronding."
        )
    else:
        text = (
            f"{subject} {_from_to(row, about)} ({row['start_label']} tot {row['end_label']}); de "
            "opgave veranderde onderweg."
        )
    text += season(row)
    if row["programme_region_kind"] == "arbeidsmarktregio":
        text += f" CBS publiceert geen vacatures voor {row['programme_region_name']}."
    return text


def _from_to(row: pd.Series, about: str) -> str:
    start, end = row["open_vacancies_at_start"], row["open_vacancies_at_end"]
    way, up = ("liep", "op ") if end > start else ("daalde", "")
    return f"{way} het aantal {about} {up}van {nl.number(start)} naar {nl.number(end)}"


@of_real_figures
def realisation(row: pd.Series) -> str:
    """Return finding 4 of ``programmas/targets``: how much was reached, or why none."""
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
def counted(rows: pd.DataFrame) -> str:
    """Return finding 4 of one indicator in ``programmas/realised``, the whole first."""
    row = rows.iloc[0]
    about = f"{what(row)} van **{row['programme_name']}**"
    if nl.is_missing(row["number"]):
        return impossible(about, TOO_FEW if row["reason"] == "withheld" else "niet geteld")
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
    """Return of ``programmas/pace`` how far a programme is, and where its course would end."""
    if nl.is_missing(row["number"]):
        return impossible(f"het tempo van {what(row)} van **{row['programme_name']}**", TOO_FEW)
    target_ = nl.figure(row, "target", "target_precision")
    return (
        f"**{row['programme_name']}** telde op {nl.date(row['as_of_on'])} "
        f"{nl.number(row['number'])} {what(row)}: {nl.percentage(row['pace_pct'])} ten opzichte "
        f"van een gelijkmatig verloop ({nl.number(row['even_course'])}). Gaat het per dag door "
        f"zoals tot nu toe, dan eindigt het rond {nl.number(row['forecast'])} van de beoogde "
        f"{target_}."
    )


@of_real_figures
def still_at_work(rows: pd.DataFrame) -> str:
    """Return finding 9 of one programme and number of months in ``programmas/at_work``."""
    by_answer = {row["known"]: row for _, row in rows.iterrows()}
    row = by_answer["yes"]
    when = f"na {nl.number(row['months'])} maanden"
    share = nl.rate(row)
    if share is None:
        return impossible(f"werk {when} van **{row['programme_name']}**", TOO_FEW)
    unknown, early = (
        "een niet getoond aantal" if nl.is_missing(part["number"]) else nl.number(part["number"])
        for part in (by_answer["unknown"], by_answer["too_early"])
    )
    part = f" ({share})" if nl.is_missing(row["of_whole_pct_sign"]) else ""
    return (
        f"Van {nl.number(row['whole_number'])} uitgestroomde deelnames die {when} te meten waren, "
        f"werkten er **{nl.number(row['number'])}**{part}; van {unknown} daarvan is het niet "
        f"bekend. Voor nog eens {early} is het te vroeg. Bruto; netto-effect niet vastgesteld."
    )


@of_real_figures
def placement_moved(rows: pd.DataFrame) -> str:
    """Return which way ``programmas/placement_rate`` went, as far as its ranges lie apart."""
    rows = rows.reset_index(drop=True)
    told = rows[rows["direction"].notna()]
    if told.empty:
        return ""
    said = []
    for at in told.index[told["direction"].ne("unsure")]:
        before, now = (
            f"{nl.rate(row, 'placed', 'placed', 'exits_without_job')} ({row['period_label']})"
            for row in (rows.loc[at - 1], rows.loc[at])
        )
        verb = "steeg" if rows.loc[at, "direction"] == "up" else "daalde"
        said.append(f"Het plaatsingspercentage {verb} van {before} naar {now}.")
    others = "de andere " if said else ""
    if told["direction"].eq("unsure").any():
        said.append(
            f"Tussen {others}opeenvolgende jaren is geen stijging of daling aan te wijzen: het "
            "verschil valt binnen de afronding."
        )
    return " ".join(said)


def claim(row: pd.Series) -> str:
    """Return what a source of ``programmas/targets`` says without a number, or nothing."""
    if nl.is_missing(row["claim"]):
        return ""
    day = nl.published_date(row["claim_as_of_text"], row["claim_as_of_precision"])
    return f" {row['claim_publisher']} meldt ({day}): {row['claim']}."


@of_real_figures
def realisation_share(row: pd.Series) -> str:
    """Return the share of a target that was reached, or of its ``reason`` why there is none."""
    if not nl.is_missing(row["target_realisation_pct"]):
        return nl.figure(row, "target_realisation_pct", "realisation_precision")
    return {
        "capacity": "geen doel, maar een beschikbaar aantal",
        "phase": "geen resultaat per fase gepubliceerd",
        "no_result": "geen resultaat gepubliceerd",
    }.get(str(row["reason"]), "niet te berekenen")


@of_real_figures
def result(row: pd.Series) -> str:
    """Return one of ``programmas/results``: ``ten minste 1.400 aanvragen (juni 2017)``."""
    day = nl.published_date(row["as_of_text"], row["as_of_precision"])
    if row["precision"] == "claimed":
        return f"{row['indicator_label']}: {row['note']} ({day})"
    return f"{nl.figure(row, 'value')} {row['indicator_label']} ({day}){said_by(row['publisher'])}"


@of_real_figures
def budget(row: pd.Series) -> str:
    """Return one amount of ``programmas/budgets`` with who pays and in which stage."""
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
    """Return of when a result is, and of its ``result_kind`` how sure it is that it is final."""
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
    """Return finding 6: what each source of ``programmas/conflicts`` says about one subject."""
    said = []
    for _, row in rows.iterrows():
        amount = nl.euro(row["value"]) if row["unit"] == "eur" else nl.number(row["value"])
        said.append(f"{row['publisher']} noemt {nl.PRECISION.get(row['precision'], '')}{amount}")
    subject = rows.iloc[0]["subject"]
    return f"Bronnen verschillen over {subject}: {', '.join(said)}. Wij tonen ze naast elkaar."


@of_real_figures
def parts_differ(row: pd.Series) -> str:
    """Return of ``programmas/breakdown_sums`` that parts do not add up to their published total."""
    moment_ = nl.published_date(row["as_of_text"], row["as_of_precision"])
    return (
        f"{row['publisher']} noemt {nl.number(row['total'])} {row['unit_label']} ({moment_}), maar "
        f"de delen tellen op tot {nl.number(row['sum_of_parts'])}. Wij tonen beide, zoals "
        "gepubliceerd."
    )


@of_real_figures
def sector_split(row: pd.Series) -> str:
    """Return finding 5 of ``programmas/sector_split``: how many placements were technical."""
    return (
        f"Van de {nl.number(row['placements'])} plaatsingen kwamen er "
        f"{nl.number(row['technical'])} ({nl.percentage(row['technical_pct'])}) in technische "
        f"functies terecht; van {nl.number(row['sector_not_named'])} noemt de bron "
        f"({row['publisher']}) geen sector."
    )


@of_real_figures
def running(programmes: pd.DataFrame) -> str:
    """Return which of ``overzicht/programmes`` run now, as far as the sources say."""
    none = "Van geen enkel programma zeggen de bronnen dat het nu loopt."
    return _running(programmes, "", none, "geen einddatum gevonden")


@of_real_figures
def rules_running(rows: pd.DataFrame) -> str:
    """Return which programmes of ``overstappen/instruments`` run now, as the sources say."""
    none = "Van geen van deze programma's zeggen de bronnen dat het nu loopt."
    return _running(rows, " volgens de bronnen", none, "dat onbekend")


def _running(rows: pd.DataFrame, by: str, none: str, unsure: str) -> str:
    now, unknown = (
        rows.loc[rows["state"] == state, "programme_name"].unique().tolist()
        for state in ("running", "unknown")
    )
    text = f"Nu {agreeing(len(now), ('loopt', 'lopen'))}{by}: {listed(now)}." if now else none
    return text + (f" Van {listed(unknown)} is {unsure}." if unknown else "")


@of_real_figures
def during_in_brief(row: pd.Series) -> str:
    """Return finding 3 as a title, without its dates; of a row with a figure at begin and end."""
    about = f"vacatures {in_sector(row['sector_label'])} in {row['region_name']}"
    same = f"bleef het aantal {about} binnen de afronding gelijk"
    changed = same if row["within_rounding"] else _from_to(row, about)
    return f"Tijdens {row['programme_name']} {changed}.{season(row)}"


@of_real_figures
def confidence(rows: pd.DataFrame) -> str:
    """Return how confident firms in a province were, of ``programmas/confidence``."""
    said = [
        f"geen cijfer over {row['quarter_label']}"
        if nl.is_missing(row["confidence_balance"])
        else f"{nl.number(row['confidence_balance'], decimals=1)} in {row['quarter_label']}"
        for _, row in rows.iterrows()
    ]
    return f"{rows['region_name'].iloc[0]}: {', '.join(said)} (CBS)."
