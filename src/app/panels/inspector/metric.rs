//! The fields of a metric.

use eframe::egui::Ui;

use super::Subject;
use crate::app::panels::form::{Form, Lines};
use crate::edit::Edit;
use crate::model::{Direction, Metric, Unit};
use crate::words;

/// What several metrics have in common of something; none where they differ.
type Same<'s> = dyn Fn(&dyn Fn(&Metric) -> Option<f64>) -> Option<Option<f64>> + 's;

/// Makes the edit out of a change of each metric.
type Set<'s> = dyn Fn(&dyn Fn(&mut Metric)) -> Edit + 's;

/// Metrics that are edited together: one, or those of several cards.
pub(super) struct Metrics<'s> {
    /// Their unit; none where it differs.
    pub(super) unit: Option<Unit>,
    /// Which way they get better; none where it differs.
    pub(super) direction: Option<Direction>,
    /// A figure of theirs.
    pub(super) figure: &'s Same<'s>,
    /// The edit that changes all of them.
    pub(super) set: &'s Set<'s>,
}

impl Subject<'_> {
    /// The fields of metrics.
    pub(super) fn metric(&self, ui: &mut Ui, form: &mut Form<'_>, metrics: &Metrics<'_>) {
        let words = self.words;
        let set = metrics.set;
        let units = [
            (0, words!(words, "unit-number")),
            (1, words!(words, "unit-percent")),
            (2, words!(words, "unit-minutes")),
            (3, words!(words, "unit-seconds")),
            (4, words!(words, "unit-days")),
            (5, words!(words, "unit-points")),
            (6, words!(words, "unit-other")),
        ];
        let present = metrics.unit.as_ref().map(|unit| match unit {
            Unit::Number => 0,
            Unit::Percent => 1,
            Unit::Minutes => 2,
            Unit::Seconds => 3,
            Unit::Days => 4,
            Unit::Points => 5,
            Unit::Other(_) => 6,
        });
        form.choice(ui, &words!(words, "inspector-unit"), &units, present, |place| {
            set(&|metric| {
                metric.unit = match place {
                    0 => Unit::Number,
                    1 => Unit::Percent,
                    2 => Unit::Minutes,
                    3 => Unit::Seconds,
                    4 => Unit::Days,
                    5 => Unit::Points,
                    _ => Unit::Other(String::new()),
                };
            })
        });
        if let Some(Unit::Other(name)) = &metrics.unit {
            form.text(ui, &words!(words, "inspector-unit-name"), name, Lines::One, |text| {
                set(&|metric| metric.unit = Unit::Other(text.clone()))
            });
        }
        let directions =
            [(Direction::Up, words!(words, "direction-up")), (Direction::Down, words!(words, "direction-down"))];
        form.choice(ui, &words!(words, "inspector-direction"), &directions, metrics.direction, |direction| {
            set(&|metric| metric.direction = direction)
        });
        ui.columns(3, |columns| {
            let [first, second, third] = columns else { return };
            let baseline = (metrics.figure)(&|metric| metric.baseline);
            form.mixed(baseline.is_none()).number(
                first,
                &words!(words, "inspector-baseline"),
                baseline.flatten(),
                |value| Some(set(&|metric| metric.baseline = value)),
            );
            let now = (metrics.figure)(&|metric| metric.value);
            form.mixed(now.is_none()).number(second, &words!(words, "inspector-value"), now.flatten(), |value| {
                Some(set(&|metric| metric.value = value))
            });
            let target = (metrics.figure)(&|metric| metric.target);
            form.mixed(target.is_none()).number(third, &words!(words, "inspector-target"), target.flatten(), |value| {
                Some(set(&|metric| metric.target = value))
            });
        });
    }

    /// The fields of one metric that `edit` puts in place.
    pub(super) fn one_metric(&self, ui: &mut Ui, form: &mut Form<'_>, metric: &Metric, edit: &dyn Fn(Metric) -> Edit) {
        let set = |change: &dyn Fn(&mut Metric)| {
            let mut metric = metric.clone();
            change(&mut metric);
            edit(metric)
        };
        let metrics = Metrics {
            unit: Some(metric.unit.clone()),
            direction: Some(metric.direction),
            figure: &|read| Some(read(metric)),
            set: &set,
        };
        self.metric(ui, form, &metrics);
    }
}
