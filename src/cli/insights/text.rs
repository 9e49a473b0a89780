//! The figures of a map as text to read, in the reader's language.

use jiff::civil::Date;

use super::paragraphs;
use super::table::{Table, starred};
use crate::i18n::{Words, channel_name};
use crate::insight::kept::kept;
use crate::insight::{band, channels, curve, expectation};
use crate::model::{JourneyMap, MapState, Persona, PersonaId, Score, ScoreState, StepId};
use crate::words;

/// Everything, section by section; a section that has nothing to say says so or is left out.
pub(super) fn text(words: &Words, map: &JourneyMap, today: Date) -> String {
    let mut out = String::new();
    let state = match map.state {
        MapState::AsIs => words!(words, "map-as-is"),
        MapState::ToBe => words!(words, "map-to-be"),
    };
    let date = map.date.map(|date| words.date(date));
    let title = if map.title.is_empty() { words!(words, "window-untitled") } else { map.title.clone() };
    let head: Vec<String> = [Some(title), Some(state), date].into_iter().flatten().collect();
    let head = head.join(" · ");
    out.push_str(&format!("{head}\n{}\n", "=".repeat(head.chars().count())));
    if map.steps().next().is_none() {
        out.push_str(&format!("\n{}\n", words!(words, "insights-cli-no-steps")));
        return out;
    }
    for persona in &map.personas {
        curve_of(words, map, persona, &mut out);
    }
    if map.personas.iter().any(|persona| map.steps().any(|(_, step)| step.score(persona.id).shown().is_some())) {
        let rates = &map.loss_rates;
        let (first, second) = (words.percent(rates.first), words.percent(rates.second));
        let source = rates.source.as_str();
        out.push_str(&format!(
            "\n{}\n",
            words!(words, "insights-cli-kept-source", first = first, second = second, source = source)
        ));
    }
    paragraphs::pains(words, map, &mut out);
    paragraphs::opportunities(words, map, &mut out);
    paragraphs::touchpoints(words, map, &mut out);
    for persona in &map.personas {
        channels_of(words, map, persona, &mut out);
    }
    paragraphs::switches(words, map, &mut out);
    paragraphs::times(words, map, &mut out);
    paragraphs::metrics(words, map, &mut out);
    paragraphs::evidence(words, map, today, &mut out);
    paragraphs::load(words, map, &mut out);
    paragraphs::facts(words, map, &mut out);
    out
}

/// The heading of a section.
pub(super) fn section(out: &mut String, title: &str) {
    out.push_str(&format!("\n{title}\n{}\n", "-".repeat(title.chars().count())));
}

/// A step by its number and name.
pub(super) fn step_name(words: &Words, map: &JourneyMap, id: StepId) -> String {
    let place = map.steps().position(|(_, step)| step.id == id).map_or(0, |place| place + 1);
    let name = map.step(id).map(|step| step.name.clone()).unwrap_or_default();
    let place = words.number(place as f64, 0);
    if name.is_empty() { place } else { format!("{place} {name}") }
}

fn state(words: &Words, score: &Score) -> String {
    match score.state {
        ScoreState::Unknown => words!(words, "insights-cli-unknown"),
        ScoreState::NotInvolved => words!(words, "insights-cli-not-involved"),
        ScoreState::Scored { validated: true, .. } => words!(words, "insights-cli-validated"),
        ScoreState::Scored { validated: false, .. } => words!(words, "insights-cli-hypothesis"),
    }
}

