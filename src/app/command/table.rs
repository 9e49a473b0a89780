//! The table itself.

use eframe::egui::Key;

use super::Facts;
use super::keys::{Shortcut, alt_free, ctrl, ctrl_shift, shift};
use crate::i18n::Words;
use crate::words;

/// A menu of the menu bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Menu {
    /// Maps and files.
    File,
    /// Changes.
    Edit,
    /// What is shown, and how.
    View,
    /// What can be added to a map.
    Insert,
    /// What works on a whole map.
    Tools,
    /// Help.
    Help,
}

impl Menu {
    /// All menus, in the order of the bar.
    pub const ALL: [Self; 6] = [Self::File, Self::Edit, Self::View, Self::Insert, Self::Tools, Self::Help];

    /// Its name.
    pub fn name(self, words: &Words) -> String {
        match self {
            Self::File => words!(words, "menu-file"),
            Self::Edit => words!(words, "menu-edit"),
            Self::View => words!(words, "menu-view"),
            Self::Insert => words!(words, "menu-insert"),
            Self::Tools => words!(words, "menu-tools"),
            Self::Help => words!(words, "menu-help"),
        }
    }
}

/// A line of the table.
#[derive(Debug)]
pub struct Entry {
    /// The command.
    pub command: Command,
    /// The menu that it stands in; none: only keys and the palette know it.
    pub menu: Option<Menu>,
    /// Commands of one group stand together in the menu.
    pub group: u8,
    /// Its icon; empty: none.
    pub icon: &'static str,
    /// Its name.
    pub name: fn(&Words) -> String,
    /// What it does, in a sentence.
    pub tip: fn(&Words) -> String,
    /// Its shortcuts; the first is the one that is shown.
    pub shortcuts: &'static [Shortcut],
    /// Whether it can be run.
    pub enabled: fn(&Facts) -> bool,
}

macro_rules! menu {
    (None) => {
        None
    };
    ($menu:ident) => {
        Some(Menu::$menu)
    };
}

macro_rules! table {
    ($($command:ident $menu:ident $group:literal $icon:literal $name:literal $tip:literal [$($key:expr),*] $enabled:expr;)*) => {
        /// Something that a person can tell the window to do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Command {
            $(
                #[doc = concat!("The command whose words are `", $name, "`.")]
                $command,
            )*
        }

        /// All commands: the order of menus and of the palette.
        pub const TABLE: &[Entry] = &[$(
            Entry {
                command: Command::$command,
                menu: menu!($menu),
                group: $group,
                icon: $icon,
                name: |words| words!(words, $name),
                tip: |words| words!(words, $tip),
                shortcuts: &[$($key),*],
                enabled: $enabled,
            },
        )*];
    };
}

const ALWAYS: fn(&Facts) -> bool = |_| true;
const MAP: fn(&Facts) -> bool = |facts| facts.map;

