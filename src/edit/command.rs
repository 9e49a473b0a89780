//! What the keys and menus do, as edits: inserting, removing, duplicating at the cursor. Each gives the edit and what is
//! selected after it. Must not know keys or windows.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::apply::phase_for;
use super::line::{ChannelNames, merge, parse_line};
use super::{CardChange, Cursor, Edit, Place, Selection, TextAt, block, connect, headings};
use crate::model::{
    Card, CardId, Content, ContentKind, Emotion, IdSource, JourneyMap, Lane, LaneId, LaneKind, Persona, PersonaId,
    Score, ScoreState, Stage, StageId, Step, StepId,
};

/// An edit, and what is selected after it.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What changes.
    pub edit: Edit,
    /// What is selected then.
    pub selection: Selection,
}

impl Change {
    pub(super) const fn new(edit: Edit, selection: Selection) -> Self {
        Self { edit, selection }
    }

    fn at(edit: Edit, cursor: Cursor) -> Self {
        Self { edit, selection: Selection::at(cursor) }
    }
}

/// Adds a stage with one step after this one; at the end without one.
pub fn insert_stage_after(map: &JourneyMap, stage: Option<StageId>, ids: &mut IdSource) -> Change {
    let after = stage.and_then(|id| map.stages.iter().position(|stage| stage.id == id));
    let at = after.map_or(map.stages.len(), |place| place + 1);
    let mut new = Stage::new(ids.fresh(), "");
    new.phase = phase_for(map, at);
    new.steps.push(Arc::new(Step::new(ids.fresh(), "")));
    let cursor = Cursor::Stage(new.id);
    Change::at(Edit::InsertStage { at, stage: Arc::new(new) }, cursor)
}

/// Adds a step after this one, in its stage; at the end of the map without one. A map without stages gets one.
pub fn insert_step_after(map: &JourneyMap, step: Option<StepId>, ids: &mut IdSource) -> Change {
    let new = Step::new(ids.fresh(), "");
    let cursor = Cursor::Step(new.id);
    let place = step.and_then(|id| {
        map.stages
            .iter()
            .find_map(|stage| stage.steps.iter().position(|step| step.id == id).map(|place| (stage.id, place + 1)))
    });
    let last = || map.stages.last().map(|stage| (stage.id, stage.steps.len()));
    let edit = match place.or_else(last) {
        Some((stage, at)) => Edit::InsertStep { stage, at, step: Arc::new(new) },
        None => {
            let mut stage = Stage::new(ids.fresh(), "");
            stage.steps.push(Arc::new(new));
            Edit::InsertStage { at: 0, stage: Arc::new(stage) }
        }
    };
    Change::at(edit, cursor)
}

/// Adds the first step of a stage.
pub fn insert_first_step(stage: StageId, ids: &mut IdSource) -> Change {
    let new = Step::new(ids.fresh(), "");
    let cursor = Cursor::Step(new.id);
    Change::at(Edit::InsertStep { stage, at: 0, step: Arc::new(new) }, cursor)
}

/// Adds a lane after this one; at the end without one.
pub fn insert_lane_after(map: &JourneyMap, lane: Option<LaneId>, kind: LaneKind, ids: &mut IdSource) -> Change {
    let after = lane.and_then(|id| map.lanes.iter().position(|lane| lane.id == id));
    let at = after.map_or(map.lanes.len(), |place| place + 1);
    let new = Lane::new(ids.fresh(), kind);
    let cursor = Cursor::Lane(new.id);
    Change::at(Edit::InsertLane { at, lane: Arc::new(new) }, cursor)
}

/// Adds a persona after this one; at the end without one.
pub fn insert_persona_after(map: &JourneyMap, persona: Option<PersonaId>, ids: &mut IdSource) -> Change {
    let after = persona.and_then(|id| map.personas.iter().position(|persona| persona.id == id));
    let at = after.map_or(map.personas.len(), |place| place + 1);
    let new = Persona::new(ids.fresh(), "");
    let cursor = Cursor::Persona(new.id);
    Change::at(Edit::InsertPersona { at, persona: Arc::new(new) }, cursor)
}

