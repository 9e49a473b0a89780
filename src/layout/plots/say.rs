//! What plots say, in words. Must not know where anything stands.

use crate::i18n::{Words, channel_word, kind_word, lane_kind_word, opportunity_state_word, quantity};
use crate::insight::plot::{Cell, Key, Kind, Label, Plot, Row, Scale, TimeUnit, Word, Worked};
use crate::words;

/// What a plot is called.
pub fn title(kind: Kind, words: &Words) -> String {
    words.get(&format!("plot-{}", kind.name()))
}

/// What a plot is about, in a line; and of how many things it shows the foremost.
pub fn about(plot: &Plot, words: &Words) -> String {
    let about = words.get(&format!("plot-{}-about", plot.kind.name()));
    match plot.foremost_of {
        Some(all) => {
            let shown = plot.table.rows.len();
            let (shown, all) = (words.number(shown as f64, 0), words.number(all as f64, 0));
            format!("{about} · {}", words!(words, "plot-foremost", shown = shown, all = all))
        }
        None => about,
    }
}

/// How the figures of a plot are worked out, with their source.
pub fn how(kind: Kind, words: &Words) -> String {
    words.get(&format!("plot-{}-how", kind.name()))
}

/// What is missing where a plot shows nothing, and what to do.
pub fn none(kind: Kind, words: &Words) -> String {
    words.get(&format!("plot-{}-none", kind.name()))
}

/// A line of the legend.
pub fn key(key: &Key, words: &Words) -> String {
    label(&key.name, words)
}

/// The notes beside a plot.
pub fn notes(plot: &Plot, words: &Words) -> Vec<String> {
    plot.notes.iter().map(|note| label(note, words)).collect()
}

/// What stands in a cell of the table; empty where nothing is known.
pub fn cell(cell: &Cell, words: &Words) -> String {
    match cell {
        Cell::Unknown => String::new(),
        Cell::Said(said) => label(said, words),
        Cell::Figure(value, scale) => figure(*value, *scale, words),
    }
}

/// What a row of the table is called.
pub fn row_name(plot: &Plot, row: &Row, words: &Words) -> String {
    let names: Vec<String> = row.cells.iter().take(plot.table.names).map(|one| cell(one, words)).collect();
    match row.cells.first() {
        Some(Cell::Said(Label::Rank(_) | Label::Number(_))) => names.join(" "),
        _ => names.join(" · "),
    }
}

/// What a row of the table says, line by line: its name, its figures, how they came about.
pub fn lines(plot: &Plot, row: &Row, words: &Words) -> Vec<String> {
    let mut lines = vec![row_name(plot, row, words)];
    for (column, one) in plot.table.columns.iter().zip(&row.cells).skip(plot.table.names) {
        let value = cell(one, words);
        if !value.is_empty() {
            lines.push(words!(words, "plot-field", name = word(*column, words), value = value));
        }
    }
    lines.extend(row.worked.as_ref().map(|how| worked(how, words)));
    lines
}

/// A label in words.
pub fn label(label: &Label, words: &Words) -> String {
    let own = self::label;
    match label {
        Label::Own(text) => text.clone(),
        Label::Word(one) => word(*one, words),
        Label::Figure(value, scale) => figure(*value, *scale, words),
        Label::Range(low, high, scale) => {
            let (low, high) = (figure(*low, *scale, words), figure(*high, *scale, words));
            if low == high { low } else { words!(words, "plot-range", low = low, high = high) }
        }
        Label::Quantity(value, unit) => quantity(words, unit, *value),
        Label::Rank(rank) => format!("#{rank}"),
        Label::Number(number) => words.count(*number as u64),
        Label::Channel(channel) => channel_word(words, *channel).unwrap_or_default(),
        Label::Untitled(kind) => words!(words, "plot-untitled", kind = kind_word(*kind, words)),
        Label::LaneKind(kind) => lane_kind_word(words, *kind),
        Label::State(state) => opportunity_state_word(*state, words),
        Label::Day(day) => words.date(*day),
        Label::Competitor(name) => words!(words, "plot-competitor", name = name.as_str()),
        Label::Of(whole, what) => words!(words, "plot-of", whose = own(whole, words), what = own(what, words)),
        Label::Worked(how) => worked(how, words),
    }
}

