//! Copy and paste. A block of cells goes to the clipboard as a spreadsheet's would, and a spreadsheet's block comes in as
//! steps × lanes; lines become cards, or steps at a step's heading. Must not know the clipboard, nor words.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::block::{Row, cells, position, rows};
use super::command::{Change, believe, card_of, cell, join, not_involved, one};
use super::line::{ChannelNames, parse_number};
use super::{Cursor, Edit, Place, Selection, TextAt, table};
use crate::model::{
    Card, CardId, Channel, Content, Emotion, IdSource, JourneyMap, Lane, LaneId, LaneKind, Language, Persona, Score,
    ScoreState, Stage, Step, StepId,
};

/// What was copied of one cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Piece {
    /// Its cards, whole.
    pub cards: Vec<Arc<Card>>,
    /// Over how many steps more than its own each of the cards spans.
    pub spans: Vec<usize>,
    /// Its score, in an emotion row.
    pub score: Option<Score>,
}

/// What was copied: the text for the clipboard, and all that text can't hold. While the clipboard still holds the text, the
/// window pastes the pieces.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Fragment {
    /// Rows of cells with tabs between them; for a heading its name.
    pub text: String,
    /// Rows of cells; empty for a heading.
    pub pieces: Vec<Vec<Piece>>,
}

/// What a paste does.
#[derive(Debug, Clone, PartialEq)]
pub struct Pasted {
    /// The edit, and what is selected after it.
    pub change: Change,
    /// How many cells didn't fit: words in an emotion row, anything in a computed one.
    pub skipped: usize,
}

/// Copies what is selected: the selected cards, else the block of cells, else the text that the cursor stands on. A
/// touchpoint without text is called as its channel, by `name_of`. None where nothing is selected.
pub fn copy(map: &JourneyMap, selection: &Selection, name_of: &dyn Fn(Channel) -> String) -> Option<Fragment> {
    let cursor = selection.cursor?;
    if selection.cards.is_empty() && position(map, cursor).is_none() {
        return heading(map, cursor).map(|text| Fragment { text, pieces: Vec::new() });
    }
    let as_block = selection.anchor.is_some() || selection.cards.is_empty();
    let block = if as_block { cells(map, selection) } else { around(map, &selection.cards) };
    let chosen: BTreeSet<CardId> = selection.cards.iter().copied().collect();
    let columns: HashMap<StepId, usize> = map.steps().enumerate().map(|(place, (_, step))| (step.id, place)).collect();
    let piece = |cursor: &Cursor| {
        let &Cursor::Cell { lane, step, persona } = cursor else { return Piece::default() };
        let Some(step) = map.step(step) else { return Piece::default() };
        let in_cell = step.cards.iter().filter(|card| card.lane == lane);
        let cards: Vec<_> =
            in_cell.filter(|card| chosen.is_empty() || chosen.contains(&card.id)).map(Arc::clone).collect();
        let length = |card: &Arc<Card>| {
            let ends = columns.get(&card.until?)?.checked_sub(*columns.get(&step.id)?);
            ends.filter(|length| *length > 0)
        };
        let spans = cards.iter().map(|card| length(card).unwrap_or(0)).collect();
        Piece { cards, spans, score: persona.and_then(|persona| step.scores.get(&persona)).copied() }
    };
    let pieces: Vec<Vec<Piece>> = block.iter().map(|row| row.iter().map(piece).collect()).collect();
    let texts: Vec<Vec<String>> =
        pieces.iter().map(|row| row.iter().map(|piece| text_of(map, piece, name_of)).collect()).collect();
    Some(Fragment { text: table::write(&texts), pieces })
}

/// The text of a heading.
fn heading(map: &JourneyMap, cursor: Cursor) -> Option<String> {
    let text = match cursor {
        Cursor::Title => map.title.clone(),
        Cursor::Scenario => map.scenario.clone(),
        Cursor::Omtm => map.omtm.as_ref()?.name.clone(),
        Cursor::Persona(id) => map.persona(id)?.name.clone(),
        Cursor::Phase(phase) => map.phases.get(phase).to_owned(),
        Cursor::Stage(id) => map.stage(id)?.name.clone(),
        Cursor::Step(id) => map.step(id)?.name.clone(),
        Cursor::Lane(id) => map.lane(id)?.name.clone(),
        Cursor::Link { from, to } => super::connect::link(map, from, to)?.label.clone(),
        Cursor::Branch { from, to } => super::connect::branch(map, from, to)?.label.clone(),
        Cursor::Cell { .. } => return None,
    };
    Some(text)
}

