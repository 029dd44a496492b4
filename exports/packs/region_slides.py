"""Slides about one area; each is made of answers without a fictitious row."""

from __future__ import annotations

import pandas as pd

import queries
import sentences
import words as nl
from answers.content import Chart, Slide, Table
from answers.places import Place
from words import measures, tension
from words.marks import is_sample

INDUSTRY, CONSTRUCTION = "307500", "350000"
SECTORS = (INDUSTRY, CONSTRUCTION)
ALL_SECTORS = ("T001081", *SECTORS)
TECHNICAL_FIELD = "07"
MOST_ROWS = 8
MOST_SENTENCES = 4
MOST_HEADLINES = 3
HOW = "De monitor zegt op zijn pagina's hoe de beheerder dit laadt."
NO_TENSION = "geen bestand van UWV geladen"
OF_ALL = " dat hier alle technische beroepsgroepen heeft"
BOTH_SHOWN = " Wij tonen ze naast elkaar."
METHODS_APART = "Cijfers volgens de oude en de nieuwe methode staan nooit in één reeks."


def impossible(subject: str, name: str, why: str) -> str:
    """Return finding 10: that nothing can be said about a subject, and why."""
    return f"Over {subject} in {name} is geen uitspraak mogelijk: {why}."


def known(place: Place) -> pd.DataFrame:
    """Return what is known about an area; see ``downloads/known``."""
    return queries.downloads.known(region_codes=place.codes, province_codes=place.provinces)


def filters(place: Place, *more: str) -> str:
    """Return what was chosen: the area, and what else."""
    return "; ".join([f"gebied: {place.label}", *more])


def at_a_glance(place: Place) -> Slide:
    """Return what is known about an area and what is not."""
    found = known(place)
    lines = [sentences.headline(row) for _, row in _latest(place, "T001081").iterrows()]
    if not place.is_whole:
        lines.append(sentences.by_province(place.name, place.province_names))
    return Slide(
        key="at_a_glance",
        topic=f"{place.name} in één beeld: wat weten we, wat niet",
        title=sentences.plain(sentences.known(found, place.spoken)),
        sentences=_plain(lines),
        frames=(found, _latest(place, "T001081")),
        filters=filters(place),
        period="per onderwerp vermeld",
        table=Table(
            found,
            ("subject_label", "known_label", "period_label", "area_text"),
            "Wat er over dit gebied geladen is",
        ),
    )


def since(place: Place, day: str, until: str) -> Slide:
    """Return what changed between two days (ISO dates)."""
    asked = {"since_day": day, "until_day": until}
    ids = tuple(_programmes(place)["programme_id"])
    summary = queries.sinds.summary(**asked, with_sample=False, programme_ids=ids)
    facts = queries.sinds.programmes(**asked, with_sample=False)
    facts = facts[facts["programme_id"].isin(ids)].reset_index(drop=True)
    periods = _real(queries.sinds.periods(**asked))
    moments = queries.sinds.moments()
    title, *more = _changes(sentences.since(summary.iloc[0]))
    table = None
    if len(periods):
        columns: tuple[str, ...] = ("source_title", "new_periods_label", "known_on")
        table = Table(periods.head(MOST_ROWS), columns, "Nieuwe perioden, per bron")
    elif len(facts):
        columns = ("programme_name", "what_label", "facts_added", "facts_revised", "known_on")
        table = Table(facts.head(MOST_ROWS), columns, f"Feiten over programma's in {place.spoken}")
    span = f"na {nl.date(day)} tot en met {nl.date(until)}"
    why = "" if table else f"In deze tijd ({span}) kwam er geen levering met een datum bij."
    return Slide(
        key="since",
        topic="Sinds de vorige vergadering",
        title=title,
        sentences=_plain(
            [
                *more,
                "Cijfers gaan over alle gebieden samen, programma's over die van dit gebied.",
                sentences.undated(moments),
            ]
        ),
        frames=(summary, facts, periods, moments),
        filters=filters(place),
        period=span,
        table=table,
        why_empty=f"{why} {HOW}" if why else "",
    )


