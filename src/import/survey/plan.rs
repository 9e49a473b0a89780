//! What answers change in a map: one edit, and what it moves.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, ToSpan as _, Zoned};

use super::VALIDATED_FROM;
use super::count::Answers;
use super::wiring::{Slot, Wiring, takes_no_part};
use crate::edit::{CardChange, Edit, MapChange};
use crate::i18n::name_key;
use crate::model::{
    BadSoFar, Content, Direction, Evidence, EvidenceId, EvidenceKind, IdSource, JourneyMap, Measured, Metric,
    NamedMetric, PersonaId, Score, ScoreState, Stage, Step, StepId, Survey, SurveyFigure, SurveyMapping, Unit,
};

/// Where answers come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sources {
    /// The file, as the evidence names it.
    pub file: String,
    /// When they were given, if the mapping doesn't say: the day of the file.
    pub date: Date,
}

impl Sources {
    /// A file of this name, and the day on which it was written; today where nobody knows.
    pub fn of(name: &str, path: Option<&Path>) -> Self {
        let written = path.and_then(|path| path.metadata().ok()?.modified().ok());
        let written = written.and_then(|time| Timestamp::try_from(time).ok());
        let date = written.map_or_else(Zoned::now, |time| time.to_zoned(TimeZone::system())).date();
        Self { file: name.to_owned(), date }
    }
}

/// What becomes of a measured score.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// Of which step or touchpoint.
    pub slot: Slot,
    /// What it is called.
    pub name: String,
    /// Whose.
    pub persona: PersonaId,
    /// What was measured before.
    pub before: Option<Measured>,
    /// What is measured now; none where the answers say nothing of it any more.
    pub after: Option<Measured>,
}

/// What becomes of a metric.
#[derive(Debug, Clone, PartialEq)]
pub struct MovedMetric {
    /// Which figure.
    pub figure: SurveyFigure,
    /// What it is called.
    pub name: String,
    /// What it was.
    pub before: Option<f64>,
    /// What it is.
    pub after: Option<f64>,
    /// How many answers.
    pub n: u64,
}

/// Answers that are ready to come in.
#[derive(Debug, Clone, PartialEq)]
pub struct Incoming {
    /// What changes the map: to be one undo step.
    pub edit: Edit,
    /// The entry of evidence.
    pub evidence: EvidenceId,
    /// It was there before, from an older file.
    pub renewed: bool,
    /// What moves, steps in the map's order first.
    pub scores: Vec<Moved>,
    /// Metrics.
    pub metrics: Vec<MovedMetric>,
}

/// Works out what answers change in a map. `renew`: the entry of evidence whose place they take; without, one with the
/// mapping's name that came in from a file before.
pub fn plan(
    map: &JourneyMap,
    mapping: &SurveyMapping,
    wiring: &Wiring,
    answers: &Answers,
    sources: &Sources,
    renew: Option<EvidenceId>,
    ids: &mut IdSource,
) -> Incoming {
    let older = map.evidence.iter().find(|entry| match renew {
        Some(id) => entry.id == id,
        None => entry.survey.is_some() && name_key(&entry.name) == name_key(&mapping.name),
    });
    let evidence = older.map_or_else(|| ids.fresh(), |entry| entry.id);
    let weighted = wiring.weight.is_some();
    let mut scores = Vec::new();
    for (slot, figures) in wiring.slots.iter().zip(&answers.slots) {
        for (persona, tally) in wiring.personas.iter().zip(&figures.tallies) {
            if matches!(slot, Slot::Step(step) if takes_no_part(map, *step, *persona)) {
                continue;
            }
            let after = tally.measured(weighted, Some(evidence));
            let (name, before) = shown_before(map, wiring, *slot, *persona);
            // What another survey measured stays where this one says nothing.
            let ours = before.is_some_and(|before| before.evidence == Some(evidence));
            if after.is_some() || ours {
                scores.push(Moved { slot: *slot, name, persona: *persona, before, after });
            }
        }
    }
    scores.extend(gone(map, evidence, &scores));
    let mut edits = vec![entry(map, mapping, wiring, answers, sources, older, evidence)];
    edits.extend(new_steps(map, mapping, wiring, ids));
    edits.extend(score_edits(map, &scores));
    edits.extend(touchpoint_edits(map, &scores));
    let (metrics, edit) = metrics(map, wiring, answers);
    edits.extend(edit);
    Incoming { edit: Edit::All(edits), evidence, renewed: older.is_some(), scores, metrics }
}

