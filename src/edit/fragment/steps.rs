//! Pasting columns at a heading: whole steps and stages, and blocks as steps of their own.

use std::collections::HashMap;
use std::sync::Arc;

use super::brought::Brought;
use super::heading::step_place;
use super::paste::{arriving, identities, retie};
use super::target::Target;
use super::{NotPasted, Pasted};
use crate::edit::apply::phase_for;
use crate::edit::{CardChange, Cursor, Edit, StepChange};
use crate::model::{Branch, Card, Excerpt, ExcerptShape, IdSource, JourneyMap, LaneId, Stage, Step, StepId};

/// Puts the steps of an excerpt after the step that the cursor stands on; on a stage's heading stages after that one, and
/// steps at its end.
pub(super) fn paste_steps(
    map: &JourneyMap,
    cursor: Cursor,
    excerpt: &Excerpt,
    ids: &mut IdSource,
) -> Result<Pasted, NotPasted> {
    let new_ids = identities(map, excerpt, ids);
    let mut target = Target::new(map, ids);
    let whole = excerpt.shape != ExcerptShape::Block;
    let brought = Brought::new(map, excerpt, whole, &mut target.edits, &mut target.notes);
    let mut lanes: HashMap<LaneId, LaneId> = HashMap::new();
    for lane in &excerpt.map.lanes {
        if lane.kind.content().is_some() && excerpt.map.cards().any(|(_, card)| card.lane == lane.id) {
            let row = target.row_like(lane);
            lanes.insert(lane.id, row.lane);
        }
    }
    let steps: HashMap<StepId, StepId> =
        excerpt.map.steps().take(excerpt.columns).map(|(_, step)| (step.id, target.ids.fresh())).collect();
    let mut last = None;
    let mut locked = 0;
    let mut made = Vec::new();
    let mut copy = |step: &Step| {
        let mut new = Step { id: *steps.get(&step.id)?, cards: Vec::new(), ..step.clone() };
        new.branches = step.branches.iter().map(|branch| inside(branch, &steps)).collect();
        new.scores = step
            .scores
            .iter()
            .filter_map(|(persona, score)| Some((brought.persona(*persona)?, brought.score(*score))))
            .collect();
        for card in &step.cards {
            let Some(lane) = lanes.get(&card.lane).copied() else { continue };
            if map.lane(lane).is_some_and(|lane| lane.locked) {
                locked += 1;
                continue;
            }
            if let Some(arrived) = arriving(card, excerpt, &new_ids, &brought) {
                let until = card.until.and_then(|until| steps.get(&until).copied());
                let card = Arc::new(Card { lane, until, ..arrived });
                made.push(Arc::clone(&card));
                new.cards.push(card);
            }
        }
        last = Some(new.id);
        Some(Arc::new(new))
    };
    let columns: Vec<&Arc<Step>> = excerpt.map.steps().take(excerpt.columns).map(|(_, step)| step).collect();
    let mut last_stage = None;
    match (cursor, excerpt.shape) {
        (Cursor::Stage(id), ExcerptShape::Stages) => {
            let place = map.stages.iter().position(|stage| stage.id == id).ok_or(NotPasted::NoPlace)?;
            for (n, stage) in excerpt.map.stages.iter().enumerate() {
                let new_steps = stage.steps.iter().filter_map(|step| copy(step)).collect();
                let (id, phase) = (target.ids.fresh(), phase_for(map, place + 1));
                let new = Stage { id, phase, steps: new_steps, ..(**stage).clone() };
                last_stage = Some(id);
                target.edits.push(Edit::InsertStage { at: place + 1 + n, stage: Arc::new(new) });
            }
        }
        (Cursor::Stage(id), _) => {
            let stage = map.stage(id).ok_or(NotPasted::NoPlace)?;
            let at = stage.steps.len();
            for (n, step) in columns.iter().filter_map(|step| copy(step)).enumerate() {
                target.edits.push(Edit::InsertStep { stage: id, at: at + n, step });
            }
        }
        (Cursor::Step(id), _) => {
            let (stage, place) = step_place(map, id).ok_or(NotPasted::NoPlace)?;
            for (n, step) in columns.iter().filter_map(|step| copy(step)).enumerate() {
                target.edits.push(Edit::InsertStep { stage, at: place + 1 + n, step });
            }
        }
        _ => return Err(NotPasted::NotHere),
    }
    let cursor = last_stage.map(Cursor::Stage).or(last.map(Cursor::Step)).ok_or(NotPasted::Nothing)?;
    // A span, a branch can only end at what is there already.
    for card in made.iter().filter(|card| card.until.is_some()) {
        target.edits.push(Edit::SetCard(card.id, CardChange::Until(card.until)));
    }
    for step in columns.iter().filter(|step| step.branches.iter().any(|branch| steps.contains_key(&branch.to))) {
        let there = |branch: &Branch| steps.values().any(|id| *id == branch.to) || map.step(branch.to).is_some();
        let branches = step.branches.iter().map(|branch| inside(branch, &steps)).filter(there).collect();
        if let Some(id) = steps.get(&step.id) {
            target.edits.push(Edit::SetStep(*id, StepChange::Branches(branches)));
        }
    }
    target.landed += 1;
    target.made = made;
    target.notes.locked += locked;
    retie(&mut target, excerpt, &new_ids);
    let size = (excerpt.rows.len().max(1), columns.len() + 1);
    target.finish(cursor, (0, 0), size)
}

/// A branch to a copied step joins the copy.
fn inside(branch: &Branch, steps: &HashMap<StepId, StepId>) -> Branch {
    Branch { to: steps.get(&branch.to).copied().unwrap_or(branch.to), label: branch.label.clone() }
}
