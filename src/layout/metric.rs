//! Figures of metrics: in words, and as a card with the way from where it was to where it should be.
//!
//! Must not know where the card stands.

use kurbo::{Point, Rect, Size};

use super::cards::{BODY, Spoken};
use super::pen::{Align, Block, Pen, fill, put};
use crate::i18n::quantity;
use crate::model::{Direction, Metric};
use crate::scene::kurbo;
use crate::text::Weight;

/// What a metric says in short: `61% → 75%`.
pub(super) fn metric_words(pen: &Pen<'_>, metric: &Metric) -> String {
    let now = metric.value.or(metric.baseline).map(|value| quantity(pen.words, &metric.unit, value));
    let target = metric.target.map(|value| quantity(pen.words, &metric.unit, value));
    match (now, target) {
        (Some(now), Some(target)) => format!("{now} → {target}"),
        (Some(now), None) => now,
        (None, Some(target)) => format!("→ {target}"),
        (None, None) => String::new(),
    }
}

/// A figure: its name, where it is and should be, and how far it has come.
pub(super) fn metric_block(pen: &mut Pen<'_>, metric: &Metric, text: &str, width: f64, spoken: &mut Spoken) -> Block {
    let name = pen.set(text, Weight::Regular, BODY, width);
    let figures = metric_words(pen, metric);
    spoken.say(&figures);
    let mut items = Vec::new();
    put(&mut items, &name, Point::new(0.0, 0.0), pen.palette.weak, Align::Left);
    let mut height = name.height;
    if !figures.is_empty() {
        let set = pen.set(&figures, Weight::Bold, 13.0, width);
        put(&mut items, &set, Point::new(0.0, height + 1.0), pen.palette.text, Align::Left);
        height += set.height + 1.0;
    }
    if let (Some(value), Some(target)) = (metric.value, metric.target) {
        // From the baseline, or nothing, to the target; past the target the bar is full.
        let start = metric.baseline.unwrap_or(match metric.direction {
            Direction::Up => 0.0,
            Direction::Down => value.max(target) * 2.0,
        });
        let way = target - start;
        let done = if way == 0.0 { 1.0 } else { ((value - start) / way).clamp(0.0, 1.0) };
        let top = height + 5.0;
        items.push(fill(Rect::new(0.0, top, width, top + 4.0), 2.0, pen.palette.estimate_faint));
        if done > 0.0 {
            items.push(fill(Rect::new(0.0, top, (width * done).max(4.0), top + 4.0), 2.0, pen.palette.weak));
        }
        height = top + 4.0;
    }
    Block { size: Size::new(width, height.max(15.0)), items }
}
