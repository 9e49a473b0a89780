//! Where pasted cells land: rows and steps from a corner on, with steps made at the right edge and lanes at the bottom.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::{MOST_NEW_LANES, MOST_NEW_STEPS, NotPasted, Notes, Pasted};
use crate::edit::block::{Row, position, rows};
use crate::edit::command::{Change, card_of, cell, one};
use crate::edit::copies::join;
use crate::edit::line::{ChannelNames, parse_number};
use crate::edit::scoring::{believe, not_involved};
use crate::edit::{Cursor, Edit, Place, Selection, TextAt};
use crate::model::{
    Card, Content, Emotion, Excerpt, IdSource, JourneyMap, Lane, LaneId, LaneKind, PersonaId, Score, ScoreState, Stage,
    Step, StepId,
};

/// Where pasted cells land.
pub(super) struct Target<'a> {
    pub(super) map: &'a JourneyMap,
    pub(super) ids: &'a mut IdSource,
    pub(super) rows: Vec<Row>,
    pub(super) steps: Vec<StepId>,
    pub(super) edits: Vec<Edit>,
    pub(super) made: Vec<Arc<Card>>,
    pub(super) notes: Notes,
    /// How many cells have left something on the map.
    pub(super) landed: usize,
    /// How many cards each cell holds by now.
    filled: HashMap<(StepId, LaneId), usize>,
    locked: BTreeSet<LaneId>,
    new_steps: usize,
    /// The stage that gets new steps, and how many it holds.
    last_stage: Option<(crate::model::StageId, usize)>,
}

impl<'a> Target<'a> {
    pub(super) fn new(map: &'a JourneyMap, ids: &'a mut IdSource) -> Self {
        Self {
            steps: map.steps().map(|(_, step)| step.id).collect(),
            rows: rows(map),
            edits: Vec::new(),
            made: Vec::new(),
            notes: Notes::default(),
            landed: 0,
            filled: HashMap::new(),
            locked: map.lanes.iter().filter(|lane| lane.locked).map(|lane| lane.id).collect(),
            new_steps: 0,
            last_stage: map.stages.last().map(|stage| (stage.id, stage.steps.len())),
            map,
            ids,
        }
    }

    /// The step of a column; a new one at the right edge, as far as that is sensible.
    pub(super) fn step(&mut self, column: usize) -> Option<StepId> {
        while self.steps.len() <= column {
            if self.new_steps == MOST_NEW_STEPS {
                return None;
            }
            let step = Step::new(self.ids.fresh(), "");
            self.steps.push(step.id);
            self.new_steps += 1;
            match &mut self.last_stage {
                Some((stage, count)) => {
                    self.edits.push(Edit::InsertStep { stage: *stage, at: *count, step: Arc::new(step) });
                    *count += 1;
                }
                None => {
                    let mut stage = Stage::new(self.ids.fresh(), "");
                    self.last_stage = Some((stage.id, 1));
                    stage.steps.push(Arc::new(step));
                    self.edits.push(Edit::InsertStage { at: self.map.stages.len(), stage: Arc::new(stage) });
                }
            }
        }
        self.steps.get(column).copied()
    }

    /// The row; a new lane at the bottom like `like`, as far as that is sensible.
    pub(super) fn row(&mut self, row: usize, like: Option<&Lane>) -> Option<Row> {
        while self.rows.len() <= row {
            if self.notes.new_lanes == MOST_NEW_LANES {
                return None;
            }
            self.add_lane(like);
        }
        self.rows.get(row).copied()
    }

    /// Adds a lane at the bottom; a second curve or computed lane would show the same again, so that it becomes notes.
    pub(super) fn add_lane(&mut self, like: Option<&Lane>) -> Row {
        let kind = like.map(|lane| lane.kind).filter(|kind| kind.content().is_some()).unwrap_or(LaneKind::Text);
        let mut lane = Lane::new(self.ids.fresh(), kind);
        if let Some(like) = like {
            lane.name.clone_from(&like.name);
            lane.color = like.color;
        }
        let row = Row { lane: lane.id, persona: None, kind };
        self.rows.push(row);
        self.edits.push(Edit::InsertLane { at: self.map.lanes.len() + self.notes.new_lanes, lane: Arc::new(lane) });
        self.notes.new_lanes += 1;
        row
    }