fn shown_before(map: &JourneyMap, wiring: &Wiring, slot: Slot, persona: PersonaId) -> (String, Option<Measured>) {
    match slot {
        Slot::Step(id) => match map.step(id) {
            Some(step) => (step.name.clone(), step.score(persona).measured().copied()),
            None => {
                let added = wiring.added.iter().find(|(added, _)| *added == id);
                (added.map(|(_, name)| name.clone()).unwrap_or_default(), None)
            }
        },
        Slot::Touchpoint(id) => match map.card(id) {
            Some((_, card)) => match &card.content {
                Content::Touchpoint(touchpoint) => (card.text.clone(), touchpoint.measured.get(&persona).copied()),
                _ => (card.text.clone(), None),
            },
            None => (String::new(), None),
        },
    }
}

/// What this evidence measured and doesn't any more: the newer file says nothing of it.
fn gone(map: &JourneyMap, evidence: EvidenceId, scores: &[Moved]) -> Vec<Moved> {
    let mut gone = Vec::new();
    let ours = |measured: &Measured| measured.evidence == Some(evidence);
    let known =
        |slot: Slot, persona: PersonaId| scores.iter().any(|score| score.slot == slot && score.persona == persona);
    let mut note = |slot: Slot, name: &str, persona: PersonaId, before: Measured| {
        if ours(&before) && !known(slot, persona) {
            gone.push(Moved { slot, name: name.to_owned(), persona, before: Some(before), after: None });
        }
    };
    for (_, step) in map.steps() {
        for (persona, score) in &step.scores {
            if let Some(measured) = score.measured() {
                note(Slot::Step(step.id), &step.name, *persona, *measured);
            }
        }
        for card in &step.cards {
            if let Content::Touchpoint(touchpoint) = &card.content {
                for (persona, measured) in &touchpoint.measured {
                    note(Slot::Touchpoint(card.id), &card.text, *persona, *measured);
                }
            }
        }
    }
    gone
}

/// The entry of evidence, new or in its place.
fn entry(
    map: &JourneyMap,
    mapping: &SurveyMapping,
    wiring: &Wiring,
    answers: &Answers,
    sources: &Sources,
    older: Option<&Evidence>,
    id: EvidenceId,
) -> Edit {
    let date = mapping.date.unwrap_or(sources.date);
    // As long again as it was good for before; else a year.
    let lasts = older.and_then(|entry| entry.date?.until(entry.review_by?).ok());
    let lasts: Span = lasts.unwrap_or_else(|| 1.year());
    let review_by = mapping.review_by.or_else(|| date.checked_add(lasts).ok());
    let respondents: BTreeMap<PersonaId, Vec<BadSoFar>> = wiring
        .personas
        .iter()
        .enumerate()
        .map(|(who, persona)| (*persona, bad_so_far(wiring, answers, who)))
        .filter(|(_, counted)| !counted.is_empty())
        .collect();
    // The date is the entry's: a newer file has another one.
    let kept = SurveyMapping { date: None, review_by: None, ..mapping.clone() };
    let new = Evidence {
        id,
        kind: older.map_or(EvidenceKind::Survey, |entry| entry.kind),
        name: mapping.name.clone(),
        source: sources.file.clone(),
        date: Some(date),
        review_by,
        n: Some(u32::try_from(answers.counted).unwrap_or(u32::MAX)),
        notes: older.map(|entry| entry.notes.clone()).unwrap_or_default(),
        survey: Some(Box::new(Survey { mapping: kept, respondents })),
    };
    let mut all = map.evidence.clone();
    match all.iter_mut().find(|entry| entry.id == id) {
        Some(slot) => *slot = new,
        None => all.push(new),
    }
    Edit::SetMap(MapChange::Evidence(all))
}

/// How many bad experiences a persona's respondents had after each step that they answered about.
fn bad_so_far(wiring: &Wiring, answers: &Answers, who: usize) -> Vec<BadSoFar> {
    let Some(counts) = answers.bad_so_far.get(who) else { return Vec::new() };
    let slots = wiring.slots.iter().zip(&answers.slots).zip(counts);
    slots
        .filter_map(|((slot, figures), counts)| {
            let Slot::Step(step) = slot else { return None };
            figures.tallies.get(who).filter(|tally| tally.n > 0)?;
            let [none, one, two, more] = counts.map(|count| count.max(0.0));
            Some(BadSoFar { step: *step, none, one, two, more })
        })
        .collect()
}

