//! What the palette lists: commands, open maps, what the shown map holds, maps opened last.

use std::path::PathBuf;
use std::sync::Arc;

use super::rank::Name;
use crate::app::command::{Facts, TABLE};
use crate::app::panels::naming::lane_icon;
use crate::app::session::{SessionId, file_name};
use crate::app::task::Task;
use crate::find::{Owner, shown_text};
use crate::i18n::{Words, lane_kind_word};
use crate::model::{Card, Content, ContentKind, JourneyMap, LaneId, LaneKind, Language, StepId};
use crate::words;

/// What belongs together in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Command,
    Map,
    Step,
    Persona,
    Lane,
    Card,
    Recent,
}

impl Kind {
    /// All kinds, in their order where none answers better.
    pub(super) const ALL: [Self; 7] =
        [Self::Command, Self::Map, Self::Step, Self::Persona, Self::Lane, Self::Card, Self::Recent];

    /// The heading over its entries.
    pub(super) fn heading(self, words: &Words) -> String {
        match self {
            Self::Command => words!(words, "palette-commands"),
            Self::Map => words!(words, "palette-maps"),
            Self::Step => words!(words, "palette-steps"),
            Self::Persona => words!(words, "palette-personas"),
            Self::Lane => words!(words, "palette-lanes"),
            Self::Card => words!(words, "palette-cards"),
            Self::Recent => words!(words, "palette-recent"),
        }
    }

    /// How many of them are shown at most, once something is typed.
    pub(super) const fn most(self) -> usize {
        match self {
            Self::Command => 10,
            Self::Card => 16,
            Self::Map | Self::Step | Self::Persona | Self::Lane | Self::Recent => 6,
        }
    }
}

/// A line of the list.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) kind: Kind,
    pub(super) name: Name,
    /// Its name in the other language.
    pub(super) other: Option<Name>,
    /// More words that lead to it.
    pub(super) more: Option<Name>,
    pub(super) note: Note,
    pub(super) icon: &'static str,
    pub(super) enabled: bool,
    /// What is compared is a whole text, not a name.
    pub(super) text: bool,
    pub(super) task: Task,
}

/// What stands at the right end of a line.
#[derive(Debug, Clone)]
pub(super) enum Note {
    /// These words.
    Words(String),
    /// Where a card lies: said only when it is shown.
    Cell(LaneId, Option<StepId>),
}

impl Entry {
    fn new(kind: Kind, name: &str, icon: &'static str, task: Task) -> Self {
        Self {
            kind,
            name: Name::new(name),
            other: None,
            more: None,
            note: Note::Words(String::new()),
            icon,
            enabled: true,
            text: false,
            task,
        }
    }

    fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Note::Words(note.into());
        self
    }
}

/// Every command, by its names in both languages.
pub(super) fn commands(words: &Words, facts: &Facts) -> Vec<Entry> {
    let other = Words::new(match words.language() {
        Language::En => Language::Vi,
        Language::Vi => Language::En,
    });
    TABLE
        .iter()
        .map(|line| {
            let enabled = line.command.enabled(facts);
            let note = if enabled { line.command.shortcut_text() } else { words!(words, "palette-not-now") };
            let name = line.command.name(words, facts);
            let entry = Entry::new(Kind::Command, &name, line.icon, Task::Run(line.command)).note(note);
            let other = Some(Name::new(&(line.name)(&other)));
            Entry { enabled, other, more: Some(Name::new(&(line.tip)(words))), ..entry }
        })
        .collect()
}

/// Every kind of lane.
pub(super) fn lane_kinds(words: &Words) -> Vec<Entry> {
    let other = Words::new(match words.language() {
        Language::En => Language::Vi,
        Language::Vi => Language::En,
    });
    LaneKind::ALL
        .into_iter()
        .map(|kind| {
            let name = lane_kind_word(words, kind);
            let other = Some(Name::new(&lane_kind_word(&other, kind)));
            Entry { other, ..Entry::new(Kind::Lane, &name, lane_icon(kind), Task::AddLane(kind)) }
        })
        .collect()
}

