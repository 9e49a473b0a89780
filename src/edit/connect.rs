//! Links between cards and branches between steps: making and removing them. Must not know keys, pointers or windows.

use super::command::Change;
use super::{CardChange, Cursor, Edit, Selection, StepChange};
use crate::model::{Branch, Card, CardId, JourneyMap, LaneId, Link, StepId};

/// Why two things can't be joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It would lead to where it begins.
    Itself,
    /// They are joined already.
    Already,
    /// The card that the link would begin at lies in a locked lane.
    Locked(LaneId),
    /// One of them isn't there any more.
    Missing,
}

/// The link between two cards, if there is one.
pub fn link(map: &JourneyMap, from: CardId, to: CardId) -> Option<&Link> {
    map.card(from)?.1.links.iter().find(|link| link.to == to)
}

/// The branch between two steps, if there is one.
pub fn branch(map: &JourneyMap, from: StepId, to: StepId) -> Option<&Branch> {
    map.step(from)?.branches.iter().find(|branch| branch.to == to)
}

/// The card that a link may begin at.
fn source(map: &JourneyMap, from: CardId) -> Result<&Card, Refusal> {
    let (_, card) = map.card(from).ok_or(Refusal::Missing)?;
    let locked = map.lane(card.lane).is_some_and(|lane| lane.locked);
    if locked { Err(Refusal::Locked(card.lane)) } else { Ok(card) }
}

/// Whether a link could be drawn from one card to another.
///
/// # Errors
/// When it can't, and why.
pub fn may_link(map: &JourneyMap, from: CardId, to: CardId) -> Result<(), Refusal> {
    let card = source(map, from)?;
    map.card(to).ok_or(Refusal::Missing)?;
    if from == to {
        return Err(Refusal::Itself);
    }
    if card.links.iter().any(|link| link.to == to) { Err(Refusal::Already) } else { Ok(()) }
}

/// Draws a link from one card to another, and selects it, so that its words can be typed.
///
/// # Errors
/// When it can't be drawn, and why.
pub fn add_link(map: &JourneyMap, from: CardId, to: CardId) -> Result<Change, Refusal> {
    may_link(map, from, to)?;
    let edit = with_link(source(map, from)?, to);
    Ok(Change { edit, selection: Selection::at(Cursor::Link { from, to }) })
}

/// The edit that gives a card one more link.
fn with_link(card: &Card, to: CardId) -> Edit {
    let mut links = card.links.clone();
    links.push(Link { to, label: String::new() });
    Edit::SetCard(card.id, CardChange::Links(links))
}

/// Draws a link from a card to one that `insert` adds, in one step.
///
/// # Errors
/// When it can't be drawn, and why.
pub fn add_linked_card(map: &JourneyMap, from: CardId, to: CardId, insert: Edit) -> Result<Edit, Refusal> {
    let link = with_link(source(map, from)?, to);
    Ok(Edit::All(vec![insert, link]))
}

/// Whether a branch could be drawn from one step to another.
///
/// # Errors
/// When it can't, and why.
pub fn may_branch(map: &JourneyMap, from: StepId, to: StepId) -> Result<(), Refusal> {
    let step = map.step(from).ok_or(Refusal::Missing)?;
    map.step(to).ok_or(Refusal::Missing)?;
    if from == to {
        return Err(Refusal::Itself);
    }
    if step.branches.iter().any(|branch| branch.to == to) { Err(Refusal::Already) } else { Ok(()) }
}

/// Draws a branch from one step to another, and selects it, so that its words can be typed.
///
/// # Errors
/// When it can't be drawn, and why.
pub fn add_branch(map: &JourneyMap, from: StepId, to: StepId) -> Result<Change, Refusal> {
    may_branch(map, from, to)?;
    let mut branches = map.step(from).map(|step| step.branches.clone()).unwrap_or_default();
    branches.push(Branch { to, label: String::new() });
    let edit = Edit::SetStep(from, StepChange::Branches(branches));
    Ok(Change { edit, selection: Selection::at(Cursor::Branch { from, to }) })
}