/// Adds the same kind of thing after what the cursor stands in: on a stage's heading a stage, on a lane's name a lane of the
/// same kind, on a persona a persona, elsewhere a step. In a cell the cursor stays in its lane.
pub fn insert_after(map: &JourneyMap, cursor: Cursor, ids: &mut IdSource) -> Change {
    match cursor {
        Cursor::Stage(id) => insert_stage_after(map, Some(id), ids),
        Cursor::Lane(id) => {
            // A second curve or computed lane would show the same again.
            let kind = map.lane(id).map(|lane| lane.kind).filter(|kind| kind.content().is_some());
            insert_lane_after(map, Some(id), kind.unwrap_or(LaneKind::Text), ids)
        }
        Cursor::Persona(id) => insert_persona_after(map, Some(id), ids),
        Cursor::Step(id) => insert_step_after(map, Some(id), ids),
        Cursor::Cell { lane, step, persona } => {
            let change = insert_step_after(map, Some(step), ids);
            match change.selection.cursor {
                Some(Cursor::Step(step)) => Change::at(change.edit, Cursor::Cell { lane, step, persona }),
                _ => change,
            }
        }
        Cursor::Link { from, .. } => {
            let step = map.card(from).and_then(|(step, _)| step).map(|step| step.id);
            insert_step_after(map, step, ids)
        }
        Cursor::Branch { from, .. } => insert_step_after(map, Some(from), ids),
        Cursor::Title | Cursor::Scenario | Cursor::Omtm | Cursor::Phase(_) => insert_step_after(map, None, ids),
    }
}

/// Removes what [`insert_after`] would insert: on a stage's heading the stage, on a lane's name the lane, on a persona the
/// persona, on a step or in a cell the step. The cursor goes to the next one, else to the one before.
pub fn remove_at(map: &JourneyMap, cursor: Cursor) -> Option<Change> {
    fn neighbour<T: Copy + PartialEq>(all: &[T], one: T) -> Option<T> {
        let place = all.iter().position(|other| *other == one)?;
        all.get(place + 1).or_else(|| place.checked_sub(1).and_then(|place| all.get(place))).copied()
    }
    let steps = || map.steps().map(|(_, step)| step.id).collect::<Vec<_>>();
    let (edit, cursor) = match cursor {
        Cursor::Stage(id) => {
            let all: Vec<StageId> = map.stages.iter().map(|stage| stage.id).collect();
            (Edit::RemoveStage(id), neighbour(&all, id).map(Cursor::Stage))
        }
        Cursor::Lane(id) => {
            let all: Vec<LaneId> = map.lanes.iter().map(|lane| lane.id).collect();
            (Edit::RemoveLane(id), neighbour(&all, id).map(Cursor::Lane))
        }
        Cursor::Persona(id) => {
            let all: Vec<PersonaId> = map.personas.iter().map(|persona| persona.id).collect();
            (Edit::RemovePersona(id), neighbour(&all, id).map(Cursor::Persona))
        }
        Cursor::Step(id) => (Edit::RemoveStep(id), neighbour(&steps(), id).map(Cursor::Step)),
        Cursor::Cell { lane, step, persona } => {
            let next = neighbour(&steps(), step);
            (Edit::RemoveStep(step), next.map(|step| Cursor::Cell { lane, step, persona }))
        }
        Cursor::Link { .. } | Cursor::Branch { .. } => return connect::remove(map, cursor),
        Cursor::Title | Cursor::Scenario | Cursor::Omtm | Cursor::Phase(_) => return None,
    };
    Some(Change::new(edit, Selection { cursor, ..Selection::default() }))
}

