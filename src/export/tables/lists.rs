//! What each list holds. Must not know files.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Cell, Column, Kind};
use crate::i18n::{
    Words, card_name, channel_name, lane_kind_word, opportunity_state_word, phase_word, role_word, service_word,
    touchpoint_state_word, unit_word,
};
use crate::insight::{band, opportunity, pain};
use crate::model::{
    Card, CardId, Content, Direction, JourneyMap, Measured, Metric, PersonaId, ScoreState, Stage, Step, Touchpoint,
};
use crate::words;

/// Columns and rows.
type Body = (Vec<Column>, Vec<Vec<Cell>>);

fn text(name: String) -> Column {
    Column { name, kind: Kind::Text }
}

fn of(name: String, kind: Kind) -> Column {
    Column { name, kind }
}

/// The columns that say where something lies.
fn place_columns(words: &Words) -> [Column; 2] {
    [text(words!(words, "list-column-stage")), text(words!(words, "list-column-step"))]
}

fn place(stage: &Stage, step: &Step) -> [Cell; 2] {
    [Cell::text(&stage.name), Cell::text(&step.name)]
}

fn yes(words: &Words, is: bool) -> Cell {
    if is { Cell::Text(words!(words, "list-yes")) } else { Cell::Empty }
}

fn persona_names(map: &JourneyMap, ids: &[PersonaId]) -> Cell {
    let names: Vec<&str> = ids.iter().filter_map(|id| map.persona(*id)).map(|persona| persona.name.as_str()).collect();
    Cell::text(names.join(", "))
}