    /// Whether a row can't be changed; what would have landed there is counted.
    pub(super) fn is_locked(&mut self, row: Row) -> bool {
        let locked = self.locked.contains(&row.lane);
        self.notes.locked += usize::from(locked);
        locked
    }

    pub(super) fn put(&mut self, step: StepId, row: Row, card: Card) {
        let before = || cell(self.map, step, row.lane).len();
        let filled = self.filled.entry((step, row.lane)).or_insert_with(before);
        let place = Place::Cell { step, lane: row.lane, at: *filled };
        *filled += 1;
        let mut card = Card { lane: row.lane, ..card };
        if let Some(kind) = row.kind.content().filter(|kind| *kind != card.content.kind()) {
            // What one kind of lane knows of a card, another doesn't.
            self.notes.converted += usize::from(card.content != card.content.kind().empty());
            card.content = kind.empty();
        }
        let card = Arc::new(card);
        self.made.push(Arc::clone(&card));
        self.edits.push(Edit::InsertCard { place, card });
        self.landed += 1;
    }

    /// What a text gives in a cell: a card a line, or a score.
    pub(super) fn put_text(&mut self, row: Row, step: StepId, text: &str, channel_of: ChannelNames<'_>) {
        if text.trim().is_empty() || self.is_locked(row) {
            return;
        }
        if let Some(persona) = row.persona {
            let edit = self.score(step, persona, text.trim());
            self.notes.no_figure += usize::from(edit.is_none());
            self.landed += usize::from(edit.is_some());
            self.edits.extend(edit);
        } else if row.kind.content().is_some() {
            for line in text.lines().map(unbulleted).filter(|line| !line.is_empty()) {
                let card = card_of(row.kind, row.lane, line, channel_of, self.ids);
                self.put(step, row, card);
            }
        } else {
            self.notes.no_cards += 1;
        }
    }

    /// The edit that a figure means; `X`: not involved.
    fn score(&self, step: StepId, persona: PersonaId, text: &str) -> Option<Edit> {
        let known = self.map.step(step).is_some();
        if matches!(text, "x" | "X") {
            let new = Score { state: ScoreState::NotInvolved, expected: None };
            let edit = if known { not_involved(self.map, step, persona) } else { None };
            return Some(edit.unwrap_or(Edit::SetScore { step, persona, score: new }));
        }
        let emotion = parse_number(text).and_then(|value| Emotion::new(value).ok())?;
        let edit = if known { believe(self.map, step, persona, emotion) } else { None };
        Some(edit.unwrap_or(Edit::SetScore { step, persona, score: Score::believed(emotion) }))
    }

    /// Gives a step a name.
    pub(super) fn name(&mut self, step: StepId, name: &str) {
        let text = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() {
            self.edits.push(Edit::SetText { at: TextAt::StepName(step), text });
            self.landed += 1;
        }
    }

    /// All edits as one, with the block selected from `corner` on. Steps and lanes alone are worth keeping where `shape` says
    /// so; else something has to have landed.
    pub(super) fn finish(
        mut self,
        cursor: Cursor,
        corner: (usize, usize),
        size: (usize, usize),
    ) -> Result<Pasted, NotPasted> {
        if self.landed == 0 {
            return Err(match &self.notes {
                notes if notes.locked > 0 => NotPasted::Locked,
                notes if notes.no_figure > 0 => NotPasted::NoFigure,
                notes if notes.no_cards > 0 => NotPasted::NoCards,
                _ => NotPasted::Nothing,
            });
        }
        self.edits.extend(join(self.map, &self.made));
        let single = size == (1, 1);
        let at = |(row, column): (usize, usize)| {
            let row = self.rows.get(row.min(self.rows.len().saturating_sub(1)))?;
            let step = *self.steps.get(column.min(self.steps.len().saturating_sub(1)))?;
            Some(Cursor::Cell { lane: row.lane, step, persona: row.persona })
        };
        let far = at((corner.0 + size.0.max(1) - 1, corner.1 + size.1.max(1) - 1));
        let in_cell = matches!(cursor, Cursor::Cell { .. });
        let cards = if single { self.made.iter().map(|card| card.id).collect() } else { Vec::new() };
        let selection = Selection { anchor: far.filter(|_| !single && in_cell), cards, ..Selection::at(cursor) };
        let edit = one(self.edits).ok_or(NotPasted::Nothing)?;
        Ok(Pasted { change: Change::new(edit, selection), notes: self.notes })
    }