table! {
    New File 0 "file-plus" "command-new" "command-new-tip" [ctrl(Key::N)] ALWAYS;
    FromTemplate File 0 "layout-dashboard" "command-from-template" "command-from-template-tip" [ctrl_shift(Key::N)] ALWAYS;
    Open File 0 "folder-open" "command-open" "command-open-tip" [ctrl(Key::O)] ALWAYS;
    StartPage File 0 "house" "command-start-page" "command-start-page-tip" [] ALWAYS;
    Save File 1 "save" "command-save" "command-save-tip" [ctrl(Key::S)] MAP;
    SaveAs File 1 "" "command-save-as" "command-save-as-tip" [ctrl_shift(Key::S)] MAP;
    Export File 2 "upload" "command-export" "command-export-tip" [ctrl(Key::E)] MAP;
    Print File 2 "" "command-print" "command-print-tip" [ctrl(Key::P)] MAP;
    CloseTab File 3 "x" "command-close" "command-close-tip" [ctrl(Key::W)] |facts| facts.tabs > 0;
    Quit File 3 "" "command-quit" "command-quit-tip" [ctrl(Key::Q)] ALWAYS;

    Undo Edit 0 "undo-2" "command-undo" "command-undo-tip" [ctrl(Key::Z)] |facts| facts.map && facts.undo.is_some();
    Redo Edit 0 "redo-2" "command-redo" "command-redo-tip" [ctrl(Key::Y), ctrl_shift(Key::Z)] |facts| facts.map && facts.redo.is_some();
    Cut Edit 1 "scissors" "command-cut" "command-cut-tip" [ctrl(Key::X)] |facts| facts.map && facts.deletable;
    Copy Edit 1 "copy" "command-copy" "command-copy-tip" [ctrl(Key::C)] MAP;
    Paste Edit 1 "clipboard-paste" "command-paste" "command-paste-tip" [ctrl(Key::V)] MAP;
    PasteText Edit 1 "" "command-paste-text" "command-paste-text-tip" [ctrl_shift(Key::V)] MAP;
    Duplicate Edit 2 "" "command-duplicate" "command-duplicate-tip" [ctrl(Key::D)] |facts| facts.map && (facts.cards > 0 || facts.in_step);
    Delete Edit 2 "trash-2" "command-delete" "command-delete-tip" [alt_free(Key::Delete)] |facts| facts.map && facts.deletable;
    EditText Edit 3 "pencil" "command-edit-text" "command-edit-text-tip" [alt_free(Key::F2)] |facts| facts.map && facts.cursor;
    SelectAll Edit 3 "" "command-select-all" "command-select-all-tip" [ctrl(Key::A)] |facts| facts.map && facts.any_card;

    ZoomIn View 0 "zoom-in" "command-zoom-in" "command-zoom-in-tip" [ctrl(Key::Plus), ctrl(Key::Equals)] MAP;
    ZoomOut View 0 "zoom-out" "command-zoom-out" "command-zoom-out-tip" [ctrl(Key::Minus)] MAP;
    ZoomActual View 0 "" "command-zoom-actual" "command-zoom-actual-tip" [ctrl(Key::Num0)] MAP;
    ZoomFit View 0 "maximize" "command-zoom-fit" "command-zoom-fit-tip" [ctrl(Key::Num1)] MAP;
    ZoomSelection View 0 "" "command-zoom-selection" "command-zoom-selection-tip" [ctrl(Key::Num2)] MAP;
    ToggleOutline View 1 "panel-left" "command-outline" "command-outline-tip" [alt_free(Key::F7)] ALWAYS;
    ToggleInspector View 1 "panel-right" "command-inspector" "command-inspector-tip" [alt_free(Key::F8)] ALWAYS;
    ToggleInsights View 1 "panel-bottom" "command-insights" "command-insights-tip" [alt_free(Key::F9)] ALWAYS;
    ThemeSystem View 2 "monitor" "command-theme-system" "command-theme-system-tip" [] ALWAYS;
    ThemeLight View 2 "sun" "command-theme-light" "command-theme-light-tip" [] ALWAYS;
    ThemeDark View 2 "moon" "command-theme-dark" "command-theme-dark-tip" [] ALWAYS;
    English View 3 "languages" "command-english" "command-english-tip" [] ALWAYS;
    Vietnamese View 3 "languages" "command-vietnamese" "command-vietnamese-tip" [] ALWAYS;

    InsertAfter Insert 0 "plus" "command-insert-after" "command-insert-after-tip" [ctrl_shift(Key::Enter)] MAP;
    InsertCard Insert 1 "notebook-pen" "command-insert-card" "command-insert-card-tip" [] |facts| facts.map && facts.in_step && facts.in_lane;
    InsertStep Insert 1 "footprints" "command-insert-step" "command-insert-step-tip" [] MAP;
    InsertStage Insert 1 "columns-3" "command-insert-stage" "command-insert-stage-tip" [] MAP;
    InsertLane Insert 1 "rows-3" "command-insert-lane" "command-insert-lane-tip" [] MAP;
    InsertPersona Insert 1 "user-plus" "command-insert-persona" "command-insert-persona-tip" [] MAP;
    MomentOfTruth Insert 2 "star" "command-moment" "command-moment-tip" [ctrl(Key::M)] |facts| facts.map && facts.in_step;
    RemoveHere Insert 3 "minus" "command-remove-here" "command-remove-here-tip" [ctrl_shift(Key::Backspace)] |facts| facts.map && (facts.in_stage || facts.in_lane || facts.in_persona);
    RemoveStep Insert 3 "" "command-remove-step" "command-remove-step-tip" [] |facts| facts.map && facts.in_step;
    RemoveStage Insert 3 "" "command-remove-stage" "command-remove-stage-tip" [] |facts| facts.map && facts.in_stage;
    RemoveLane Insert 3 "" "command-remove-lane" "command-remove-lane-tip" [] |facts| facts.map && facts.in_lane;

    Palette Tools 0 "command" "command-palette" "command-palette-tip" [ctrl(Key::K)] ALWAYS;
    Problems Tools 1 "triangle-alert" "command-problems" "command-problems-tip" [] MAP;
    CopyPicture Tools 1 "image" "command-copy-picture" "command-copy-picture-tip" [ctrl_shift(Key::C)] MAP;

    Keys Help 0 "keyboard" "command-keys" "command-keys-tip" [alt_free(Key::F1)] ALWAYS;
    About Help 0 "info" "command-about" "command-about-tip" [] ALWAYS;

    NextTab None 0 "" "command-next-tab" "command-next-tab-tip" [ctrl(Key::PageDown), ctrl(Key::Tab)] |facts| facts.tabs > 1;
    PreviousTab None 0 "" "command-previous-tab" "command-previous-tab-tip" [ctrl(Key::PageUp), ctrl_shift(Key::Tab)] |facts| facts.tabs > 1;
    NextPanel None 0 "" "command-next-panel" "command-next-panel-tip" [alt_free(Key::F6)] ALWAYS;
    PreviousPanel None 0 "" "command-previous-panel" "command-previous-panel-tip" [shift(Key::F6)] ALWAYS;
    MenuBar None 0 "" "command-menu-bar" "command-menu-bar-tip" [alt_free(Key::F10)] ALWAYS;
}

/// The words of a line of the page of keys.
pub(super) type Say = fn(&Words) -> String;

/// Keys that belong to the canvas and not to a command, as they stand on the page of keys.
pub(super) const ON_CANVAS: &[(&str, Say)] = &[
    ("←  ↑  →  ↓", |words| words!(words, "keys-arrows")),
    ("A … Z", |words| words!(words, "keys-typing")),
    ("Enter", |words| words!(words, "keys-enter")),
    ("Ctrl+Enter", |words| words!(words, "keys-ctrl-enter")),
    ("Tab", |words| words!(words, "keys-tab")),
    ("Shift+Tab", |words| words!(words, "keys-shift-tab")),
    ("Esc", |words| words!(words, "keys-escape")),
    ("Alt+←  ↑  →  ↓", |words| words!(words, "keys-alt-arrows")),
    ("1 … 5", |words| words!(words, "keys-digits")),
    ("+  −", |words| words!(words, "keys-plus-minus")),
    ("0", |words| words!(words, "keys-zero")),
    ("X", |words| words!(words, "keys-x")),
    ("Space", |words| words!(words, "keys-space")),
];
