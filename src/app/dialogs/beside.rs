//! Two columns of a dialog beside each other: what is chosen at the left, what comes of it at the right. Must not know either.

use eframe::egui::{ScrollArea, Ui, vec2};

use crate::app::look::SPACE;

/// Two columns of this height, the right one so wide. Both may change `dialog`.
pub(super) fn two_columns<D>(
    ui: &mut Ui,
    dialog: &mut D,
    (right, height): (f32, f32),
    at_left: impl FnOnce(&mut D, &mut Ui),
    at_right: impl FnOnce(&mut D, &mut Ui),
) {
    let left = ui.available_width() - right - SPACE;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = SPACE;
        ui.allocate_ui(vec2(left, height), |ui| {
            ui.set_min_size(vec2(left, height));
            ui.vertical(|ui| at_left(dialog, ui));
        });
        ui.allocate_ui(vec2(right, height), |ui| {
            ui.set_min_size(vec2(right, height));
            ui.vertical(|ui| at_right(dialog, ui));
        });
    });
}

/// What scrolls in a column of this height.
pub(super) fn scrolled(ui: &mut Ui, name: &str, height: f32, add: impl FnOnce(&mut Ui)) {
    let area = ScrollArea::vertical().id_salt(name).max_height(height).min_scrolled_height(height);
    area.auto_shrink(false).show(ui, |ui| {
        // Room for the bar, so that nothing stands under it.
        ui.set_width(ui.available_width() - 12.0);
        add(ui);
    });
}
