//! Sliders: dragging is a gesture, keys and clicks are edits.

use eframe::egui::{
    self, Color32, CornerRadius, CursorIcon, EventFilter, Key, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

use super::Form;
use crate::app::look::{RADIUS, ROW};
use crate::app::panels::face::face;
use crate::edit::Edit;

/// A slider: where it stands and what it looks like.
pub(in crate::app::panels) struct Slide {
    /// Where it stands; none while nothing is set.
    pub(in crate::app::panels) value: Option<f64>,
    /// The least value.
    pub(in crate::app::panels) low: f64,
    /// The greatest value.
    pub(in crate::app::panels) high: f64,
    /// What dragging rounds to.
    pub(in crate::app::panels) step: f64,
    /// What an arrow key moves by.
    pub(in crate::app::panels) key_step: f64,
    /// Where its filled part begins.
    pub(in crate::app::panels) origin: f64,
    /// The colour of what is filled.
    pub(in crate::app::panels) color: Color32,
    /// Its handle is a face.
    pub(in crate::app::panels) face: bool,
    /// The value in words.
    pub(in crate::app::panels) said: String,
    /// In points; none: all there is.
    pub(in crate::app::panels) width: Option<f32>,
}

impl Form<'_> {
    /// A part of a range, dragged or moved with the arrows, named `name`. Dragging is a gesture; Delete sets it to none,
    /// where `edit` knows what that means. Where it differs it has no handle: one at its beginning would be a value.
    pub(in crate::app::panels) fn slider(
        &mut self,
        ui: &mut Ui,
        name: &str,
        slide: &Slide,
        edit: impl Fn(Option<f64>) -> Option<Edit>,
    ) {
        let differs = std::mem::take(&mut self.differs) && slide.value.is_none();
        let height = if slide.face { 32.0 } else { ROW };
        let inset = if slide.face { 12.0 } else { 7.0 };
        let id = ui.make_persistent_id(("slider", name));
        let (_, rect) = ui.allocate_space(vec2(slide.width.unwrap_or_else(|| ui.available_width()), height));
        let response = ui.interact(rect, id, Sense::click_and_drag()).on_hover_cursor(CursorIcon::PointingHand);
        response.widget_info(|| {
            let mut info = WidgetInfo::slider(true, slide.value.unwrap_or(slide.low), name);
            info.current_text_value = Some(slide.said.clone());
            info
        });
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_min_numeric_value(slide.low);
            node.set_max_numeric_value(slide.high);
            node.set_numeric_value_step(slide.step);
            node.add_action(egui::accesskit::Action::Increment);
            node.add_action(egui::accesskit::Action::Decrement);
        });
        let left = rect.left() + inset;
        let width = rect.width() - 2.0 * inset;
        let part = |value: f64| ((value - slide.low) / (slide.high - slide.low)) as f32;
        self.slide_gesture(ui, &response, slide, (left, width), &edit);

        let colors = &self.look.colors;
        let y = rect.center().y;
        let rail = egui::Rect::from_min_max(pos2(left, y - 2.0), pos2(left + width, y + 2.0));
        ui.painter().rect_filled(rail, 2.0, colors.control);
        let origin = left + width * part(slide.origin);
        if slide.face {
            ui.painter().vline(origin, (y - 6.0)..=(y + 6.0), Stroke::new(1.0, colors.control));
        }
        if let Some(value) = slide.value {
            let x = left + width * part(value.clamp(slide.low, slide.high));
            let run = egui::Rect::from_x_y_ranges(origin.min(x)..=origin.max(x), (y - 2.0)..=(y + 2.0));
            ui.painter().rect_filled(run, 2.0, slide.color);
            if slide.face {
                face(ui.painter(), pos2(x, y), 10.0, value, slide.color, colors.raised);
            } else {
                ui.painter().circle(pos2(x, y), 6.5, colors.raised, Stroke::new(2.0, slide.color));
            }
        } else if !differs {
            let x = left + width * part(slide.origin);
            ui.painter().circle(pos2(x, y), 6.0, colors.panel, Stroke::new(1.5, colors.control));
        }
        if response.has_focus() {
            let line = Stroke::new(2.0, colors.accent);
            ui.painter().rect_stroke(rect, CornerRadius::same(RADIUS), line, StrokeKind::Inside);
        }
    }

    /// What pointer and keys do to a slider.
    fn slide_gesture(
        &mut self,
        ui: &Ui,
        response: &Response,
        slide: &Slide,
        (left, width): (f32, f32),
        edit: &impl Fn(Option<f64>) -> Option<Edit>,
    ) {
        let rounded = |value: f64| ((value / slide.step).round() * slide.step).clamp(slide.low, slide.high);
        let pointed = |x: f32| rounded(slide.low + f64::from((x - left) / width) * (slide.high - slide.low));
        self.held(ui, response, |at| {
            let value = Some(pointed(at.x));
            if value == slide.value { None } else { edit(value) }
        });
        if response.has_focus() {
            ui.memory_mut(|memory| {
                let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
                memory.set_focus_lock_filter(response.id, filter);
            });
            let base = slide.value.unwrap_or(slide.origin);
            let emptied = ui.input(|input| input.key_pressed(Key::Delete) || input.key_pressed(Key::Backspace));
            if emptied && slide.value.is_some() {
                if let Some(edit) = edit(None) {
                    self.edit(edit);
                }
                return;
            }
            let moved = ui.input(|input| {
                let increments = input.num_accesskit_action_requests(response.id, egui::accesskit::Action::Increment)
                    + input.num_presses(Key::ArrowRight);
                let decrements = input.num_accesskit_action_requests(response.id, egui::accesskit::Action::Decrement)
                    + input.num_presses(Key::ArrowLeft);
                let by = increments as f64 - decrements as f64;
                if input.key_pressed(Key::Home) {
                    Some(slide.low)
                } else if input.key_pressed(Key::End) {
                    Some(slide.high)
                } else {
                    (by != 0.0).then(|| rounded(base + by * slide.key_step))
                }
            });
            if let Some(value) = moved
                && Some(value) != slide.value
                && let Some(edit) = edit(Some(value))
            {
                self.edit(edit);
            }
        }
    }
}