def since_unknown(place: Place) -> Slide:
    """Return that nothing can be said about changes: no release has a day."""
    return Slide(
        key="since",
        topic="Sinds de vorige vergadering",
        title="Sinds de vorige vergadering",
        filters=filters(place),
        why_empty="Van geen enkele levering is vermeld wanneer zij is opgehaald; wat er nieuw is, "
        f"is dan niet te zeggen. {HOW}",
    )


def unemployment(place: Place) -> Slide:
    """Return the unemployment of an area beside that of Nederland, in one series."""
    found = known(place).set_index("measure", drop=False).loc["unemployment_pct"]
    topic = f"Werkloosheid {place.name} en Nederland"
    if not found["is_known"]:
        return Slide(
            key="unemployment",
            topic=topic,
            title=sentences.plain(impossible("werkloosheid", place.spoken, "er is geen cijfer")),
            filters=filters(place),
            why_empty="Voor dit gebied en de provincies waarin het ligt, is geen cijfer geladen. "
            + HOW,
        )
    now = _ranked(found)
    series = measures.texts(_series(found))
    title, *lines = [_beside(row, found) for _, row in now.iterrows()]
    frames = [series, now]
    latest = queries.regios.latest(
        measure="unemployment_pct",
        breakdown=found["breakdown"],
        region_codes=tuple(found["region_codes"]),
        period=found["period"],
        with_sample=False,
    )
    if len(latest) == 1:
        lines.append(sentences.newest(latest.iloc[0]))
    if found["kind"] != place.kind:
        lines.append(
            f"Van {place.about} zelf is geen werkloosheid geladen; dit is {found['region_text']}."
        )
    province = queries.downloads.known(
        region_codes=place.provinces, province_codes=place.provinces
    ).set_index("measure", drop=False)
    other = province.loc["unemployment_pct"]
    if other["is_known"] and (other["breakdown"], other["period"]) != (
        found["breakdown"],
        found["period"],
    ):
        newer = _ranked(other)
        lines += [_beside(row, other) for _, row in newer.iterrows()]
        lines.append(METHODS_APART)
        frames.append(newer)
    return Slide(
        key="unemployment",
        topic=topic,
        title=title,
        sentences=_plain(lines),
        frames=(*frames, latest),
        filters=filters(place, f"reeks: {found['series_label']}", f"{found['region_text']}"),
        period=_span(series.loc[series["figure"].notna(), "period_label"]),
        chart=Chart(
            "lines",
            series,
            "period_label",
            "region_name",
            "figure",
            "% van de beroepsbevolking",
            f"Werkloosheid, {found['region_text']} en Nederland ({found['series_label']})",
            sentences.trend(series, "figure"),
        ),
    )


def vacancies(place: Place) -> Slide:
    """Return the open vacancies in industry and construction, of the province."""
    provinces = sentences.listed(place.province_names)
    topic = f"Vacatures industrie en bouw: {provinces}"
    if not place.is_whole:
        topic += f" (CBS publiceert geen {place.name})"
    latest = _latest(place, *SECTORS)
    series = queries.overzicht.vacancy_series(region_codes=place.provinces, sector_codes=SECTORS)
    if latest.empty:
        return Slide(
            key="vacancies",
            topic=topic,
            title=topic,
            filters=filters(place, f"provincie: {provinces}"),
            why_empty=f"Van {provinces} is geen cijfer over vacatures geladen. " + HOW,
        )
    one = len(place.provinces) == 1
    names = series["sector_label"] if one else series["region_name"] + ", " + series["sector_label"]
    series = series.assign(line_label=names)
    title, *more = [sentences.headline(row) for _, row in latest.iterrows()]
    lines = more[:MOST_HEADLINES]
    lines += [sentences.behind(row) for _, row in latest.iterrows()][:1]
    gaps = queries.overzicht.unknown(region_codes=place.provinces, sector_codes=SECTORS)
    if gaps["kind"].eq("series_gap").any():
        lines.append("Waar een lijn onderbroken is, ontbreken kwartalen in de cijfers.")
    if not place.is_whole:
        lines.append(sentences.by_province(place.name, place.province_names))
    return Slide(
        key="vacancies",
        topic=topic,
        title=sentences.plain(title),
        sentences=_plain(lines),
        frames=(series, latest),
        filters=filters(place, f"provincie: {provinces}", "sectoren: Industrie, Bouw"),
        period=_span(series.loc[series["open_vacancies"].notna(), "period_label"]),
        chart=Chart(
            "lines",
            series,
            "period_label",
            "line_label",
            "open_vacancies",
            "openstaande vacatures",
            f"Openstaande vacatures aan het einde van het kwartaal, {provinces}",
            sentences.trend(series, "open_vacancies"),
        ),
    )


