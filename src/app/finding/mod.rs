//! Finding in the shown map: what is looked for, where the search stands, what is written over. The bar over the canvas is
//! [`bar`]; looking itself is [`crate::find`].

mod bar;
mod say;

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{Context, Id};

use super::application::App;
use super::canvas::Marks;
use super::session::SessionId;
use crate::edit::{Edit, LaneChange, Selection};
use crate::find::{self, Field, Match, Owner, Pattern, Query, Spot};
use crate::i18n::Words;
use crate::model::{JourneyMap, LaneId};
use crate::scene::Target;
use crate::words;

/// What the bar wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wish {
    /// Go to the next match.
    Next,
    /// Go to the match before.
    Previous,
    /// Write over this match, and go on.
    Replace,
    /// Write over all of them.
    ReplaceAll,
    /// Show a lane that hides the match.
    ShowLane(LaneId),
    /// Close the bar.
    Close,
}

/// Which field of the bar the keyboard goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FocusOn {
    Find,
    Replace,
}

/// What was found, and in what.
#[derive(Debug)]
struct Looked {
    session: SessionId,
    map: Arc<JourneyMap>,
    query: Query,
    matches: Vec<Match>,
}

/// The search.
#[derive(Debug, Default)]
pub(crate) struct Finder {
    open: bool,
    replacing: bool,
    query: Query,
    with: String,
    focus: Option<FocusOn>,
    looked: Option<Looked>,
    now: Option<usize>,
    /// Where the search begins.
    start: Option<Owner>,
    /// What the search stands on once the map has changed.
    keep: Option<Match>,
    marks: Option<Arc<Marks>>,
    /// The bar's controls besides its fields.
    parts: Vec<Id>,
}

impl Finder {
    /// Opens the bar with the keyboard in it; the search begins at what is selected.
    fn open(&mut self, replacing: bool, selection: &Selection) {
        self.replacing = replacing || self.open && self.replacing;
        self.open = true;
        // With something to look for already, what is to be written over it comes next.
        let next = replacing && !self.query.text.is_empty();
        self.focus = Some(if next { FocusOn::Replace } else { FocusOn::Find });
        self.start = Owner::of(selection);
    }

    /// Whether the bar is about to take the keyboard, and hasn't yet.
    pub(crate) fn takes_keyboard(&self) -> bool {
        self.open && self.focus.is_some()
    }

    /// Closes the bar; what was looked for is kept for the next time.
    pub(crate) fn close(&mut self) {
        self.open = false;
        self.looked = None;
        self.now = None;
        self.marks = None;
    }

    /// What is to be marked on the canvas.
    pub(crate) fn marks(&self) -> Option<Arc<Marks>> {
        self.marks.clone()
    }

    /// The match that the search stands on.
    fn current(&self) -> Option<&Match> {
        self.looked.as_ref()?.matches.get(self.now?)
    }

    /// How many matches there are.
    fn count(&self) -> usize {
        self.looked.as_ref().map_or(0, |looked| looked.matches.len())
    }

    /// Looks again where the query or the map has changed. What is to be shown then: the first match of a new query.
    pub(crate) fn look(&mut self, session: SessionId, map: &Arc<JourneyMap>) -> Option<Selection> {
        if !self.open {
            return None;
        }
        let before = self.looked.as_ref();
        let same_session = before.is_some_and(|looked| looked.session == session);
        let same_query = before.is_some_and(|looked| looked.query == self.query);
        if same_session && same_query && before.is_some_and(|looked| Arc::ptr_eq(&looked.map, map)) {
            return None;
        }
        let Some(mut pattern) = Pattern::new(&self.query) else {
            (self.looked, self.now, self.marks) = (None, None, None);
            return None;
        };
        let found = find::find(map, &Words::new(map.language), &mut pattern, self.start);
        let stood = self.keep.take().or_else(|| self.current().cloned()).filter(|_| same_session);
        let count = found.matches.len();
        let first = if found.first < count { found.first } else { 0 };
        let place = |wanted: &Match| found.matches.iter().position(|one| one == wanted);
        self.now = match (&stood, same_query) {
            // The map has changed: the search stands where it stood, or at what came after it.
            (Some(stood), true) => place(stood).or(self.now.map(|now| now.min(count.saturating_sub(1)))),
            _ => Some(first),
        };
        self.now = self.now.filter(|_| count > 0);
        self.looked = Some(Looked { session, map: Arc::clone(map), query: self.query.clone(), matches: found.matches });
        self.mark(pattern);
        let moved = same_session && !same_query || before_is_none(same_session, same_query);
        self.current().filter(|_| moved).map(|found| found.spot.selection(map))
    }

