//! Tables of other programs, and our own that come back, as maps.
//!
//! ```text
//! file ──sheet──▶ book ──guess──▶ mapping (a person's to change, kept, run again)
//! book, mapping ──grid or list──▶ map, and what didn't come in
//! book of ours ──own──▶ map, without a question
//! ```
//!
//! **What our own tables carry.** A workbook, and a CSV grid with its lists beside it, bring back every cell that they hold:
//! exported again, an import says the same in every cell. That is stages, steps, phases; lanes with name, kind and whether they
//! are hidden; cards with the text, fields and owner that a typed line can say, and with all columns of their lists
//! (touchpoints, pain points, opportunities, metrics), those of the tray too; scores with what was believed, measured and
//! expected; personas with their profile; how far cards reach. What no cell holds stays behind: pictures, links, branches, notes on
//! stages and on plain cards, colours, the look, dates and sources of evidence, and the identity of things.
//!
//! Must not know windows; [`say`] is the only place here that makes words of what is found.

mod board;
mod draft;
mod edited;
mod feeling;
mod grid;
mod guess;
mod list;
mod own;
mod own_cards;
mod own_people;
mod own_scores;
pub mod say;
pub mod sheet;

pub use guess::{color_of, guess, guess_as, is_journey};

use crate::model::{IdSource, JourneyMap, TableForm, TableMapping};
use draft::Draft;
use sheet::{Book, Sheet};

/// What a table gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Incoming {
    /// The map.
    pub map: JourneyMap,
    /// What wasn't plain or stays out.
    pub notes: Vec<Note>,
    /// The table was made here: no name of it had to be guessed.
    pub ours: bool,
}

/// Something that was read otherwise than it stands there, or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The row of the file, counted from 1; 0: no row alone.
    pub row: u64,
    /// What.
    pub what: What,
}

/// What wasn't plain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A column that nothing was made of.
    ColumnLeft {
        /// Its heading.
        name: String,
        /// How many of its cells say something.
        cells: usize,
    },
    /// A column that the mapping names and the file hasn't.
    ColumnMissing {
        /// Its heading.
        name: String,
    },
    /// A row that nothing was made of.
    RowLeft {
        /// Its first cell.
        name: String,
    },
    /// A note of a colour that stays out.
    NoteLeft {
        /// What it says.
        text: String,
    },
    /// A lane of this kind is worked out, or has no cards.
    NoCards {
        /// What it is called.
        name: String,
    },
    /// A feeling in words; it is a card.
    NoFigure {
        /// The words.
        text: String,
    },
    /// A figure that is on no scale; it stays out.
    OffScale {
        /// The figure.
        text: String,
    },
    /// A field that isn't what its column is about; it stays out.
    FieldUnread {
        /// What stands there.
        text: String,
    },
    /// Letters that can't be read: the file was cut off or damaged within them.
    BrokenLetters {
        /// In how many cells.
        cells: usize,
    },
    /// No column names the steps.
    StepsNamed {
        /// The column that named them; none: the stages.
        by: Option<String>,
    },
    /// Cards beside all steps; they are in the tray.
    BesideSteps {
        /// How many.
        cards: usize,
    },
    /// Cards without a place; they are in the tray.
    InTray {
        /// How many.
        cards: usize,
    },
    /// A fourth phase; its stages have none.
    NoPhase {
        /// What it is called.
        name: String,
    },
    /// A stage whose phase is out of order; it has none.
    PhaseOrder {
        /// The stage.
        stage: String,
    },
    /// More than a map can be worked with; the rest stays out.
    TooMany {
        /// How many came in.
        most: usize,
    },
    /// A sheet that wasn't read.
    SheetLeft {
        /// What it is called.
        name: String,
    },
    /// A list says a card otherwise than the grid.
    Differs {
        /// What the grid says.
        grid: String,
        /// What the list says.
        list: String,
        /// Whether the grid's words were taken: the list's are where its own figures show that it was changed.
        grid_counts: bool,
    },
    /// A list says otherwise than the grid how somebody feels.
    FeltDiffers {
        /// The step.
        step: String,
        /// Who.
        persona: String,
        /// What the grid says.
        grid: Felt,
        /// What the list says.
        list: Felt,
        /// Whether the grid's score was taken.
        grid_counts: bool,
    },
    /// A stage, step, lane or persona is called otherwise in the grid than in the lists; it is the same one.
    Renamed {
        /// What the lists call it.
        before: String,
        /// What the grid calls it.
        now: String,
    },
    /// A step that only lists name; it stays out.
    StepGone {
        /// What it is called.
        name: String,
    },
    /// A lane that only lists name; it stays out.
    LaneGone {
        /// What it is called.
        name: String,
    },
    /// A card that only a list names; it came in.
    OnlyListed {
        /// What it says.
        text: String,
    },
    /// A card of a list, at a step that there isn't; it is in the tray.
    NoStep {
        /// What it says.
        text: String,
        /// The step.
        step: String,
    },
    /// The scale on which figures of feelings were read.
    Scale {
        /// Its worst end, in hundredths.
        worst: i32,
        /// Its best end, in hundredths.
        best: i32,
        /// The figures fit another scale as well, on which they would mean something else.
        doubtful: bool,
    },
    /// Nobody is named beside the feelings.
    Somebody {
        /// What the persona is called.
        name: String,
    },
    /// Notes that stand over the others: they name stages or steps.
    NotesAsHeadings {
        /// How many.
        notes: usize,
    },
    /// Cells in which a spreadsheet says that something can't be worked out; they stay out.
    ErrorCells {
        /// How many.
        cells: usize,
    },
    /// A list that lay beside the file came along.
    CameAlong {
        /// What it is called.
        name: String,
    },
}