    /// Where the cursor's cell lies; for a lane's name the lane's first cell.
    pub(super) fn corner(&self, cursor: Cursor) -> Option<(usize, usize)> {
        match cursor {
            Cursor::Lane(id) => self.rows.iter().position(|row| row.lane == id).map(|row| (row, 0)),
            cursor => position(self.map, cursor),
        }
    }

    /// Which rows the rows of an excerpt land in, from `top` on: lane by lane, so that maps with other personas don't shift
    /// what stands below the curve. In the first lane the rows follow the cursor's; in the others each persona its own row,
    /// as `who` knows them here.
    pub(super) fn rows_for(
        &mut self,
        top: usize,
        excerpt: &Excerpt,
        who: &dyn Fn(PersonaId) -> Option<PersonaId>,
    ) -> Vec<Option<Row>> {
        let mut landing = Vec::new();
        let mut before: Option<LaneId> = None;
        // The first row of the lane that this lane's rows land in, and how many of them there were.
        let (mut first, mut nth) = (top, 0);
        for row in &excerpt.rows {
            if before.is_some_and(|lane| lane != row.lane) {
                let lane = self.rows.get(first).map(|row| row.lane);
                first = self.rows.iter().rposition(|row| Some(row.lane) == lane).map_or(first, |last| last) + 1;
                nth = 0;
            } else if before.is_some() {
                nth += 1;
            }
            let like = excerpt.map.lane(row.lane);
            let found = self.row(first, like.map(|lane| &**lane));
            landing.push(found.and_then(|here| match (row.persona, here.persona) {
                (Some(persona), Some(_)) if before.is_some() && first != top => {
                    let persona = who(persona);
                    self.rows.iter().copied().find(|row| row.lane == here.lane && row.persona == persona)
                }
                (Some(_), Some(_)) => self.rows.get(first + nth).copied().filter(|row| row.lane == here.lane),
                _ => Some(here),
            }));
            before = Some(row.lane);
        }
        landing
    }

    /// The row in which cards of a lane of elsewhere belong: the same lane, else one of the same kind and name, else the first
    /// of its kind, else a new one.
    pub(super) fn row_like(&mut self, lane: &Lane) -> Row {
        // Hidden lanes are lanes too, though they have no row.
        let same = self.map.lane(lane.id).filter(|own| own.kind.content().is_some());
        if let Some(own) = same {
            return Row { lane: own.id, persona: None, kind: own.kind };
        }
        let named = |row: &&Row| self.map.lane(row.lane).is_some_and(|own| own.name == lane.name);
        let mut alike = self.rows.iter().filter(|row| row.kind == lane.kind && row.kind.content().is_some());
        let found = alike.clone().find(named).or_else(|| alike.next()).copied();
        found.unwrap_or_else(|| self.add_lane(Some(lane)))
    }
}

/// Whether a card says nothing.
pub(super) fn says_nothing(card: &Card) -> bool {
    card.text.is_empty() && matches!(card.content, Content::Text)
}

/// A line of a list without its bullet.
pub(in crate::edit) fn unbulleted(line: &str) -> &str {
    let line = line.trim();
    ["• ", "- ", "* ", "– "].iter().find_map(|bullet| line.strip_prefix(bullet)).unwrap_or(line).trim()
}