def _has_parts_of_tension() -> bool:
    """Return whether a real file of UWV is loaded, for when an area has no total of its groups."""
    asked = {"measure": "tension", "breakdown": "all_technical", "kind": "arbeidsmarktregio"}
    return not queries.filters.periods(**asked, with_sample=False).empty


def tight(place: Place) -> Slide:
    """Return the tightest technical occupations; only from a real file of UWV."""
    found = known(place).set_index("measure", drop=False).loc["tension"]
    topic = "Krapste technische beroepen"
    if not found["is_known"]:
        has_parts = _has_parts_of_tension()
        return Slide(
            key="tight",
            topic=topic,
            title=sentences.plain(
                impossible(
                    "de krapte van technische beroepen",
                    place.spoken,
                    f"er is {NO_TENSION}{OF_ALL if has_parts else ''}",
                )
            ),
            filters=filters(place),
            why_empty="UWV publiceert de spanning per arbeidsmarktregio en beroepsgroep in een "
            f"bestand dat nog niet {'volledig ' if has_parts else ''}is geladen; voorbeeldcijfers "
            "komen nooit in dit stuk. " + HOW,
        )
    codes = tuple(found["region_codes"])
    quarter = str(found["period"])
    together = queries.regios.latest(
        measure="tension",
        breakdown="all_technical",
        region_codes=codes,
        period=quarter,
        with_sample=False,
    )
    lines = [sentences.tension(row, "Alle technische beroepen") for _, row in together.iterrows()]
    where = f"arbeidsmarktregio: {found['region_text']}"
    if len(codes) > 1:
        rows = measures.texts(together)
        title, *lines = lines
        table = Table(
            rows,
            ("region_name", "class_label", "figure_text"),
            "Spanning van de technische beroepen samen, per arbeidsmarktregio",
        )
        frames: tuple[pd.DataFrame, ...] = (rows,)
    else:
        groups = queries.regios.tight_occupations(
            region_code=codes[0], quarter=quarter, with_sample=False
        )
        rows = tension_texts(groups)
        first = groups.iloc[0]
        newest = queries.regios.latest(
            measure="tension",
            breakdown=first["uwv_group_code"],
            region_codes=codes,
            period=quarter,
            with_sample=False,
        )
        title = sentences.tension(newest.iloc[0], first["occupation_label"])
        table = Table(
            rows.head(MOST_ROWS),
            (
                "occupation_label",
                "class_label",
                "tension_text",
                "open_vacancies",
                "ww_under_6_months",
            ),
            f"Krapste technische beroepen, {first['region_name']}",
        )
        frames = (rows, newest, together)
    return Slide(
        key="tight",
        topic=topic,
        title=sentences.plain(title),
        sentences=_plain(lines[:MOST_SENTENCES]),
        frames=frames,
        filters=filters(place, where),
        period=str(found["period_label"]),
        table=table,
    )


def tension_texts(groups: pd.DataFrame) -> pd.DataFrame:
    """Return rows of ``regios/tight_occupations`` with their tension as it may be said."""
    columns = ["tension_ratio", "tension_low", "tension_high", "sign"]
    return groups.assign(
        tension_text=[tension.ratio(*row) for row in groups[columns].itertuples(index=False)]
    )


