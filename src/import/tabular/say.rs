//! What of a table wasn't plain, and what came in, in words. Must not know how tables are read.

use super::{Note, What};
use crate::i18n::Words;
use crate::import::table::TableError;
use crate::model::JourneyMap;
use crate::words;

/// A note in a sentence, without its place.
pub fn note_words(note: &Note, words: &Words) -> String {
    let count = |n: usize| words.number(n as f64, 0);
    match &note.what {
        What::ColumnLeft { name, cells } => {
            words!(words, "import-column-left", name = name.as_str(), cells = count(*cells))
        }
        What::ColumnMissing { name } => words!(words, "import-column-missing", name = name.as_str()),
        What::RowLeft { name } => words!(words, "import-row-left", name = name.as_str()),
        What::NoteLeft { text } => words!(words, "import-note-left", text = text.as_str()),
        What::NoCards { name } => words!(words, "import-lane-no-cards", name = name.as_str()),
        What::NoFigure { text } => words!(words, "import-feeling-words", text = text.as_str()),
        What::OffScale { text } => words!(words, "import-off-scale", text = text.as_str()),
        &What::BrokenLetters { cells } => words!(words, "import-broken-letters", n = cells),
        What::FieldUnread { text } => words!(words, "import-field-unread", text = text.as_str()),
        What::StepsNamed { by: Some(name) } => words!(words, "import-steps-named", name = name.as_str()),
        What::StepsNamed { by: None } => words!(words, "import-steps-as-stages"),
        What::BesideSteps { cards } => words!(words, "import-beside-steps", n = count(*cards)),
        What::InTray { cards } => words!(words, "import-in-tray", n = count(*cards)),
        What::NoPhase { name } => words!(words, "import-no-phase", name = name.as_str()),
        What::PhaseOrder { stage } => words!(words, "import-stage-phase-order", stage = stage.as_str()),
        What::TooMany { most } => words!(words, "import-too-many-things", most = count(*most)),
        What::SheetLeft { name } => words!(words, "import-sheet-left", name = name.as_str()),
        What::Differs { text } => words!(words, "import-differs", text = text.as_str()),
        What::CameAlong { name } => words!(words, "import-came-along", name = name.as_str()),
    }
}

/// What a map holds, in a sentence: what came in.
pub fn summary(map: &JourneyMap, words: &Words) -> String {
    let scores = map.steps().map(|(_, step)| step.scores.len()).sum::<usize>();
    let said = words!(
        words,
        "import-came-in",
        stages = map.stages.len(),
        steps = map.steps().count(),
        lanes = map.lanes.len(),
        cards = map.cards().count(),
        scores = scores
    );
    match map.tray.len() {
        0 => said,
        tray => format!("{said} {}", words!(words, "import-came-in-tray", n = tray)),
    }
}

/// Why a file is no table.
pub fn table_error_words(error: &TableError, words: &Words) -> String {
    crate::import::survey::say::table_words(error, words)
}
