//! Where cards land that are carried somewhere: moved or copied, one or several, into cells or into the tray. Must not know
//! pointers or windows.
//!
//! Cards of one lane, and cards that stay in the lane they were seized in, keep their arrangement: each goes by as many
//! steps. Else all land together in the one cell.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::command::{Change, cell, one};
use super::copies::{copy_card, join};
use super::fragment::unbulleted;
use super::line::{ChannelNames, parse_line};
use super::{CardChange, Cursor, Edit, EditError, Place, Selection, TextAt};
use crate::model::check::Thing;
use crate::model::{Card, CardId, Content, ContentKind, IdSource, JourneyMap, LaneId, StepId};

/// Cards that somebody holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Carried {
    /// Which cards, in the order of the map.
    ids: Vec<CardId>,
    /// The same, to be asked.
    held: HashSet<CardId>,
    /// The one that was seized.
    seized: CardId,
    /// What each is called as a copy: the same as long as it is held, so that copying can be switched.
    copies: HashMap<CardId, CardId>,
}

/// Which of the held cards land in which cell, by column and lane.
type Cells = BTreeMap<(usize, LaneId), Vec<CardId>>;

/// A map as it is seen by somebody who holds cards of it: found in one walk, since thousands may be held.
struct Survey<'a> {
    map: &'a JourneyMap,
    steps: Vec<StepId>,
    places: HashMap<StepId, usize>,
    /// The held cards with their columns; none in the tray.
    held: HashMap<CardId, (Option<usize>, &'a Arc<Card>)>,
    /// How many cards there are in each cell, the held ones left out where they are moved.
    others: HashMap<(usize, LaneId), usize>,
}

impl<'a> Survey<'a> {
    fn new(map: &'a JourneyMap, carried: &Carried, copy: bool) -> Self {
        let steps: Vec<StepId> = map.steps().map(|(_, step)| step.id).collect();
        let places = steps.iter().enumerate().map(|(place, id)| (*id, place)).collect();
        let mut survey = Self { map, steps, places, held: HashMap::new(), others: HashMap::new() };
        for (column, (_, step)) in map.steps().enumerate() {
            for card in &step.cards {
                let held = carried.held.contains(&card.id);
                if held {
                    survey.held.insert(card.id, (Some(column), card));
                }
                if copy || !held {
                    *survey.others.entry((column, card.lane)).or_default() += 1;
                }
            }
        }
        let notes = map.tray.iter().filter(|card| carried.held.contains(&card.id));
        survey.held.extend(notes.map(|card| (card.id, (None, card))));
        survey
    }

    /// The held cards, in the order of the map.
    fn cards(&self, carried: &Carried) -> impl Iterator<Item = (Option<usize>, &'a Arc<Card>)> {
        carried.ids.iter().filter_map(|id| self.held.get(id).copied())
    }

    fn count(&self, cell: (usize, LaneId)) -> usize {
        self.others.get(&cell).copied().unwrap_or_default()
    }

    fn last(&self) -> usize {
        self.steps.len().saturating_sub(1)
    }
}

impl Carried {
    /// These cards, seized at one of them.
    pub fn new(map: &JourneyMap, ids: &[CardId], seized: CardId, source: &mut IdSource) -> Self {
        let wanted: HashSet<CardId> = ids.iter().copied().chain([seized]).collect();
        let all = map.cards().map(|(_, card)| card).chain(&map.tray).map(|card| card.id);
        let ids: Vec<CardId> = all.filter(|id| wanted.contains(id)).collect();
        let held = ids.iter().copied().collect();
        let copies = ids.iter().map(|id| (*id, source.fresh())).collect();
        Self { ids, held, seized, copies }
    }

    /// The cards.
    pub fn ids(&self) -> &[CardId] {
        &self.ids
    }

    /// The card that was seized.
    pub const fn seized(&self) -> CardId {
        self.seized
    }

    /// The same as [`Self::landed`], to be asked.
    pub fn lands(&self, copy: bool) -> HashSet<CardId> {
        self.landed(copy).into_iter().collect()
    }

