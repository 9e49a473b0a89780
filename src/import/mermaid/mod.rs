//! Mermaid `journey` diagrams to maps.
//!
//! Accepts what Mermaid accepts, with the same sections, tasks, scores and people; where Mermaid refuses and the meaning is
//! plain, it reads on and says so ([`Doubt`]). It never invents a score. Must not know windows or files.

mod document;
mod entities;
mod map;
mod number;
mod statement;

use crate::model::IdSource;

use super::{ImportError, Imported, MAX_BYTES, TextPlace, Warning};

/// The most tasks that are read.
pub const MAX_TASKS: usize = 5_000;
/// The most people that are read.
pub const MAX_PEOPLE: usize = 100;

/// How to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Which of several diagrams, counted from 1; none: the first, with a warning where there are more.
    pub nth: Option<usize>,
}

/// What a diagram didn't say plainly, and what was made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// There are more diagrams than the one that was read.
    SeveralDiagrams {
        /// How many there are.
        found: usize,
    },
    /// There is other text before the diagram; it was left out.
    TextBefore,
    /// `journey` is not in small letters; Mermaid refuses that.
    HeaderInCapitals,
    /// The title in the front matter is no plain text; it was left out.
    FrontMatter,
    /// The diagram has no tasks.
    NoTasks,
    /// A second title; it took the place of the first.
    TitleTwice,
    /// A title that looks like a task. Mermaid takes it as the title too.
    TitleLikeTask,
    /// `title` or `section` with nothing behind it.
    EmptyName,
    /// `accTitle` or `accDescr` without a colon.
    ColonMissing,
    /// A colon in a section's name; it was kept.
    ColonInSection,
    /// A task whose name begins with `section` or `journey`; it was read as a task.
    KeywordAsTask,
    /// A line that says nothing about a journey; it was left out.
    LineLeftOut,
    /// A semicolon, at which Mermaid stops; it was read on.
    Semicolon,
    /// A text right behind `#`, which is a comment to Mermaid; it was left out.
    HashLeftOut {
        /// The text.
        text: String,
    },
    /// A `#` in the name of a task; it was kept.
    HashKept,
    /// A task without a name.
    NoTaskName,
    /// A task without a score; it is unknown.
    NoScore,
    /// A score that is no number; it is unknown.
    ScoreNoNumber {
        /// What stands there.
        found: String,
    },
    /// A score outside 1…5; it was brought inside.
    ScoreOutside {
        /// What stands there.
        found: String,
        /// What was made of it.
        taken: u8,
    },
    /// The name holds a colon: score and people were read from the right end.
    ReadFromRight,
    /// Score and person stand in each other's place; they were swapped.
    Swapped,
    /// More fields than three; Mermaid leaves the rest out, here it is in the step's notes.
    FieldsInNotes {
        /// The rest.
        text: String,
    },
    /// A quoted text among the people was parted at its commas, as Mermaid does.
    QuotedPeople,
}

/// The map of a `journey` diagram in `text`: bare, or in fences of Markdown.
///
/// Sections become stages without a phase, tasks become steps, people become personas with scores that are believed.
/// Ids are taken from `ids`.
///
/// # Errors
/// When there is no journey diagram, fewer than asked for, one that can't be understood, or more than can be worked with.
pub fn read(text: &str, options: &Options, ids: &mut IdSource) -> Result<Imported, ImportError> {
    if text.len() > MAX_BYTES {
        return Err(ImportError::TooLarge { bytes: text.len() });
    }
    let mut found = document::find(text);
    let count = found.diagrams.len();
    let wanted = options.nth.unwrap_or(1);
    if count == 0 {
        return Err(found.other.map_or(ImportError::NoDiagram, |(at, kind)| ImportError::OtherDiagram {
            at,
            kind: kind.chars().take(40).collect(),
        }));
    }
    if wanted == 0 || wanted > count {
        return Err(ImportError::NoSuchDiagram { wanted, found: count });
    }
    let diagram = found.diagrams.swap_remove(wanted - 1);
    let mut read = statement::read(&diagram)?;
    if options.nth.is_none() && count > 1 {
        let at = TextPlace { line: 1, column: 1 };
        read.warnings.insert(0, Warning { at, kind: Doubt::SeveralDiagrams { found: count } });
    }
    let mut warnings = std::mem::take(&mut read.warnings);
    warnings.sort_by_key(|warning| warning.at);
    Ok(Imported { map: map::build(read, ids), warnings })
}