/// The sheet that a mapping is about: the one it names, else the first.
pub fn sheet_of<'a>(book: &'a Book, mapping: &TableMapping) -> Option<&'a Sheet> {
    let named = mapping.table.sheet.as_ref();
    named.and_then(|name| book.sheets.iter().find(|sheet| sheet.name == *name)).or(book.sheets.first())
}

impl Note {
    /// Whether it only says how something was read: nothing is in doubt, and nothing stays out.
    pub const fn is_plain(&self) -> bool {
        matches!(self.what, What::Scale { doubtful: false, .. } | What::CameAlong { .. } | What::NotesAsHeadings { .. })
    }
}

/// How somebody feels at a step, as a cell says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Felt {
    /// Nobody knows.
    Unknown,
    /// Takes no part.
    NotInvolved,
    /// A score, in hundredths.
    Score {
        /// −200…200.
        hundredths: i32,
        /// How many answers it comes from; none: it is believed.
        n: Option<u32>,
    },
}

/// The map that a book is under a mapping. `somebody`: whose feelings those are beside which nobody is named.
pub fn build(book: &Book, mapping: &TableMapping, somebody: &str, ids: &mut IdSource) -> Incoming {
    let mut draft = Draft::new(somebody, ids);
    let Some(sheet) = sheet_of(book, mapping).map(|sheet| sheet.headed(&mapping.table)) else {
        let (map, notes) = draft.finish();
        return Incoming { map, notes, ours: false };
    };
    let (sheet, errors) = sheet.without_errors();
    let sheet = &*sheet;
    match mapping.form {
        TableForm::Grid => grid::read(sheet, mapping, &mut draft),
        TableForm::List => list::read(sheet, mapping, &mut draft),
    }
    if errors > 0 {
        draft.note(0, What::ErrorCells { cells: errors });
    }
    draft.say_scale(mapping.scale);
    if sheet.cut {
        draft.too_many(sheet::MOST_CELLS);
    }
    draft.look_for_broken(sheet);
    for other in book.sheets.iter().filter(|other| other.name != sheet.name) {
        draft.note(0, What::SheetLeft { name: other.name.clone() });
    }
    let (map, notes) = draft.finish();
    Incoming { map, notes, ours: false }
}

/// The map of a book that was made here: a grid, its lists, or both; none where it is another program's.
pub fn read_own(book: &Book, ids: &mut IdSource) -> Option<Incoming> {
    own::read(book, ids)
}

/// What the files of our lists are called behind the map's name.
pub const LIST_KEYS: [&str; 8] =
    ["steps", "touchpoints", "scores", "pain-points", "opportunities", "metrics", "personas", "lanes"];

/// Whether a book is a grid that was made here, alone.
pub fn is_own_grid(book: &Book) -> bool {
    matches!(book.sheets.as_slice(), [sheet] if grid::Frame::of(sheet).ours)
}

/// Whether a book holds a list of ours: such lists may lie beside a grid.
pub fn is_own_list(book: &Book) -> bool {
    book.sheets.iter().any(own::is_list)
}