/// The smallest block of cells in which all these cards lie.
fn around(map: &JourneyMap, cards: &[CardId]) -> Vec<Vec<Cursor>> {
    let wanted: BTreeSet<CardId> = cards.iter().copied().collect();
    let rows = rows(map);
    let steps: Vec<StepId> = map.steps().map(|(_, step)| step.id).collect();
    let places: Vec<(usize, usize)> = map
        .steps()
        .enumerate()
        .flat_map(|(column, (_, step))| step.cards.iter().map(move |card| (column, card)))
        .filter(|(_, card)| wanted.contains(&card.id))
        .filter_map(|(column, card)| rows.iter().position(|row| row.lane == card.lane).map(|row| (row, column)))
        .collect();
    let corner = |(row, column): (usize, usize)| {
        let row = rows.get(row)?;
        Some(Cursor::Cell { lane: row.lane, step: *steps.get(column)?, persona: row.persona })
    };
    let low = places.iter().copied().reduce(|a, b| (a.0.min(b.0), a.1.min(b.1)));
    let high = places.iter().copied().reduce(|a, b| (a.0.max(b.0), a.1.max(b.1)));
    let selection = Selection { cursor: low.and_then(corner), anchor: high.and_then(corner), cards: Vec::new() };
    cells(map, &selection)
}

/// What a cell says in a spreadsheet: a line a card, a score as a number.
fn text_of(map: &JourneyMap, piece: &Piece, name_of: &dyn Fn(Channel) -> String) -> String {
    if let Some(score) = piece.score {
        let number = score.shown().map(|value| format!("{}", (value * 100.0).round() / 100.0));
        return match (number, score.state) {
            (Some(number), _) if map.language == Language::Vi => number.replace('.', ","),
            (Some(number), _) => number,
            (None, ScoreState::NotInvolved) => "X".to_owned(),
            (None, _) => String::new(),
        };
    }
    let line = |card: &Arc<Card>| match &card.content {
        Content::Touchpoint(touchpoint) if card.text.is_empty() => touchpoint.channel.map(name_of).unwrap_or_default(),
        _ => card.text.clone(),
    };
    piece.cards.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Where new cells come from while a block is pasted: steps at the right edge and lanes at the bottom are made when the
/// block reaches over it.
struct Target<'a> {
    map: &'a JourneyMap,
    ids: &'a mut IdSource,
    rows: Vec<Row>,
    steps: Vec<StepId>,
    edits: Vec<Edit>,
    /// How many cards each cell holds by now.
    filled: HashMap<(StepId, LaneId), usize>,
    made: Vec<Arc<Card>>,
    skipped: usize,
}

impl<'a> Target<'a> {
    fn new(map: &'a JourneyMap, ids: &'a mut IdSource) -> Self {
        let steps = map.steps().map(|(_, step)| step.id).collect();
        let (edits, made, filled) = (Vec::new(), Vec::new(), HashMap::new());
        Self { map, ids, rows: rows(map), steps, edits, filled, made, skipped: 0 }
    }

    fn step(&mut self, column: usize) -> Option<StepId> {
        while self.steps.len() <= column {
            let stage = self.map.stages.last()?;
            let step = Step::new(self.ids.fresh(), "");
            let new = self.steps.len() - self.map.steps().count();
            self.steps.push(step.id);
            let at = stage.steps.len() + new;
            self.edits.push(Edit::InsertStep { stage: stage.id, at, step: Arc::new(step) });
        }
        self.steps.get(column).copied()
    }

    fn row(&mut self, row: usize) -> Option<Row> {
        while self.rows.len() <= row {
            let lane = Lane::new(self.ids.fresh(), LaneKind::Text);
            let made = self.edits.iter().filter(|edit| matches!(edit, Edit::InsertLane { .. })).count();
            self.rows.push(Row { lane: lane.id, persona: None, kind: lane.kind });
            self.edits.push(Edit::InsertLane { at: self.map.lanes.len() + made, lane: Arc::new(lane) });
        }
        self.rows.get(row).copied()
    }

    fn put(&mut self, step: StepId, row: Row, card: Card) {
        let before = || cell(self.map, step, row.lane).len();
        let filled = self.filled.entry((step, row.lane)).or_insert_with(before);
        let place = Place::Cell { step, lane: row.lane, at: *filled };
        *filled += 1;
        let card = Arc::new(card);
        self.made.push(Arc::clone(&card));
        self.edits.push(Edit::InsertCard { place, card });
    }

