//! What readers of other formats say, in words. Must not know the formats themselves.

use super::mermaid::Doubt;
use super::outline::{Remark, RemarkKind};
use super::{ImportError, MAX_BYTES, Warning};
use crate::i18n::Words;
use crate::words;

/// A warning in one sentence or two, without its place.
pub fn warning_words(warning: &Warning, words: &Words) -> String {
    match &warning.kind {
        Doubt::SeveralDiagrams { found } => words!(words, "import-several-diagrams", found = found.to_string()),
        Doubt::TextBefore => words!(words, "import-text-before"),
        Doubt::HeaderInCapitals => words!(words, "import-header-in-capitals"),
        Doubt::FrontMatter => words!(words, "import-front-matter"),
        Doubt::NoTasks => words!(words, "import-no-tasks"),
        Doubt::TitleTwice => words!(words, "import-title-twice"),
        Doubt::TitleLikeTask => words!(words, "import-title-like-task"),
        Doubt::EmptyName => words!(words, "import-empty-name"),
        Doubt::ColonMissing => words!(words, "import-colon-missing"),
        Doubt::ColonInSection => words!(words, "import-colon-in-section"),
        Doubt::KeywordAsTask => words!(words, "import-keyword-as-task"),
        Doubt::LineLeftOut => words!(words, "import-line-left-out"),
        Doubt::Semicolon => words!(words, "import-semicolon"),
        Doubt::HashLeftOut { text } => words!(words, "import-hash-left-out", text = text.as_str()),
        Doubt::HashKept => words!(words, "import-hash-kept"),
        Doubt::NoTaskName => words!(words, "import-no-task-name"),
        Doubt::NoScore => words!(words, "import-no-score"),
        Doubt::ScoreNoNumber { found } => words!(words, "import-score-no-number", found = found.as_str()),
        Doubt::ScoreOutside { found, taken } => {
            words!(words, "import-score-outside", found = found.as_str(), taken = taken.to_string())
        }
        Doubt::ReadFromRight => words!(words, "import-read-from-right"),
        Doubt::Swapped => words!(words, "import-swapped"),
        Doubt::FieldsInNotes { text } => words!(words, "import-fields-in-notes", text = text.as_str()),
        Doubt::QuotedPeople => words!(words, "import-quoted-people"),
    }
}

/// What wasn't plain in an indented text, in a sentence, without its place.
pub fn remark_words(remark: &Remark, words: &Words) -> String {
    match &remark.kind {
        RemarkKind::CardWithoutStep => words!(words, "import-card-without-step"),
        RemarkKind::StepWithoutStage => words!(words, "import-step-without-stage"),
        RemarkKind::NoFigure { found } => words!(words, "import-no-figure", found = found.as_str()),
        RemarkKind::NoCards { key } => words!(words, "import-no-cards", key = key.as_str()),
        RemarkKind::PhaseOrder => words!(words, "import-phase-order"),
    }
}

/// An error and what can be done about it, without its place.
pub fn error_words(error: &ImportError, words: &Words) -> String {
    match error {
        ImportError::TooLarge { bytes } => {
            words!(words, "import-too-large", bytes = bytes.to_string(), most = MAX_BYTES.to_string())
        }
        ImportError::NotText { byte } => words!(words, "import-not-text", byte = (byte + 1).to_string()),
        ImportError::TooManyLines { most } => words!(words, "import-too-many-lines", most = most.to_string()),
        ImportError::NoDiagram => words!(words, "import-no-diagram"),
        ImportError::OtherDiagram { kind, .. } => words!(words, "import-other-diagram", kind = kind.as_str()),
        ImportError::NoSuchDiagram { wanted, found } => {
            words!(words, "import-no-such-diagram", wanted = wanted.to_string(), found = found.to_string())
        }
        ImportError::OpenDescription { .. } => words!(words, "import-open-description"),
        ImportError::TooManyTasks { most, .. } => words!(words, "import-too-many-tasks", most = most.to_string()),
        ImportError::TooManyPeople { most, .. } => words!(words, "import-too-many-people", most = most.to_string()),
    }
}
