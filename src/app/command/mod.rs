//! The one table of commands. Menus, toolbar, palette, context menus, shortcuts, the page of keys and the README's table
//! all read it. Must not know how a command is carried out.

mod keys;
mod table;

pub use keys::{CANVAS_KEYS, Focus, Shortcut, TYPED_FIELDS, markdown, take};
pub use table::{Command, Entry, Menu, Place, TABLE};

use crate::i18n::Words;
use crate::model::Language;
use crate::words;

use super::settings::ThemeChoice;

/// What the enabled predicates and the marks of the menus look at: a small picture of the moment.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Facts {
    /// A map is shown, not the start page.
    pub map: bool,
    /// How many tabs there are.
    pub tabs: usize,
    /// The map stands in a file.
    pub file: bool,
    /// The map can only be read.
    pub read_only: bool,
    /// A part of the map was chosen to be looked at.
    pub filter: bool,
    /// Only that part is looked at now.
    pub filtering: bool,
    /// A tab was closed that can be opened again.
    pub closed: bool,
    /// What undo would take back, in words.
    pub undo: Option<String>,
    /// What redo would do again, in words.
    pub redo: Option<String>,
    /// The cursor stands on something that can be edited.
    pub cursor: bool,
    /// How many cards are selected.
    pub cards: usize,
    /// How many headings of one kind are selected.
    pub headings: usize,
    /// Something can be deleted where the cursor stands.
    pub deletable: bool,
    /// The map has a card.
    pub any_card: bool,
    /// The cursor stands in a stage, a step or a cell.
    pub in_stage: bool,
    /// The cursor stands in a step or a cell.
    pub in_step: bool,
    /// The cursor stands in a lane or a cell.
    pub in_lane: bool,
    /// The cursor stands on a persona.
    pub in_persona: bool,
    /// A link or a branch can begin at what is selected.
    pub can_link: bool,
    /// A pain point is selected, or is in the cursor's cell.
    pub pain: bool,
    /// The map has a persona.
    pub any_persona: bool,
    /// The page of a persona is open.
    pub persona_page: bool,
    /// A plot fills the window.
    pub plots_page: bool,
    /// Scores are being tried out.
    pub what_if: bool,
    /// What is selected can be kept in the library.
    pub keepable: bool,
    /// The lane that the cursor stands in is locked.
    pub locked: bool,
    /// That lane is collapsed.
    pub collapsed: bool,
    /// That step is a moment of truth.
    pub moment_of_truth: bool,
    /// The outline is shown.
    pub outline: bool,
    /// The inspector is shown.
    pub inspector: bool,
    /// The insights are shown.
    pub insights: bool,
    /// Only the map is shown, without panels and tools.
    pub only_map: bool,
    /// The window fills the screen.
    pub full_screen: bool,
    /// Large type is on.
    pub large_type: bool,
    /// The interface's text can become larger.
    pub larger_text: bool,
    /// The interface's text can become smaller.
    pub smaller_text: bool,
    /// Maps are shown as they are exported.
    pub as_exported: bool,
    /// The page of the map's look is shown.
    pub look: bool,
    /// How many conflicts of a merge are open in the map.
    pub conflicts: usize,
    /// The page of conflicts is shown.
    pub conflicts_page: bool,
    /// The page of what changed is shown.
    pub changes_page: bool,
    /// The tray is shown.
    pub tray: bool,
    /// How many notes it holds.
    pub notes: usize,
    /// Cards of the map are selected, or stand in the cursor's cell.
    pub sendable: bool,
    /// The cursor stands in a cell that can take a card.
    pub takes_cards: bool,
    /// The chosen theme.
    pub theme: ThemeChoice,
    /// The window's language.
    pub language: Language,
}

impl Command {
    /// Its line of the table.
    pub fn entry(self) -> &'static Entry {
        // The table is made of the same list as the commands, in the same order; a test holds that.
        &TABLE[self as usize]
    }

    /// Its name, which says what undo and redo would do.
    pub fn name(self, words: &Words, facts: &Facts) -> String {
        match (self, &facts.undo, &facts.redo) {
            (Self::Undo, Some(what), _) => words!(words, "command-undo-what", what = what.as_str()),
            (Self::Redo, _, Some(what)) => words!(words, "command-redo-what", what = what.as_str()),
            (Self::RemoveStep, ..) if facts.in_step && facts.headings > 1 => {
                words!(words, "command-remove-steps", n = facts.headings)
            }
            (Self::RemoveStage, ..) if facts.in_stage && !facts.in_step && facts.headings > 1 => {
                words!(words, "command-remove-stages", n = facts.headings)
            }
            (Self::RemoveLane, ..) if facts.in_lane && !facts.in_step && facts.headings > 1 => {
                words!(words, "command-remove-lanes", n = facts.headings)
            }
            _ => (self.entry().name)(words),
        }
    }

    /// What it does, in a sentence.
    pub fn tip(self, words: &Words) -> String {
        (self.entry().tip)(words)
    }

    /// Its first shortcut, as people write it; empty where it has none.
    pub fn shortcut_text(self) -> String {
        self.entry().shortcuts.first().map(ToString::to_string).unwrap_or_default()
    }

    /// Whether it can be run now.
    pub fn enabled(self, facts: &Facts) -> bool {
        (self.entry().enabled)(facts) && !(facts.read_only && self.changes())
    }

    /// Whether it does nothing but change the map.
    fn changes(self) -> bool {
        self.entry().menu == Some(Menu::Insert) && !matches!(self, Self::NextLink | Self::KeepInLibrary)
            || matches!(
                self,
                Self::Undo
                    | Self::Redo
                    | Self::Cut
                    | Self::Paste
                    | Self::PasteText
                    | Self::Duplicate
                    | Self::Delete
                    | Self::EditText
                    | Self::LockLane
                    | Self::CollapseLane
                    | Self::HideLane
                    | Self::SendToTray
                    | Self::SendToMap
                    | Self::Replace
            )
    }

    /// Whether it is on, for what can be on and off.
    pub fn checked(self, facts: &Facts) -> Option<bool> {
        Some(match self {
            Self::ToggleOutline => facts.outline,
            Self::ToggleInspector => facts.inspector,
            Self::ToggleInsights => facts.insights,
            Self::ToggleTray => facts.tray,
            Self::ThemeSystem => facts.theme == ThemeChoice::System,
            Self::ThemeLight => facts.theme == ThemeChoice::Light,
            Self::ThemeDark => facts.theme == ThemeChoice::Dark,
            Self::ThemeHighContrast => facts.theme == ThemeChoice::HighContrast,
            Self::OnlyMap => facts.only_map,
            Self::FullScreen => facts.full_screen,
            Self::LargeType => facts.large_type,
            Self::MapAsExported => facts.as_exported,
            Self::LookOfMap => facts.look,
            Self::Conflicts => facts.conflicts_page,
            Self::Changes => facts.changes_page,
            Self::English => facts.language == Language::En,
            Self::Vietnamese => facts.language == Language::Vi,
            Self::FilterPause => facts.filter && !facts.filtering,
            Self::MomentOfTruth => facts.moment_of_truth,
            Self::PersonaPage => facts.persona_page,
            Self::PlotsPage => facts.plots_page,
            Self::WhatIf => facts.what_if,
            Self::LockLane => facts.locked,
            Self::CollapseLane => facts.collapsed,
            _ => return None,
        })
    }
}