/// Turns the link or branch that the cursor stands on round, with its words.
///
/// # Errors
/// When it can't be, and why.
pub fn swap(map: &JourneyMap, cursor: Cursor) -> Result<Change, Refusal> {
    match cursor {
        Cursor::Link { from, to } => {
            let label = link(map, from, to).ok_or(Refusal::Missing)?.label.clone();
            may_link(map, to, from)?;
            let mut here = source(map, from)?.links.clone();
            here.retain(|link| link.to != to);
            let mut there = source(map, to)?.links.clone();
            there.push(Link { to: from, label });
            let edits = vec![Edit::SetCard(from, CardChange::Links(here)), Edit::SetCard(to, CardChange::Links(there))];
            let selection = Selection::at(Cursor::Link { from: to, to: from });
            Ok(Change { edit: Edit::All(edits), selection })
        }
        Cursor::Branch { from, to } => {
            let label = branch(map, from, to).ok_or(Refusal::Missing)?.label.clone();
            may_branch(map, to, from)?;
            let of = |id: StepId| map.step(id).map(|step| step.branches.clone()).unwrap_or_default();
            let (mut here, mut there) = (of(from), of(to));
            here.retain(|branch| branch.to != to);
            there.push(Branch { to: from, label });
            let edits =
                vec![Edit::SetStep(from, StepChange::Branches(here)), Edit::SetStep(to, StepChange::Branches(there))];
            let selection = Selection::at(Cursor::Branch { from: to, to: from });
            Ok(Change { edit: Edit::All(edits), selection })
        }
        _ => Err(Refusal::Missing),
    }
}

/// Removes the link or branch that the cursor stands on; the cursor goes to where it began.
pub fn remove(map: &JourneyMap, cursor: Cursor) -> Option<Change> {
    match cursor {
        Cursor::Link { from, to } => {
            let (step, card) = map.card(from)?;
            let place = card.links.iter().position(|link| link.to == to)?;
            let mut links = card.links.clone();
            links.remove(place);
            let edit = Edit::SetCard(from, CardChange::Links(links));
            let cell = step.map(|step| Cursor::Cell { lane: card.lane, step: step.id, persona: None });
            Some(Change { edit, selection: Selection { cursor: cell, cards: vec![from], ..Selection::default() } })
        }
        Cursor::Branch { from, to } => {
            let mut branches = map.step(from)?.branches.clone();
            let place = branches.iter().position(|branch| branch.to == to)?;
            branches.remove(place);
            let edit = Edit::SetStep(from, StepChange::Branches(branches));
            Some(Change { edit, selection: Selection::at(Cursor::Step(from)) })
        }
        _ => None,
    }
}

/// The next link or branch, in the map's order and from its end to its begin: after the one that the cursor stands on; else
/// the first of the selected card, or of the step that the cursor stands on, else the first after it.
pub fn next(map: &JourneyMap, selection: &Selection) -> Option<Cursor> {
    let mut all: Vec<Cursor> = Vec::new();
    // How many begin before what is selected, and the first that ends there.
    let (mut before, mut arriving) = (None, None);
    let on_step = |id: StepId| selection.cards.is_empty() && selection.cursor == Some(Cursor::Step(id));
    for (_, step) in map.steps() {
        if on_step(step.id) {
            before = Some((all.len(), !step.branches.is_empty()));
        }
        for branch in step.branches.iter().filter(|branch| branch.to != step.id) {
            if on_step(branch.to) {
                arriving = arriving.or(Some(all.len()));
            }
            all.push(Cursor::Branch { from: step.id, to: branch.to });
        }
        for card in &step.cards {
            if selection.cards.last() == Some(&card.id) {
                before = Some((all.len(), !card.links.is_empty()));
            }
            for link in card.links.iter().filter(|link| link.to != card.id) {
                if selection.cards.last() == Some(&link.to) {
                    arriving = arriving.or(Some(all.len()));
                }
                all.push(Cursor::Link { from: card.id, to: link.to });
            }
        }
    }
    let now = all.iter().position(|cursor| Some(*cursor) == selection.cursor).map(|now| now + 1);
    let place = now.or(match (before, arriving) {
        (Some((place, true)), _) | (_, Some(place)) | (Some((place, false)), None) => Some(place),
        (None, None) => None,
    });
    all.get(place.unwrap_or(0)).or(all.first()).copied()
}