    /// What a text gives in a cell: cards a line, or a score.
    fn put_text(&mut self, (row, column): (usize, usize), text: &str, channel_of: ChannelNames<'_>) -> Option<()> {
        if text.trim().is_empty() {
            // The step or lane is made nevertheless, so that the block keeps its shape.
            self.row(row)?;
            self.step(column)?;
            return Some(());
        }
        let (row, step) = (self.row(row)?, self.step(column)?);
        if let Some(persona) = row.persona {
            let score = text.trim();
            let edit = if matches!(score, "x" | "X") {
                self.map.step(step).map_or_else(
                    || {
                        let state = ScoreState::NotInvolved;
                        Some(Edit::SetScore { step, persona, score: Score { state, expected: None } })
                    },
                    |_| not_involved(self.map, step, persona),
                )
            } else {
                parse_number(score).and_then(|value| Emotion::new(value).ok()).and_then(|emotion| {
                    let new = Edit::SetScore { step, persona, score: Score::believed(emotion) };
                    if self.map.step(step).is_some() { believe(self.map, step, persona, emotion) } else { Some(new) }
                })
            };
            self.skipped += usize::from(edit.is_none());
            self.edits.extend(edit);
        } else if row.kind.content().is_some() {
            for line in text.lines().map(unbulleted).filter(|line| !line.is_empty()) {
                let card = card_of(row.kind, row.lane, line, channel_of, self.ids);
                self.put(step, row, card);
            }
        } else {
            self.skipped += 1;
        }
        Some(())
    }

    fn finish(mut self, cursor: Cursor, size: (usize, usize)) -> Option<Pasted> {
        self.edits.extend(join(self.map, &self.made));
        let single = size == (1, 1);
        let corner = |(row, column): (usize, usize)| {
            let row = self.rows.get(row)?;
            Some(Cursor::Cell { lane: row.lane, step: *self.steps.get(column)?, persona: row.persona })
        };
        let origin = position(self.map, cursor);
        let far = origin.and_then(|(row, column)| corner((row + size.0 - 1, column + size.1 - 1)));
        let cards = if single { self.made.iter().map(|card| card.id).collect() } else { Vec::new() };
        let selection = Selection { cursor: Some(cursor), anchor: far.filter(|_| !single), cards };
        Some(Pasted { change: Change::new(one(self.edits)?, selection), skipped: self.skipped })
    }
}

/// A line of a list without its bullet.
pub(super) fn unbulleted(line: &str) -> &str {
    let line = line.trim();
    ["• ", "- ", "* ", "– "].iter().find_map(|bullet| line.strip_prefix(bullet)).unwrap_or(line).trim()
}

/// Pastes a text at the cursor. In a cell lines become cards, and a block with tabs fills steps × lanes from that cell on; in
/// an emotion row numbers become scores (`−1,5`, `-1.5`, `+1`; `X`: not involved). At a step's heading lines become steps
/// after it, at a stage's stages, at a lane's name lanes, at a persona personas; elsewhere the text takes the place of
/// the old one. None where there is nothing to paste.
pub fn paste_text(
    map: &JourneyMap,
    cursor: Cursor,
    text: &str,
    channel_of: ChannelNames<'_>,
    ids: &mut IdSource,
) -> Option<Pasted> {
    let block = table::read(text);
    let Some((top, left)) = position(map, cursor) else {
        let change = paste_heading(map, cursor, &block, ids)?;
        return Some(Pasted { change, skipped: 0 });
    };
    let width = block.iter().map(Vec::len).max()?;
    let emotion = rows(map).get(top).is_some_and(|row| row.persona.is_some());
    let mut target = Target::new(map, ids);
    // Lines without tabs are one cell's cards, but one score a row under each other.
    if width == 1 && !emotion {
        let lines: Vec<&str> = block.iter().flatten().map(String::as_str).collect();
        target.put_text((top, left), &lines.join("\n"), channel_of)?;
        return target.finish(cursor, (1, 1));
    }
    for (r, row) in block.iter().enumerate() {
        for (c, text) in row.iter().enumerate() {
            target.put_text((top + r, left + c), text, channel_of)?;
        }
    }
    target.finish(cursor, (block.len(), width))
}