/// The cards of a kind that lie on the map, with their stages and steps, and then those of the tray.
fn placed<'a, T: 'a>(
    map: &'a JourneyMap,
    kind: impl Fn(&'a Content) -> Option<&'a T> + Copy,
) -> impl Iterator<Item = (Option<(&'a Stage, &'a Step)>, &'a Card, &'a T)> {
    let on_map = map.steps().flat_map(move |(stage, step)| {
        let here = Some((&**stage, &**step));
        step.cards.iter().filter_map(move |card| Some((here, &**card, kind(&card.content)?)))
    });
    on_map.chain(map.tray.iter().filter_map(move |card| Some((None, &**card, kind(&card.content)?))))
}

fn place_or_tray(words: &Words, at: Option<(&Stage, &Step)>) -> [Cell; 2] {
    match at {
        Some((stage, step)) => place(stage, step),
        None => [Cell::Text(words!(words, "list-in-tray")), Cell::Empty],
    }
}

pub(super) fn steps(map: &JourneyMap, words: &Words) -> Body {
    let [stage, step] = place_columns(words);
    let columns = vec![
        of("#".to_owned(), Kind::Whole),
        text(words!(words, "list-column-phase")),
        stage,
        step,
        text(words!(words, "list-column-moment")),
        of(words!(words, "list-column-active"), Kind::Whole),
        of(words!(words, "list-column-waiting"), Kind::Whole),
        text(words!(words, "list-column-worst-case")),
        text(words!(words, "list-column-answer")),
        text(words!(words, "list-column-notes")),
    ];
    let row = |(place, (stage, step)): (usize, (&std::sync::Arc<Stage>, &std::sync::Arc<Step>))| {
        let phase = stage.phase.map(|phase| match map.phases.get(phase) {
            "" => phase_word(words, phase),
            own => own.to_owned(),
        });
        vec![
            Cell::Number(place as f64 + 1.0),
            Cell::text(phase.unwrap_or_default()),
            Cell::text(&stage.name),
            Cell::text(&step.name),
            yes(words, step.moment_of_truth),
            Cell::number(step.active_minutes),
            Cell::number(step.waiting_minutes),
            Cell::text(step.risk.as_ref().map(|risk| risk.worst_case.clone()).unwrap_or_default()),
            Cell::text(step.risk.as_ref().map(|risk| risk.answer.clone()).unwrap_or_default()),
            Cell::text(&step.notes),
        ]
    };
    (columns, map.steps().enumerate().map(row).collect())
}

pub(super) fn touchpoints(map: &JourneyMap, words: &Words) -> Body {
    let mut columns: Vec<Column> = place_columns(words).into();
    columns.extend([
        text(words!(words, "list-column-touchpoint")),
        text(words!(words, "list-column-channel")),
        text(words!(words, "list-column-state")),
        text(words!(words, "list-column-service")),
        text(words!(words, "list-column-personalised")),
        text(words!(words, "list-column-repeats")),
        text(words!(words, "list-column-owner")),
        text(words!(words, "list-column-personas")),
    ]);
    let measured = measured_personas(map);
    for persona in &map.personas {
        let name = persona.name.as_str();
        columns.push(of(words!(words, "list-column-score-of", persona = name), Kind::Decimal));
        if measured.contains(&persona.id) {
            columns.extend([
                of(words!(words, "list-column-believed-of", persona = name), Kind::Decimal),
                of(words!(words, "list-column-measured-of", persona = name), Kind::Decimal),
                of(words!(words, "list-column-n-of", persona = name), Kind::Whole),
                of(words!(words, "list-column-deviation-of", persona = name), Kind::Decimal),
                of(words!(words, "list-column-bad-of", persona = name), Kind::Percent),
                text(words!(words, "list-column-evidence-of", persona = name)),
            ]);
        }
    }
    columns.push(text(words!(words, "list-column-notes")));
    let rows = placed(map, |content| match content {
        Content::Touchpoint(touchpoint) => Some(touchpoint),
        _ => None,
    })
    .map(|(at, card, touchpoint)| {
        let mut row: Vec<Cell> = place_or_tray(words, at).into();
        row.extend([
            Cell::text(card_name(words, map, card)),
            Cell::text(touchpoint.channel.map(|channel| channel_name(words, map, channel)).unwrap_or_default()),
            Cell::text(touchpoint_state_word(touchpoint.state, words)),
            Cell::text(touchpoint.service.map(|service| service_word(service, words)).unwrap_or_default()),
            yes(words, touchpoint.personalised),
            yes(words, touchpoint.repeats),
            Cell::text(&card.owner),
            persona_names(map, &card.personas),
        ]);
        for persona in &map.personas {
            row.push(Cell::number(touchpoint.shown(persona.id)));
            if measured.contains(&persona.id) {
                row.extend(measured_cells(map, touchpoint, persona.id));
            }
        }
        row.push(Cell::text(&card.notes));
        row
    })
    .collect();
    (columns, rows)
}

/// The personas of whom a touchpoint was measured: their columns tell what is believed from what customers answered.
fn measured_personas(map: &JourneyMap) -> BTreeSet<PersonaId> {
    let cards = map.cards().map(|(_, card)| card).chain(&map.tray);
    let touchpoints = cards.filter_map(|card| match &card.content {
        Content::Touchpoint(touchpoint) => Some(touchpoint),
        _ => None,
    });
    touchpoints.flat_map(|touchpoint| touchpoint.measured.keys().copied()).collect()
}

/// What is believed of a touchpoint beside the measured score, and what that comes from.
fn measured_cells(map: &JourneyMap, touchpoint: &Touchpoint, persona: PersonaId) -> [Cell; 6] {
    let measured = touchpoint.measured.get(&persona);
    let believed = touchpoint.scores.get(&persona).filter(|_| measured.is_some());
    [
        Cell::number(believed.map(|score| score.value())),
        Cell::number(measured.map(|measured| measured.mean)),
        Cell::number(measured.map(|measured| measured.n)),
        Cell::number(measured.and_then(|measured| measured.sd)),
        Cell::number(measured.and_then(|measured| measured.bad)),
        Cell::text(evidence_of(map, measured)),
    ]
}

/// What the entry of evidence is called that a score was measured by.
fn evidence_of(map: &JourneyMap, measured: Option<&Measured>) -> String {
    let id = measured.and_then(|measured| measured.evidence);
    let entry = id.and_then(|id| map.evidence.iter().find(|evidence| evidence.id == id));
    entry.map(|evidence| evidence.name.clone()).unwrap_or_default()
}

pub(super) fn scores(map: &JourneyMap, words: &Words) -> Body {
    let mut columns: Vec<Column> = place_columns(words).into();
    columns.extend([
        text(words!(words, "list-column-persona")),
        text(words!(words, "list-column-known")),
        of(words!(words, "list-column-score"), Kind::Decimal),
        of(words!(words, "list-column-believed"), Kind::Decimal),
        of(words!(words, "list-column-measured"), Kind::Decimal),
        of(words!(words, "list-column-n"), Kind::Whole),
        of(words!(words, "list-column-deviation"), Kind::Decimal),
        of(words!(words, "list-column-band-low"), Kind::Decimal),
        of(words!(words, "list-column-band-high"), Kind::Decimal),
        of(words!(words, "list-column-bad"), Kind::Percent),
        of(words!(words, "list-column-expected"), Kind::Decimal),
        text(words!(words, "list-column-validated")),
        text(words!(words, "list-column-evidence")),
    ]);
    let mut rows = Vec::new();
    for (stage, step) in map.steps() {
        for persona in &map.personas {
            let score = step.score(persona.id);
            let (known, believed) = match score.state {
                ScoreState::Unknown => (words!(words, "list-unknown"), None),
                ScoreState::NotInvolved => (words!(words, "list-not-involved"), None),
                ScoreState::Scored { believed, .. } => (words!(words, "list-scored"), believed),
            };
            let measured = score.measured();
            let range = measured.and_then(band);
            let mut row: Vec<Cell> = place(stage, step).into();
            row.extend([
                Cell::text(&persona.name),
                Cell::text(known),
                Cell::number(score.shown()),
                Cell::number(believed.map(|score| score.value())),
                Cell::number(measured.map(|measured| measured.mean)),
                Cell::number(measured.map(|measured| measured.n)),
                Cell::number(measured.and_then(|measured| measured.sd)),
                Cell::number(range.map(|(low, _)| low)),
                Cell::number(range.map(|(_, high)| high)),
                Cell::number(measured.and_then(|measured| measured.bad)),
                Cell::number(score.expected.map(|score| score.value())),
                yes(words, score.validated()),
                Cell::text(evidence_of(map, measured)),
            ]);
            rows.push(row);
        }
    }
    (columns, rows)
}

/// The opportunities that answer each pain point, in map order.
fn answers(map: &JourneyMap) -> BTreeMap<CardId, Vec<&Card>> {
    let mut answers: BTreeMap<CardId, Vec<&Card>> = BTreeMap::new();
    for card in map.cards().map(|(_, card)| card).chain(&map.tray) {
        if let Content::Opportunity(opportunity) = &card.content {
            opportunity.answers.iter().for_each(|pain| answers.entry(*pain).or_default().push(card));
        }
    }
    answers
}

pub(super) fn pain_points(map: &JourneyMap, words: &Words) -> Body {
    let [stage, step] = place_columns(words);
    let columns = vec![
        of(words!(words, "list-column-rank"), Kind::Whole),
        text(words!(words, "list-column-pain-point")),
        stage,
        step,
        of(words!(words, "list-column-severity"), Kind::Whole),
        of(words!(words, "list-column-share"), Kind::Percent),
        text(words!(words, "list-column-moment")),
        of(words!(words, "list-column-priority"), Kind::Decimal),
        text(words!(words, "list-column-answered-by")),
        text(words!(words, "list-column-owner")),
        text(words!(words, "list-column-personas")),
        of(words!(words, "list-column-votes"), Kind::Whole),
        text(words!(words, "list-column-notes")),
    ];
    let answers = answers(map);
    let at: HashMap<CardId, (&Stage, &Step, &Card)> = map
        .steps()
        .flat_map(|(stage, step)| step.cards.iter().map(move |card| (card.id, (&**stage, &**step, &**card))))
        .collect();
    let mut rows = Vec::new();
    for ranked in pain::ranking(map) {
        let Some(&(stage, step, card)) = at.get(&ranked.card) else { continue };
        let [stage, step] = place(stage, step);
        let answered = answers.get(&card.id).into_iter().flatten().map(|card| card.text.as_str());
        rows.push(vec![
            Cell::number(ranked.rank.map(|rank| rank as f64)),
            Cell::text(&card.text),
            stage,
            step,
            Cell::number(ranked.severity),
            Cell::number(ranked.share),
            yes(words, ranked.moment_of_truth),
            Cell::number(ranked.priority),
            Cell::text(answered.collect::<Vec<_>>().join("\n")),
            Cell::text(&card.owner),
            persona_names(map, &card.personas),
            votes(card),
            Cell::text(&card.notes),
        ]);
    }
    for card in map.tray.iter().filter(|card| matches!(card.content, Content::PainPoint(_))) {
        let Content::PainPoint(own) = &card.content else { continue };
        let [stage, step] = place_or_tray(words, None);
        let answered = answers.get(&card.id).into_iter().flatten().map(|card| card.text.as_str());
        rows.push(vec![
            Cell::Empty,
            Cell::text(&card.text),
            stage,
            step,
            Cell::number(own.severity.map(|grade| grade.value())),
            Cell::number(own.share.map(|share| share.value())),
            Cell::Empty,
            Cell::Empty,
            Cell::text(answered.collect::<Vec<_>>().join("\n")),
            Cell::text(&card.owner),
            persona_names(map, &card.personas),
            votes(card),
            Cell::text(&card.notes),
        ]);
    }
    (columns, rows)
}

fn votes(card: &Card) -> Cell {
    if card.votes == 0 { Cell::Empty } else { Cell::Number(f64::from(card.votes)) }
}

pub(super) fn opportunities(map: &JourneyMap, words: &Words) -> Body {
    let [stage, step] = place_columns(words);
    let columns = vec![
        text(words!(words, "list-column-opportunity")),
        stage,
        step,
        text(words!(words, "list-column-answers")),
        of(words!(words, "list-column-impact"), Kind::Whole),
        of(words!(words, "list-column-effort"), Kind::Whole),
        of(words!(words, "list-column-importance"), Kind::Whole),
        of(words!(words, "list-column-opportunity-score"), Kind::Decimal),
        text(words!(words, "list-column-owner")),
        of(words!(words, "list-column-due"), Kind::Date),
        text(words!(words, "list-column-state")),
        of(words!(words, "list-column-votes"), Kind::Whole),
        text(words!(words, "list-column-notes")),
    ];
    let scores: HashMap<CardId, Option<f64>> = opportunity::scores(map).into_iter().collect();
    let texts: HashMap<CardId, &str> =
        map.cards().map(|(_, card)| card).chain(&map.tray).map(|card| (card.id, card.text.as_str())).collect();
    let rows = placed(map, |content| match content {
        Content::Opportunity(opportunity) => Some(opportunity),
        _ => None,
    })
    .map(|(at, card, own)| {
        let [stage, step] = place_or_tray(words, at);
        let answered: Vec<&str> = own.answers.iter().filter_map(|id| texts.get(id).copied()).collect();
        vec![
            Cell::text(&card.text),
            stage,
            step,
            Cell::text(answered.join("\n")),
            Cell::number(own.impact.map(|grade| grade.value())),
            Cell::number(own.effort.map(|grade| grade.value())),
            Cell::number(own.importance.map(|importance| importance.value())),
            Cell::number(scores.get(&card.id).copied().flatten()),
            Cell::text(&card.owner),
            own.due.map_or(Cell::Empty, Cell::Date),
            Cell::text(opportunity_state_word(own.state, words)),
            votes(card),
            Cell::text(&card.notes),
        ]
    })
    .collect();
    (columns, rows)
}

pub(super) fn metrics(map: &JourneyMap, words: &Words) -> Body {
    let [stage, step] = place_columns(words);
    let columns = vec![
        text(words!(words, "list-column-metric")),
        stage,
        step,
        text(words!(words, "list-column-unit")),
        text(words!(words, "list-column-direction")),
        of(words!(words, "list-column-baseline"), Kind::Decimal),
        of(words!(words, "list-column-value"), Kind::Decimal),
        of(words!(words, "list-column-target"), Kind::Decimal),
        text(words!(words, "list-column-owner")),
        text(words!(words, "list-column-notes")),
    ];
    let row = |name: &str, [stage, step]: [Cell; 2], metric: &Metric, owner: &str, notes: &str| {
        let direction = match metric.direction {
            Direction::Up => words!(words, "list-direction-up"),
            Direction::Down => words!(words, "list-direction-down"),
        };
        vec![
            Cell::text(name),
            stage,
            step,
            Cell::text(unit_word(&metric.unit, words)),
            Cell::text(direction),
            Cell::number(metric.baseline),
            Cell::number(metric.value),
            Cell::number(metric.target),
            Cell::text(owner),
            Cell::text(notes),
        ]
    };
    let mut rows = Vec::new();
    if let Some(omtm) = &map.omtm {
        let whole = [Cell::Text(words!(words, "list-omtm")), Cell::Empty];
        rows.push(row(&omtm.name, whole, &omtm.metric, "", ""));
    }
    for metric in &map.metrics {
        let whole = [Cell::Text(words!(words, "list-whole-map")), Cell::Empty];
        rows.push(row(&metric.name, whole, &metric.metric, "", ""));
    }
    let cards = placed(map, |content| match content {
        Content::Metric(metric) => Some(metric),
        _ => None,
    });
    rows.extend(
        cards.map(|(at, card, metric)| row(&card.text, place_or_tray(words, at), metric, &card.owner, &card.notes)),
    );
    (columns, rows)
}

pub(super) fn lanes(map: &JourneyMap, words: &Words) -> Body {
    let columns = vec![
        text(words!(words, "list-column-lane")),
        text(words!(words, "list-column-lane-kind")),
        text(words!(words, "list-column-lane-hidden")),
    ];
    let row = |lane: &std::sync::Arc<crate::model::Lane>| {
        vec![
            Cell::text(super::lane_name(words, lane)),
            Cell::text(lane_kind_word(words, lane.kind)),
            yes(words, lane.hidden),
        ]
    };
    (columns, map.lanes.iter().map(row).collect())
}

pub(super) fn personas(map: &JourneyMap, words: &Words) -> Body {
    let columns = vec![
        text(words!(words, "list-column-persona")),
        text(words!(words, "list-column-description")),
        text(words!(words, "list-column-roles")),
        text(words!(words, "list-column-goal")),
        text(words!(words, "list-column-quote")),
        text(words!(words, "list-column-segment")),
        text(words!(words, "list-column-profile")),
        text(words!(words, "list-column-notes")),
    ];
    let rows = map
        .personas
        .iter()
        .map(|persona| {
            let roles: Vec<String> = persona.roles.iter().map(|role| role_word(words, *role)).collect();
            let segment = persona.segment.and_then(|id| map.segments.iter().find(|segment| segment.id == id));
            let fields: Vec<String> =
                persona.fields.iter().map(|field| format!("{}: {}", field.name, field.value)).collect();
            vec![
                Cell::text(&persona.name),
                Cell::text(&persona.description),
                Cell::text(roles.join(", ")),
                Cell::text(&persona.goal),
                Cell::text(&persona.quote),
                Cell::text(segment.map(|segment| segment.name.clone()).unwrap_or_default()),
                Cell::text(fields.join("\n")),
                Cell::text(&persona.notes),
            ]
        })
        .collect();
    (columns, rows)
}
