//! Where a match is and what became of it, in words.

use crate::find::{Field, Owner, Replaced, Spot, Unseen, is_locked, unseen};
use crate::i18n::{Words, lane_kind_word, phase_word};
use crate::model::{JourneyMap, LaneId};
use crate::words;

/// Where a text stands: what it belongs to, and which of its texts it is.
pub(super) fn place(words: &Words, map: &JourneyMap, spot: Spot) -> String {
    let owner = owner(words, map, spot.owner);
    match field(words, spot.field) {
        Some(field) => format!("{owner} · {field}"),
        None => owner,
    }
}

/// What something of a map is called.
fn owner(words: &Words, map: &JourneyMap, owner: Owner) -> String {
    let named = |name: &str| if name.trim().is_empty() { words!(words, "outline-unnamed") } else { name.to_owned() };
    match owner {
        Owner::Title => words!(words, "inspector-title"),
        Owner::Scenario => words!(words, "inspector-scenario"),
        Owner::Omtm => words!(words, "inspector-omtm"),
        Owner::Map => words!(words, "inspector-map"),
        Owner::Persona(id) => {
            let name = map.persona(id).map(|persona| named(&persona.name)).unwrap_or_default();
            words!(words, "outline-persona", name = name)
        }
        Owner::Phase(phase) => {
            let own = map.phases.get(phase);
            let name = if own.is_empty() { phase_word(words, phase) } else { own.to_owned() };
            words!(words, "outline-phase", name = name)
        }
        Owner::Stage(id) => {
            words!(words, "outline-stage", name = map.stage(id).map(|stage| named(&stage.name)).unwrap_or_default())
        }
        Owner::Step(id) => {
            words!(words, "outline-step", name = map.step(id).map(|step| named(&step.name)).unwrap_or_default())
        }
        Owner::Lane(id) => words!(words, "outline-lane", name = lane(words, map, id)),
        Owner::Card(id) => match map.card(id) {
            Some((Some(step), card)) => format!("{} › {}", lane(words, map, card.lane), named(&step.name)),
            Some((None, _)) | None => words!(words, "find-in-tray"),
        },
    }
}

/// What a lane is called.
fn lane(words: &Words, map: &JourneyMap, id: LaneId) -> String {
    let Some(lane) = map.lane(id) else { return String::new() };
    if lane.name.is_empty() { lane_kind_word(words, lane.kind) } else { lane.name.clone() }
}

/// Which text it is; none for what everybody reads first.
fn field(words: &Words, field: Field) -> Option<String> {
    Some(match field {
        Field::Name | Field::GivenName => return None,
        Field::Notes => words!(words, "inspector-notes"),
        Field::Owner => words!(words, "inspector-owner"),
        Field::Description => words!(words, "inspector-description"),
        Field::Goal => words!(words, "inspector-goal"),
        Field::Quote => words!(words, "inspector-quote"),
        Field::ProfileName(_) | Field::ProfileValue(_) => words!(words, "inspector-profile"),
        Field::Link(_) => words!(words, "find-link"),
        Field::Channel => words!(words, "inspector-channel"),
        Field::Unit | Field::MetricUnit(_) => words!(words, "inspector-unit"),
        Field::Alternative => words!(words, "inspector-image-alternative"),
        Field::WorstCase => words!(words, "inspector-worst-case"),
        Field::Answer => words!(words, "inspector-answer"),
        Field::Branch(_) => words!(words, "find-branch"),
        Field::MetricName(_) => words!(words, "card-metric"),
        Field::SegmentName(_) | Field::SegmentFieldName(..) | Field::SegmentFieldValue(..) => {
            words!(words, "inspector-segment")
        }
        Field::OwnChannel(_) => words!(words, "find-own-channel"),
        Field::EvidenceName(_) | Field::EvidenceSource(_) | Field::EvidenceNotes(_) => {
            words!(words, "inspector-evidence")
        }
        Field::Fact(_) | Field::FactSource(_) => words!(words, "find-fact"),
        Field::LossSource => words!(words, "inspector-loss-source"),
        Field::MapLink(_) => words!(words, "find-map-link"),
    })
}

/// Why a match isn't seen, or can't be written over; empty where nothing is in the way.
pub(super) fn hindrance(words: &Words, map: &JourneyMap, spot: Spot, replacing: bool) -> String {
    match unseen(map, spot.owner) {
        Some(Unseen::Hidden(_)) => return words!(words, "find-hidden"),
        Some(Unseen::Collapsed(_)) => return words!(words, "find-collapsed"),
        Some(Unseen::Tray) | None => {}
    }
    if !replacing {
        return String::new();
    }
    if is_locked(map, spot.owner) {
        words!(words, "find-locked")
    } else if !spot.field.is_own() {
        words!(words, "find-given")
    } else {
        String::new()
    }
}

/// What became of a replacement; none where one was written over, which is seen.
pub(super) fn replaced(words: &Words, replaced: &Replaced, all: bool) -> Option<String> {
    let mut said = Vec::new();
    if all {
        said.push(words!(words, "find-replaced", n = replaced.count));
    }
    if replaced.locked > 0 {
        said.push(words!(words, "find-left-locked", n = replaced.locked));
    }
    if replaced.given > 0 {
        said.push(words!(words, "find-left-given", n = replaced.given));
    }
    (!said.is_empty()).then(|| said.join(" "))
}
