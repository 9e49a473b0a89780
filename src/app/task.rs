//! What parts of the window's frame want: done once, at the end of the frame.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use super::command::Command;
use super::dialogs::Came;
use super::finding::Wish;
use super::intent::PictureFor;
use super::matched::Matching;
use super::room::SidePage;
use super::session::SessionId;
use super::settings::Preferences;
use crate::edit::Selection;
use crate::export::{COMPARISON_ENDINGS, ExportOptions, Format};
use crate::file::EXTENSION;
use crate::file::images::PICTURE_ENDINGS;
use crate::file::library::Kept;
use crate::file::package;
use crate::i18n::Words;
use crate::import;
use crate::import::TextPlace;
use crate::import::survey::{Answers, Sources, Wiring};
use crate::lint::{Remedy, RuleName};
use crate::model::{Address, EvidenceId, JourneyMap, LaneKind, SurveyMapping};
use crate::words;

/// Endings of files of answers.
pub(crate) const ANSWER_ENDINGS: [&str; 4] = ["csv", "tsv", "xlsx", "txt"];

/// Something for the application to do at the end of the frame.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Task {
    /// Run a command.
    Run(Command),
    /// Show a map, or the start page.
    ShowTab(Option<SessionId>),
    /// Show a map, and a page where its inspector stands.
    ShowPage(SessionId, SidePage),
    /// Show a map, and then do this.
    In(SessionId, Box<Self>),
    /// Close a map, after a question where it isn't saved.
    CloseTab(SessionId),
    /// Move a tab so that it stands at this place.
    MoveTab(SessionId, usize),
    /// Open a file.
    Open(PathBuf),
    /// Open a table that was dropped on this map: as a map, or as answers about it.
    OpenDropped(SessionId, PathBuf),
    /// Put a picture's file on the shown map.
    PutPicture(PathBuf),
    /// Leave a file out of those opened last.
    Forget(PathBuf),
    /// Open an unsaved copy of the sample at this place.
    Sample(usize),
    /// Start with the template at this place.
    Template(usize),
    /// Add a lane of this kind.
    AddLane(LaneKind),
    /// Insert something of the library.
    InsertKept(Box<Kept>),
    /// Show what is selected then.
    Show(Selection),
    /// Settle something that the map lacks.
    Mend(Remedy),
    /// Switch a rule of the linter on or off in the shown map.
    SwitchRule(RuleName, bool),
    /// Save a map; then go on closing, if that is why.
    Save(SessionId, AfterSave),
    /// Close a map and lose what isn't saved; then go on closing.
    Abandon(SessionId, AfterSave),
    /// A path was chosen.
    Chosen(Purpose, PathBuf),
    /// Try again to take the right to a map's file.
    EditHere(SessionId),
    /// Make a copy of a map that stands in no file.
    Detach(SessionId),
    /// Put what a version of that time says in place of what a map says now.
    Restore(SessionId, SystemTime, Arc<JourneyMap>),
    /// Bring back the recovery copy at this place of the list.
    Recover(usize),
    /// Remove the recovery copy at this place of the list.
    Discard(usize),
    /// Make a map of an indented text, or more of the shown one.
    Outline {
        /// The text.
        text: String,
        /// The shown map gets more.
        extend: bool,
        /// How the text came.
        came: Came,
    },
    /// Keep an indented text for the next time that one is asked for.
    KeepOutline(String, Came),
    /// Keep how the columns of a table were matched, which came to nothing.
    KeepMatching(PathBuf, Box<Matching>),
    /// Something about the answers of a survey.
    Survey(SurveyWish),
    /// Something about a table that becomes a map.
    Table(TableWish),
    /// Take replies of a page's readers in.
    TakeReplies(Vec<PathBuf>),
    /// Paste a text as lines, whatever it looks like.
    PasteLines(String),
    /// The window should be like this.
    Prefer(Preferences),
    /// Show the folder that a file is in.
    ShowFolder(PathBuf),
    /// Ask for a path, and then do with it what it is wanted for.
    Ask(Purpose),
    /// Ask where to, then export.
    Export(ExportWish),
    /// Open an address with what the system opens such with: somebody has seen it whole and said so.
    OpenAddress(Address),
    /// Put an address on the clipboard.
    CopyAddress(Address),
    /// Put a list on the clipboard.
    CopyTable {
        /// As text.
        text: String,
        /// The same as HTML; empty: there is none.
        html: String,
    },
    /// What the bar over the canvas wants.
    Find(Wish),
}

impl Task {
    /// Whether what is being typed on the canvas has to be kept before this is done. How the map is looked at makes no
    /// difference to typing.
    pub(crate) const fn ends_typing(&self) -> bool {
        !matches!(
            self,
            Self::Run(
                Command::ZoomIn
                    | Command::ZoomOut
                    | Command::ZoomActual
                    | Command::ZoomFit
                    | Command::ZoomSelection
                    | Command::ToggleOutline
                    | Command::ToggleInspector
                    | Command::ToggleInsights
                    | Command::ThemeSystem
                    | Command::ThemeLight
                    | Command::ThemeDark
                    | Command::ThemeHighContrast
                    | Command::MapAsExported
                    | Command::FullScreen
                    | Command::OnlyMap
                    | Command::LargeType
                    | Command::LargerText
                    | Command::SmallerText
                    | Command::English
                    | Command::Vietnamese
            )
        )
    }
}

