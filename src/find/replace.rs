//! Writing over what was found: one edit, whatever it touches.

use std::ops::Range;
use std::sync::Arc;

use super::Match;
use super::texts::{Field, Owner, card_mut, omtm_mut, persona_mut, step_mut, whole_mut};
use crate::edit::{CardChange, Edit, MapChange, StepChange, TextAt};
use crate::model::{Card, JourneyMap, LaneId, Persona, Step};

/// What writing over came to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Replaced {
    /// What changes; none: nothing.
    pub edit: Option<Edit>,
    /// How many of the matches are written over.
    pub count: usize,
    /// How many stay because their lane is locked.
    pub locked: usize,
    /// How many stay because the words are not the map's own: names of kinds and channels.
    pub given: usize,
}

/// The matches of one text.
type Wanted<'a> = (Field, Vec<Range<usize>>);

/// Writes `with` over these matches, which are in the order of [`super::find`].
pub fn replace(map: &JourneyMap, matches: &[Match], with: &str) -> Replaced {
    let mut replaced = Replaced::default();
    let mut edits = Vec::new();
    for group in matches.chunk_by(|a, b| a.spot.owner == b.spot.owner) {
        let Some(owner) = group.first().map(|found| found.spot.owner) else { continue };
        if is_locked(map, owner) {
            replaced.locked += group.len();
            continue;
        }
        let mut wanted: Vec<Wanted<'_>> = Vec::new();
        for found in group {
            if !found.spot.field.is_own() {
                replaced.given += 1;
                continue;
            }
            replaced.count += 1;
            match wanted.iter_mut().find(|(field, _)| *field == found.spot.field) {
                Some((_, ranges)) => ranges.push(found.range.clone()),
                None => wanted.push((found.spot.field, vec![found.range.clone()])),
            }
        }
        if !wanted.is_empty() {
            write(map, owner, &wanted, with, &mut edits);
        }
    }
    replaced.edit = match edits.len() {
        0 | 1 => edits.pop(),
        _ => Some(Edit::All(edits)),
    };
    replaced
}

/// The lane that must not be changed, for what lies in one.
fn lane_of(map: &JourneyMap, owner: Owner) -> Option<LaneId> {
    match owner {
        Owner::Lane(id) => Some(id),
        // A card in the tray lies in no lane.
        Owner::Card(id) => map.card(id).and_then(|(step, card)| step.map(|_| card.lane)),
        _ => None,
    }
}

/// Whether this lies in a locked lane, and can't be written over.
pub fn is_locked(map: &JourneyMap, owner: Owner) -> bool {
    lane_of(map, owner).and_then(|id| map.lane(id)).is_some_and(|lane| lane.locked)
}

