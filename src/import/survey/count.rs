//! Answers counted: once through the table, row by row, in memory that doesn't grow with it.

use std::collections::HashMap;

use super::read::{CellReader, Reading};
use super::wiring::{Way, Wiring, belongs, passes};
use super::{SurveyError, read};
use crate::import::table::{Fields, Next, Table};
use crate::insight::survey::{BAD, Tally};
use crate::model::{SurveyFigure, SurveyMapping};

/// So many examples of each reason are kept.
const EXAMPLES: usize = 3;
/// Progress is told, and asked whether to go on, after so many rows.
const EVERY: u64 = 2_000;
/// So many different values of a column that tells whose answers they are are remembered.
const MOST_KNOWN: usize = 4096;

/// Why a row or cell doesn't count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The row has more cells than there are headings: they have slipped.
    TooLong,
    /// The respondent is left out by an exclusion of the mapping.
    Excluded(usize),
    /// The row's weight is no number above 0.
    Weight,
    /// No group takes the respondent.
    NoPersona,
    /// The cell is empty; of a column of the mapping.
    Empty(usize),
    /// The cell holds a code that is no answer.
    Code(usize),
    /// The cell is outside the scale.
    OffScale(usize),
    /// The cell is neither a number nor one of the scale's words.
    Unreadable(usize),
}

/// Something that didn't count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// Its row in the file, counted from 1.
    pub row: u64,
    /// What stands there.
    pub text: String,
}

/// What didn't count for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The reason.
    pub why: Why,
    /// How many rows or cells.
    pub count: u64,
    /// The first ones that differ.
    pub examples: Vec<Example>,
}

/// What was counted for a slot: a tally for each of the wiring's personas.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SlotFigures {
    /// By persona.
    pub tallies: Vec<Tally>,
}

/// A metric of answers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MetricFigure {
    /// How many answers.
    pub n: u64,
    /// The figure: NPS −100…100, CSAT in percent, CES 1…7; none without answers.
    pub value: Option<f64>,
}

/// What a table says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answers {
    /// Rows below the headings, blank ones aside.
    pub rows: u64,
    /// Rows of which at least one answer counts.
    pub counted: u64,
    /// By slot of the wiring.
    pub slots: Vec<SlotFigures>,
    /// By metric of the wiring.
    pub metrics: Vec<MetricFigure>,
    /// By persona and step slot: weights of respondents with 0, 1, 2, 3 or more bad experiences after it.
    pub bad_so_far: Vec<Vec<[f64; 4]>>,
    /// What didn't count, most telling reasons first.
    pub left_out: Vec<LeftOut>,
}

impl Answers {
    fn leave(&mut self, why: Why, row: u64, text: impl FnOnce() -> String) {
        let place = match self.left_out.binary_search_by_key(&why, |left| left.why) {
            Ok(place) => place,
            Err(place) => {
                self.left_out.insert(place, LeftOut { why, count: 0, examples: Vec::new() });
                place
            }
        };
        let Some(left) = self.left_out.get_mut(place) else { return };
        left.count += 1;
        if left.examples.len() < EXAMPLES && !matches!(why, Why::Empty(_)) {
            let text: String = text().trim().chars().take(60).collect();
            if left.examples.iter().all(|example| example.text != text) {
                left.examples.push(Example { row, text });
            }
        }
    }

    /// How many answers count for slots and metrics together.
    pub fn total(&self) -> u64 {
        let slots: u64 = self.slots.iter().flat_map(|slot| &slot.tallies).map(|tally| tally.n).sum();
        slots + self.metrics.iter().map(|metric| metric.n).sum::<u64>()
    }
}

/// Answers to a metric's question.
#[derive(Debug, Clone, Copy, Default)]
struct MetricTally {
    n: u64,
    weight: f64,
    sum: f64,
}

impl MetricTally {
    fn add(&mut self, figure: SurveyFigure, place: f64, weight: f64) {
        let value = match figure {
            SurveyFigure::Nps if place >= 0.9 => 100.0,
            SurveyFigure::Nps if place <= 0.6 => -100.0,
            SurveyFigure::Nps => 0.0,
            SurveyFigure::Csat if place >= 0.75 => 100.0,
            SurveyFigure::Csat => 0.0,
            SurveyFigure::Ces => 1.0 + 6.0 * place,
        };
        self.n += 1;
        self.weight += weight;
        self.sum += value * weight;
    }
}

/// Goes through a table and counts its answers. `watch` is told how much of it was read, 0…1, and says whether to go on.
///
/// # Errors
/// When the table can't be read to its end, or it was stopped.
pub fn count(
    table: &Table,
    mapping: &SurveyMapping,
    wiring: &Wiring,
    watch: &mut dyn FnMut(f32, u64) -> Next,
) -> Result<Answers, SurveyError> {
    let personas = wiring.personas.len();
    let mut counter = Counter {
        table,
        mapping,
        wiring,
        readers: wiring
            .ways
            .iter()
            .filter_map(|(which, ..)| mapping.columns.get(*which))
            .map(|column| CellReader::new(&column.scale, mapping.no_answer.iter().chain(&column.no_answer)))
            .collect(),
        known: HashMap::new(),
        who: Vec::new(),
        sums: vec![(0.0, 0); wiring.slots.len()],
        metrics: vec![MetricTally::default(); wiring.metrics.len()],
        answers: Answers {
            slots: vec![SlotFigures { tallies: vec![Tally::default(); personas] }; wiring.slots.len()],
            bad_so_far: vec![vec![[0.0; 4]; wiring.steps]; personas],
            ..Answers::default()
        },
    };
    let mut stopped = false;
    table.rows(&mut |row| {
        counter.row(row.number, row.fields);
        if counter.answers.rows.is_multiple_of(EVERY) && watch(row.done, counter.answers.rows) == Next::Stop {
            stopped = true;
            return Next::Stop;
        }
        Next::Go
    })?;
    if stopped { Err(SurveyError::Stopped) } else { Ok(counter.finish()) }
}