/// A persona's curve, and what stands out of it.
fn curve_of(words: &Words, map: &JourneyMap, persona: &Persona, out: &mut String) {
    let who = persona.id;
    section(out, &words!(words, "insights-cli-curve", name = persona.name.as_str()));
    let headings = [
        words!(words, "insights-cli-step"),
        words!(words, "insights-cli-score"),
        words!(words, "insights-cli-state"),
        "n".to_owned(),
        words!(words, "insights-cli-band"),
        words!(words, "insights-cli-expected"),
        words!(words, "insights-cli-gap"),
        words!(words, "insights-cli-kept"),
    ];
    let mut table = Table::new(headings, [false, true, false, true, false, true, true, true]);
    let kept = kept(map, who);
    let scored = map.steps().any(|(_, step)| step.score(who).shown().is_some());
    for ((_, step), kept) in map.steps().zip(&kept) {
        let score = step.score(who);
        let signed = |value: Option<f64>| value.map(|value| words.signed(value, 2)).unwrap_or_default();
        let measured = score.measured();
        let n = measured.map(|measured| words.count(u64::from(measured.n))).unwrap_or_default();
        let ends = measured.and_then(band);
        let ends = ends.map(|(low, high)| format!("{} … {}", words.signed(low, 2), words.signed(high, 2)));
        let expected = score.expected.map(crate::model::Emotion::value);
        let gap = score.shown().zip(expected).map(|(shown, expected)| shown - expected);
        let range = {
            let (low, high) = (words.number(kept.low * 100.0, 0), words.number(kept.high * 100.0, 0));
            if low == high { format!("{high}%") } else { format!("{low}–{high}%") }
        };
        let range = if kept.at_most { format!("≤ {range}") } else { range };
        let name = step_name(words, map, step.id);
        let name = if step.moment_of_truth { starred(&name) } else { name };
        let range = if scored { range } else { String::new() };
        let ends = ends.unwrap_or_default();
        table.row([name, signed(score.shown()), state(words, &score), n, ends, signed(expected), signed(gap), range]);
    }
    out.push_str(&table.lines());
    for line in outstanding(words, map, who) {
        out.push_str(&format!("  {line}\n"));
    }
}

/// Peak and end, valleys, slump, what was expected.
fn outstanding(words: &Words, map: &JourneyMap, who: PersonaId) -> Vec<String> {
    let mut lines = Vec::new();
    let name = |step| step_name(words, map, step);
    if let Some(found) = curve::peak_and_end(map, who) {
        lines.push(words!(
            words,
            "insights-cli-peak-end",
            score = words.signed(found.score(), 2),
            peak = name(found.peak),
            peak_score = words.signed(found.peak_value, 2),
            end = name(found.end),
            end_score = words.signed(found.end_value, 2)
        ));
    }
    let valleys: Vec<String> = curve::valleys(map, who).into_iter().map(name).collect();
    if !valleys.is_empty() {
        lines.push(words!(words, "insights-cli-valleys", steps = valleys.join(" · ")));
    }
    if let Some(slump) = curve::slump(map, who).filter(|slump| slump.steps > 1) {
        let (first, last) = (name(slump.first), name(slump.last));
        let lowest = words.signed(slump.lowest, 2);
        let count = words.number(slump.steps as f64, 0);
        lines.push(words!(words, "insights-cli-slump", first = first, last = last, n = count, lowest = lowest));
    }
    if let Some(gap) = expectation::mean_gap(map, who) {
        let worst = expectation::worst(map, who);
        let mean = words.signed(gap, 2);
        lines.push(match worst {
            Some(worst) => words!(
                words,
                "insights-cli-gap-worst",
                mean = mean,
                step = name(worst.step),
                gap = words.signed(worst.value(), 2)
            ),
            None => words!(words, "insights-cli-gap-mean", mean = mean),
        });
    }
    lines
}

/// How a persona feels about each channel, and whether channels feel the same.
fn channels_of(words: &Words, map: &JourneyMap, persona: &Persona, out: &mut String) {
    let scores = channels::scores(map, persona.id);
    if scores.is_empty() {
        return;
    }
    section(out, &words!(words, "insights-cli-channels", name = persona.name.as_str()));
    let headings = [
        words!(words, "insights-cli-channel"),
        words!(words, "insights-cli-mean"),
        words!(words, "insights-cli-spread"),
        words!(words, "insights-cli-touchpoints"),
    ];
    let mut table = Table::new(headings, [false, true, true, true]);
    for score in scores {
        let spread = score.spread.map(|spread| words.number(spread, 2)).unwrap_or_default();
        let count = words.number(score.marks.len() as f64, 0);
        table.row([channel_name(words, map, score.channel), words.signed(score.mean, 2), spread, count]);
    }
    out.push_str(&table.lines());
    if let Some(consistency) = channels::consistency(map, persona.id) {
        let value = words.number(consistency, 2);
        out.push_str(&format!("  {}\n", words!(words, "insights-cli-consistency", value = value)));
    }
}