    /// The cards that are new at their place: themselves, or their copies.
    pub fn landed(&self, copy: bool) -> Vec<CardId> {
        self.ids.iter().map(|id| if copy { self.copies.get(id).copied().unwrap_or(*id) } else { *id }).collect()
    }

    /// The lane that keeps them from being moved, since it is locked.
    pub fn held_by(&self, map: &JourneyMap) -> Option<LaneId> {
        let locked: Vec<LaneId> = map.lanes.iter().filter(|lane| lane.locked).map(|lane| lane.id).collect();
        let mut cards = map.cards().map(|(_, card)| card);
        let found = cards.find(|card| locked.contains(&card.lane) && self.held.contains(&card.id));
        found.map(|card| card.lane)
    }

    /// The kinds of content that lose their data in this lane.
    pub fn loses(&self, map: &JourneyMap, lane: LaneId) -> BTreeSet<ContentKind> {
        let Some(kind) = map.lane(lane).and_then(|lane| lane.kind.content()) else { return BTreeSet::new() };
        let cards = map.cards().map(|(_, card)| card).chain(&map.tray).filter(|card| self.held.contains(&card.id));
        let contents = cards.map(|card| &card.content);
        contents.filter(|old| old.kind() != kind && **old != old.kind().empty()).map(Content::kind).collect()
    }

    /// The edit that lands them at a place, and what is selected then. The place's index counts without the cards that are
    /// moved, and with the originals of those that are copied. What was written into the tray fills the fields of the lane
    /// that it lands in.
    ///
    /// # Errors
    /// When a lane is locked or has no cards, or the place isn't there.
    pub fn land(
        &self,
        map: &JourneyMap,
        to: Place,
        copy: bool,
        channel_of: ChannelNames<'_>,
    ) -> Result<Change, EditError> {
        if !copy && let Some(lane) = self.held_by(map) {
            return Err(EditError::Locked(lane));
        }
        let survey = Survey::new(map, self, copy);
        let (step, lane, at) = match to {
            Place::Tray { at } => return Ok(self.in_tray(&survey, at, copy)),
            Place::Cell { step, lane, at } => (step, lane, at),
        };
        let column = survey.places.get(&step).copied().ok_or(EditError::Missing(Thing::Step(step)))?;
        let cells = self.cells(&survey, (column, lane), copy);
        let lanes: BTreeSet<LaneId> = cells.keys().map(|(_, lane)| *lane).collect();
        for lane in lanes {
            let found = map.lane(lane).ok_or(EditError::Missing(Thing::Lane(lane)))?;
            if found.kind.content().is_none() {
                return Err(EditError::LaneWithoutCards(lane));
            }
            if found.locked {
                return Err(EditError::Locked(lane));
            }
        }
        let at_of = |cell: (usize, LaneId)| {
            let count = survey.count(cell);
            if cell == (column, lane) { at.min(count) } else { count }
        };
        let mut edits = Vec::new();
        if copy {
            edits = self.copies_into(&survey, &cells, at_of);
        } else {
            let mut moves: Vec<Edit> = Vec::new();
            for (target, ids) in &cells {
                let Some(&step) = survey.steps.get(target.0) else { continue };
                let place = Place::Cell { step, lane: target.1, at: at_of(*target) };
                moves.push(Edit::MoveCards { ids: ids.clone(), to: place });
            }
            // What goes to the right goes from the right, so that each cell is left before it is entered.
            if self.by(&survey, column) > 0 {
                moves.reverse();
            }
            edits.extend(moves);
            edits.extend(fields(&survey, &cells, channel_of));
        }
        let landed = self.landed(copy);
        let mine = self.ids.iter().position(|id| *id == self.seized).unwrap_or_default();
        let home = cells.iter().find(|(_, ids)| ids.contains(&self.seized));
        let (home_column, home_lane) = home.map_or((column, lane), |(target, _)| *target);
        let step = survey.steps.get(home_column).copied().unwrap_or(step);
        let cursor = Cursor::Cell { lane: home_lane, step, persona: None };
        // The seized one was chosen last.
        let mut cards = landed;
        if mine < cards.len() {
            let seized = cards.remove(mine);
            cards.push(seized);
        }
        let edit = one(edits).unwrap_or(Edit::All(Vec::new()));
        Ok(Change::new(edit, Selection { cursor: Some(cursor), cards, ..Selection::default() }))
    }