/// Empties what is selected: the selected cards go; without any the cards and scores of the block or cell, or the text that
/// the cursor stands on. None where there is nothing to empty.
pub fn clear(map: &JourneyMap, selection: &Selection) -> Option<Change> {
    let cursor = selection.cursor?;
    let mut edits = Vec::new();
    let mut gone: Vec<CardId> = selection.cards.clone();
    if gone.is_empty() || selection.anchor.is_some() {
        gone.clear();
        match cursor {
            Cursor::Stage(_) | Cursor::Step(_) | Cursor::Lane(_) | Cursor::Persona(_) => {
                edits.extend(headings::chosen(map, selection).into_iter().filter_map(name_of).map(empty));
            }
            Cursor::Title => edits.push(empty(TextAt::Title)),
            Cursor::Scenario => edits.push(empty(TextAt::Scenario)),
            Cursor::Phase(phase) => edits.push(empty(TextAt::PhaseName(phase))),
            Cursor::Omtm => edits.push(Edit::SetMap(super::MapChange::Omtm(None))),
            Cursor::Link { .. } | Cursor::Branch { .. } => return connect::remove(map, cursor),
            Cursor::Cell { .. } => {
                for row in block::cells(map, selection).into_iter().flatten() {
                    match row {
                        Cursor::Cell { lane, step, persona: None } => gone.extend(cell(map, step, lane)),
                        Cursor::Cell { step, persona: Some(persona), .. } => edits.extend(unknown(map, step, persona)),
                        _ => {}
                    }
                }
            }
        }
    }
    if !gone.is_empty() {
        edits.push(Edit::RemoveCards(gone));
    }
    let selection = Selection { cards: Vec::new(), ..selection.clone() };
    one(edits).map(|edit| Change::new(edit, selection))
}

/// The name of what a heading is of.
const fn name_of(heading: Cursor) -> Option<TextAt> {
    match heading {
        Cursor::Stage(id) => Some(TextAt::StageName(id)),
        Cursor::Step(id) => Some(TextAt::StepName(id)),
        Cursor::Lane(id) => Some(TextAt::LaneName(id)),
        Cursor::Persona(id) => Some(TextAt::PersonaName(id)),
        _ => None,
    }
}

fn empty(at: TextAt) -> Edit {
    Edit::SetText { at, text: String::new() }
}

/// One edit of several; none of none.
pub(super) fn one(mut edits: Vec<Edit>) -> Option<Edit> {
    match edits.len() {
        0 => None,
        1 => edits.pop(),
        _ => Some(Edit::All(edits)),
    }
}

/// The cards of a cell, in order.
pub fn cell(map: &JourneyMap, step: StepId, lane: LaneId) -> Vec<CardId> {
    let cards = map.step(step).into_iter().flat_map(|step| &step.cards);
    cards.filter(|card| card.lane == lane).map(|card| card.id).collect()
}

/// Adds a card with what a typed line says before the card that stands at `at` of the cell; at its end without `at`.
pub fn new_card(
    map: &JourneyMap,
    (step, lane): (StepId, LaneId),
    at: Option<usize>,
    line: &str,
    channel_of: ChannelNames<'_>,
    ids: &mut IdSource,
) -> Change {
    let kind = map.lane(lane).map_or(LaneKind::Text, |lane| lane.kind);
    let at = at.unwrap_or_else(|| cell(map, step, lane).len());
    let card = card_of(kind, lane, line, channel_of, ids);
    let selection = Selection::card(Cursor::Cell { lane, step, persona: None }, card.id);
    Change::new(Edit::InsertCard { place: Place::Cell { step, lane, at }, card: Arc::new(card) }, selection)
}

/// A card with what a line says.
pub(super) fn card_of(
    kind: LaneKind,
    lane: LaneId,
    line: &str,
    channel_of: ChannelNames<'_>,
    ids: &mut IdSource,
) -> Card {
    let read = parse_line(kind, line, channel_of);
    let mut card = Card::new(ids.fresh(), lane, read.text, read.content);
    card.owner = read.owner;
    card
}

/// Writes a typed line on a card: its text, and the fields that the line names.
pub fn write_card(map: &JourneyMap, card: CardId, line: &str, channel_of: ChannelNames<'_>) -> Option<Edit> {
    let (_, old) = map.card(card)?;
    let kind = map.lane(old.lane)?.kind;
    let read = parse_line(kind, line, channel_of);
    let mut edits = vec![Edit::SetText { at: TextAt::CardText(card), text: read.text }];
    let content = merge(&old.content, read.content);
    if content != old.content {
        edits.push(Edit::SetCard(card, CardChange::Content(content)));
    }
    if !read.owner.is_empty() && read.owner != old.owner {
        edits.push(Edit::SetText { at: TextAt::CardOwner(card), text: read.owner });
    }
    one(edits)
}