/// The edits that write over texts of one owner.
fn write(map: &JourneyMap, owner: Owner, wanted: &[Wanted<'_>], with: &str, edits: &mut Vec<Edit>) {
    let mut put = |field: Field, text: &mut String| {
        if let Some((_, ranges)) = wanted.iter().find(|(known, _)| *known == field) {
            *text = written(text, ranges, with);
        }
    };
    let plain = |at: TextAt, field: Field, text: &str| {
        let mut next = text.to_owned();
        put(field, &mut next);
        (next != text).then_some(Edit::SetText { at, text: next })
    };
    match owner {
        Owner::Title => edits.extend(plain(TextAt::Title, Field::Name, &map.title)),
        Owner::Scenario => edits.extend(plain(TextAt::Scenario, Field::Name, &map.scenario)),
        Owner::Phase(phase) => edits.extend(plain(TextAt::PhaseName(phase), Field::Name, map.phases.get(phase))),
        Owner::Stage(id) => {
            if let Some(stage) = map.stage(id) {
                edits.extend(plain(TextAt::StageName(id), Field::Name, &stage.name));
                edits.extend(plain(TextAt::StageNotes(id), Field::Notes, &stage.notes));
            }
        }
        Owner::Lane(id) => {
            if let Some(lane) = map.lane(id) {
                edits.extend(plain(TextAt::LaneName(id), Field::Name, &lane.name));
            }
        }
        Owner::Persona(id) => {
            if let Some(persona) = map.persona(id) {
                let mut next = Persona::clone(persona);
                persona_mut(&mut next, &mut put);
                edits.extend((next != **persona).then(|| Edit::SetPersona(Arc::new(next))));
            }
        }
        Owner::Step(id) => {
            if let Some(step) = map.step(id) {
                let mut next = Step::clone(step);
                step_mut(&mut next, &mut put);
                step_edits(step, next, edits);
            }
        }
        Owner::Card(id) => {
            if let Some((_, card)) = map.card(id) {
                let mut next = Card::clone(card);
                card_mut(&mut next, &mut put);
                card_edits(card, next, edits);
            }
        }
        Owner::Omtm => {
            let mut next = JourneyMap { omtm: map.omtm.clone(), ..JourneyMap::default() };
            omtm_mut(&mut next, &mut put);
            edits.extend((next.omtm != map.omtm).then_some(Edit::SetMap(MapChange::Omtm(next.omtm))));
        }
        Owner::Map => {
            let mut next = JourneyMap {
                notes: map.notes.clone(),
                metrics: map.metrics.clone(),
                segments: map.segments.clone(),
                channels: map.channels.clone(),
                evidence: map.evidence.clone(),
                facts: map.facts.clone(),
                loss_rates: map.loss_rates.clone(),
                ..JourneyMap::default()
            };
            whole_mut(&mut next, &mut put);
            map_edits(map, next, edits);
        }
    }
}

fn step_edits(step: &Step, next: Step, edits: &mut Vec<Edit>) {
    let id = step.id;
    if next.name != step.name {
        edits.push(Edit::SetText { at: TextAt::StepName(id), text: next.name });
    }
    if next.notes != step.notes {
        edits.push(Edit::SetText { at: TextAt::StepNotes(id), text: next.notes });
    }
    if next.risk != step.risk {
        edits.push(Edit::SetStep(id, StepChange::Risk(next.risk)));
    }
    if next.branches != step.branches {
        edits.push(Edit::SetStep(id, StepChange::Branches(next.branches)));
    }
}

fn card_edits(card: &Card, next: Card, edits: &mut Vec<Edit>) {
    let id = card.id;
    if next.text != card.text {
        edits.push(Edit::SetText { at: TextAt::CardText(id), text: next.text });
    }
    if next.notes != card.notes {
        edits.push(Edit::SetText { at: TextAt::CardNotes(id), text: next.notes });
    }
    if next.owner != card.owner {
        edits.push(Edit::SetText { at: TextAt::CardOwner(id), text: next.owner });
    }
    if next.links != card.links {
        edits.push(Edit::SetCard(id, CardChange::Links(next.links)));
    }
    if next.content != card.content {
        edits.push(Edit::SetCard(id, CardChange::Content(next.content)));
    }
}

fn map_edits(map: &JourneyMap, next: JourneyMap, edits: &mut Vec<Edit>) {
    if next.notes != map.notes {
        edits.push(Edit::SetText { at: TextAt::MapNotes, text: next.notes });
    }
    let changes = [
        (next.metrics != map.metrics).then_some(MapChange::Metrics(next.metrics)),
        (next.segments != map.segments).then_some(MapChange::Segments(next.segments)),
        (next.channels != map.channels).then_some(MapChange::Channels(next.channels)),
        (next.evidence != map.evidence).then_some(MapChange::Evidence(next.evidence)),
        (next.facts != map.facts).then_some(MapChange::Facts(next.facts)),
        (next.loss_rates != map.loss_rates).then_some(MapChange::LossRates(next.loss_rates)),
    ];
    edits.extend(changes.into_iter().flatten().map(Edit::SetMap));
}

/// A text with `with` in place of these parts of it, which are in order.
fn written(text: &str, ranges: &[Range<usize>], with: &str) -> String {
    let mut next = String::with_capacity(text.len());
    let mut from = 0;
    for range in ranges {
        // A match of a text that has changed since is left alone.
        let Some(kept) = text.get(from..range.start).filter(|_| text.is_char_boundary(range.end)) else { continue };
        next.push_str(kept);
        next.push_str(with);
        from = range.end;
    }
    next.push_str(text.get(from..).unwrap_or_default());
    next
}
