//! Buttons of every rank: one builder, one look.

use eframe::egui::{
    Align2, Color32, CornerRadius, CursorIcon, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    pos2, vec2,
};

use super::spoken::is_one_of_several;
use super::{Colors, GAP, Look, RADIUS, ROW, TEXT, Tip as _, icon, medium, regular, selectable};

/// How much a control calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Only its words and icon, until the pointer is over it.
    Quiet,
    /// With a line around it.
    Outlined,
    /// What most people want next; one a view.
    Primary,
    /// What destroys.
    Danger,
    /// An entry of a menu: as wide as it can be.
    Entry,
}

/// A button: an icon, words, or both. It has an accessible name, and shows hover, focus, pressed, selected and disabled.
#[derive(Debug, Clone)]
#[must_use = "a control does nothing until it is shown"]
pub struct Control<'a> {
    name: &'a str,
    icon: Option<&'a str>,
    text: Option<&'a str>,
    note: Option<&'a str>,
    tip: Option<&'a str>,
    kind: Kind,
    enabled: bool,
    selected: bool,
    width: Option<f32>,
    centered: bool,
    flush: bool,
    role: Role,
}

impl<'a> Control<'a> {
    /// A quiet control that only its name is known of; without text it shows its name as a tooltip.
    pub const fn new(name: &'a str) -> Self {
        Self {
            name,
            icon: None,
            text: None,
            note: None,
            tip: None,
            kind: Kind::Quiet,
            enabled: true,
            selected: false,
            width: None,
            centered: false,
            flush: false,
            role: Role::Button,
        }
    }

    /// A control that shows its name.
    pub const fn text(name: &'a str) -> Self {
        let mut control = Self::new(name);
        control.text = Some(name);
        control
    }

    /// A control that shows only an icon.
    pub const fn icon(icon: &'a str, name: &'a str) -> Self {
        Self::new(name).with_icon(icon)
    }

    /// With an icon before its words.
    pub const fn with_icon(mut self, icon: &'a str) -> Self {
        self.icon = Some(icon);
        self
    }

    /// With these words instead of its name, which stays what it's called for who can't see it.
    pub const fn showing(mut self, text: &'a str) -> Self {
        self.text = Some(text);
        self
    }

    /// With words at its right end that matter less: a shortcut, a figure.
    pub const fn note(mut self, note: &'a str) -> Self {
        self.note = Some(note);
        self
    }

    /// With a tooltip.
    pub const fn tip(mut self, tip: &'a str) -> Self {
        self.tip = Some(tip);
        self
    }

    /// Of this rank.
    pub const fn kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    /// Whether it can be used now.
    pub const fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Whether it is the chosen one, or on.
    pub const fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// Exactly so wide, in points; words that don't fit end in an ellipsis.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// With its words in the middle of its width.
    pub const fn centered(mut self) -> Self {
        self.centered = true;
        self
    }

    /// An entry without room for an icon: none of its list has one.
    pub const fn flush(mut self) -> Self {
        self.flush = true;
        self
    }

    /// What it is for who can't see it; a button unless said otherwise.
    pub const fn role(mut self, role: Role) -> Self {
        self.role = role;
        self
    }

