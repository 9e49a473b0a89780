//! A plot that is only looked at, such as in a dialog. Must not know which plot it is.

use std::sync::Arc;

use eframe::egui::{Label, RichText, Ui, vec2};

use super::area::{self, Arranged, Moves};
use super::legend::legend;
use crate::app::look::{Look, medium, regular};
use crate::i18n::Words;
use crate::insight::plot::Plot;
use crate::layout::plots::say;

/// What it remembers from frame to frame.
#[derive(Debug, Clone, Default)]
pub(crate) struct Still {
    arranged: Arranged,
}

impl Still {
    /// Shows a plot with its legend and notes in all the room there is.
    pub(crate) fn ui(&mut self, ui: &mut Ui, plot: &Arc<Plot>, look: &Look, words: &Words) {
        ui.spacing_mut().item_spacing.y = 4.0;
        if plot.lack.is_some() {
            let text = RichText::new(say::none(plot.kind, words)).font(regular(12.5)).color(look.colors.weak);
            ui.add(Label::new(text).wrap());
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(12.0, 2.0);
            legend(ui, plot, true, look, words);
        });
        let notes = say::notes(plot, words).join("   ·   ");
        if !notes.is_empty() {
            ui.add(Label::new(RichText::new(notes).font(medium(12.0)).color(look.colors.text)).wrap());
        }
        let given = area::Given { look, words, selected: &|_| false, moves: Moves::Never };
        area::plot(ui, plot, &mut self.arranged, &given);
    }
}