    /// By how many columns the cards go, where they keep their arrangement: as far as the outermost of them can.
    fn by(&self, survey: &Survey<'_>, column: usize) -> isize {
        let Some((Some(from), _)) = survey.held.get(&self.seized).copied() else { return 0 };
        let columns = || survey.cards(self).filter_map(|(column, _)| column);
        let (Some(first), Some(last)) = (columns().min(), columns().max()) else { return 0 };
        let most = survey.last() as isize - last as isize;
        (column as isize - from as isize).clamp(-(first as isize), most.max(0))
    }

    /// The cards by the cells that they land in.
    fn cells(&self, survey: &Survey<'_>, target: (usize, LaneId), copy: bool) -> Cells {
        let lanes: BTreeSet<LaneId> = survey.cards(self).map(|(_, card)| card.lane).collect();
        let seized = survey.held.get(&self.seized).copied();
        let on_map = survey.cards(self).all(|(column, _)| column.is_some());
        let stays = seized.is_some_and(|(_, card)| card.lane == target.1);
        if !on_map || !(lanes.len() == 1 || stays) {
            return BTreeMap::from([(target, self.ids.clone())]);
        }
        let by = self.by(survey, target.0);
        let mut cells = Cells::new();
        for (column, card) in survey.cards(self) {
            let Some(column) = column else { continue };
            let to = column.saturating_add_signed(by).min(survey.last());
            let goes_to = (to, if stays { card.lane } else { target.1 });
            // Where nothing moves sideways, only the cell of the seized one changes its order.
            let home = seized.is_some_and(|(column, card)| goes_to == (column.unwrap_or(to), card.lane));
            if by != 0 || !stays || copy || home {
                cells.entry(goes_to).or_default().push(card.id);
            }
        }
        cells
    }

    fn in_tray(&self, survey: &Survey<'_>, at: usize, copy: bool) -> Change {
        let tray = &survey.map.tray;
        let others = tray.iter().filter(|card| copy || !self.held.contains(&card.id)).count();
        let at = at.min(others);
        let cards = self.landed(copy);
        let edit = if copy {
            let mut made = Vec::new();
            for (_, card) in survey.cards(self) {
                let Some(card) = copy_card(card, &self.copies) else { continue };
                made.push(Arc::new(Card { until: None, ..card }));
            }
            let place = |n: usize| Place::Tray { at: at + n };
            let inserted = made.iter().enumerate();
            let mut edits: Vec<Edit> =
                inserted.map(|(n, card)| Edit::InsertCard { place: place(n), card: Arc::clone(card) }).collect();
            edits.extend(join(survey.map, &made));
            Edit::All(edits)
        } else {
            Edit::MoveCards { ids: self.ids.clone(), to: Place::Tray { at } }
        };
        Change::new(edit, Selection { cards, ..Selection::default() })
    }