/// Pastes what was copied here, with all that text can't hold.
pub fn paste(map: &JourneyMap, cursor: Cursor, fragment: &Fragment, ids: &mut IdSource) -> Option<Pasted> {
    let Some((top, left)) = position(map, cursor).filter(|_| !fragment.pieces.is_empty()) else {
        return paste_text(map, cursor, &fragment.text, &|_| None, ids);
    };
    let all = || fragment.pieces.iter().flatten().flat_map(|piece| &piece.cards);
    let new_ids: HashMap<CardId, CardId> = all().map(|card| (card.id, ids.fresh())).collect();
    let mut target = Target::new(map, ids);
    for (r, row) in fragment.pieces.iter().enumerate() {
        for (c, piece) in row.iter().enumerate() {
            let (row, step) = (target.row(top + r)?, target.step(left + c)?);
            match (row.persona, piece.score) {
                (Some(persona), Some(score)) => target.edits.push(Edit::SetScore { step, persona, score }),
                (None, None) => {}
                (_, score) => target.skipped += usize::from(score.is_some()),
            }
            if row.kind.content().is_none() {
                target.skipped += usize::from(!piece.cards.is_empty());
                continue;
            }
            for (card, span) in piece.cards.iter().zip(piece.spans.iter().chain(std::iter::repeat(&0))) {
                let copy = super::command::copy_card(card, &new_ids);
                // As long as it was, as far as there are steps already.
                let end = target.steps.len().saturating_sub(1).min(left + c + span);
                let until = target.steps.get(end).copied().filter(|end| *end != step);
                target.put(step, row, Card { until, ..copy? });
            }
        }
    }
    let width = fragment.pieces.iter().map(Vec::len).max()?;
    target.finish(cursor, (fragment.pieces.len(), width))
}

/// Pastes lines at a heading.
fn paste_heading(map: &JourneyMap, cursor: Cursor, block: &[Vec<String>], ids: &mut IdSource) -> Option<Change> {
    let names: Vec<&str> =
        block.iter().flatten().map(|name| unbulleted(name)).filter(|name| !name.is_empty()).collect();
    if names.is_empty() {
        return None;
    }
    let set = |at: TextAt| Some(Edit::SetText { at, text: names.join("\n") });
    let mut last = cursor;
    let mut edits = Vec::new();
    match cursor {
        Cursor::Title => edits.extend(set(TextAt::Title)),
        Cursor::Scenario => edits.extend(set(TextAt::Scenario)),
        Cursor::Phase(phase) => edits.extend(set(TextAt::PhaseName(phase))),
        Cursor::Link { from, to } => edits.extend(set(TextAt::LinkLabel(from, to))),
        Cursor::Branch { from, to } => edits.extend(set(TextAt::BranchLabel(from, to))),
        Cursor::Step(id) => {
            let (stage, place) = map
                .stages
                .iter()
                .find_map(|stage| stage.steps.iter().position(|step| step.id == id).map(|place| (stage.id, place)))?;
            for (n, name) in names.iter().enumerate() {
                let step = Step::new(ids.fresh(), *name);
                last = Cursor::Step(step.id);
                edits.push(Edit::InsertStep { stage, at: place + 1 + n, step: Arc::new(step) });
            }
        }
        Cursor::Stage(id) => {
            let place = map.stages.iter().position(|stage| stage.id == id)?;
            for (n, name) in names.iter().enumerate() {
                let mut stage = Stage::new(ids.fresh(), *name);
                stage.phase = super::apply::phase_for(map, place + 1);
                stage.steps.push(Arc::new(Step::new(ids.fresh(), "")));
                last = Cursor::Stage(stage.id);
                edits.push(Edit::InsertStage { at: place + 1 + n, stage: Arc::new(stage) });
            }
        }
        Cursor::Lane(id) => {
            let place = map.lanes.iter().position(|lane| lane.id == id)?;
            for (n, name) in names.iter().enumerate() {
                let lane = Lane { name: (*name).to_owned(), ..Lane::new(ids.fresh(), LaneKind::Text) };
                last = Cursor::Lane(lane.id);
                edits.push(Edit::InsertLane { at: place + 1 + n, lane: Arc::new(lane) });
            }
        }
        Cursor::Persona(id) => {
            let place = map.personas.iter().position(|persona| persona.id == id)?;
            for (n, name) in names.iter().enumerate() {
                let persona = Persona::new(ids.fresh(), *name);
                last = Cursor::Persona(persona.id);
                edits.push(Edit::InsertPersona { at: place + 1 + n, persona: Arc::new(persona) });
            }
        }
        Cursor::Omtm => {
            let mut omtm = map.omtm.clone().unwrap_or_default();
            omtm.name = names.join(" ");
            edits.push(Edit::SetMap(super::MapChange::Omtm(Some(omtm))));
        }
        Cursor::Cell { .. } => return None,
    }
    Some(Change::new(one(edits)?, Selection::at(last)))
}