/// A figure in words.
pub fn figure(value: f64, scale: Scale, words: &Words) -> String {
    match scale {
        Scale::Plain => words.short_number(value),
        Scale::Places(places) => words.number(value, places),
        Scale::Signed(places) => words.signed(value, places),
        Scale::Percent => words.percent(value),
        Scale::PercentPoints => words!(words, "plot-points", value = words.signed(value * 100.0, 0)),
        Scale::Minutes => minutes(value, words),
        Scale::In(unit) => in_unit(value, unit, words),
    }
}

/// Minutes in a unit that all of an axis have.
fn in_unit(value: f64, unit: TimeUnit, words: &Words) -> String {
    let number = words.short_number(value / unit.minutes());
    match unit {
        TimeUnit::Minutes => words!(words, "plot-minutes", minutes = number),
        TimeUnit::Hours => words!(words, "plot-hours", hours = number),
        TimeUnit::Days => words!(words, "plot-days", days = number),
    }
}

/// Minutes as people say them: with hours from an hour on, with days from two days on.
fn minutes(value: f64, words: &Words) -> String {
    let all = value.round().max(0.0) as u64;
    let number = |value: u64| words.number(value as f64, 0);
    let (days, hours, rest) = (all / 1440, all % 1440 / 60, all % 60);
    match (days, hours, rest) {
        (2.., 0, _) => words!(words, "plot-days", days = number(days)),
        (2.., ..) => words!(words, "plot-days-hours", days = number(days), hours = number(hours)),
        _ if all < 60 => words!(words, "plot-minutes", minutes = number(all)),
        (_, _, 0) => words!(words, "plot-hours", hours = number(all / 60)),
        (_, _, rest) => words!(words, "plot-hours-minutes", hours = number(all / 60), minutes = number(rest)),
    }
}

/// A mean that was measured, of so many answers, with its band where they are enough.
pub fn measured(mean: f64, n: u32, band: Option<(f64, f64)>, words: &Words) -> String {
    let (value, n) = (words.signed(mean, 2), words.count(n.into()));
    match band {
        Some((low, high)) => {
            let (low, high) = (words.signed(low, 2), words.signed(high, 2));
            words!(words, "plot-score-banded", value = value, n = n, low = low, high = high)
        }
        None => words!(words, "plot-score-measured", value = value, n = n),
    }
}

fn worked(how: &Worked, words: &Words) -> String {
    let number = |value: f64| words.number(value, 0);
    let tenth = |value: f64| words.number(value, 1);
    let signed = |value: f64| words.signed(value, 2);
    let share = |value: f64| words.percent(value);
    match how {
        Worked::Score { value, n, band, validated } => {
            let said = match n {
                Some(n) => measured(*value, *n, *band, words),
                None => words!(words, "plot-score-believed", value = signed(*value)),
            };
            let basis = if *validated { Word::Validated } else { Word::Hypothesis };
            format!("{said} · {}", word(basis, words))
        }
        Worked::PeakEnd { peak, end, value } => {
            words!(words, "plot-worked-peak-end", value = signed(*value), peak = signed(*peak), end = signed(*end))
        }
        Worked::Difference { as_is, to_be } => words!(
            words,
            "plot-worked-difference",
            change = signed(to_be - as_is),
            to = signed(*to_be),
            today = signed(*as_is)
        ),
        Worked::Priority { severity, share: part, doubled, value } => {
            let (priority, severity, part) = (tenth(*value), number((*severity).into()), share(*part));
            if *doubled {
                words!(words, "plot-pain-doubled", priority = priority, severity = severity, share = part)
            } else {
                words!(words, "plot-pain-priority", priority = priority, severity = severity, share = part)
            }
        }
        Worked::Opportunity { importance, satisfaction, value } => words!(
            words,
            "plot-worked-opportunity",
            value = tenth(*value),
            importance = words.short_number(*importance),
            satisfaction = tenth(*satisfaction)
        ),
        Worked::Kept { bad: None, .. } => words!(words, "plot-worked-kept-unknown"),
        Worked::Kept { bad: Some(bad), measured: true } => {
            words!(words, "plot-worked-kept-measured", bad = share(*bad))
        }
        Worked::Kept { bad: Some(bad), measured: false } => words!(words, "plot-worked-kept", bad = share(*bad)),
        Worked::Rates { first, second, source } => {
            words!(words, "plot-rates", first = share(*first), second = share(*second), source = source.as_str())
        }
        Worked::Channel { n, mean, range } => words!(
            words,
            "plot-worked-channel",
            mean = signed(*mean),
            n = number(*n as f64),
            low = signed(range.0),
            high = signed(range.1)
        ),
        Worked::Consistency { channels, deviation, value } => words!(
            words,
            "plot-worked-consistency",
            value = share(*value),
            deviation = words.number(*deviation, 2),
            n = number(*channels as f64)
        ),
        Worked::CarryOver { switches, repeats, value } => words!(
            words,
            "plot-worked-carry-over",
            value = share(*value),
            repeats = number(*repeats as f64),
            switches = number(*switches as f64)
        ),
        Worked::Touchpoints { observed, expected } => words!(
            words,
            "plot-worked-touchpoints",
            gap = words.signed(f64::from(*observed) - f64::from(*expected), 0),
            observed = number((*observed).into()),
            expected = number((*expected).into())
        ),
        Worked::Reached { baseline, value, target, share: part } => words!(
            words,
            "plot-worked-reached",
            share = share(*part),
            value = words.short_number(*value),
            baseline = words.short_number(*baseline),
            target = words.short_number(*target)
        ),
        Worked::Part { part, whole } => words!(
            words,
            "plot-worked-part",
            share = share(*part as f64 / (*whole).max(1) as f64),
            part = number(*part as f64),
            whole = number(*whole as f64)
        ),
        Worked::Minutes { active, waiting } => words!(
            words,
            "plot-worked-minutes",
            total = minutes(f64::from(*active) + f64::from(*waiting), words),
            active = minutes((*active).into(), words),
            waiting = minutes((*waiting).into(), words)
        ),
    }
}