def supply(place: Place) -> Slide:
    """Return the students in technical mbo of the province: level, bol and bbl."""
    provinces = sentences.listed(place.province_names)
    topic = f"Mbo-aanbod {provinces}: niveau, bol en bbl"
    found = known(place).set_index("measure", drop=False).loc["students"]
    if not found["is_known"]:
        return Slide(
            key="supply",
            topic=topic,
            title=sentences.plain(
                impossible("het mbo-aanbod", provinces, "er is geen bestand van CBS geladen")
            ),
            filters=filters(place, f"provincie: {provinces}"),
            why_empty="CBS publiceert studenten per provincie, niveau en leerweg; dat bestand is "
            f"nog niet geladen. {HOW}",
        )
    rows = queries.mbo.supply(
        counted="students",
        region_codes=place.provinces,
        field_code=TECHNICAL_FIELD,
        school_year=found["period"],
        with_sample=False,
    )
    one = len(place.provinces) == 1
    names = rows["level_label"] if one else rows["region_name"] + ", " + rows["level_label"]
    rows = rows.assign(line_label=names)
    said = [
        sentences.largest_supply(own)
        for _, own in rows.groupby("region_name", sort=False)
        if own["persons"].notna().any()
    ]
    lines = [*said[1:], "Een aanbod per arbeidsmarktregio is niet gepubliceerd."]
    return Slide(
        key="supply",
        topic=topic,
        title=sentences.plain(said[0]),
        sentences=_plain(lines),
        frames=(rows,),
        filters=filters(place, f"provincie: {provinces}", "richting: techniek"),
        period=str(found["period_label"]),
        chart=Chart(
            "stacked",
            rows,
            "line_label",
            "learning_path_label",
            "persons",
            str(rows["unit_label"].iloc[0]),
            f"Studenten in mbo-techniek naar niveau en leerweg, {provinces}",
            alt_of_bars(rows, "line_label", "learning_path_label", "persons"),
        ),
    )


def alt_of_bars(rows: pd.DataFrame, category: str, series: str, value: str) -> str:
    """Return the alt text of bars: each figure with what it stands for."""
    return "; ".join(
        f"{row[category]}, {row[series]}: {nl.cell(value, row[value], row['sign'])}"
        for _, row in rows.iterrows()
    )


def programmes(place: Place) -> Slide:
    """Return what the programmes here aimed at and reached; nothing is added up."""
    found = _programmes(place)
    topic = f"Wat deden we: de programma's in {place.spoken}"
    if found.empty:
        return Slide(
            key="programmes",
            topic=topic,
            title=topic,
            filters=filters(place),
            why_empty="Van dit gebied is geen programma bekend. " + HOW,
        )
    ids = tuple(found["programme_id"])
    targets = queries.programmas.targets(programme_ids=ids, with_sample=False)
    results = queries.programmas.results(programme_ids=ids, with_sample=False)
    budgets = queries.programmas.budgets(programme_ids=ids, with_sample=False)
    conflicts = queries.programmas.conflicts(programme_ids=ids, with_sample=False)
    whole = targets[targets["target_group"].eq("all")]
    rank = {one: number for number, one in enumerate(ids)}
    whole = whole.sort_values("programme_id", key=lambda column: column.map(rank), kind="stable")
    reached = whole[whole["target_realisation_pct"].notna()]
    said = [sentences.realisation(row) for _, row in reached.iterrows()]
    title = said[0] if said else sentences.running(found)
    differing = [line.removesuffix(BOTH_SHOWN) for line in conflicts_said(conflicts)]
    lines = [f"{' '.join(differing)}{BOTH_SHOWN}" if differing else "", sentences.running(found)]
    rows = found.assign(
        period_text=[nl.period(row) for _, row in found.iterrows()],
        reached_text=[_reached(whole, results, row["programme_id"]) for _, row in found.iterrows()],
    )
    return Slide(
        key="programmes",
        topic=topic,
        title=sentences.plain(title),
        sentences=_plain(lines),
        frames=(rows, targets, results, budgets, conflicts),
        filters=filters(place),
        period="per cijfer vermeld",
        table=Table(
            rows,
            (
                "programme_name",
                "period_text",
                "reached_text",
            ),
            "Doel en resultaat zoals de bronnen ze noemen; niets is opgeteld",
        ),
    )