    /// Shows it.
    pub fn show(self, ui: &mut Ui, look: &Look) -> Response {
        let entry = self.kind == Kind::Entry;
        let icon_size = 16.0;
        let padding = if self.text.is_some() { 10.0 } else { 6.0 };
        let icon_width = match (self.icon, self.text) {
            (Some(_), Some(_)) => icon_size + GAP,
            (Some(_), None) => icon_size,
            (None, _) if entry && !self.flush => icon_size + GAP,
            (None, _) => 0.0,
        };
        let note =
            self.note.map(|note| ui.painter().layout_no_wrap(note.to_owned(), regular(12.0), Color32::PLACEHOLDER));
        let note_width = note.as_ref().map_or(0.0, |note| note.size().x + if entry { 28.0 } else { GAP });
        let font = if entry { regular(TEXT) } else { medium(TEXT) };
        let text = self.text.map(|text| {
            let room = self.width.map_or(f32::INFINITY, |width| width - 2.0 * padding - icon_width - note_width);
            let mut job = eframe::egui::text::LayoutJob::simple_singleline(text.to_owned(), font, Color32::PLACEHOLDER);
            job.wrap = eframe::egui::text::TextWrapping::truncate_at_width(room.max(8.0));
            ui.painter().layout_job(job)
        });
        let content = icon_width + text.as_ref().map_or(0.0, |text| text.size().x) + note_width;
        let mut width = self.width.unwrap_or(content + 2.0 * padding).max(ROW);
        if entry {
            width = width.max(ui.available_width());
        }
        let sense = if self.enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), sense);
        let name = self.name;
        if is_one_of_several(self.role) {
            selectable(&response, self.role, self.enabled, self.selected, name);
        } else {
            response.widget_info(|| {
                if self.selected {
                    WidgetInfo::selected(self.role, self.enabled, true, name)
                } else {
                    WidgetInfo::labeled(self.role, self.enabled, name)
                }
            });
        }
        if ui.is_rect_visible(rect) {
            let paint = Paint::of(&self, &response, &look.colors);
            let painter = ui.painter();
            painter.rect(rect, CornerRadius::same(RADIUS), paint.fill, paint.line, StrokeKind::Inside);
            let left = if entry || self.width.is_some() && self.text.is_some() && !self.centered {
                rect.left() + padding
            } else {
                rect.center().x - content / 2.0
            };
            if let Some(name) = self.icon {
                let corner = pos2(left, rect.center().y - icon_size / 2.0);
                icon(painter, name, Rect::from_min_size(corner, Vec2::splat(icon_size)), paint.icon);
            }
            if let Some(text) = text {
                let at = Align2::LEFT_CENTER.anchor_size(pos2(left + icon_width, rect.center().y), text.size());
                painter.galley(at.min, text, paint.text);
            }
            if let Some(note) = note {
                let at = Align2::RIGHT_CENTER.anchor_size(pos2(rect.right() - padding, rect.center().y), note.size());
                painter.galley(at.min, note, paint.note);
            }
            if response.has_focus() {
                let color = if self.kind == Kind::Primary { look.colors.text } else { look.colors.accent };
                painter.rect_stroke(
                    rect.expand(1.0),
                    CornerRadius::same(RADIUS + 1),
                    Stroke::new(2.0, color),
                    StrokeKind::Outside,
                );
            }
        }
        let response = if self.enabled { response.on_hover_cursor(CursorIcon::PointingHand) } else { response };
        match (self.tip, self.text) {
            (Some(tip), _) => response.with_tip(tip),
            (None, None) => response.with_tip(self.name),
            (None, Some(_)) => response,
        }
    }
}

/// What a control looks like in its present state.
struct Paint {
    fill: Color32,
    line: Stroke,
    text: Color32,
    icon: Color32,
    note: Color32,
}

impl Paint {
    fn of(control: &Control<'_>, response: &Response, colors: &Colors) -> Self {
        let pressed = response.is_pointer_button_down_on();
        let hovered = response.hovered() || response.has_focus();
        let rest = match control.kind {
            Kind::Outlined => colors.raised,
            Kind::Quiet | Kind::Entry | Kind::Primary | Kind::Danger => Color32::TRANSPARENT,
        };
        let line = match control.kind {
            Kind::Outlined | Kind::Danger => Stroke::new(1.0, colors.border_strong),
            Kind::Quiet | Kind::Entry | Kind::Primary => Stroke::NONE,
        };
        if !control.enabled {
            let fill = if control.kind == Kind::Primary { colors.hover } else { rest };
            return Self { fill, line, text: colors.disabled, icon: colors.disabled, note: colors.disabled };
        }
        if control.kind == Kind::Primary {
            let fill = if pressed || hovered { colors.accent_hover } else { colors.accent_fill };
            let on = colors.on_accent;
            return Self { fill, line, text: on, icon: on, note: on };
        }
        if control.kind == Kind::Danger {
            let fill = if pressed || hovered { colors.danger_soft } else { rest };
            return Self { fill, line, text: colors.danger, icon: colors.danger, note: colors.danger };
        }
        if control.selected {
            return Self { fill: colors.accent_soft, line, text: colors.text, icon: colors.accent, note: colors.weak };
        }
        let fill = if pressed {
            colors.pressed
        } else if hovered {
            colors.hover
        } else {
            rest
        };
        Self { fill, line, text: colors.text, icon: colors.weak, note: colors.weak }
    }
}