/// A fixed word.
pub fn word(one: Word, words: &Words) -> String {
    match one {
        Word::Active => words!(words, "plot-word-active"),
        Word::Affected => words!(words, "plot-word-affected"),
        Word::After => words!(words, "plot-word-after"),
        Word::Answers => words!(words, "plot-word-answers"),
        Word::AsIs => words!(words, "plot-word-as-is"),
        Word::BandHigh => words!(words, "plot-word-band-high"),
        Word::BandLow => words!(words, "plot-word-band-low"),
        Word::Baseline => words!(words, "plot-word-baseline"),
        Word::Basis => words!(words, "plot-word-basis"),
        Word::Before => words!(words, "plot-word-before"),
        Word::Better => words!(words, "plot-word-better"),
        Word::BigBet => words!(words, "plot-word-big-bet"),
        Word::Cards => words!(words, "plot-word-cards"),
        Word::CarriedOver => words!(words, "plot-word-carried-over"),
        Word::Change => words!(words, "plot-word-change"),
        Word::Channel => words!(words, "plot-word-channel"),
        Word::Channels => words!(words, "plot-word-channels"),
        Word::Consistency => words!(words, "plot-word-consistency"),
        Word::Coverage => words!(words, "plot-word-coverage"),
        Word::Customers => words!(words, "plot-word-customers"),
        Word::Deviation => words!(words, "plot-word-deviation"),
        Word::Effort => words!(words, "plot-word-effort"),
        Word::End => words!(words, "plot-word-end"),
        Word::Expected => words!(words, "plot-word-expected"),
        Word::ExpectedTouchpoints => words!(words, "plot-word-expected-touchpoints"),
        Word::FillIn => words!(words, "plot-word-fill-in"),
        Word::From => words!(words, "plot-word-from"),
        Word::Gap => words!(words, "plot-word-gap"),
        Word::Highest => words!(words, "plot-word-highest"),
        Word::HighestPriority => words!(words, "plot-word-highest-priority"),
        Word::Hypothesis => words!(words, "plot-word-hypothesis"),
        Word::Impact => words!(words, "plot-word-impact"),
        Word::Importance => words!(words, "plot-word-importance"),
        Word::InUse => words!(words, "plot-word-in-use"),
        Word::KeptHigh => words!(words, "plot-word-kept-high"),
        Word::KeptLow => words!(words, "plot-word-kept-low"),
        Word::Lane => words!(words, "plot-word-lane"),
        Word::Loss => words!(words, "plot-word-loss"),
        Word::LostHere => words!(words, "plot-word-lost-here"),
        Word::Lowest => words!(words, "plot-word-lowest"),
        Word::Mark => words!(words, "plot-word-mark"),
        Word::MeanScore => words!(words, "plot-word-mean-score"),
        Word::Measured95 => words!(words, "plot-word-measured-95"),
        Word::Met => words!(words, "plot-word-met"),
        Word::Metric => words!(words, "plot-word-metric"),
        Word::Missing => words!(words, "plot-word-missing"),
        Word::MomentOfTruth => words!(words, "plot-word-moment-of-truth"),
        Word::MostAtMost => words!(words, "plot-word-most-at-most"),
        Word::NoEvidence => words!(words, "plot-word-no-evidence"),
        Word::Nobody => words!(words, "plot-word-nobody"),
        Word::NotMet => words!(words, "plot-word-not-met"),
        Word::Number => words!(words, "plot-word-number"),
        Word::Observed => words!(words, "plot-word-observed"),
        Word::Open => words!(words, "plot-word-open"),
        Word::OpenOpportunities => words!(words, "plot-word-open-opportunities"),
        Word::Opportunity => words!(words, "plot-word-opportunity"),
        Word::OpportunityScore => words!(words, "plot-word-opportunity-score"),
        Word::Owner => words!(words, "plot-word-owner"),
        Word::PainPoint => words!(words, "plot-word-pain-point"),
        Word::PainPoints => words!(words, "plot-word-pain-points"),
        Word::Peak => words!(words, "plot-word-peak"),
        Word::PeakEnd => words!(words, "plot-word-peak-end"),
        Word::Persona => words!(words, "plot-word-persona"),
        Word::Priority => words!(words, "plot-word-priority"),
        Word::QuickWin => words!(words, "plot-word-quick-win"),
        Word::Rank => words!(words, "plot-word-rank"),
        Word::Reached => words!(words, "plot-word-reached"),
        Word::Redundant => words!(words, "plot-word-redundant"),
        Word::Repeats => words!(words, "plot-word-repeats"),
        Word::RunningShare => words!(words, "plot-word-running-share"),
        Word::Satisfaction => words!(words, "plot-word-satisfaction"),
        Word::Score => words!(words, "plot-word-score"),
        Word::ScoreAxis => words!(words, "plot-word-score-axis"),
        Word::Scored => words!(words, "plot-word-scored"),
        Word::Settled => words!(words, "plot-word-settled"),
        Word::Severity => words!(words, "plot-word-severity"),
        Word::Slump => words!(words, "plot-word-slump"),
        Word::Spread => words!(words, "plot-word-spread"),
        Word::Stage => words!(words, "plot-word-stage"),
        Word::Stale => words!(words, "plot-word-stale"),
        Word::Start => words!(words, "plot-word-start"),
        Word::State => words!(words, "plot-word-state"),
        Word::Statements => words!(words, "plot-word-statements"),
        Word::Step => words!(words, "plot-word-step"),
        Word::Steps => words!(words, "plot-word-steps"),
        Word::Switches => words!(words, "plot-word-switches"),
        Word::Target => words!(words, "plot-word-target"),
        Word::TheTo => words!(words, "plot-word-the-to"),
        Word::ThinkTwice => words!(words, "plot-word-think-twice"),
        Word::Time => words!(words, "plot-word-time"),
        Word::ToBe => words!(words, "plot-word-to-be"),
        Word::Total => words!(words, "plot-word-total"),
        Word::Touchpoint => words!(words, "plot-word-touchpoint"),
        Word::Touchpoints => words!(words, "plot-word-touchpoints"),
        Word::Underserved => words!(words, "plot-word-underserved"),
        Word::Unnamed => words!(words, "plot-word-unnamed"),
        Word::UnnamedStage => words!(words, "plot-word-unnamed-stage"),
        Word::UnnamedStep => words!(words, "plot-word-unnamed-step"),
        Word::Validated => words!(words, "plot-word-validated"),
        Word::Valley => words!(words, "plot-word-valley"),
        Word::Value => words!(words, "plot-word-value"),
        Word::Waiting => words!(words, "plot-word-waiting"),
        Word::WithEvidence => words!(words, "plot-word-with-evidence"),
        Word::Worse => words!(words, "plot-word-worse"),
        Word::Yes => words!(words, "plot-word-yes"),
    }
}

/// How the figure of a row came about, where that is to be said.
pub fn worked_of(row: &Row, words: &Words) -> Option<String> {
    row.worked.as_ref().map(|how| worked(how, words))
}
