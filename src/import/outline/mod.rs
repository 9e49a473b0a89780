//! Indented texts to maps: one line a stage, a step or a card.
//!
//! ```text
//! # Buying a phone                      the title; `>` before the scenario
//! @ Minh, Hạnh                          who makes the journey
//! Order [during]                        a stage, and its phase: before, during, after
//!   Compares prices                     a step
//!     a: Opens three shops              a card, with a key for its lane; without one it is an action
//!     t: Website
//!     p: Prices differ !3 40%           with the fields that can be typed on the map
//!   Pays :-1.5 *                        a score of the first persona, and a moment of truth
//!     e: Hạnh +1; Minh x                scores of others; x: not involved
//! ```
//!
//! Spaces or tabs indent, as long as what belongs together is indented alike. What stands deeper than a card is its next
//! line. Bullets are left out. Where no line but cards stands below the first level, that level is steps. A backslash at
//! the begin of a line makes it a plain text, and one before the last word keeps that from being a field; in a card, one at the
//! begin of its text keeps that from being a channel, and one before an `@` that from being an owner. `| a: Shops` names a
//! lane; `note2:` is the second lane of a kind; `| before: Dreaming` names a phase. `~ a: Rents a tent` lies in the tray, and
//! `~~` goes on with it.
//!
//! Must not know windows or where the text came from.

mod build;
mod extend;
mod lines;
pub mod numbered;

pub use build::build;
pub use extend::{Extension, extend};

use super::{ImportError, MAX_BYTES};
use crate::edit::clean_text;
use crate::model::{Emotion, LaneKind, Phase};

/// The most lines that are read.
pub const MOST_LINES: usize = 20_000;

/// Which lane a card lies in: the first, second… of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LaneOf {
    /// The kind.
    pub kind: LaneKind,
    /// Counted from 0.
    pub nth: usize,
}

/// How a persona feels, as a line says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// −2…+2.
    Value(Emotion),
    /// Takes no part.
    NotInvolved,
}

/// What a text says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outline {
    /// The title.
    pub title: String,
    /// The scenario.
    pub scenario: String,
    /// Who makes the journey.
    pub personas: Vec<String>,
    /// Lanes that are named, in order.
    pub lanes: Vec<(LaneOf, String)>,
    /// What the phases are called, where they have names of their own.
    pub phases: Vec<(Phase, String)>,
    /// The stages.
    pub stages: Vec<StageLine>,
    /// What lies in the tray.
    pub tray: Vec<CardLine>,
    /// Which language its keys are of: how many more are Vietnamese than English.
    pub vietnamese_keys: isize,
    /// What wasn't plain, in the order of the text.
    pub remarks: Vec<Remark>,
}

/// A stage of a text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StageLine {
    /// Its name.
    pub name: String,
    /// Its phase.
    pub phase: Option<Phase>,
    /// Its steps.
    pub steps: Vec<StepLine>,
}

/// A step of a text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StepLine {
    /// Its name.
    pub name: String,
    /// A moment of truth.
    pub moment: bool,
    /// How personas feel; none: the first one.
    pub scores: Vec<(Option<String>, Figure)>,
    /// Its cards.
    pub cards: Vec<CardLine>,
}

/// A card of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardLine {
    /// Its lane.
    pub lane: LaneOf,
    /// What it says, fields and backslashes included.
    pub text: String,
}

/// Something that was read otherwise than it stands there, or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The line, counted from 1.
    pub line: usize,
    /// What.
    pub kind: RemarkKind,
}

/// What wasn't plain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RemarkKind {
    /// A card before any step: a step without a name was made for it.
    CardWithoutStep,
    /// A step before any stage: a stage without a name was made for it.
    StepWithoutStage,
    /// A score that is no figure from −2 to 2; it was left out.
    NoFigure {
        /// What stands there.
        found: String,
    },
    /// A card for a lane that holds none; it was left out.
    NoCards {
        /// The key.
        key: String,
    },
    /// A phase that would be out of order; it was left out.
    PhaseOrder,
}

/// How much there is of what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Stages.
    pub stages: usize,
    /// Steps.
    pub steps: usize,
    /// Cards.
    pub cards: usize,
    /// Scores.
    pub scores: usize,
}

impl Outline {
    /// How much it holds.
    pub fn counts(&self) -> Counts {
        let steps = || self.stages.iter().flat_map(|stage| &stage.steps);
        Counts {
            stages: self.stages.len(),
            steps: steps().count(),
            cards: steps().map(|step| step.cards.len()).sum::<usize>() + self.tray.len(),
            scores: steps().map(|step| step.scores.len()).sum(),
        }
    }

    /// All texts, to tell their language from.
    fn texts(&self) -> impl Iterator<Item = &str> {
        let stages = self.stages.iter().flat_map(|stage| {
            let steps = stage.steps.iter().flat_map(|step| {
                std::iter::once(step.name.as_str()).chain(step.cards.iter().map(|card| card.text.as_str()))
            });
            std::iter::once(stage.name.as_str()).chain(steps)
        });
        [self.title.as_str(), self.scenario.as_str()].into_iter().chain(stages)
    }
}

/// What a text says. Every text says something: what isn't plain is remarked.
///
/// # Errors
/// When there is more than a map can be worked with.
pub fn read(text: &str) -> Result<Outline, ImportError> {
    if text.len() > MAX_BYTES {
        return Err(ImportError::TooLarge { bytes: text.len() });
    }
    let text = clean_text(text);
    if text.lines().take(MOST_LINES + 1).count() > MOST_LINES {
        return Err(ImportError::TooManyLines { most: MOST_LINES });
    }
    Ok(lines::read(&text))
}

/// Whether a text is an outline beyond doubt: something of it is indented, and it says a title, keys, scores, or three levels.
/// Cells with tabs between them and plain lists aren't.
pub fn is_plainly(text: &str) -> bool {
    if text.len() > MAX_BYTES {
        return false;
    }
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(MOST_LINES).collect();
    let indent = |line: &str| line.chars().take_while(|letter| letter.is_whitespace()).count();
    let least = lines.iter().map(|line| indent(line)).min().unwrap_or(0);
    let starts_low = lines.first().is_some_and(|line| indent(line) == least);
    let indented = lines.iter().any(|line| indent(line) > least);
    let cells = lines.iter().any(|line| line.trim().contains('\t'));
    if lines.len() < 3 || !starts_low || !indented || cells {
        return false;
    }
    let Ok(outline) = read(text) else { return false };
    let steps = || outline.stages.iter().flat_map(|stage| &stage.steps);
    let marks = !outline.title.is_empty()
        || lines.iter().any(|line| lines::keyed(line.trim()))
        || steps().any(|step| step.moment || !step.scores.is_empty());
    let levels =
        steps().any(|step| !step.cards.is_empty()) && outline.stages.iter().any(|stage| !stage.name.is_empty());
    steps().next().is_some() && (marks || levels)
}