/// What happens once a map is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AfterSave {
    /// Nothing.
    Stay,
    /// It is closed.
    Close,
    /// It is closed, and then all others but this one.
    CloseOthers(SessionId),
    /// It is closed, and then the window.
    Quit,
}

/// What is wanted with the answers of a survey.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum SurveyWish {
    /// Choose a file of answers; for the place of an older one, where it is known.
    Choose(SessionId, Option<EvidenceId>),
    /// Look at this file.
    Open(SessionId, PathBuf),
    /// Keep how columns are matched in a file.
    SaveMapping(SessionId),
    /// Read how columns are matched from a file.
    LoadMapping(SessionId),
    /// Take the answers in.
    TakeIn {
        /// Into which map.
        session: SessionId,
        /// How columns were matched.
        mapping: Box<SurveyMapping>,
        /// What they are about in it.
        wiring: Box<Wiring>,
        /// What was counted.
        answers: Box<Answers>,
        /// Where they come from.
        sources: Sources,
        /// The entry of evidence whose place they take.
        renew: Option<EvidenceId>,
    },
}

/// What is wanted with a table of another program.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum TableWish {
    /// Keep in a file how it is matched.
    SaveMapping,
    /// Read from a file how it is matched.
    LoadMapping,
    /// Open the map that came of it.
    TakeIn {
        /// The table.
        path: PathBuf,
        /// The map.
        map: Box<JourneyMap>,
        /// What of the table wasn't plain.
        notes: Vec<(TextPlace, String)>,
    },
}

/// What a path is asked for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Purpose {
    /// To open a map.
    Open,
    /// To save one.
    Save(SessionId, AfterSave),
    /// To export one.
    Export(ExportWish),
    /// To put a picture into one.
    Picture(SessionId, PictureFor),
    /// To compare one with another one.
    Compare(SessionId),
    /// To bring answers into one, for the place of older ones where they are known.
    Survey(SessionId, Option<EvidenceId>),
    /// To save the list of what changed between two maps.
    SaveComparison,
    /// To keep how columns of answers are matched.
    SaveMapping(SessionId),
    /// To read that again.
    LoadMapping(SessionId),
    /// To keep how a table is matched.
    SaveTable,
    /// To read that again.
    LoadTable,
    /// To plot one against another one.
    Against(SessionId),
}

impl Purpose {
    /// Whether a file is wanted that is there already.
    pub(crate) const fn opens(&self) -> bool {
        matches!(
            self,
            Self::Open
                | Self::Picture(..)
                | Self::Compare(_)
                | Self::Against(_)
                | Self::Survey(..)
                | Self::LoadMapping(_)
                | Self::LoadTable
        )
    }

    /// The endings of the files that fit, the usual one first.
    pub(crate) fn endings(&self) -> Vec<&'static str> {
        match self {
            Self::Open => {
                [EXTENSION, package::ENDING].into_iter().chain(import::file::ENDINGS).chain(["json"]).collect()
            }
            Self::Save(..)
            | Self::Compare(_)
            | Self::Against(_)
            | Self::SaveMapping(_)
            | Self::LoadMapping(_)
            | Self::SaveTable
            | Self::LoadTable => vec![EXTENSION],
            Self::Survey(..) => ANSWER_ENDINGS.to_vec(),
            Self::SaveComparison => COMPARISON_ENDINGS.to_vec(),
            Self::Export(wish) => vec![wish.format.extension()],
            Self::Picture(..) => PICTURE_ENDINGS.to_vec(),
        }
    }

    /// The path with an ending of such files: the usual one is added where it has none of them, whatever else stands behind
    /// a dot.
    pub(crate) fn with_ending(&self, path: &Path) -> PathBuf {
        let ends = |ending: &str| path.extension().is_some_and(|known| known.eq_ignore_ascii_case(ending));
        let fits = self.endings().into_iter().any(ends) || matches!(self, Self::Save(..)) && ends(package::ENDING);
        match path.file_name() {
            Some(name) if !fits => {
                let mut name = name.to_owned();
                name.push(".");
                name.push(self.ending());
                path.with_file_name(name)
            }
            Some(_) | None => path.to_owned(),
        }
    }

    /// The ending that a path without one gets.
    pub(crate) fn ending(&self) -> &'static str {
        self.endings().first().copied().unwrap_or_default()
    }

    /// The title of the question.
    pub(crate) fn title(&self, words: &Words) -> String {
        match self {
            Self::Open => words!(words, "dialog-path-open"),
            Self::Save(..) => words!(words, "dialog-path-save"),
            Self::Export(_) => words!(words, "dialog-path-export"),
            Self::Picture(..) => words!(words, "dialog-path-picture"),
            Self::Compare(_) | Self::Against(_) => words!(words, "dialog-path-compare"),
            Self::Survey(..) => words!(words, "dialog-path-survey"),
            Self::SaveComparison => words!(words, "dialog-path-save-comparison"),
            Self::SaveMapping(_) | Self::SaveTable => words!(words, "dialog-path-save-mapping"),
            Self::LoadMapping(_) | Self::LoadTable => words!(words, "dialog-path-load-mapping"),
        }
    }
}

/// What the export dialog was left with.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ExportWish {
    /// Which map.
    pub session: SessionId,
    /// To which format.
    pub format: Format,
    /// How.
    pub options: ExportOptions,
}
