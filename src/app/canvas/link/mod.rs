//! Drawing links between cards and branches between steps: from a handle by pointer, or by key from what is selected; and
//! the lines under the pointer and of what is selected.
//!
//! A line shows all the time where it would lead, or why it can't. Escape leaves at every stage of it, and nothing has
//! changed then. Must not know panels.

mod keys;
mod paint;
mod pointer;

use eframe::egui;
use egui::Pos2;

pub(super) use self::paint::{paint, words_rect};
use super::camera::{Camera, Part, View};
use super::{Canvas, Fitting, Shown};
use crate::app::intent::Intent;
use crate::edit::connect::{self, Refusal};
use crate::edit::{Cursor, Selection, command};
use crate::i18n::Words;
use crate::model::{CardId, JourneyMap, LaneId, StepId};
use crate::scene::{Scene, Target, kurbo, target_group, target_rect};
use crate::words;

/// What can be joined by a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// A card, to other cards.
    Card(CardId),
    /// A step's heading, to other steps.
    Step(StepId),
}

impl End {
    const fn target(self) -> Target {
        match self {
            Self::Card(id) => Target::Card(id),
            Self::Step(id) => Target::Step(id),
        }
    }

    const fn part(self) -> Part {
        match self {
            Self::Card(_) => Part::Body,
            Self::Step(_) => Part::Header,
        }
    }

    fn rect(self, scene: &Scene) -> Option<kurbo::Rect> {
        target_rect(scene, self.target())
    }

    fn is_in(self, map: &JourneyMap) -> bool {
        match self {
            Self::Card(id) => map.card(id).is_some(),
            Self::Step(id) => map.step(id).is_some(),
        }
    }

    /// What it is called where it is read out.
    fn name(self, scene: &Scene, map: &JourneyMap) -> String {
        match self {
            Self::Card(id) => {
                let text = map.card(id).map(|(_, card)| card.text.trim().to_owned()).unwrap_or_default();
                if text.is_empty() { spoken(scene, self.target()) } else { text }
            }
            Self::Step(id) => map.step(id).map(|step| step.name.clone()).unwrap_or_default(),
        }
    }
}

/// The name of what the picture shows for a target.
fn spoken(scene: &Scene, target: Target) -> String {
    target_group(scene, target).map(|group| group.name.clone()).unwrap_or_default()
}

/// Where a line would lead.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Lead {
    /// To something that it can be drawn to.
    To(End),
    /// To something that it can't be drawn to, and why.
    Refused(End, Refusal),
    /// To a cell, where a card would be made.
    New(LaneId, StepId),
    /// Nowhere.
    Nowhere,
}

/// A line that is being drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Line {
    from: End,
    lead: Lead,
    /// Where the pointer is; none while keys choose.
    at: Option<Pos2>,
    /// The button is down: letting go of it ends the line.
    held: bool,
}

/// Lines that are being drawn or pointed at.
#[derive(Debug, Default)]
pub(super) struct Linking {
    line: Option<Line>,
    /// What was in view before it.
    before: Option<(Camera, Fitting)>,
    /// A line is to be begun here, and led by keys.
    wanted: Option<End>,
    /// Where the pointer is over the canvas.
    pointer: Option<Pos2>,
    /// The link or branch under the pointer.
    hovered: Option<Target>,
    /// What shows its handles because the pointer is over it, and the handle under the pointer.
    hot: Option<End>,
    handle: Option<(End, Pos2)>,
}

impl Lead {
    /// What it leads to, drawn or not.
    const fn end(self) -> Option<End> {
        match self {
            Self::To(end) | Self::Refused(end, _) => Some(end),
            Self::New(..) | Self::Nowhere => None,
        }
    }
}

impl Canvas {
    /// Begins a line that keys lead, at the next frame.
    pub fn link_from(&mut self, from: End) {
        self.linking.wanted = Some(from);
    }

    /// What the keys do to a line that is being drawn, or to the one that is selected.
    pub fn link_hint(&self, selection: &Selection, words: &Words) -> Option<String> {
        Some(match (self.linking.line.map(|line| line.from), selection.cursor) {
            (Some(End::Card(_)), _) => words!(words, "window-hint-linking"),
            (Some(End::Step(_)), _) => words!(words, "window-hint-branching"),
            (None, Some(Cursor::Link { .. })) => words!(words, "window-hint-link"),
            (None, Some(Cursor::Branch { .. })) => words!(words, "window-hint-branch"),
            _ => return None,
        })
    }

    /// Begins what was wanted, and forgets a line whose begin is gone.
    fn settle_line(&mut self, shown: Shown<'_>, intents: &mut Vec<Intent>) {
        if let Some(from) = self.linking.wanted.take().filter(|from| from.is_in(shown.map)) {
            if self.editor.is_editing() {
                self.editor.commit(shown, intents);
            }
            self.editor.expect_nothing();
            match keys::nearest(shown, from) {
                Some(to) => {
                    self.linking.before = Some((self.camera, self.fitting));
                    self.linking.line = Some(Line { from, lead: lead(shown, from, to), at: None, held: false });
                    self.show_wanted = Some(to.target());
                }
                None => intents.push(Intent::Tell(match from {
                    End::Card(_) => words!(shown.words, "canvas-link-nowhere"),
                    End::Step(_) => words!(shown.words, "canvas-branch-nowhere"),
                })),
            }
        }
        if self.linking.line.is_some_and(|line| !line.from.is_in(shown.map)) {
            self.linking.line = None;
        }
    }