    /// Goes to the next match, or the one before, from what is selected. What is to be shown then.
    fn go(&mut self, forward: bool, selection: &Selection) -> Option<Selection> {
        let at = Owner::of(selection);
        let looked = self.looked.as_ref()?;
        let count = looked.matches.len();
        let now = self.now.filter(|_| count > 0)?;
        let stands = looked.matches.get(now).map(|found| found.spot.owner);
        let gone = at.is_some() && stands.is_some_and(|owner| Some(owner) != at && owner != Owner::Map);
        self.now = Some(match gone.then(|| self.after(at?)).flatten() {
            // Somebody has moved the cursor meanwhile: the search goes on from there.
            Some(first) if forward => first % count,
            Some(first) => (first + count - 1) % count,
            None => (now + if forward { 1 } else { count - 1 }) % count,
        });
        self.mark_now();
        let looked = self.looked.as_ref()?;
        self.current().map(|found| found.spot.selection(&looked.map))
    }

    /// The first match at or after this.
    fn after(&self, owner: Owner) -> Option<usize> {
        let looked = self.looked.as_ref()?;
        let mut pattern = Pattern::new(&looked.query)?;
        let words = Words::new(looked.map.language);
        Some(find::find(&looked.map, &words, &mut pattern, Some(owner)).first)
    }

    /// Marks what was found.
    fn mark(&mut self, pattern: Pattern) {
        let Some(looked) = &self.looked else { return };
        let targets: BTreeSet<Target> =
            looked.matches.iter().filter_map(|found| target(&looked.map, found.spot)).collect();
        self.marks = Some(Arc::new(Marks { pattern, targets, now: self.marked_now() }));
    }

    /// Marks where the search stands.
    fn mark_now(&mut self) {
        let now = self.marked_now();
        if let Some(marks) = &mut self.marks {
            Arc::make_mut(marks).now = now;
        }
    }

    fn marked_now(&self) -> Option<(Target, Option<usize>)> {
        let (looked, now) = (self.looked.as_ref()?, self.now?);
        let current = looked.matches.get(now)?;
        let seen = match (current.spot.field, current.spot.owner) {
            (Field::Name | Field::GivenName | Field::Link(_) | Field::Branch(_), _) => true,
            // A touchpoint without words shows its channel.
            (Field::Channel, Owner::Card(id)) => looked.map.card(id).is_some_and(|(_, card)| card.text.is_empty()),
            _ => false,
        };
        let before = || looked.matches.iter().take(now).rev().take_while(|one| one.spot == current.spot).count();
        Some((target(&looked.map, current.spot)?, seen.then(before)))
    }
}

/// Nothing was looked for before.
const fn before_is_none(same_session: bool, same_query: bool) -> bool {
    !same_session && !same_query
}

/// What of the picture shows this.
fn target(map: &JourneyMap, spot: Spot) -> Option<Target> {
    Some(match (spot.owner, spot.field) {
        (Owner::Card(from), Field::Link(place)) => Target::Link { from, to: map.card(from)?.1.links.get(place)?.to },
        (Owner::Step(from), Field::Branch(place)) => {
            Target::Branch { from, to: map.step(from)?.branches.get(place)?.to }
        }
        (Owner::Title, _) => Target::Title,
        (Owner::Scenario, _) => Target::Scenario,
        (Owner::Persona(id), _) => Target::Persona(id),
        (Owner::Omtm, _) => Target::Omtm,
        (Owner::Phase(phase), _) => Target::Phase(phase),
        (Owner::Stage(id), _) => Target::Stage(id),
        (Owner::Step(id), _) => Target::Step(id),
        (Owner::Lane(id), _) => Target::Lane(id),
        (Owner::Card(id), _) => Target::Card(id),
        (Owner::Map, _) => return None,
    })
}

impl App {
    /// Opens the bar over the canvas.
    pub(super) fn open_finder(&mut self, replacing: bool) {
        let Some(session) = self.shown() else { return };
        let selection = session.document.selection().clone();
        self.finder.open(replacing, &selection);
    }

