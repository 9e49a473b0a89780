//! A colour: picked from a square, or typed as `#rrggbb`.

use eframe::egui::{Align2, CornerRadius, Response, Stroke, StrokeKind, Ui, text, vec2};

use super::{Form, Lines};
use crate::app::Intent;
use crate::app::look::{Control, RADIUS, ROW, TEXT, focus_ring, regular};
use crate::edit::Edit;
use crate::model::Rgb;
use crate::words;

/// Width of what is typed.
const TYPED: f32 = 84.0;

impl Form<'_> {
    /// A colour named `name`, of which none is `usual`. Picking is a gesture, as typing is.
    pub(in crate::app::panels) fn color(
        &mut self,
        ui: &mut Ui,
        (salt, name): (&str, &str),
        value: Option<Rgb>,
        usual: Rgb,
        edit: impl Fn(Option<Rgb>) -> Edit,
    ) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let shown = value.unwrap_or(usual);
            let mut picked = [shown.r, shown.g, shown.b];
            ui.spacing_mut().interact_size = vec2(ROW, ROW - 4.0);
            let swatch = ui.push_id(salt, |ui| ui.color_edit_button_srgb(&mut picked)).inner;
            // A pale colour has an edge too.
            let edge = Stroke::new(1.0, self.look.colors.border_strong);
            ui.painter().rect_stroke(swatch.rect, CornerRadius::same(RADIUS), edge, StrokeKind::Inside);
            focus_ring(ui, self.look, swatch.rect, &swatch);
            ui.ctx()
                .accesskit_node_builder(swatch.id, |node| node.set_label(words!(self.words, "look-pick", name = name)));
            let [r, g, b] = picked;
            self.picked(ui, &swatch, salt, edit(Some(Rgb { r, g, b })));
            let room = ui.available_width() - TYPED - ROW - 12.0;
            // Only painted: the field bears the name for who can't see it.
            let color = self.look.colors.text;
            let mut job = text::LayoutJob::simple_singleline(name.to_owned(), regular(TEXT), color);
            job.wrap = text::TextWrapping::truncate_at_width(room.max(20.0));
            let galley = ui.painter().layout_job(job);
            let (_, rect) = ui.allocate_space(vec2(room.max(20.0), ROW));
            let at = Align2::LEFT_CENTER.anchor_size(rect.left_center(), galley.size());
            ui.painter().galley(at.min, galley, color);
            let typed = value.map(|value| value.to_string()).unwrap_or_default();
            let hint = usual.to_string();
            ui.allocate_ui(vec2(TYPED, ROW), |ui| {
                ui.set_width(TYPED);
                self.typed(ui, (salt, name), &typed, Lines::One, &hint, |text| {
                    if text.trim().is_empty() {
                        Some(edit(None))
                    } else {
                        Rgb::parse(text).ok().map(|rgb| edit(Some(rgb)))
                    }
                });
            });
            let remove = words!(self.words, "look-usual", name = name);
            if value.is_some() && Control::icon("undo-2", &remove).show(ui, self.look).clicked() {
                self.edit(edit(None));
            }
        });
    }

    /// While a colour is picked each change is previewed; it is kept when the pointer is let go.
    fn picked(&mut self, ui: &Ui, swatch: &Response, salt: &str, edit: Edit) {
        let id = ui.make_persistent_id(("picking", salt));
        if swatch.changed() {
            self.push(Intent::Preview(edit));
            ui.data_mut(|data| data.insert_temp(id, true));
        }
        let picking = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or_default();
        if picking && !ui.input(|input| input.pointer.any_down()) {
            self.push(Intent::Commit);
            ui.data_mut(|data| data.remove::<bool>(id));
        }
    }
}