    /// Draws the line to where it leads, and selects it, so that its words can be typed at once; or says why it can't be.
    fn end_line(&mut self, shown: Shown<'_>, intents: &mut Vec<Intent>) {
        let Some(line) = self.linking.line.take() else { return };
        match (line.from, line.lead) {
            (End::Card(from), Lead::To(End::Card(to))) => {
                made(connect::add_link(shown.map, from, to), shown.words, line.from, intents);
            }
            (End::Step(from), Lead::To(End::Step(to))) => {
                made(connect::add_branch(shown.map, from, to), shown.words, line.from, intents);
            }
            (from, Lead::Refused(_, refusal)) => intents.push(Intent::Tell(say(shown.words, from, refusal))),
            (End::Card(from), Lead::New(lane, step)) => {
                let card = command::new_card(shown.map, (step, lane), None, "", &|_| None, &mut self.ids);
                let Some(to) = card.selection.cards.last().copied() else { return };
                match connect::add_linked_card(shown.map, from, to, card.edit) {
                    Ok(edit) => {
                        intents.push(Intent::EditAndSelect(edit, card.selection));
                        self.opening = true;
                    }
                    Err(refusal) => intents.push(Intent::Tell(say(shown.words, line.from, refusal))),
                }
            }
            (End::Card(_), Lead::To(End::Step(_)) | Lead::Nowhere) | (End::Step(_), _) => {}
        }
    }

    /// What a line is called while it is being drawn, for who can't see it.
    fn line_name(&self, shown: Shown<'_>) -> Option<String> {
        let line = self.linking.line?;
        let name = |end: End| end.name(shown.scene, shown.map);
        Some(match (line.from, line.lead) {
            (End::Card(_), Lead::To(to)) => words!(shown.words, "canvas-link-to", name = name(to)),
            (End::Step(_), Lead::To(to)) => words!(shown.words, "canvas-branch-to", name = name(to)),
            (from, Lead::Refused(to, refusal)) => format!("{}: {}", name(to), say(shown.words, from, refusal)),
            (_, Lead::New(..)) => words!(shown.words, "canvas-link-new"),
            (End::Card(_), Lead::Nowhere) => words!(shown.words, "canvas-link-from", name = name(line.from)),
            (End::Step(_), Lead::Nowhere) => words!(shown.words, "canvas-branch-from", name = name(line.from)),
        })
    }
}

fn made(made: Result<command::Change, Refusal>, words: &Words, from: End, intents: &mut Vec<Intent>) {
    intents.push(match made {
        Ok(change) => Intent::EditAndSelect(change.edit, change.selection),
        Err(refusal) => Intent::Tell(say(words, from, refusal)),
    });
}

/// Where a line from one thing to another would lead.
fn lead(shown: Shown<'_>, from: End, to: End) -> Lead {
    let possible = match (from, to) {
        (End::Card(from), End::Card(to)) => connect::may_link(shown.map, from, to),
        (End::Step(from), End::Step(to)) => connect::may_branch(shown.map, from, to),
        _ => return Lead::Nowhere,
    };
    match possible {
        Ok(()) => Lead::To(to),
        Err(refusal) => Lead::Refused(to, refusal),
    }
}

/// Why two things can't be joined.
fn say(words: &Words, from: End, refusal: Refusal) -> String {
    match (from, refusal) {
        (End::Card(_), Refusal::Itself) => words!(words, "canvas-link-itself"),
        (End::Card(_), Refusal::Already) => words!(words, "canvas-link-already"),
        (_, Refusal::Locked(_)) => words!(words, "canvas-link-locked"),
        (End::Card(_), Refusal::Missing) => words!(words, "canvas-link-missing"),
        (End::Step(_), Refusal::Itself) => words!(words, "canvas-branch-itself"),
        (End::Step(_), Refusal::Already) => words!(words, "canvas-branch-already"),
        (End::Step(_), Refusal::Missing) => words!(words, "canvas-branch-missing"),
    }
}

/// What of a map a line can be led to, with its place in the picture: cards, or headings of steps.
fn ends(shown: Shown<'_>, like: End) -> Vec<(End, kurbo::Rect)> {
    let region = match like {
        End::Card(_) => &shown.scene.body,
        End::Step(_) => &shown.scene.header,
    };
    region
        .groups()
        .filter_map(|group| match (like, group.target) {
            (End::Card(_), Some(Target::Card(id))) => Some((End::Card(id), group.rect())),
            (End::Step(_), Some(Target::Step(id))) => Some((End::Step(id), group.rect())),
            _ => None,
        })
        .collect()
}

/// The edge that a view has of something on the screen.
fn screen_of(view: &View, scene: &Scene, end: End) -> Option<egui::Rect> {
    end.rect(scene).map(|rect| view.screen_rect(end.part(), rect))
}

/// What is selected is one card, or the cursor stands on a step's heading: where a line can begin.
pub(in crate::app) fn begin_of(map: &JourneyMap, selection: &Selection) -> Option<End> {
    match (selection.cards.as_slice(), selection.cursor) {
        ([card], _) => map.card(*card).is_some_and(|(step, _)| step.is_some()).then_some(End::Card(*card)),
        ([], Some(Cursor::Step(step))) => Some(End::Step(step)),
        _ => None,
    }
}