    /// Goes to the next match of what was looked for last, or to the one before; asks where nothing was yet.
    pub(super) fn find_again(&mut self, forward: bool) {
        let Some(session) = self.shown() else { return };
        let (id, map) = (session.id, Arc::clone(session.document.map()));
        let selection = session.document.selection().clone();
        if self.finder.query.text.is_empty() {
            self.finder.open(false, &selection);
            return;
        }
        if !self.finder.open {
            self.finder.open = true;
            self.finder.start = Owner::of(&selection);
        }
        self.finder.look(id, &map);
        if let Some(found) = self.finder.go(forward, &selection) {
            self.show(found);
        }
    }

    /// Does what the bar wants.
    pub(super) fn find(&mut self, context: &Context, wish: Wish) {
        match wish {
            Wish::Next => self.find_again(true),
            Wish::Previous => self.find_again(false),
            Wish::Replace => self.replace(context, false),
            Wish::ReplaceAll => self.replace(context, true),
            Wish::ShowLane(id) => self.show_lane(context, id),
            Wish::Close => {
                // Back to the canvas at once: what was typed after it is waiting.
                context.memory_mut(|memory| memory.focused().inspect(|&id| memory.surrender_focus(id)));
                self.finder.close();
            }
        }
        context.request_repaint();
    }

    /// Shows a lane that is hidden or collapsed, as one undo step, and goes to what it hid.
    fn show_lane(&mut self, context: &Context, id: LaneId) {
        let found = self.finder.current().map(|found| found.spot);
        let Some(session) = self.shown() else { return };
        let changes = [LaneChange::Hidden(false), LaneChange::Collapsed(false)];
        let edit = Edit::All(changes.map(|change| Edit::SetLane(id, change)).into());
        session.document.commit(None);
        let done = session.document.edit(&edit, None).map(drop);
        let map = Arc::clone(session.document.map());
        self.refused(context, done);
        if let Some(spot) = found {
            self.show(spot.selection(&map));
        }
    }

    /// Writes over the match that the search stands on, or over all.
    fn replace(&mut self, context: &Context, all: bool) {
        let Some(session) = self.shown() else { return };
        session.document.commit(None);
        let (id, map) = (session.id, Arc::clone(session.document.map()));
        self.finder.look(id, &map);
        let finder = &mut self.finder;
        let (Some(looked), Some(now)) = (&finder.looked, finder.now) else { return };
        let count = looked.matches.len();
        let chosen = if all { looked.matches.as_slice() } else { looked.matches.get(now..=now).unwrap_or_default() };
        let replaced = find::replace(&map, chosen, &finder.with);
        if !all {
            finder.keep = looked.matches.get((now + 1) % count).cloned();
            // What stands after it in the same text moves.
            if let (Some(keep), Some(current)) = (&mut finder.keep, looked.matches.get(now))
                && replaced.count == 1
                && keep.spot == current.spot
                && keep.range.start >= current.range.end
            {
                let moved = |at: usize| at - current.range.len() + finder.with.len();
                keep.range = moved(keep.range.start)..moved(keep.range.end);
            }
        }
        let said = say::replaced(&self.words, &replaced, all);
        let done = match &replaced.edit {
            Some(edit) => self.shown().map_or(Ok(()), |session| session.document.edit(edit, None).map(drop)),
            None => Ok(()),
        };
        let ok = done.is_ok();
        self.refused(context, done);
        let Some(session) = self.shown() else { return };
        let (map, selection) = (Arc::clone(session.document.map()), session.document.selection().clone());
        self.finder.look(id, &map);
        if !all && replaced.edit.is_none() {
            // It stays as it is: on to the next.
            self.finder.go(true, &selection);
        }
        if !all && let Some(found) = self.finder.current().map(|found| found.spot.selection(&map)) {
            self.show(found);
            self.finder.mark_now();
        }
        match said {
            Some(text) if ok && replaced.locked + replaced.given > 0 => self.note(context, text),
            Some(text) if ok => self.tell(context, text),
            _ => {}
        }
    }

    /// Escape on the canvas closes an open bar before it does anything else there.
    pub(super) fn finder_escapes(&mut self, context: &Context) {
        use eframe::egui::{Event, Key};
        let idle = !context.input(|input| input.pointer.any_down());
        let pressed = context.input(|input| {
            input.events.iter().any(|event| matches!(event, Event::Key { key: Key::Escape, pressed: true, .. }))
        });
        if self.finder.open && idle && pressed {
            context.input_mut(|input| input.consume_key(eframe::egui::Modifiers::NONE, Key::Escape));
            self.finder.close();
        }
    }
}

/// What the bar over the canvas is called.
pub(super) fn name(words: &Words) -> String {
    words!(words, "find-bar")
}
