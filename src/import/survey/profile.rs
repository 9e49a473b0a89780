//! What stands in the columns of a table, before anything is made of it.

use super::read::number;
use super::{SurveyError, Wiring};
use crate::i18n::folded;
use crate::import::table::{Next, Table};

/// So many rows are looked at.
const ROWS: u64 = 5_000;
/// So many different values of a column are kept.
const VALUES: usize = 60;

/// What stands in a column.
#[derive(Debug, Clone, Default)]
pub struct ColumnProfile {
    /// Its heading.
    pub name: String,
    /// How many rows say something.
    pub filled: u64,
    /// How many of these are numbers.
    pub numbers: u64,
    /// The different values, each with how often it stands there, in the order of the file; empty cells aside.
    pub values: Vec<(String, u64)>,
    /// There are more different values than were kept.
    pub many: bool,
}

/// What stands in a table.
#[derive(Debug, Clone, Default)]
pub struct Profile {
    /// How many rows were looked at.
    pub rows: u64,
    /// There are more.
    pub more: bool,
    /// The columns.
    pub columns: Vec<ColumnProfile>,
}

/// Looks at the first rows of a table.
///
/// # Errors
/// When it can't be read.
pub fn examine(table: &Table) -> Result<Profile, SurveyError> {
    let named = |name: &String| ColumnProfile { name: name.clone(), ..ColumnProfile::default() };
    let mut profile = Profile { columns: table.columns.iter().map(named).collect(), ..Profile::default() };
    table.rows(&mut |row| {
        if profile.rows == ROWS {
            profile.more = true;
            return Next::Stop;
        }
        if row.fields.is_blank() || Wiring::is_too_long(table, row.fields) {
            return Next::Go;
        }
        profile.rows += 1;
        for (at, column) in profile.columns.iter_mut().enumerate() {
            let text = row.fields.text(at);
            let text = text.trim();
            if text.is_empty() {
                continue;
            }
            column.filled += 1;
            if number(text).is_some() {
                column.numbers += 1;
            }
            if let Some((_, count)) = column.values.iter_mut().find(|(known, _)| known == text) {
                *count += 1;
            } else if column.values.len() < VALUES {
                column.values.push((text.to_owned(), 1));
            } else {
                column.many = true;
            }
        }
        Next::Go
    })?;
    Ok(profile)
}

impl Profile {
    /// Whether the table explains codes: its headings say so, or its first column names things with gaps that the rows
    /// below each explain.
    pub fn code_list(&self) -> Option<usize> {
        const FIELD: [&str; 10] =
            ["field", "variable", "column", "code", "item", "truong", "bien", "cot", "ma", "ma bien"];
        const MEANING: [&str; 13] = [
            "description",
            "question",
            "label",
            "meaning",
            "definition",
            "explanation",
            "value",
            "mo ta",
            "cau hoi",
            "nhan",
            "y nghia",
            "giai thich",
            "gia tri",
        ];
        let says = |column: &ColumnProfile, known: &[&str]| {
            let name = folded(&column.name);
            known.contains(&name.as_str())
                || name.split(|letter: char| !letter.is_alphanumeric()).any(|word| known.contains(&word))
        };
        let first = self.columns.first()?;
        let second = self.columns.get(1)?;
        let headings = says(first, &FIELD) && says(second, &MEANING);
        let few = self.columns.iter().filter(|column| !column.name.starts_with('(')).count() <= 4;
        (headings && few).then_some(first.filled as usize)
    }

    /// Whether a column of it could be answers.
    pub fn has_answers(&self) -> bool {
        self.columns.iter().any(|column| super::guess::scale_of(column).is_some())
    }
}
