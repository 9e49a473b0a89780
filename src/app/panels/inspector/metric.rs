//! The fields of a metric.

use eframe::egui::Ui;

use super::Subject;
use crate::app::panels::form::{Form, Lines};
use crate::edit::Edit;
use crate::model::{Direction, Metric, Unit};
use crate::words;

impl Subject<'_> {
    /// The fields of a metric that `edit` puts in place.
    pub(super) fn metric(&self, ui: &mut Ui, form: &mut Form<'_>, metric: &Metric, edit: &dyn Fn(Metric) -> Edit) {
        let words = self.words;
        let set = |change: &dyn Fn(&mut Metric)| {
            let mut metric = metric.clone();
            change(&mut metric);
            edit(metric)
        };
        let units = [
            (0, words!(words, "unit-number")),
            (1, words!(words, "unit-percent")),
            (2, words!(words, "unit-minutes")),
            (3, words!(words, "unit-seconds")),
            (4, words!(words, "unit-days")),
            (5, words!(words, "unit-points")),
            (6, words!(words, "unit-other")),
        ];
        let present = match metric.unit {
            Unit::Number => 0,
            Unit::Percent => 1,
            Unit::Minutes => 2,
            Unit::Seconds => 3,
            Unit::Days => 4,
            Unit::Points => 5,
            Unit::Other(_) => 6,
        };
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
        if let Unit::Other(name) = &metric.unit {
            form.text(ui, &words!(words, "inspector-unit-name"), name, Lines::One, |text| {
                set(&|metric| metric.unit = Unit::Other(text.clone()))
            });
        }
        let directions =
            [(Direction::Up, words!(words, "direction-up")), (Direction::Down, words!(words, "direction-down"))];
        form.choice(ui, &words!(words, "inspector-direction"), &directions, metric.direction, |direction| {
            set(&|metric| metric.direction = direction)
        });
        ui.columns(3, |columns| {
            let [first, second, third] = columns else { return };
            form.number(first, &words!(words, "inspector-baseline"), metric.baseline, |value| {
                Some(set(&|metric| metric.baseline = value))
            });
            form.number(second, &words!(words, "inspector-value"), metric.value, |value| {
                Some(set(&|metric| metric.value = value))
            });
            form.number(third, &words!(words, "inspector-target"), metric.target, |value| {
                Some(set(&|metric| metric.target = value))
            });
        });
    }
}
