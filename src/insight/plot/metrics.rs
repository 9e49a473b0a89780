//! The plot of metrics against their targets, as bullet charts. Must not know how the way to a target is reckoned.

use super::{About, Axis, Cell, Hue, Key, Kind, Label, Mark, Plot, Sample, Scale, Shape, Table, Ticks, Word, Worked};
use crate::insight::metrics::{self, MetricAt, Standing};
use crate::model::{JourneyMap, Unit};

/// So many metrics are shown, the first ones.
const MOST: usize = 60;

/// Each metric on a scale of its own, from 0 (or its least figure) to 1: the bar is the value, the strong line the target,
/// the pale one the baseline.
pub(super) fn metrics(map: &JourneyMap) -> Plot {
    let all: Vec<Standing> = metrics::standings(map)
        .into_iter()
        .filter(|standing| standing.metric.value.is_some() || standing.metric.baseline.is_some())
        .collect();
    let foremost_of = (all.len() > MOST).then_some(all.len());
    let shown = &all[..all.len().min(MOST)];
    let name = |standing: &Standing| {
        if standing.name.trim().is_empty() { Label::Word(Word::Unnamed) } else { Label::Own(standing.name.clone()) }
    };
    let columns = [Word::Metric, Word::Baseline, Word::Value, Word::Target, Word::Reached];
    // Each has its own unit: the axis has no figures.
    let x = Axis { label: None, low: 0.0, high: 1.3, ticks: Ticks::Nothing };
    let names = shown.iter().map(name).collect();
    let mut plot = Plot::new(Kind::Metrics, x, Axis::down(names), Table::new(1, &columns));
    plot.foremost_of = foremost_of;
    let (mut aims, mut began) = (false, false);
    for (place, standing) in shown.iter().enumerate() {
        let metric = &standing.metric;
        let y = -(place as f64);
        let figures = [metric.baseline, metric.value, metric.target];
        let known = || figures.iter().flatten().copied();
        // A share has a whole of its own; everything else is measured by its greatest figure.
        let whole = if metric.unit == Unit::Percent { 100.0 } else { 0.0 };
        let (low, high) = (known().fold(0.0, f64::min), known().fold(whole, f64::max));
        let span = if high > low { high - low } else { 1.0 };
        let at = |value: f64| (value - low) / span;
        let said = |value: Option<f64>| {
            value.map_or(Cell::Unknown, |value| Cell::Said(Label::Quantity(value, metric.unit.clone())))
        };
        let cells = vec![
            Cell::Said(name(standing)),
            said(metric.baseline),
            said(metric.value),
            said(metric.target),
            Cell::of(standing.progress, Scale::Percent),
        ];
        let worked = match (metric.baseline, metric.value, metric.target, standing.progress) {
            (Some(baseline), Some(value), Some(target), Some(share)) => {
                Some(Worked::Reached { baseline, value, target, share })
            }
            _ => None,
        };
        let about = match (standing.card, standing.at) {
            (Some(card), _) | (None, MetricAt::Card(card)) => About::Card(card),
            (None, MetricAt::Omtm) => About::Omtm,
            (None, MetricAt::Map(_)) => About::Map,
        };
        let row = plot.table.push(about, cells, worked);
        let shown = metric.value.or(metric.baseline).unwrap_or(0.0);
        let hue = match standing.met {
            Some(true) => Hue::Opportunity,
            Some(false) => Hue::Pain,
            None => Hue::Persona(0),
        };
        let bar = Mark::new(at(shown), y, Shape::Row { from: at(0.0), width: 0.36 }, hue).row(row);
        plot.marks.push(
            bar.saying(Label::Quantity(shown, metric.unit.clone())).strong(standing.met.is_some() || whole > 0.0),
        );
        if let Some(baseline) = metric.baseline.filter(|_| metric.value.is_some()) {
            began = true;
            plot.marks.push(Mark::new(at(baseline), y, Shape::Post { width: 0.5 }, Hue::Weak).row(row));
        }
        if let Some(target) = metric.target {
            aims = true;
            plot.marks.push(Mark::new(at(target), y, Shape::Post { width: 0.8 }, Hue::Plain).row(row));
        }
    }
    let met = |wanted| shown.iter().any(|standing| standing.met == Some(wanted));
    let keys = [
        (met(true), Key::word(Word::Met, Hue::Opportunity, Sample::Area)),
        (met(false), Key::word(Word::NotMet, Hue::Pain, Sample::Area)),
        (aims, Key::word(Word::Target, Hue::Plain, Sample::Post)),
        (began, Key::word(Word::Baseline, Hue::Weak, Sample::Post)),
    ];
    plot.legend = keys.into_iter().filter(|(there, _)| *there).map(|(_, key)| key).collect();
    plot.finished()
}