def landed(place: Place) -> Slide:
    """Return whether the effort went to where it was tight, as far as can be said."""
    topic = "Kwam de inzet terecht waar het knelt?"
    found = _programmes(place)
    ids = tuple(found["programme_id"])
    delivered = queries.programmas.deliveries(programme_ids=ids, with_sample=False)
    shares = [
        queries.krapte_en_inzet.landed(programme_id=one, with_sample=False)
        for one in delivered["programme_id"]
    ]
    said = [sentences.landed(row) for frame in shares for _, row in frame.iterrows()]
    during = queries.overzicht.vacancies_during(
        region_codes=place.provinces, sector_code=INDUSTRY, with_sample=False
    )
    is_known = during["within_rounding"].notna()
    told = [row for _, row in during[is_known].iterrows()]
    brief = [sentences.during_in_brief(row) for row in told]
    if not shares:
        said.append(
            "Over waar vouchers en plaatsingen terechtkwamen is geen uitspraak mogelijk: geen "
            "programma leverde gegevens aan."
        )
        if not known(place).set_index("measure").loc["tension", "is_known"]:
            said.append(f"Er is ook {NO_TENSION}{OF_ALL if _has_parts_of_tension() else ''}.")
    title, *others = said
    lines = [*others, *(sentences.during(row) for row in told[:1]), *brief[1:]]
    empty = not shares and not is_known.any()
    return Slide(
        key="landed",
        topic=topic,
        title=sentences.plain(title),
        sentences=_plain(lines[:MOST_SENTENCES]),
        frames=(during, *shares),
        filters=filters(place, f"provincie: {sentences.listed(place.province_names)}"),
        period="looptijd van elk programma",
        table=None
        if during.empty
        else Table(
            during,
            (
                "programme_name",
                "region_name",
                "start_label",
                "open_vacancies_at_start",
                "end_label",
                "open_vacancies_at_end",
            ),
            "Vacatures in de industrie bij begin en einde van een programma; een streepje: "
            "daarvan is geen cijfer te noemen",
        ),
        why_empty=("Een aanlevering van een programma en een bestand van UWV zijn er niet. " + HOW)
        if empty
        else "",
    )


def white_spots(place: Place, most: int | None = None) -> Slide:
    """Return what is not known here as questions for the meeting.

    Args:
        place: The area.
        most: How many questions there is room for; all without it.
    """
    gaps = queries.overzicht.unknown(region_codes=place.provinces, sector_codes=ALL_SECTORS)
    within = queries.mbo.labour_regions(
        region_codes=place.codes if place.kind != "corop" else place.provinces, is_whole=False
    )
    without = queries.krapte_en_inzet.regions_without_programme()
    without = without[without["region_code"].isin(within["region_code"])].reset_index(drop=True)
    questions = [
        f"{row['region_name']}: hier is geen programma bekend (ernaast: "
        f"{row['programme_names_beside']})."
        for _, row in without.iterrows()
    ]
    questions += [sentences.unknown(row) for _, row in gaps.iterrows()]
    missing = known(place)
    missing = missing[~missing["is_known"].astype(bool)]
    questions += [
        f"{row['subject_label']}: wie levert of laadt dit cijfer?" for _, row in missing.iterrows()
    ]
    frame = pd.DataFrame(
        {
            "question_label": _plain(questions),
            "status": "published",
            "source": "wat in deze monitor is geladen en wat daarin ontbreekt",
        }
    )
    lines = []
    if most is not None and len(frame) > most:
        lines.append(
            f"Hier staan de eerste {most} van {len(frame)} vragen; alle staan in de vergadermodus."
        )
    lines.append("Een regio zonder bekend programma kan er wel een hebben.")
    return Slide(
        key="white_spots",
        topic="Witte vlekken en vragen aan deze tafel",
        title=sentences.open_questions(len(frame), place.spoken)
        if len(frame)
        else "Witte vlekken en vragen aan deze tafel",
        sentences=_plain(lines),
        frames=(frame, gaps, without),
        filters=filters(place),
        table=Table(frame.head(most or len(frame)), ("question_label",), "Open vragen")
        if len(frame)
        else None,
        why_empty="" if len(frame) else "Er is geen gat gevonden in wat hier geladen is.",
        to_fill_in=("Besluit", "Wie", "Wanneer"),
    )


def conflicts_said(conflicts: pd.DataFrame) -> list[str]:
    """Return per programme and subject that sources differ, with what each says."""
    subjects = conflicts.groupby(["programme_name", "what"], sort=False)
    return [
        f"{name}: {sentences.lowered(sentences.conflict(rows))}" for (name, _), rows in subjects
    ]


