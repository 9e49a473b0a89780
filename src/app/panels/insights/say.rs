//! The words of plots: labels, ticks, and what a mark stands for. Must not know widgets.

use crate::app::panels::naming::card_text;
use crate::i18n::Words;
use crate::insight::plot::{About, Label, Plot, Scale};
use crate::model::JourneyMap;
use crate::words;

/// A label in words.
pub(super) fn label(label: &Label, words: &Words) -> String {
    match label {
        Label::Emotion => words!(words, "plot-emotion"),
        Label::PainPoints => words!(words, "plot-pain-points"),
        Label::Priorities => words!(words, "plot-priorities"),
        Label::Steps => words!(words, "plot-axis-steps"),
        Label::Score => words!(words, "plot-axis-score"),
        Label::Affected => words!(words, "plot-axis-affected"),
        Label::Severity => words!(words, "plot-axis-severity"),
        Label::Priority => words!(words, "plot-axis-priority"),
        Label::RunningShare => words!(words, "plot-running-share"),
        Label::Rank(rank) => format!("#{rank}"),
        Label::PriorityValue(value) => words.number(*value, if *value < 1.0 { 2 } else { 1 }),
        Label::Own(text) => text.clone(),
    }
}

/// What stands beside a title.
pub(super) fn subtitle(plot: &Plot, words: &Words) -> String {
    let about = match plot.title {
        Label::Emotion => words!(words, "plot-emotion-about"),
        Label::PainPoints => words!(words, "plot-pain-points-about"),
        Label::Priorities => words!(words, "plot-priorities-about"),
        _ => String::new(),
    };
    match plot.foremost_of {
        Some(all) => {
            let (shown, all) = (words.number(plot.marks.len() as f64, 0), words.number(all as f64, 0));
            format!("{} · {about}", words!(words, "plot-foremost", shown = shown, all = all))
        }
        None => about,
    }
}

/// A number at an axis.
pub(super) fn tick(value: f64, scale: Scale, words: &Words) -> String {
    match scale {
        Scale::Plain => words.short_number(value),
        Scale::Signed => words.signed(value, 0),
        Scale::Percent => words.percent(value),
    }
}

/// What a mark stands for, line by line; the first line is its name.
pub(super) fn about(map: &JourneyMap, about: &About, words: &Words) -> Vec<String> {
    match about {
        About::Score { persona, step, value, n, band, validated, lowest } => {
            let persona = map.persona(*persona).map(|persona| persona.name.clone()).unwrap_or_default();
            let step = map.step(*step).map(|step| step.name.clone()).unwrap_or_default();
            let value = words.signed(*value, if n.is_some() { 2 } else { 1 });
            let mut lines = vec![format!("{persona} · {step}")];
            lines.push(match (n, band) {
                (Some(n), Some((low, high))) => words!(
                    words,
                    "plot-score-banded",
                    value = value,
                    n = words.number(f64::from(*n), 0),
                    low = words.signed(*low, 2),
                    high = words.signed(*high, 2)
                ),
                (Some(n), None) => {
                    words!(words, "plot-score-measured", value = value, n = words.number(f64::from(*n), 0))
                }
                (None, _) => words!(words, "plot-score-believed", value = value),
            });
            lines.push(if *validated { words!(words, "plot-validated") } else { words!(words, "plot-hypothesis") });
            if *lowest {
                lines.push(words!(words, "plot-lowest"));
            }
            lines
        }
        About::Pain { card, rank, severity, share, doubled, priority, running } => {
            let text = map.card(*card).map(|(_, card)| card_text(map, card, words)).unwrap_or_default();
            let severity = words.number(f64::from(*severity), 0);
            let share = words.percent(*share);
            let figure = words.number(*priority, 1);
            vec![
                format!("#{rank} {text}"),
                words!(words, "plot-pain-figures", severity = severity.clone(), share = share.clone()),
                if *doubled {
                    words!(words, "plot-pain-doubled", priority = figure, severity = severity, share = share)
                } else {
                    words!(words, "plot-pain-priority", priority = figure, severity = severity, share = share)
                },
                words!(words, "plot-pain-running", rank = rank.to_string(), share = words.percent(*running)),
            ]
        }
    }
}