/// The open maps besides the shown one, and those opened last.
pub(super) fn maps(open: Vec<(SessionId, String, bool)>, recent: &[PathBuf], words: &Words) -> Vec<Entry> {
    let open = open.into_iter().map(|(id, name, unsaved)| {
        let note = if unsaved { words!(words, "window-unsaved") } else { String::new() };
        Entry::new(Kind::Map, &name, "file-text", Task::ShowTab(Some(id))).note(note)
    });
    let recent = recent.iter().filter_map(|path| {
        let folder = path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
        Some(Entry::new(Kind::Recent, &file_name(path)?, "history", Task::Open(path.clone())).note(folder))
    });
    open.chain(recent).collect()
}

/// Everything that a map holds and somebody may want to go to.
pub(super) fn parts(map: &Arc<JourneyMap>, words: &Words) -> Vec<Entry> {
    let map_words = Words::new(map.language);
    let go = |owner: Owner| Task::Show(owner.selection(map));
    let mut entries = Vec::new();
    for stage in map.stages.iter().filter(|stage| !stage.name.trim().is_empty()) {
        let entry = Entry::new(Kind::Step, &stage.name, "columns-3", go(Owner::Stage(stage.id)));
        entries.push(entry.note(words!(words, "inspector-stage")));
    }
    for (stage, step) in map.steps().filter(|(_, step)| !step.name.trim().is_empty()) {
        let icon = if step.moment_of_truth { "star" } else { "footprints" };
        entries.push(Entry::new(Kind::Step, &step.name, icon, go(Owner::Step(step.id))).note(stage.name.clone()));
    }
    for persona in map.personas.iter().filter(|persona| !persona.name.trim().is_empty()) {
        let entry = Entry::new(Kind::Persona, &persona.name, "user-round", go(Owner::Persona(persona.id)));
        entries.push(entry.note(persona.description.clone()));
    }
    for lane in &map.lanes {
        let name = if lane.name.is_empty() { lane_kind_word(&map_words, lane.kind) } else { lane.name.clone() };
        let note = match (lane.hidden, lane.collapsed) {
            (true, _) => words!(words, "outline-hidden"),
            (false, true) => words!(words, "outline-collapsed"),
            (false, false) => String::new(),
        };
        entries.push(Entry::new(Kind::Lane, &name, lane_icon(lane.kind), go(Owner::Lane(lane.id))).note(note));
    }
    let cards = map.cards().map(|(step, card)| (Some(step.id), card));
    for (step, card) in cards.chain(map.tray.iter().map(|card| (None, card))) {
        let shown = shown_text(map, &map_words, card);
        if !shown.trim().is_empty() {
            // The same as `Owner::selection`, without looking for each card in the whole map.
            let cursor = step.map(|step| crate::edit::Cursor::Cell { lane: card.lane, step, persona: None });
            let selection = crate::edit::Selection { cursor, cards: vec![card.id], ..Default::default() };
            let entry = Entry::new(Kind::Card, &shown, card_icon(card), Task::Show(selection));
            entries.push(Entry { note: Note::Cell(card.lane, step), text: true, ..entry });
        }
    }
    entries
}

fn card_icon(card: &Card) -> &'static str {
    match &card.content {
        Content::Touchpoint(touchpoint) => touchpoint.channel.map_or("smartphone", crate::model::Channel::icon),
        content => crate::app::panels::naming::kind_icon(match content.kind() {
            ContentKind::Touchpoint => ContentKind::Text,
            kind => kind,
        }),
    }
}

impl Note {
    /// In words.
    pub(super) fn say(&self, map: Option<&JourneyMap>, words: &Words) -> String {
        match self {
            Self::Words(words) => words.clone(),
            Self::Cell(lane, step) => {
                let Some(map) = map else { return String::new() };
                let Some(step) = step.and_then(|id| map.step(id)) else { return words!(words, "find-in-tray") };
                let lane = map.lane(*lane);
                let name = lane.map(|lane| match lane.name.as_str() {
                    "" => lane_kind_word(&Words::new(map.language), lane.kind),
                    own => own.to_owned(),
                });
                format!("{} › {}", name.unwrap_or_default(), step.name)
            }
        }
    }
}
