//! What the text of a cell says: an answer, or why it is none.

use std::collections::HashMap;

use crate::i18n::folded;
use crate::insight::survey::{emotion, emotion_of_recommendation};
use crate::model::AnswerScale;

/// An answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Answer {
    /// How it feels, −2…+2.
    pub score: f64,
    /// Where it lies between the worst (0) and the best (1).
    pub place: f64,
}

/// What a cell says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reading {
    /// An answer.
    Answer(Answer),
    /// Nothing.
    Empty,
    /// A code that is no answer.
    Code,
    /// Neither a number nor one of the words.
    Unreadable,
    /// A number outside the scale.
    OffScale,
}

/// The number that a cell says: `4`, `4,5`, `4/5`, `5 - very good`, `★★★★☆`. None for ranges and dates.
pub fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    let star = |letter: char| matches!(letter, '★' | '⭐' | '🌟');
    let hollow = |letter: char| matches!(letter, '☆' | '\u{fe0f}' | ' ');
    if text.contains(star) && text.chars().all(|letter| star(letter) || hollow(letter)) {
        return Some(text.chars().filter(|&letter| star(letter)).count() as f64);
    }
    let digits = text.strip_prefix(['-', '−', '+']).unwrap_or(text);
    let end = digits.find(|letter: char| !(letter.is_ascii_digit() || matches!(letter, '.' | ',')));
    let (figure, rest) = digits.split_at(end.unwrap_or(digits.len()));
    let figure = figure.trim_end_matches(['.', ',']);
    if !figure.starts_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let value: f64 = figure.replace(',', ".").parse().ok()?;
    let of = rest.trim().strip_prefix('/').map(str::trim);
    let alone = match of {
        Some(whole) => whole.parse::<f64>().is_ok_and(|whole| value <= whole),
        None => !rest.contains(|letter: char| letter.is_numeric()),
    };
    let minus = text.starts_with(['-', '−']);
    alone.then_some(if minus { -value } else { value })
}

/// Reads the cells of a column. What it read once it knows: answers repeat.
#[derive(Debug)]
pub struct CellReader {
    scale: AnswerScale,
    labels: Vec<(String, f64)>,
    codes: Vec<String>,
    code_numbers: Vec<f64>,
    short: Vec<Option<Reading>>,
    known: HashMap<Vec<u8>, Reading>,
}

/// So many different cells of a column are remembered.
const MOST_KNOWN: usize = 4096;

impl CellReader {
    /// Reads answers on this scale, but these codes.
    pub fn new<'a>(scale: &AnswerScale, codes: impl Iterator<Item = &'a String>) -> Self {
        let codes: Vec<String> = codes.map(|code| folded(code)).collect();
        let labels = match scale {
            AnswerScale::Labels(labels) => {
                labels.iter().map(|label| (folded(&label.text), label.score.value())).collect()
            }
            AnswerScale::Numbers { .. } | AnswerScale::Recommendation => Vec::new(),
        };
        Self {
            scale: scale.clone(),
            labels,
            code_numbers: codes.iter().filter_map(|code| code.parse().ok()).collect(),
            codes,
            short: vec![None; 256],
            known: HashMap::new(),
        }
    }

    /// What a cell says.
    pub fn read(&mut self, cell: &[u8]) -> Reading {
        let cell = cell.trim_ascii();
        if let [byte] = cell {
            let slot = usize::from(*byte);
            if let Some(Some(reading)) = self.short.get(slot) {
                return *reading;
            }
            let reading = self.look(cell);
            if let Some(slot) = self.short.get_mut(slot) {
                *slot = Some(reading);
            }
            return reading;
        }
        if cell.is_empty() {
            return Reading::Empty;
        }
        if let Some(reading) = self.known.get(cell) {
            return *reading;
        }
        let reading = self.look(cell);
        if self.known.len() < MOST_KNOWN {
            self.known.insert(cell.to_vec(), reading);
        }
        reading
    }

    fn look(&self, cell: &[u8]) -> Reading {
        let text = String::from_utf8_lossy(cell);
        let plain = folded(&text);
        if plain.is_empty() {
            return Reading::Empty;
        }
        let found = number(&text);
        let same = |code: f64| text.trim().parse::<f64>().is_ok_and(|value| value == code);
        if self.codes.contains(&plain) || self.code_numbers.iter().any(|code| same(*code)) {
            return Reading::Code;
        }
        let place = |score: f64| Answer { score, place: (score + 2.0) / 4.0 };
        match &self.scale {
            AnswerScale::Labels(_) => {
                let label = self.labels.iter().find(|(label, _)| *label == plain);
                label.map_or(Reading::Unreadable, |(_, score)| Reading::Answer(place(*score)))
            }
            AnswerScale::Numbers { worst, best } => match found {
                None => Reading::Unreadable,
                Some(value) => emotion(value, *worst, *best).map_or(Reading::OffScale, |e| Reading::Answer(place(e))),
            },
            AnswerScale::Recommendation => match found {
                None => Reading::Unreadable,
                Some(value) => emotion_of_recommendation(value)
                    .map_or(Reading::OffScale, |score| Reading::Answer(Answer { score, place: value / 10.0 })),
            },
        }
    }
}