    fn copies_into(&self, survey: &Survey<'_>, cells: &Cells, at_of: impl Fn((usize, LaneId)) -> usize) -> Vec<Edit> {
        let mut edits = Vec::new();
        let mut made = Vec::new();
        for (target, ids) in cells {
            let Some(&step) = survey.steps.get(target.0) else { continue };
            let at = at_of(*target);
            let kind = survey.map.lane(target.1).and_then(|lane| lane.kind.content()).unwrap_or(ContentKind::Text);
            for (n, id) in ids.iter().enumerate() {
                let Some((begin, card)) = survey.held.get(id).copied() else { continue };
                let Some(mut copy) = copy_card(card, &self.copies) else { continue };
                let end = card.until.and_then(|until| survey.places.get(&until).copied());
                let length = end.zip(begin).and_then(|(end, begin)| end.checked_sub(begin));
                let end = length.map(|length| (target.0 + length).min(survey.last()));
                copy.until = end.filter(|end| *end > target.0).and_then(|end| survey.steps.get(end).copied());
                copy.lane = target.1;
                if copy.content.kind() != kind {
                    copy.content = kind.empty();
                }
                let copy = Arc::new(copy);
                made.push(Arc::clone(&copy));
                let place = Place::Cell { step, lane: target.1, at: at + n };
                edits.push(Edit::InsertCard { place, card: copy });
            }
        }
        edits.extend(join(survey.map, &made));
        edits
    }
}

/// What was written into the tray without a lane's fields fills those of the lane that it lands in.
fn fields(survey: &Survey<'_>, cells: &Cells, channel_of: ChannelNames<'_>) -> Vec<Edit> {
    let mut edits = Vec::new();
    for ((_, lane), ids) in cells {
        let Some(kind) = survey.map.lane(*lane).map(|lane| lane.kind) else { continue };
        if kind.content() == Some(ContentKind::Text) {
            continue;
        }
        for id in ids {
            let Some((None, card)) = survey.held.get(id) else { continue };
            if card.content != Content::Text {
                continue;
            }
            let read = parse_line(kind, &card.text, channel_of);
            if read.text != card.text {
                edits.push(Edit::SetText { at: TextAt::CardText(card.id), text: read.text });
            }
            if read.content != read.content.kind().empty() {
                edits.push(Edit::SetCard(card.id, CardChange::Content(read.content)));
            }
            if !read.owner.is_empty() && card.owner.is_empty() {
                edits.push(Edit::SetText { at: TextAt::CardOwner(card.id), text: read.owner });
            }
        }
    }
    edits
}

/// The edit that lets a card span from `first` to `last`; none where it does already. With another first step it moves to
/// the end of that step's cell.
pub fn span(map: &JourneyMap, id: CardId, first: StepId, last: StepId) -> Option<Edit> {
    let (step, card) = map.card(id)?;
    let step = step?;
    let mut edits = Vec::new();
    if step.id != first {
        let at = cell(map, first, card.lane).len();
        edits.push(Edit::MoveCards { ids: vec![id], to: Place::Cell { step: first, lane: card.lane, at } });
    }
    if step.id != first || card.until.unwrap_or(step.id) != last {
        edits.push(Edit::SetCard(id, CardChange::Until(Some(last))));
    }
    one(edits)
}

/// Lines of text as notes in the tray, at its end: one card a line, meant for a lane. None where no line says anything.
pub fn note_down(map: &JourneyMap, lane: LaneId, text: &str, ids: &mut IdSource) -> Option<Change> {
    let kind = map.lane(lane)?.kind.content()?;
    let lines = text.lines().map(unbulleted).filter(|line| !line.is_empty());
    let cards: Vec<Arc<Card>> = lines.map(|line| Arc::new(Card::new(ids.fresh(), lane, line, kind.empty()))).collect();
    let made: Vec<CardId> = cards.iter().map(|card| card.id).collect();
    let at = map.tray.len();
    let edits = cards.into_iter().enumerate();
    let edits = edits.map(|(n, card)| Edit::InsertCard { place: Place::Tray { at: at + n }, card }).collect();
    Some(Change::new(one(edits)?, Selection { cards: made, ..Selection::default() }))
}

/// The lane that a note of the tray is meant for until it has a place: one of plain texts, so that nothing is read into
/// it; of these the first. None where no lane takes cards.
pub fn lane_for_notes(map: &JourneyMap) -> Option<LaneId> {
    let plain = map.lanes.iter().find(|lane| lane.kind.content() == Some(ContentKind::Text));
    let any = || map.lanes.iter().find(|lane| lane.kind.content().is_some());
    plain.or_else(any).map(|lane| lane.id)
}
