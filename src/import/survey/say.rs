//! What importing answers says, in words. Must not know how answers are counted.

use super::{Incoming, LeftOut, Needed, Problem, SurveyError, Why, Wiring};
use crate::edit::EditError;
use crate::i18n::Words;
use crate::import::table::TableError;
use crate::model::{AnswerScale, Measured, SurveyMapping};
use crate::words;

/// An error and what can be done about it, without the file's name.
pub fn error_words(error: &SurveyError, words: &Words) -> String {
    match error {
        SurveyError::Table(error) => table_words(error, words),
        SurveyError::CodeList { fields } => {
            words!(words, "survey-code-list", fields = words.number(*fields as f64, 0))
        }
        SurveyError::NoAnswers => words!(words, "survey-no-answers"),
        SurveyError::MissingColumn { column, needed } => {
            let column = column.as_str();
            match needed {
                Needed::Respondents => words!(words, "survey-missing-who", column = column),
                Needed::Weight => words!(words, "survey-missing-weight", column = column),
                Needed::Exclusion => words!(words, "survey-missing-exclusion", column = column),
            }
        }
        SurveyError::NothingMatched(problems) => {
            let first: Vec<String> = problems.iter().take(3).map(|problem| problem_words(problem, words)).collect();
            [vec![words!(words, "survey-nothing-matched")], first].concat().join(" ")
        }
        SurveyError::NoPersona => words!(words, "survey-no-persona"),
        SurveyError::NothingLeft(_) => words!(words, "survey-nothing-left"),
        SurveyError::Stopped => words!(words, "survey-stopped"),
        SurveyError::Edit(EditError::Locked(_)) => words!(words, "survey-locked"),
        SurveyError::Edit(error) => words!(words, "survey-refused", why = error.to_string()),
    }
}

/// Why a file is no table.
pub fn table_words(error: &TableError, words: &Words) -> String {
    match error {
        TableError::Io(error) => crate::file::say::cannot_read(words, error),
        TableError::Workbook(why) => words!(words, "table-workbook", why = why.as_str()),
        TableError::TooManyParts { found, most } => words!(
            words,
            "table-too-many-parts",
            found = words.number(*found as f64, 0),
            most = words.number(*most as f64, 0)
        ),
        TableError::TooLarge { name } => words!(words, "table-too-large", name = name.as_str()),
        TableError::NoSheet { name, known } => {
            words!(words, "table-no-sheet", name = name.as_str(), known = known.join(", "))
        }
        TableError::Empty => words!(words, "table-empty"),
        TableError::LongRow { row } => words!(words, "table-long-row", row = words.number(*row as f64, 0)),
    }
}

/// What of a mapping doesn't come in.
pub fn problem_words(problem: &Problem, words: &Words) -> String {
    match problem {
        Problem::Column(name) => words!(words, "survey-no-column", name = name.as_str()),
        Problem::Step(name) => words!(words, "survey-no-step", name = name.as_str()),
        Problem::Touchpoint(name) => words!(words, "survey-no-touchpoint", name = name.as_str()),
        Problem::Persona(name) => words!(words, "survey-no-such-persona", name = name.as_str()),
        Problem::NotInvolved { persona, step } => {
            words!(words, "survey-not-involved", persona = persona.as_str(), step = step.as_str())
        }
    }
}

/// Why rows or cells were left out, with the column they stand in.
pub fn why_words(why: Why, mapping: &SurveyMapping, words: &Words) -> String {
    let column = |which: usize| mapping.columns.get(which).map_or("", |column| column.column.as_str());
    match why {
        Why::TooLong => words!(words, "survey-left-too-long"),
        Why::Excluded(which) => {
            let reason = mapping.exclusions.get(which).map_or("", |exclusion| exclusion.reason.as_str());
            words!(words, "survey-left-excluded", reason = reason)
        }
        Why::Weight => words!(words, "survey-left-weight"),
        Why::NoPersona => words!(words, "survey-left-persona"),
        Why::Empty(which) => words!(words, "survey-left-empty", column = column(which)),
        Why::Code(which) => words!(words, "survey-left-code", column = column(which)),
        Why::OffScale(which) => words!(words, "survey-left-off-scale", column = column(which)),
        Why::Unreadable(which) => words!(words, "survey-left-unreadable", column = column(which)),
    }
}

/// Examples of what was left out: row and text.
pub fn examples(left: &LeftOut, words: &Words) -> String {
    let example = |example: &super::Example| {
        let text = if example.text.is_empty() { "–" } else { example.text.as_str() };
        words!(words, "survey-example", row = words.number(example.row as f64, 0), text = text)
    };
    left.examples.iter().map(example).collect::<Vec<_>>().join(", ")
}

/// A measured score in a few words: mean, n, spread, share of bad answers.
pub fn measured_words(measured: &Measured, words: &Words) -> String {
    let n = words.count(u64::from(measured.n));
    let mean = words.signed(measured.mean, 2);
    let sd = measured.sd.map_or_else(|| "–".to_owned(), |sd| words.number(sd, 2));
    let bad = measured.bad.map_or_else(|| "–".to_owned(), |bad| words.percent(bad));
    words!(words, "survey-measured", mean = mean, n = n, sd = sd, bad = bad)
}

/// How answers become scores, in a few words.
pub fn scale_words(scale: &AnswerScale, words: &Words) -> String {
    match scale {
        AnswerScale::Numbers { worst, best } => words!(
            words,
            "survey-scale-numbers",
            worst = words.number_up_to(*worst, 2),
            best = words.number_up_to(*best, 2)
        ),
        AnswerScale::Recommendation => words!(words, "survey-scale-recommendation"),
        AnswerScale::Labels(_) => words!(words, "survey-scale-words"),
    }
}

/// How much comes in, in a sentence.
pub fn summary(incoming: &Incoming, counted: u64, rows: u64, words: &Words) -> String {
    let scores = incoming.scores.iter().filter(|moved| moved.after.is_some()).count();
    words!(
        words,
        "survey-summary",
        counted = words.count(counted),
        rows = words.count(rows),
        scores = scores,
        metrics = incoming.metrics.len()
    )
}

/// What of a mapping doesn't come in, all of it.
pub fn problems(wiring: &Wiring, words: &Words) -> Vec<String> {
    wiring.problems.iter().map(|problem| problem_words(problem, words)).collect()
}