/// Steps that the map lacks: a stage of their own at its end, named as the survey.
fn new_steps(map: &JourneyMap, mapping: &SurveyMapping, wiring: &Wiring, ids: &mut IdSource) -> Option<Edit> {
    if wiring.added.is_empty() {
        return None;
    }
    let mut stage = Stage::new(ids.fresh(), mapping.name.clone());
    stage.phase = map.stages.last().and_then(|stage| stage.phase);
    stage.steps = wiring.added.iter().map(|(id, name)| Arc::new(Step::new(*id, name.clone()))).collect();
    Some(Edit::InsertStage { at: map.stages.len(), stage: Arc::new(stage) })
}

fn score_edits<'a>(map: &'a JourneyMap, scores: &'a [Moved]) -> impl Iterator<Item = Edit> + 'a {
    scores.iter().filter_map(|moved| {
        let Slot::Step(step) = moved.slot else { return None };
        let old = map.step(step).map(|step| step.score(moved.persona)).unwrap_or_default();
        Some(Edit::SetScore { step, persona: moved.persona, score: with_measured(&old, moved.after) })
    })
}

/// A score with what is measured now; what is believed and expected stays.
fn with_measured(old: &Score, after: Option<Measured>) -> Score {
    let (believed, was) = match old.state {
        ScoreState::Scored { believed, validated, .. } => (believed, validated),
        ScoreState::Unknown | ScoreState::NotInvolved => (None, false),
    };
    let state = match (after, believed) {
        (None, None) => ScoreState::Unknown,
        (None, believed) => ScoreState::Scored { believed, measured: None, validated: false },
        (Some(measured), believed) => {
            let validated = was || measured.n >= VALIDATED_FROM;
            ScoreState::Scored { believed, measured: Some(measured), validated }
        }
    };
    Score { state, expected: old.expected }
}

fn touchpoint_edits(map: &JourneyMap, scores: &[Moved]) -> Vec<Edit> {
    let mut cards = BTreeMap::new();
    for moved in scores {
        let Slot::Touchpoint(id) = moved.slot else { continue };
        let Some(Content::Touchpoint(old)) = map.card(id).map(|(_, card)| &card.content) else { continue };
        let touchpoint = cards.entry(id).or_insert_with(|| old.clone());
        match moved.after {
            Some(measured) => touchpoint.measured.insert(moved.persona, measured),
            None => touchpoint.measured.remove(&moved.persona),
        };
    }
    let edit = |(id, touchpoint)| Edit::SetCard(id, CardChange::Content(Content::Touchpoint(touchpoint)));
    cards.into_iter().map(edit).collect()
}

/// The map's metrics with what the answers say.
fn metrics(map: &JourneyMap, wiring: &Wiring, answers: &Answers) -> (Vec<MovedMetric>, Option<Edit>) {
    let mut all = map.metrics.clone();
    let mut moved = Vec::new();
    for ((figure, name), found) in wiring.metrics.iter().zip(&answers.metrics) {
        let Some(value) = found.value else { continue };
        // Kept as it is shown: nobody counts in hundred-thousandths of a point.
        let value = (value * 1e6).round() / 1e6;
        let place = all.iter().position(|metric| name_key(&metric.name) == name_key(name));
        let before = place.and_then(|place| all.get(place)).and_then(|metric| metric.metric.value);
        moved.push(MovedMetric { figure: *figure, name: name.clone(), before, after: Some(value), n: found.n });
        match place.and_then(|place| all.get_mut(place)) {
            Some(metric) => metric.metric.value = Some(value),
            None => {
                let unit = match figure {
                    SurveyFigure::Nps | SurveyFigure::Ces => Unit::Points,
                    SurveyFigure::Csat => Unit::Percent,
                };
                let metric = Metric { unit, direction: Direction::Up, value: Some(value), ..Metric::default() };
                all.push(NamedMetric { name: name.clone(), metric });
            }
        }
    }
    let edit = (all != map.metrics).then_some(Edit::SetMap(MapChange::Metrics(all)));
    (moved, edit)
}

impl Incoming {
    /// The steps whose measured score moves, with what was measured before: what a newer file changes.
    pub fn changed(&self) -> impl Iterator<Item = &Moved> {
        let figures = |measured: &Measured| (measured.n, measured.mean, measured.sd, measured.bad);
        self.scores.iter().filter(move |moved| moved.before.as_ref().map(figures) != moved.after.as_ref().map(figures))
    }

    /// The steps that get a score.
    pub fn steps(&self) -> impl Iterator<Item = StepId> {
        self.scores.iter().filter_map(|moved| match moved.slot {
            Slot::Step(id) => Some(id),
            Slot::Touchpoint(_) => None,
        })
    }
}