/// Sets what the team believes of a step; a measurement beside it stays, and goes on being shown.
pub fn believe(map: &JourneyMap, step: StepId, persona: PersonaId, emotion: Emotion) -> Option<Edit> {
    let score = map.step(step)?.score(persona);
    let state = match score.state {
        ScoreState::Scored { measured, validated, .. } => {
            ScoreState::Scored { believed: Some(emotion), measured, validated }
        }
        ScoreState::Unknown | ScoreState::NotInvolved => Score::believed(emotion).state,
    };
    Some(Edit::SetScore { step, persona, score: Score { state, ..score } })
}

/// Moves what the team believes up or down, at most to the end of the scale. It begins at what is shown, or at 0.
pub fn nudge(map: &JourneyMap, step: StepId, persona: PersonaId, by: f64) -> Option<Edit> {
    let score = map.step(step)?.score(persona);
    let from = match score.state {
        ScoreState::Scored { believed: Some(believed), .. } => believed.value(),
        _ => score.shown().unwrap_or(0.0),
    };
    believe(map, step, persona, Emotion::clamped(from + by))
}

/// Makes a step unknown: the belief goes. What was measured stays, since nobody can un-measure it.
pub fn unknown(map: &JourneyMap, step: StepId, persona: PersonaId) -> Option<Edit> {
    let score = map.step(step)?.score(persona);
    let state = match score.state {
        ScoreState::Scored { measured: Some(measured), validated, .. } => {
            ScoreState::Scored { believed: None, measured: Some(measured), validated }
        }
        _ => ScoreState::Unknown,
    };
    (state != score.state).then_some(Edit::SetScore { step, persona, score: Score { state, ..score } })
}

/// Says that a persona takes no part in a step; what was known of it goes.
pub fn not_involved(map: &JourneyMap, step: StepId, persona: PersonaId) -> Option<Edit> {
    let score = map.step(step)?.score(persona);
    Some(Edit::SetScore { step, persona, score: Score { state: ScoreState::NotInvolved, ..score } })
}

/// Puts a copy after what is selected: of the selected cards each; without any of the cards of the cell, or of the step,
/// stage, lane (with its cards) or persona (with its scores) that the cursor stands on. Links among the copies join the
/// copies.
pub fn duplicate(map: &JourneyMap, selection: &Selection, ids: &mut IdSource) -> Option<Change> {
    let cursor = selection.cursor?;
    if !selection.cards.is_empty() {
        return duplicate_cards(map, cursor, &selection.cards, ids);
    }
    if headings::chosen(map, selection).len() > 1 {
        return headings::duplicated(map, selection, ids);
    }
    match cursor {
        Cursor::Cell { lane, step, persona: None } => duplicate_cards(map, cursor, &cell(map, step, lane), ids),
        Cursor::Step(id) => {
            let (stage, at, step) = map.stages.iter().find_map(|stage| {
                let at = stage.steps.iter().position(|step| step.id == id)?;
                stage.steps.get(at).map(|step| (stage, at, step))
            })?;
            let copies = copies(map, &step.cards, ids);
            let mut new = copy_step(step, &copies, ids);
            // The copy stands one step later, and so does the end of its spans.
            let order: Vec<StepId> = map.steps().map(|(_, step)| step.id).collect();
            for card in &mut new.cards {
                let end = card.until.and_then(|until| order.iter().position(|step| *step == until));
                if let Some(later) = end.and_then(|end| order.get(end + 1)) {
                    Arc::make_mut(card).until = Some(*later);
                }
            }
            let cursor = Cursor::Step(new.id);
            Some(Change::at(Edit::InsertStep { stage: stage.id, at: at + 1, step: Arc::new(new) }, cursor))
        }
        Cursor::Stage(id) => {
            let at = map.stages.iter().position(|stage| stage.id == id)?;
            let stage = map.stages.get(at)?;
            let copies = copies(map, stage.steps.iter().flat_map(|step| &step.cards), ids);
            let steps: Vec<Step> = stage.steps.iter().map(|step| copy_step(step, &copies, ids)).collect();
            let new_step: HashMap<StepId, StepId> =
                stage.steps.iter().zip(&steps).map(|(old, new)| (old.id, new.id)).collect();
            let mut new = Stage { id: ids.fresh(), steps: Vec::new(), ..(**stage).clone() };
            for mut step in steps {
                for branch in &mut step.branches {
                    branch.to = new_step.get(&branch.to).copied().unwrap_or(branch.to);
                }
                for card in &mut step.cards {
                    if let Some(until) = card.until.and_then(|until| new_step.get(&until)) {
                        Arc::make_mut(card).until = Some(*until);
                    }
                }
                new.steps.push(Arc::new(step));
            }
            let cursor = Cursor::Stage(new.id);
            Some(Change::at(Edit::InsertStage { at: at + 1, stage: Arc::new(new) }, cursor))
        }
        Cursor::Lane(id) => duplicate_lane(map, id, ids),
        Cursor::Persona(id) => {
            let at = map.personas.iter().position(|persona| persona.id == id)?;
            let new = Persona { id: ids.fresh(), ..(**map.personas.get(at)?).clone() };
            let persona = new.id;
            let mut edits = vec![Edit::InsertPersona { at: at + 1, persona: Arc::new(new) }];
            let scores = map.steps().filter_map(|(_, step)| step.scores.get(&id).map(|score| (step.id, *score)));
            edits.extend(scores.map(|(step, score)| Edit::SetScore { step, persona, score }));
            Some(Change::at(Edit::All(edits), Cursor::Persona(persona)))
        }
        Cursor::Cell { .. }
        | Cursor::Title
        | Cursor::Scenario
        | Cursor::Omtm
        | Cursor::Phase(_)
        | Cursor::Link { .. }
        | Cursor::Branch { .. } => None,
    }
}

