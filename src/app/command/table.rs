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
    /// What works on a whole map or on the window.
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

    /// The letter that opens it with Alt: one that no other menu of the language has, and that its name holds.
    pub fn letter(self, words: &Words) -> char {
        let letter = match self {
            Self::File => words!(words, "menu-file-letter"),
            Self::Edit => words!(words, "menu-edit-letter"),
            Self::View => words!(words, "menu-view-letter"),
            Self::Insert => words!(words, "menu-insert-letter"),
            Self::Tools => words!(words, "menu-tools-letter"),
            Self::Help => words!(words, "menu-help-letter"),
        };
        letter.chars().next().unwrap_or_default()
    }
}

/// What the menu at the pointer or the cursor was opened on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A card, or a cell.
    Cell,
    /// A heading, the name of a lane, a persona.
    Heading,
    /// A link between cards, or a branch between steps.
    Line,
    /// The paper beside the journey.
    Paper,
    /// A tab.
    Tab,
}

/// A line of the table.
#[derive(Debug)]
pub struct Entry {
    /// The command.
    pub command: Command,
    /// The menu that it stands in; none: only context menus, keys and the palette know it.
    pub menu: Option<Menu>,
    /// Commands of one group stand together in the menu.
    pub group: u8,
    /// The context menus that it stands in, and its group there.
    pub context: &'static [(Place, u8)],
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
    ($(
        $command:ident $menu:ident $group:literal $icon:literal $name:literal $tip:literal [$($key:expr),*]
        $enabled:expr $(, in [$($place:ident $part:literal),*])?;
    )*) => {
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
                context: &[$($((Place::$place, $part)),*)?],
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
/// The map itself is seen, and no page over it.
const CANVAS: fn(&Facts) -> bool = |facts| facts.map && !facts.persona_page && !facts.plots_page;

// Command, menu, group there, icon, name, tip, shortcuts, whether it can be run, and the context menus that it stands in
// with its group there.
table! {
    New File 0 "file-plus" "command-new" "command-new-tip" [ctrl(Key::N)] ALWAYS;
    FromTemplate File 0 "layout-dashboard" "command-from-template" "command-from-template-tip" [ctrl_shift(Key::N)] ALWAYS;
    Open File 0 "folder-open" "command-open" "command-open-tip" [ctrl(Key::O)] ALWAYS;
    StartPage File 0 "house" "command-start-page" "command-start-page-tip" [] ALWAYS;
    Save File 1 "save" "command-save" "command-save-tip" [ctrl(Key::S)] MAP, in [Tab 0];
    SaveAs File 1 "" "command-save-as" "command-save-as-tip" [ctrl_shift(Key::S)] MAP, in [Tab 0];
    Versions File 1 "history" "command-versions" "command-versions-tip" [ctrl_shift(Key::H)] |facts| facts.file, in [Tab 0];
    DuplicateToBe File 1 "git-branch" "command-duplicate-to-be" "command-duplicate-to-be-tip" [] MAP, in [Tab 1];
    ImportSurvey File 2 "chart-column" "command-import-survey" "command-import-survey-tip" [] |facts| facts.map && !facts.read_only;
    Export File 2 "upload" "command-export" "command-export-tip" [ctrl(Key::E)] MAP;
    ExportPlot File 2 "" "command-export-plot" "command-export-plot-tip" [] MAP;
    Print File 2 "" "command-print" "command-print-tip" [ctrl(Key::P)] MAP;
    ShowFolder File 2 "folder-open" "command-show-folder" "command-show-folder-tip" [] |facts| facts.file, in [Tab 1];
    CopyPath File 2 "" "command-copy-path" "command-copy-path-tip" [] |facts| facts.file, in [Tab 1];
    ReopenTab File 3 "history" "command-reopen" "command-reopen-tip" [ctrl_shift(Key::W)] |facts| facts.closed;
    CloseTab File 3 "x" "command-close" "command-close-tip" [ctrl(Key::W)] |facts| facts.tabs > 0, in [Tab 2];
    CloseOthers File 3 "" "command-close-others" "command-close-others-tip" [] |facts| facts.map && facts.tabs > 1, in [Tab 2];
    Quit File 3 "" "command-quit" "command-quit-tip" [ctrl(Key::Q)] ALWAYS;

    Undo Edit 0 "undo-2" "command-undo" "command-undo-tip" [ctrl(Key::Z)] |facts| facts.map && facts.undo.is_some();
    Redo Edit 0 "redo-2" "command-redo" "command-redo-tip" [ctrl(Key::Y), ctrl_shift(Key::Z)] |facts| facts.map && facts.redo.is_some();
    Cut Edit 1 "scissors" "command-cut" "command-cut-tip" [ctrl(Key::X)] |facts| facts.map && facts.deletable, in [Cell 1, Heading 1];
    Copy Edit 1 "copy" "command-copy" "command-copy-tip" [ctrl(Key::C)] MAP, in [Cell 1, Heading 1];
    Paste Edit 1 "clipboard-paste" "command-paste" "command-paste-tip" [ctrl(Key::V)] MAP, in [Cell 1, Heading 1, Paper 0];
    PasteText Edit 1 "" "command-paste-text" "command-paste-text-tip" [ctrl_shift(Key::V)] MAP;
    Duplicate Edit 2 "" "command-duplicate" "command-duplicate-tip" [ctrl(Key::D)] |facts| facts.map && (facts.cards > 0 || facts.in_stage || facts.in_lane || facts.in_persona), in [Cell 2, Heading 2];
    Delete Edit 2 "trash-2" "command-delete" "command-delete-tip" [alt_free(Key::Delete)] |facts| facts.map && facts.deletable, in [Cell 2, Line 1];
    EditText Edit 3 "pencil" "command-edit-text" "command-edit-text-tip" [alt_free(Key::F2)] |facts| facts.map && facts.cursor, in [Cell 0, Heading 0, Line 0];
    LockLane Edit 3 "lock" "command-lock-lane" "command-lock-lane-tip" [] |facts| facts.map && facts.in_lane, in [Heading 2];
    CollapseLane Edit 3 "chevron-right" "command-collapse-lane" "command-collapse-lane-tip" [] |facts| facts.map && facts.in_lane, in [Heading 2];
    HideLane Edit 3 "eye-off" "command-hide-lane" "command-hide-lane-tip" [] |facts| facts.map && facts.in_lane, in [Heading 2];
    SelectAll Edit 3 "" "command-select-all" "command-select-all-tip" [ctrl(Key::A)] |facts| facts.map && facts.any_card, in [Paper 0];
    SendToTray Edit 4 "inbox" "command-send-to-tray" "command-send-to-tray-tip" [ctrl_shift(Key::T)] |facts| facts.map && facts.sendable, in [Cell 2];
    SendToMap Edit 4 "arrow-right" "command-send-to-map" "command-send-to-map-tip" [ctrl(Key::T)] |facts| facts.map && facts.notes > 0 && facts.takes_cards, in [Cell 2];
    Find Edit 5 "search" "command-find" "command-find-tip" [ctrl(Key::F)] MAP;
    FindNext Edit 5 "arrow-down" "command-find-next" "command-find-next-tip" [alt_free(Key::F3)] MAP;
    FindPrevious Edit 5 "arrow-up" "command-find-previous" "command-find-previous-tip" [shift(Key::F3)] MAP;
    Replace Edit 5 "replace" "command-replace" "command-replace-tip" [ctrl(Key::H)] MAP;
    PasteOutline Edit 6 "list-tree" "command-paste-outline" "command-paste-outline-tip" [] ALWAYS;
    CopyOutline Edit 6 "" "command-copy-outline" "command-copy-outline-tip" [] MAP;

    ZoomIn View 0 "zoom-in" "command-zoom-in" "command-zoom-in-tip" [ctrl(Key::Plus), ctrl(Key::Equals)] CANVAS;
    ZoomOut View 0 "zoom-out" "command-zoom-out" "command-zoom-out-tip" [ctrl(Key::Minus)] CANVAS;
    ZoomActual View 0 "" "command-zoom-actual" "command-zoom-actual-tip" [ctrl(Key::Num0)] CANVAS;
    ZoomFit View 0 "maximize" "command-zoom-fit" "command-zoom-fit-tip" [ctrl(Key::Num1)] CANVAS, in [Paper 2];
    ZoomSelection View 0 "" "command-zoom-selection" "command-zoom-selection-tip" [ctrl(Key::Num2)] CANVAS;
    Filter View 5 "funnel" "command-filter" "command-filter-tip" [ctrl_shift(Key::F)] MAP, in [Paper 2];
    FilterPause View 5 "" "command-filter-pause" "command-filter-pause-tip" [shift(Key::F4)] |facts| facts.map && facts.filter;
    FilterClear View 5 "" "command-filter-clear" "command-filter-clear-tip" [] |facts| facts.map && facts.filter, in [Paper 2];
    ToggleOutline View 1 "panel-left" "command-outline" "command-outline-tip" [alt_free(Key::F7)] MAP;
    ToggleInspector View 1 "panel-right" "command-inspector" "command-inspector-tip" [alt_free(Key::F8)] MAP;
    ToggleInsights View 1 "panel-bottom" "command-insights" "command-insights-tip" [alt_free(Key::F9)] MAP;
    PlotsPage View 1 "chart-scatter" "command-plots" "command-plots-tip" [shift(Key::F9)] MAP;
    ToggleTray View 1 "inbox" "command-tray" "command-tray-tip" [alt_free(Key::F4)] MAP;
    PersonaPage View 1 "user-round" "command-persona-page" "command-persona-page-tip" [] |facts| facts.map && facts.any_persona;
    ThemeSystem View 2 "monitor" "command-theme-system" "command-theme-system-tip" [] ALWAYS;
    ThemeLight View 2 "sun" "command-theme-light" "command-theme-light-tip" [] ALWAYS;
    ThemeDark View 2 "moon" "command-theme-dark" "command-theme-dark-tip" [] ALWAYS;
    ThemeHighContrast View 2 "contrast" "command-theme-high-contrast" "command-theme-high-contrast-tip" [shift(Key::F12)] ALWAYS;
    MapAsExported View 2 "" "command-map-as-exported" "command-map-as-exported-tip" [] ALWAYS;
    LookOfMap View 2 "palette" "command-look" "command-look-tip" [] MAP, in [Paper 2];
    FullScreen View 3 "fullscreen" "command-full-screen" "command-full-screen-tip" [alt_free(Key::F11)] ALWAYS;
    OnlyMap View 3 "" "command-only-map" "command-only-map-tip" [alt_free(Key::F12)] ALWAYS;
    LargeType View 3 "projector" "command-large-type" "command-large-type-tip" [shift(Key::F11)] ALWAYS;
    LargerText View 3 "a-large-small" "command-larger-text" "command-larger-text-tip" [] |facts| facts.larger_text;
    SmallerText View 3 "" "command-smaller-text" "command-smaller-text-tip" [] |facts| facts.smaller_text;
    English View 4 "languages" "command-english" "command-english-tip" [] ALWAYS;
    Vietnamese View 4 "languages" "command-vietnamese" "command-vietnamese-tip" [] ALWAYS;

    InsertAfter Insert 0 "plus" "command-insert-after" "command-insert-after-tip" [ctrl_shift(Key::Enter)] MAP, in [Cell 3, Heading 3];
    InsertCard Insert 1 "notebook-pen" "command-insert-card" "command-insert-card-tip" [] |facts| facts.map && facts.takes_cards, in [Cell 0];
    InsertStep Insert 1 "footprints" "command-insert-step" "command-insert-step-tip" [] MAP, in [Paper 1];
    InsertStage Insert 1 "columns-3" "command-insert-stage" "command-insert-stage-tip" [] MAP, in [Paper 1];
    InsertLane Insert 1 "rows-3" "command-insert-lane" "command-insert-lane-tip" [] MAP, in [Paper 1];
    InsertPersona Insert 1 "user-plus" "command-insert-persona" "command-insert-persona-tip" [] MAP, in [Paper 1];
    InsertFromLibrary Insert 1 "library" "command-from-library" "command-from-library-tip" [] MAP;
    AnswerPain Insert 2 "lightbulb" "command-answer" "command-answer-tip" [ctrl_shift(Key::O)] |facts| facts.map && facts.pain, in [Cell 3];
    KeepInLibrary Insert 2 "" "command-keep" "command-keep-tip" [] |facts| facts.map && facts.keepable;
    MomentOfTruth Insert 2 "star" "command-moment" "command-moment-tip" [ctrl(Key::M)] |facts| facts.map && facts.in_step, in [Cell 3, Heading 3];
    LinkTo Insert 2 "link" "command-link-to" "command-link-to-tip" [ctrl(Key::L)] |facts| facts.map && facts.can_link, in [Cell 3];
    BranchTo Insert 2 "git-branch" "command-branch-to" "command-branch-to-tip" [ctrl(Key::B)] |facts| facts.map && facts.in_step, in [Heading 3];
    NextLink Insert 2 "" "command-next-link" "command-next-link-tip" [ctrl_shift(Key::L)] MAP, in [Line 0];
    RemoveHere Insert 3 "minus" "command-remove-here" "command-remove-here-tip" [ctrl_shift(Key::Backspace)] |facts| facts.map && (facts.in_stage || facts.in_lane || facts.in_persona), in [Cell 3, Heading 3];
    RemoveStep Insert 3 "" "command-remove-step" "command-remove-step-tip" [] |facts| facts.map && facts.in_step;
    RemoveStage Insert 3 "" "command-remove-stage" "command-remove-stage-tip" [] |facts| facts.map && facts.in_stage;
    RemoveLane Insert 3 "" "command-remove-lane" "command-remove-lane-tip" [] |facts| facts.map && facts.in_lane;

    Palette Tools 0 "command" "command-palette" "command-palette-tip" [ctrl(Key::K)] ALWAYS;
    Problems Tools 1 "triangle-alert" "command-problems" "command-problems-tip" [] MAP;
    Conflicts Tools 1 "git-branch" "command-conflicts" "command-conflicts-tip" [] |facts| facts.map && (facts.conflicts > 0 || facts.conflicts_page);
    Changes Tools 1 "history" "command-changes" "command-changes-tip" [] MAP;
    Compare Tools 1 "" "command-compare" "command-compare-tip" [] MAP;
    CompareJourneys Tools 1 "arrow-left-right" "command-compare-journeys" "command-compare-journeys-tip" [] MAP;
    WhatIf Tools 1 "sparkles" "command-what-if" "command-what-if-tip" [] MAP;
    CopyPlot Tools 1 "" "command-copy-plot" "command-copy-plot-tip" [] MAP;
    CopyPlotSvg Tools 1 "" "command-copy-plot-svg" "command-copy-plot-svg-tip" [] MAP;
    CopyPlotTable Tools 1 "" "command-copy-plot-table" "command-copy-plot-table-tip" [] MAP;
    CopyPicture Tools 1 "image" "command-copy-picture" "command-copy-picture-tip" [ctrl_shift(Key::C)] MAP, in [Paper 2];
    CopySvg Tools 1 "" "command-copy-svg" "command-copy-svg-tip" [] MAP, in [Paper 2];
    Settings Tools 2 "settings" "command-settings" "command-settings-tip" [ctrl(Key::Comma)] ALWAYS;

    Keys Help 0 "keyboard" "command-keys" "command-keys-tip" [alt_free(Key::F1)] ALWAYS;
    About Help 0 "info" "command-about" "command-about-tip" [] ALWAYS;

    NextTab Tools 2 "" "command-next-tab" "command-next-tab-tip" [ctrl(Key::PageDown), ctrl(Key::Tab)] |facts| facts.tabs > usize::from(facts.map);
    PreviousTab Tools 2 "" "command-previous-tab" "command-previous-tab-tip" [ctrl(Key::PageUp), ctrl_shift(Key::Tab)] |facts| facts.tabs > usize::from(facts.map);
    TabRight Tools 2 "" "command-tab-right" "command-tab-right-tip" [ctrl_shift(Key::PageDown)] |facts| facts.map && facts.tabs > 1;
    TabLeft Tools 2 "" "command-tab-left" "command-tab-left-tip" [ctrl_shift(Key::PageUp)] |facts| facts.map && facts.tabs > 1;
    NextPanel Tools 3 "" "command-next-panel" "command-next-panel-tip" [alt_free(Key::F6)] ALWAYS;
    PreviousPanel Tools 3 "" "command-previous-panel" "command-previous-panel-tip" [shift(Key::F6)] ALWAYS;
    MenuBar Tools 3 "" "command-menu-bar" "command-menu-bar-tip" [alt_free(Key::F10)] ALWAYS;
}

/// The words of a line of the page of keys.
pub(super) type Say = fn(&Words) -> String;

/// Keys that belong to the canvas and not to a command, as they stand on the page of keys.
pub(super) const ON_CANVAS: &[(&str, Say)] = &[
    ("←  ↑  →  ↓", |words| words!(words, "keys-arrows")),
    ("Ctrl+←  ↑  →  ↓", |words| words!(words, "keys-jump")),
    ("Home, End", |words| words!(words, "keys-row")),
    ("Ctrl+Home, Ctrl+End", |words| words!(words, "keys-map")),
    ("PageUp, PageDown", |words| words!(words, "keys-page")),
    ("Shift+←  ↑  →  ↓", |words| words!(words, "keys-extend")),
    ("A … Z", |words| words!(words, "keys-typing")),
    ("Enter", |words| words!(words, "keys-enter")),
    ("Ctrl+Enter", |words| words!(words, "keys-ctrl-enter")),
    ("Alt+Enter", |words| words!(words, "keys-alt-enter")),
    ("Tab", |words| words!(words, "keys-tab")),
    ("Shift+Tab", |words| words!(words, "keys-shift-tab")),
    ("Esc", |words| words!(words, "keys-escape")),
    ("Alt+←  ↑  →  ↓", |words| words!(words, "keys-alt-arrows")),
    ("Shift+F10", |words| words!(words, "keys-menu")),
    ("Alt", |words| words!(words, "keys-alt")),
    ("1 … 5", |words| words!(words, "keys-digits")),
    ("+  −", |words| words!(words, "keys-plus-minus")),
    ("0", |words| words!(words, "keys-zero")),
    ("X", |words| words!(words, "keys-x")),
    ("Space", |words| words!(words, "keys-space")),
];

/// What a typed line can say besides its words, as it stands on the page of keys.
pub(super) const IN_A_LINE: &[(&str, Say)] = &[
    ("!1 … !5", |words| words!(words, "typed-severity")),
    ("18%", |words| words!(words, "typed-share")),
    ("i1 … i5, tđ1 … tđ5", |words| words!(words, "typed-impact")),
    ("e1 … e5, cs1 … cs5", |words| words!(words, "typed-effort")),
    ("@Payments", |words| words!(words, "typed-owner")),
    ("Website:", |words| words!(words, "typed-channel")),
    ("61% -> 75%", |words| words!(words, "typed-target")),
];