struct Counter<'a> {
    table: &'a Table,
    mapping: &'a SurveyMapping,
    wiring: &'a Wiring,
    /// By way.
    readers: Vec<CellReader>,
    /// Which groups a value belongs to was found out before.
    known: HashMap<(usize, Vec<u8>), bool>,
    /// The personas that this row stands for.
    who: Vec<usize>,
    /// By slot: sum and number of this row's answers.
    sums: Vec<(f64, u32)>,
    metrics: Vec<MetricTally>,
    answers: Answers,
}

impl Counter<'_> {
    fn row(&mut self, number: u64, fields: &Fields) {
        if fields.is_blank() {
            return;
        }
        self.answers.rows += 1;
        if Wiring::is_too_long(self.table, fields) {
            let many = || format!("{} / {}", fields.len(), self.table.columns.len());
            return self.answers.leave(Why::TooLong, number, many);
        }
        for (which, column) in &self.wiring.exclusions {
            let Some(exclusion) = self.mapping.exclusions.get(*which) else { continue };
            let text = fields.text(*column);
            if passes(&exclusion.test, &text) {
                return self.answers.leave(Why::Excluded(*which), number, || text.into_owned());
            }
        }
        let weight = match self.wiring.weight {
            None => 1.0,
            Some(column) => {
                let text = fields.text(column);
                match read::number(&text).filter(|weight| weight.is_finite() && *weight > 0.0) {
                    Some(weight) => weight,
                    None => return self.answers.leave(Why::Weight, number, || text.into_owned()),
                }
            }
        };
        if !self.find_out_who(fields) {
            let columns = self.wiring.groups.iter().flatten().map(|group| group.column);
            let mut columns: Vec<usize> = columns.collect();
            columns.dedup();
            let text = || columns.iter().map(|column| fields.text(*column)).collect::<Vec<_>>().join(" · ");
            return self.answers.leave(Why::NoPersona, number, text);
        }
        self.cells(number, fields, weight);
    }

    /// Finds out whom this row stands for; whether it is anybody.
    fn find_out_who(&mut self, fields: &Fields) -> bool {
        self.who.clear();
        let Some(groups) = &self.wiring.groups else {
            self.who.extend(0..self.wiring.personas.len());
            return true;
        };
        for (at, group) in groups.iter().enumerate() {
            let cell = fields.bytes(group.column).trim_ascii();
            let known = self.known.get(&(at, cell.to_vec())).copied();
            let belongs = known.unwrap_or_else(|| {
                let belongs = belongs(&String::from_utf8_lossy(cell), group, groups);
                if self.known.len() < MOST_KNOWN {
                    self.known.insert((at, cell.to_vec()), belongs);
                }
                belongs
            });
            if belongs && !self.who.contains(&group.persona) {
                self.who.push(group.persona);
            }
        }
        !self.who.is_empty()
    }

    fn cells(&mut self, number: u64, fields: &Fields, weight: f64) {
        self.sums.fill((0.0, 0));
        let mut any = false;
        for ((which, column, way), reader) in self.wiring.ways.iter().zip(&mut self.readers) {
            let cell = fields.bytes(*column);
            let why = match reader.read(cell) {
                Reading::Answer(answer) => {
                    any = true;
                    match way {
                        Way::Slot(slot) => {
                            if let Some((sum, n)) = self.sums.get_mut(*slot) {
                                *sum += answer.score;
                                *n += 1;
                            }
                        }
                        Way::Metric(metric) => {
                            let figure = self.wiring.metrics.get(*metric).map(|(figure, _)| *figure);
                            if let Some((tally, figure)) = self.metrics.get_mut(*metric).zip(figure) {
                                tally.add(figure, answer.place, weight);
                            }
                        }
                    }
                    continue;
                }
                Reading::Empty => Why::Empty(*which),
                Reading::Code => Why::Code(*which),
                Reading::Unreadable => Why::Unreadable(*which),
                Reading::OffScale => Why::OffScale(*which),
            };
            self.answers.leave(why, number, || String::from_utf8_lossy(cell).into_owned());
        }
        if any {
            self.answers.counted += 1;
            self.keep(weight);
        }
    }

    /// Counts what this row says. Several answers of one respondent about the same are one: their mean.
    fn keep(&mut self, weight: f64) {
        // Who answered about no step says nothing about bad experiences at steps.
        let steps = self.sums.iter().take(self.wiring.steps).any(|(_, n)| *n > 0);
        let mut bad = 0;
        for (at, ((sum, n), slot)) in self.sums.iter().zip(&mut self.answers.slots).enumerate() {
            if *n > 0 {
                let score = sum / f64::from(*n);
                for who in &self.who {
                    if let Some(tally) = slot.tallies.get_mut(*who) {
                        tally.add(score, weight);
                    }
                }
                bad += usize::from(score <= BAD && at < self.wiring.steps);
            }
            if !steps || at >= self.wiring.steps {
                continue;
            }
            for who in &self.who {
                let counts = self.answers.bad_so_far.get_mut(*who).and_then(|counts| counts.get_mut(at));
                if let Some(count) = counts.and_then(|counts| counts.get_mut(bad.min(3))) {
                    *count += weight;
                }
            }
        }
    }

    fn finish(mut self) -> Answers {
        self.answers.metrics = self
            .metrics
            .iter()
            .map(|tally| MetricFigure { n: tally.n, value: (tally.weight > 0.0).then(|| tally.sum / tally.weight) })
            .collect();
        self.answers
    }
}