/// New ids for cards that are copied; those of locked lanes are left out, since nothing can be added there.
fn copies<'a>(
    map: &JourneyMap,
    cards: impl IntoIterator<Item = &'a Arc<Card>>,
    ids: &mut IdSource,
) -> HashMap<CardId, CardId> {
    let locked: BTreeSet<LaneId> = map.lanes.iter().filter(|lane| lane.locked).map(|lane| lane.id).collect();
    let open = cards.into_iter().filter(|card| !locked.contains(&card.lane));
    open.map(|card| (card.id, ids.fresh())).collect()
}

/// A copy of a card; links and answers to other copied cards name the copies. None if it has no new id.
pub(super) fn copy_card(card: &Card, copies: &HashMap<CardId, CardId>) -> Option<Card> {
    let renamed = |id: CardId| copies.get(&id).copied().unwrap_or(id);
    let mut new = Card { id: *copies.get(&card.id)?, votes: 0, ..card.clone() };
    new.links.iter_mut().for_each(|link| link.to = renamed(link.to));
    match &mut new.content {
        Content::Touchpoint(touchpoint) => touchpoint.said_first = touchpoint.said_first.map(renamed),
        Content::Opportunity(opportunity) => opportunity.answers.iter_mut().for_each(|id| *id = renamed(*id)),
        _ => {}
    }
    Some(new)
}

fn copy_step(step: &Step, copies: &HashMap<CardId, CardId>, ids: &mut IdSource) -> Step {
    let id = ids.fresh();
    let cards = step.cards.iter().filter_map(|card| copy_card(card, copies));
    let cards = cards.map(Arc::new).collect();
    Step { id, cards, ..step.clone() }
}

