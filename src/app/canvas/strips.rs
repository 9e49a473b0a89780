//! The names of steps and lanes in small type, at the view's edges: where the picture is enlarged so far that their headings
//! would take too much of the view to stay in it, one still sees where one is. Laid over the picture, never part of it. Must
//! not know what is selected.

use eframe::egui;
use egui::text::{LayoutJob, TextWrapping};
use egui::{Stroke, Ui, pos2, vec2};

use super::Shown;
use super::camera::{Part, View};
use super::paint::color;
use crate::app::look::medium;
use crate::i18n::lane_kind_word;
use crate::scene::kurbo::Point;
use crate::words;

/// Size of the names, in points.
const SIZE: f32 = 11.5;
/// Space between a name and the edges of its place, in points.
const AIR: f32 = 6.0;
/// A name of a lane has no more lines.
const LINES: usize = 3;

/// Paints the names over the edges of the picture where their headings are out of view.
pub(super) fn paint(ui: &Ui, shown: Shown<'_>, view: &View) {
    names_of_lanes(ui, shown, view);
    names_of_steps(ui, shown, view);
}

fn names_of_steps(ui: &Ui, shown: Shown<'_>, view: &View) {
    let Some(strip) = view.strip(Part::Header) else { return };
    let colors = &shown.look.colors;
    let painter = ui.painter().with_clip_rect(strip);
    // The corner is the strip's too.
    let whole = strip.with_min_x(view.rect.left());
    ui.painter().with_clip_rect(view.rect).rect_filled(whole, 0.0, color(shown.scene.background));
    let line = Stroke::new(1.0, color(shown.scene.background).lerp_to_gamma(egui::Color32::GRAY, 0.3));
    ui.painter().hline(whole.x_range(), whole.bottom(), line);
    for column in &shown.scene.columns {
        let left = view.screen(Part::Body, Point::new(column.left, 0.0)).x;
        let right = view.screen(Part::Body, Point::new(column.right, 0.0)).x.min(strip.right() - AIR);
        // What began further to the left is named where it is seen.
        let left = left.max(strip.left() + AIR);
        let Some(step) = column.step.and_then(|id| shown.map.step(id)).filter(|_| right - left > 3.0 * AIR) else {
            continue;
        };
        let (name, ink) = match step.name.is_empty() {
            true => (words!(shown.words, "map-unnamed"), colors.weak),
            false => (step.name.clone(), colors.text),
        };
        let mut job = LayoutJob::simple_singleline(name, medium(SIZE), ink);
        job.wrap = TextWrapping::truncate_at_width(right - left);
        let galley = painter.layout_job(job);
        painter.galley(pos2(left, strip.center().y - galley.size().y / 2.0), galley, ink);
    }
}

fn names_of_lanes(ui: &Ui, shown: Shown<'_>, view: &View) {
    let Some(strip) = view.strip(Part::Names) else { return };
    let painter = ui.painter().with_clip_rect(strip);
    painter.rect_filled(strip, 0.0, color(shown.scene.background));
    let line = Stroke::new(1.0, color(shown.scene.background).lerp_to_gamma(egui::Color32::GRAY, 0.3));
    painter.vline(strip.right() - 0.5, strip.y_range(), line);
    let ink = shown.look.colors.text;
    for row in &shown.scene.rows {
        let top = view.screen(Part::Body, Point::new(0.0, row.top)).y;
        let bottom = view.screen(Part::Body, Point::new(0.0, row.bottom)).y;
        // What began further up is named where it is seen.
        let from = top.max(strip.top());
        if bottom - from < SIZE + AIR || top > strip.bottom() {
            continue;
        }
        painter.hline(strip.x_range(), bottom, line);
        let Some(lane) = shown.map.lane(row.lane) else { continue };
        let name = match lane.name.is_empty() {
            true => lane_kind_word(shown.words, lane.kind),
            false => lane.name.clone(),
        };
        let mut job = LayoutJob::simple(name, medium(SIZE), ink, strip.width() - 2.0 * AIR);
        job.wrap.max_rows = LINES;
        let galley = painter.layout_job(job);
        let place = strip.with_min_y(from).with_max_y(bottom);
        painter.with_clip_rect(place.intersect(strip)).galley(place.min + vec2(AIR, AIR), galley, ink);
    }
}
