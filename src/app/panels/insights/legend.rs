//! What the colours and shapes of a plot mean, in a row that wraps. Must not know which plots there are.

use eframe::egui::{Align2, Rect, Role, Sense, Shape as Painted, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::area::color;
use super::marks::area;
use crate::app::look::{Look, regular};
use crate::i18n::Words;
use crate::insight::plot::{Hue, Plot, Sample};
use crate::layout::plots::say;

/// What colours and shapes mean, in a row that wraps; where there is little room, what colours mean alone.
pub(super) fn legend(ui: &mut Ui, plot: &Plot, all: bool, look: &Look, words: &Words) {
    for key in plot.legend.iter().filter(|key| all || key.hue != Hue::Weak) {
        let text = say::key(key, words);
        let galley = ui.painter().layout_no_wrap(text.clone(), regular(12.0), look.colors.text);
        let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 28.0, 18.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
        let hue = color(key.hue, look);
        let painter = ui.painter();
        let center = pos2(rect.left() + 11.0, rect.center().y);
        let across = [center - vec2(8.0, 0.0), center + vec2(8.0, 0.0)];
        match key.sample {
            Sample::Line => {
                painter.line_segment(across, Stroke::new(2.2, hue));
            }
            Sample::Dashed => {
                painter.extend(Painted::dashed_line(&across, Stroke::new(1.8, hue), 4.0, 3.0));
            }
            Sample::Area => {
                area(painter, Rect::from_center_size(center, vec2(16.0, 9.0)), hue, key.strong);
            }
            Sample::Dot => {
                painter.circle_filled(center, 4.5, hue);
            }
            Sample::Ring => {
                painter.circle_stroke(center, 4.0, Stroke::new(1.5, hue));
            }
            Sample::Diamond => {
                let corners = [vec2(0.0, -5.0), vec2(5.0, 0.0), vec2(0.0, 5.0), vec2(-5.0, 0.0)];
                let points = corners.iter().map(|corner| center + *corner).collect();
                painter.add(Painted::convex_polygon(points, hue, Stroke::NONE));
            }
            Sample::Level => {
                painter.line_segment(across, Stroke::new(2.4, hue));
            }
            Sample::Expected => {
                let top = center - vec2(0.0, 5.0);
                painter.extend(Painted::dotted_line(&[center + vec2(0.0, 7.0), top], hue, 3.0, 0.8));
                painter.line_segment([top - vec2(5.0, 0.0), top + vec2(5.0, 0.0)], Stroke::new(2.2, hue));
            }
            Sample::Post => {
                let ends = [center - vec2(0.0, 7.0), center + vec2(0.0, 7.0)];
                painter.line_segment(ends, Stroke::new(2.6, hue));
            }
        }
        let at = Align2::LEFT_CENTER.anchor_size(pos2(rect.left() + 25.0, rect.center().y), galley.size());
        painter.galley(at.min, galley, look.colors.text);
    }
}