fn duplicate_cards(map: &JourneyMap, cursor: Cursor, cards: &[CardId], ids: &mut IdSource) -> Option<Change> {
    let originals: Vec<&Arc<Card>> = cards.iter().filter_map(|id| map.card(*id).map(|(_, card)| card)).collect();
    let copies = copies(map, originals.iter().copied(), ids);
    // Backwards through each cell, so that the places of those before stay true.
    let mut edits: BTreeMap<(Option<StepId>, LaneId, usize), Edit> = BTreeMap::new();
    let mut selected = Vec::new();
    let mut made = Vec::new();
    for original in originals {
        let Some(copy) = copy_card(original, &copies) else { continue };
        let (step, _) = map.card(original.id)?;
        let (place, key) = match step {
            Some(step) => {
                let at = cell(map, step.id, original.lane).iter().position(|id| *id == original.id)? + 1;
                (Place::Cell { step: step.id, lane: original.lane, at }, (Some(step.id), original.lane, at))
            }
            None => {
                let at = map.tray.iter().position(|card| card.id == original.id)? + 1;
                // All cards of the tray are in one list, whatever their lane.
                (Place::Tray { at }, (None, LaneId::from_bits(0), at))
            }
        };
        selected.push(copy.id);
        let copy = Arc::new(copy);
        made.push(Arc::clone(&copy));
        edits.insert(key, Edit::InsertCard { place, card: copy });
    }
    let mut edits: Vec<Edit> = edits.into_values().rev().collect();
    edits.extend(join(map, &made));
    let edit = one(edits)?;
    Some(Change::new(edit, Selection { cards: selected, ..Selection::at(cursor) }))
}

fn duplicate_lane(map: &JourneyMap, id: LaneId, ids: &mut IdSource) -> Option<Change> {
    let at = map.lanes.iter().position(|lane| lane.id == id)?;
    let lane = Lane { id: ids.fresh(), locked: false, ..(**map.lanes.get(at)?).clone() };
    let new = lane.id;
    let mut edits = vec![Edit::InsertLane { at: at + 1, lane: Arc::new(lane) }];
    let cards: Vec<(StepId, &Arc<Card>)> =
        map.cards().filter(|(_, card)| card.lane == id).map(|(step, card)| (step.id, card)).collect();
    let copies: HashMap<CardId, CardId> = cards.iter().map(|(_, card)| (card.id, ids.fresh())).collect();
    let mut filled: BTreeMap<StepId, usize> = BTreeMap::new();
    let mut made = Vec::new();
    for (step, card) in cards {
        let at = filled.entry(step).or_default();
        let place = Place::Cell { step, lane: new, at: *at };
        *at += 1;
        if let Some(copy) = copy_card(card, &copies).map(Arc::new) {
            made.push(Arc::clone(&copy));
            edits.push(Edit::InsertCard { place, card: copy });
        }
    }
    edits.extend(join(map, &made));
    Some(Change::at(Edit::All(edits), Cursor::Lane(new)))
}

/// Edits that let new cards name each other. A card that enters the map can only name what is there already, so these follow
/// once all are.
pub(super) fn join(map: &JourneyMap, made: &[Arc<Card>]) -> Vec<Edit> {
    let new: BTreeMap<CardId, ContentKind> = made.iter().map(|card| (card.id, card.content.kind())).collect();
    let old: HashMap<CardId, ContentKind> =
        map.cards().map(|(_, card)| card).chain(&map.tray).map(|card| (card.id, card.content.kind())).collect();
    let kind = |id: CardId| new.get(&id).or_else(|| old.get(&id)).copied();
    let mut edits = Vec::new();
    for card in made {
        if card.links.iter().any(|link| new.contains_key(&link.to)) {
            let links = card.links.iter().filter(|link| kind(link.to).is_some()).cloned().collect();
            edits.push(Edit::SetCard(card.id, CardChange::Links(links)));
        }
        if let Content::Opportunity(opportunity) = &card.content
            && opportunity.answers.iter().any(|id| new.contains_key(id))
        {
            let mut opportunity = opportunity.clone();
            opportunity.answers.retain(|id| kind(*id) == Some(ContentKind::PainPoint));
            edits.push(Edit::SetCard(card.id, CardChange::Content(Content::Opportunity(opportunity))));
        }
        if let Content::Touchpoint(touchpoint) = &card.content
            && touchpoint.said_first.is_some_and(|first| first != card.id && new.contains_key(&first))
            && touchpoint.said_first.and_then(kind) == Some(ContentKind::Touchpoint)
        {
            edits.push(Edit::SetCard(card.id, CardChange::Content(card.content.clone())));
        }
    }
    edits
}
