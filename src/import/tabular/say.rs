//! What of a table wasn't plain, and what came in, in words. Must not know how tables are read.

use super::{Felt, Note, What};
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
        What::Differs { grid, list, grid_counts } => match grid_counts {
            true => words!(words, "import-differs-grid", grid = grid.as_str(), list = list.as_str()),
            false => words!(words, "import-differs-list", grid = grid.as_str(), list = list.as_str()),
        },
        What::FeltDiffers { step, persona, grid, list, grid_counts } => {
            let (grid, list) = (felt_words(*grid, words), felt_words(*list, words));
            match grid_counts {
                true => words!(
                    words,
                    "import-felt-grid",
                    step = step.as_str(),
                    persona = persona.as_str(),
                    grid = grid,
                    list = list
                ),
                false => words!(
                    words,
                    "import-felt-list",
                    step = step.as_str(),
                    persona = persona.as_str(),
                    grid = grid,
                    list = list
                ),
            }
        }
        What::Renamed { before, now } => words!(words, "import-renamed", before = before.as_str(), now = now.as_str()),
        What::StepGone { name } => words!(words, "import-step-gone", name = name.as_str()),
        What::LaneGone { name } => words!(words, "import-lane-gone", name = name.as_str()),
        What::OnlyListed { text } => words!(words, "import-only-listed", text = text.as_str()),
        What::NoStep { text, step } => words!(words, "import-no-step", text = text.as_str(), step = step.as_str()),
        &What::Scale { worst, best, doubtful } => {
            let end = |hundredths: i32| {
                let value = f64::from(hundredths) / 100.0;
                if worst < 0 { words.signed(value, 0) } else { words.number_up_to(value, 2) }
            };
            match doubtful {
                true => words!(words, "import-scale-doubtful", worst = end(worst), best = end(best)),
                false => words!(words, "import-scale", worst = end(worst), best = end(best)),
            }
        }
        What::Somebody { name } => words!(words, "import-somebody", name = name.as_str()),
        What::NotesAsHeadings { notes } => words!(words, "import-notes-headings", n = count(*notes)),
        What::ErrorCells { cells } => words!(words, "import-error-cells", n = count(*cells)),
        What::CameAlong { name } => words!(words, "import-came-along", name = name.as_str()),
    }
}

fn felt_words(felt: Felt, words: &Words) -> String {
    match felt {
        Felt::Unknown => words!(words, "list-unknown"),
        Felt::NotInvolved => words!(words, "list-not-involved"),
        Felt::Score { hundredths, n } => {
            let places = if hundredths % 10 == 0 { usize::from(hundredths % 100 != 0) } else { 2 };
            let score = words.signed(f64::from(hundredths) / 100.0, places);
            match n {
                Some(n) => words!(words, "import-felt-measured", score = score, n = words.number(f64::from(n), 0)),
                None => score,
            }
        }
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
