//! Impact and effort as a place in a small square: clicked, dragged, or moved with the arrows. Must not know what they are of.

use eframe::egui::{
    Align2, Color32, CornerRadius, CursorIcon, EventFilter, Key, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use super::Form;
use crate::app::look::{RADIUS, regular};
use crate::edit::Edit;

/// How many grades each side has.
const SIDE: u8 = 5;
/// Width and height of a place, in points, as far as there is room.
const CELL: f32 = 20.0;
/// The least of it.
const LEAST: f32 = 14.0;

/// Where something stands in a square.
pub(in crate::app::panels) struct Square<'a> {
    /// 1…5 upwards; none while it isn't set.
    pub(in crate::app::panels) up: Option<u8>,
    /// 1…5 to the right; none while it isn't set.
    pub(in crate::app::panels) across: Option<u8>,
    /// What the axes are called: upwards, to the right.
    pub(in crate::app::panels) axes: [&'a str; 2],
    /// The place in words.
    pub(in crate::app::panels) said: &'a str,
    /// In points; the square is as large as fits.
    pub(in crate::app::panels) width: f32,
    /// The colour of the mark.
    pub(in crate::app::panels) color: Color32,
}

impl Form<'_> {
    /// The square, named `name`. A click sets both grades (upwards, to the right), so does dragging, which is a gesture; the
    /// arrows move by one, Delete takes the mark out.
    pub(in crate::app::panels) fn square(
        &mut self,
        ui: &mut Ui,
        name: &str,
        square: &Square<'_>,
        edit: impl Fn(Option<(u8, u8)>) -> Edit,
    ) {
        let colors = &self.look.colors;
        let cell = ((square.width - 14.0) / f32::from(SIDE)).floor().clamp(LEAST, CELL);
        let side = cell * f32::from(SIDE);
        let (id, rect) = ui.allocate_space(vec2(side + 14.0, side + 14.0));
        let field = Rect::from_min_size(pos2(rect.left() + 14.0, rect.top()), vec2(side, side));
        let response = ui.interact(field, id, Sense::click_and_drag()).on_hover_cursor(CursorIcon::PointingHand);
        response.widget_info(|| {
            let mut info = WidgetInfo::new(Role::Slider);
            info.label = Some(name.to_owned());
            info.current_text_value = Some(square.said.to_owned());
            info
        });
        let place = |up: u8, across: u8| {
            let corner = pos2(field.left() + cell * f32::from(across - 1), field.top() + cell * f32::from(SIDE - up));
            Rect::from_min_size(corner, vec2(cell, cell))
        };
        let grade = |length: f32| ((length / cell).floor() as i32 + 1).clamp(1, i32::from(SIDE)) as u8;
        let place_at = |at: Pos2| (grade(field.bottom() - at.y), grade(at.x - field.left()));
        let is_at = |(up, across): (u8, u8)| (square.up, square.across) == (Some(up), Some(across));
        self.held(ui, &response, |at| Some(place_at(at)).filter(|at| !is_at(*at)).map(|at| edit(Some(at))));
        let pointed = response.hover_pos().filter(|_| !response.dragged()).map(place_at);
        let painter = ui.painter();
        for up in 1..=SIDE {
            for across in 1..=SIDE {
                let inner = place(up, across).shrink(1.0);
                // What helps much for little work is the corner to look at.
                let worth = f32::from(up + SIDE + 1 - across) / f32::from(2 * SIDE);
                let in_line = square.up == Some(up) || square.across == Some(across);
                let fill = square.color.gamma_multiply(0.06 + 0.22 * worth * worth);
                painter.rect_filled(inner, CornerRadius::same(3), fill);
                if in_line {
                    painter.rect_filled(inner, CornerRadius::same(3), colors.hover.gamma_multiply(0.5));
                }
                if pointed == Some((up, across)) {
                    let line = Stroke::new(1.0, colors.border_strong);
                    painter.rect_stroke(inner, CornerRadius::same(3), line, StrokeKind::Inside);
                }
            }
        }
        if let (Some(up), Some(across)) = (square.up, square.across) {
            let mark = place(up.clamp(1, SIDE), across.clamp(1, SIDE));
            painter.circle(mark.center(), 7.0, square.color, Stroke::new(2.0, colors.raised));
        }
        let label = |text: &str| painter.layout_no_wrap(text.to_owned(), regular(10.0), colors.weak);
        let across = label(square.axes[1]);
        let at = Align2::CENTER_TOP.anchor_size(pos2(field.center().x, field.bottom() + 1.0), across.size());
        painter.galley(at.min, across, colors.weak);
        let up = label(square.axes[0]);
        let (width, height) = (up.size().x, up.size().y);
        let corner = pos2(rect.left() + (12.0 - height) / 2.0, field.center().y + width / 2.0);
        painter.add(
            eframe::egui::epaint::TextShape::new(corner, up, colors.weak).with_angle(-std::f32::consts::FRAC_PI_2),
        );
        if response.has_focus() {
            let line = Stroke::new(2.0, colors.accent);
            painter.rect_stroke(field.expand(1.0), CornerRadius::same(RADIUS), line, StrokeKind::Outside);
        }
        if !response.has_focus() {
            return;
        }
        ui.memory_mut(|memory| {
            let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
            memory.set_focus_lock_filter(id, filter);
        });
        let (right, upwards, out) = ui.input(|input| {
            let by = |more: Key, less: Key| input.num_presses(more) as i32 - input.num_presses(less) as i32;
            let out = input.key_pressed(Key::Delete) || input.key_pressed(Key::Backspace);
            (by(Key::ArrowRight, Key::ArrowLeft), by(Key::ArrowUp, Key::ArrowDown), out)
        });
        if out && (square.up.is_some() || square.across.is_some()) {
            self.edit(edit(None));
            return;
        }
        if right == 0 && upwards == 0 {
            return;
        }
        // The first arrow puts it into the middle.
        let moved = |value: Option<u8>, by: i32| {
            value.map_or(3, |value| (i32::from(value) + by).clamp(1, i32::from(SIDE)) as u8)
        };
        let next = (moved(square.up, upwards), moved(square.across, right));
        if !is_at(next) {
            self.edit(edit(Some(next)));
        }
    }
}