def _programmes(place: Place) -> pd.DataFrame:
    """Return the programmes of an area: its own first, those of the whole country last."""
    codes = tuple(dict.fromkeys((*place.codes, *place.provinces)))
    found = queries.overzicht.programmes(region_codes=codes, with_sample=False)
    is_own = found["region_names"].isin([place.name, *(place.province_names * place.is_whole)])
    is_national = found["region_names"].eq("Nederland")
    order = [*found.index[is_own], *found.index[~is_own & ~is_national], *found.index[is_national]]
    return found.loc[order].reset_index(drop=True)


def _latest(place: Place, *sectors: str) -> pd.DataFrame:
    return queries.overzicht.latest(region_codes=place.provinces, sector_codes=sectors)


def _ranked(found: pd.Series) -> pd.DataFrame:
    rows = queries.regios.ranking(
        measure=found["measure"],
        breakdown=found["breakdown"],
        kind=found["kind"],
        period=found["period"],
        with_sample=False,
    )
    return rows[rows["region_code"].isin(list(found["region_codes"]))].reset_index(drop=True)


def _series(found: pd.Series) -> pd.DataFrame:
    return queries.regios.series(
        measure=found["measure"],
        breakdown=found["breakdown"],
        region_codes=(*found["region_codes"], "NL01"),
        period=found["period"],
        with_sample=False,
    )


def _beside(row: pd.Series, found: pd.Series) -> str:
    if nl.is_missing(row["figure"]):
        why = f"over {row['period_label']} is geen cijfer"
        return impossible("werkloosheid", row["region_name"], why)
    return sentences.plain(sentences.beside_country(row, found["series_label"]))


def reported(targets: pd.DataFrame, results: pd.DataFrame) -> list[str]:
    """Return the newest published totals of one programme that belong to no target.

    Args:
        targets: Its rows of ``programmas/targets``.
        results: Its rows of ``programmas/results``.
    """
    reached = set(targets.loc[targets["result"].notna(), "indicator"])
    totals = results[results["breakdown"].eq("total") & ~results["indicator"].isin(reached)]
    newest = totals.drop_duplicates("indicator", keep="last")
    return [f"Gemeld: {sentences.result(row)}." for _, row in newest.iterrows()]


def _reached(targets: pd.DataFrame, results: pd.DataFrame, programme_id: str) -> str:
    """Return in brief what a programme reached of what it aimed at, and what else it reported."""
    aims, said = (frame[frame["programme_id"].eq(programme_id)] for frame in (targets, results))
    lines = [_brief(row) for _, row in aims.iterrows()]
    if aims["result"].isna().all():
        told = [f"g{line[1:].split(' – *')[0]}" for line in reported(aims, said)]
        lines += told or ["geen resultaat gepubliceerd"] * bool(lines)
    return sentences.plain("; ".join(lines)) or "Geen doelen of resultaten in aantallen"


def _brief(row: pd.Series) -> str:
    aim = f"{nl.figure(row, 'target', 'target_precision')} {sentences.what(row)}"
    if row["reason"] == "capacity":
        return f"beschikbaar: {aim}"
    if row["reason"] == "phase":
        return f"doel: {aim} ({row['phase']})"
    if nl.is_missing(row["result"]):
        return f"doel: {aim}"
    reached = nl.figure(row, "result", "result_precision")
    return f"{reached} van {aim} ({sentences.realisation_share(row)})"


def _changes(said: str) -> list[str]:
    """Return what ``sentences.since`` says as sentences, the first with its two days."""
    start, *changes = said.replace("\n\n", "\n").split("\n")
    if not changes:
        return [sentences.plain(start)]
    first, *more = [sentences.plain(change.removeprefix("- ")) for change in changes]
    return [f"{start.removesuffix(':')}, {first}", *(f"Ook {change}" for change in more)]


def _real(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[~is_sample(frame)].reset_index(drop=True)


def _plain(lines: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sentences.plain(line) for line in lines if line))


def _span(labels: pd.Series) -> str:
    known_ = [str(label) for label in labels.dropna()]
    if not known_:
        return ""
    first, last = known_[0], known_[-1]
    return first if first == last else f"{first} t/m {last}"
