//! Headings, labelled fields, and the small controls that a form is made of.

use eframe::egui::{
    Align2, Color32, CornerRadius, CursorIcon, Id, Key, Label, Margin, Rect, Response, RichText, Role, Sense, Stroke,
    StrokeKind, TextEdit, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::{Look, RADIUS, ROW, TEXT, Tip as _, bold, medium, regular};

/// The heading of a dialog or a page.
pub fn heading(ui: &mut Ui, look: &Look, text: &str) -> Response {
    let response = ui.add(Label::new(RichText::new(text).font(bold(16.0)).color(look.colors.text)));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_label(text);
        node.clear_value();
    });
    response
}

/// The quiet heading of a part of a panel.
pub fn section(ui: &mut Ui, look: &Look, text: &str) -> Response {
    ui.add(Label::new(RichText::new(text).font(medium(11.5)).color(look.colors.weak)).truncate())
}

/// Something with its label above it; the label names it for who can't see it, where it has no name of its own.
pub fn field<R>(ui: &mut Ui, look: &Look, label: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        section(ui, look, label);
        add(ui)
    })
    .inner
}

/// A line of text to be changed, named `name`, as wide as there is room.
pub fn text_field(ui: &mut Ui, look: &Look, name: &str, text: &mut String) -> Response {
    line_of_text(ui, look, None, (name, ""), text)
}

/// [`text_field`] in which `hint` stands while it is empty.
pub fn hinted_text_field(ui: &mut Ui, look: &Look, name: &str, hint: &str, text: &mut String) -> Response {
    line_of_text(ui, look, None, (name, hint), text)
}

/// [`text_field`] with an id of the caller's, for what has to know whether it has the focus before it is shown.
pub fn text_field_with_id(ui: &mut Ui, look: &Look, id: Id, name: &str, text: &mut String) -> Response {
    line_of_text(ui, look, Some(id), (name, ""), text)
}

fn line_of_text(ui: &mut Ui, look: &Look, id: Option<Id>, (name, hint): (&str, &str), text: &mut String) -> Response {
    let mut edit = TextEdit::singleline(text)
        .font(regular(TEXT))
        .margin(Margin::symmetric(10, 5))
        .align(Align2::LEFT_CENTER)
        .min_size(vec2(0.0, ROW))
        .text_color(look.colors.text)
        .hint_text(RichText::new(hint).color(look.colors.weak))
        .desired_width(f32::INFINITY);
    if let Some(id) = id {
        edit = edit.id(id);
    }
    let response = ui.add(edit);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
    response
}

/// A key's name in a small box, as in hints and the page of keys.
pub fn key_cap(ui: &mut Ui, look: &Look, text: &str) -> Response {
    let galley = ui.painter().layout_no_wrap(text.to_owned(), medium(11.5), look.colors.text);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 12.0, 20.0), Sense::hover());
    let line = Stroke::new(1.0, look.colors.border_strong);
    ui.painter().rect(rect, CornerRadius::same(4), look.colors.field, line, StrokeKind::Inside);
    ui.painter().galley(Align2::CENTER_CENTER.anchor_size(rect.center(), galley.size()).min, galley, look.colors.text);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    response
}

/// A small thing with a name and perhaps a dot of colour, which can be chosen.
pub fn chip(ui: &mut Ui, look: &Look, text: &str, dot: Option<Color32>, selected: bool) -> Response {
    let galley = ui.painter().layout_no_wrap(text.to_owned(), regular(TEXT), look.colors.text);
    let dot_width = if dot.is_some() { 16.0 } else { 0.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + dot_width + 20.0, ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, selected, text));
    let colors = &look.colors;
    let fill = match (selected, response.is_pointer_button_down_on(), response.hovered()) {
        (true, ..) => colors.accent_soft,
        (false, true, _) => colors.pressed,
        (false, false, true) => colors.hover,
        (false, false, false) => colors.raised,
    };
    let line = Stroke::new(1.0, if selected { colors.accent } else { colors.border_strong });
    ui.painter().rect(rect, CornerRadius::same(RADIUS), fill, line, StrokeKind::Inside);
    if let Some(dot) = dot {
        ui.painter().circle_filled(pos2(rect.left() + 14.0, rect.center().y), 4.5, dot);
    }
    let at = pos2(rect.left() + 10.0 + dot_width, rect.center().y);
    ui.painter().galley(Align2::LEFT_CENTER.anchor_size(at, galley.size()).min, galley, colors.text);
    focus_ring(ui, look, rect, &response);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A grade as dots, 1…`most`, named `name`. A click on a dot sets it, on the present one takes it away; with the focus,
/// arrows and digits change it and Delete takes it away. What it was set to, if it was.
pub fn dots(ui: &mut Ui, look: &Look, name: &str, value: Option<u8>, most: u8, color: Color32) -> Option<Option<u8>> {
    const STEP: f32 = 20.0;
    let size = vec2(STEP * f32::from(most) + 4.0, ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| {
        let mut info = WidgetInfo::slider(true, f64::from(value.unwrap_or(0)), name);
        info.current_text_value = Some(value.map_or_else(|| "–".to_owned(), |value| format!("{value}/{most}")));
        info
    });
    let dot_at = |place: u8| pos2(rect.left() + 2.0 + STEP * (f32::from(place) - 0.5), rect.center().y);
    let pointed = response.hover_pos().map(|pointer| {
        let place = ((pointer.x - rect.left() - 2.0) / STEP).floor() as i32 + 1;
        place.clamp(1, i32::from(most)) as u8
    });
    for place in 1..=most {
        let set = value.is_some_and(|value| place <= value);
        let would = pointed.is_some_and(|pointed| place <= pointed);
        if set {
            ui.painter().circle_filled(dot_at(place), 6.5, color);
        } else {
            ui.painter().circle_stroke(dot_at(place), 6.0, Stroke::new(1.5, look.colors.control));
        }
        if would && !set {
            ui.painter().circle_filled(dot_at(place), 6.5, color.gamma_multiply(0.4));
        }
    }
    focus_ring(ui, look, rect, &response);
    let clicked = response.clicked();
    let focus = response.has_focus();
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if clicked && let Some(place) = pointed {
        response.request_focus();
        return Some(if value == Some(place) { None } else { Some(place) });
    }
    if !focus {
        return None;
    }
    ui.memory_mut(|memory| {
        memory.set_focus_lock_filter(
            response.id,
            eframe::egui::EventFilter { horizontal_arrows: true, ..eframe::egui::EventFilter::default() },
        );
    });
    ui.input(|input| {
        let digits =
            [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
        let digit = (1u8..).zip(digits).find(|&(place, key)| place <= most && input.key_pressed(key));
        if let Some((place, _)) = digit {
            Some(Some(place))
        } else if input.key_pressed(Key::ArrowRight) {
            Some(Some(value.map_or(1, |value| (value + 1).min(most))))
        } else if input.key_pressed(Key::ArrowLeft) {
            Some(Some(value.map_or(1, |value| value.saturating_sub(1).max(1))))
        } else if input.key_pressed(Key::Delete) || input.key_pressed(Key::Backspace) {
            Some(None)
        } else {
            None
        }
    })
}

/// A choice of a few, side by side, named `name`; below each other where they have no room. The place of the one that was
/// chosen, if one was.
pub fn segmented(ui: &mut Ui, look: &Look, name: &str, options: &[&str], selected: Option<usize>) -> Option<usize> {
    segmented_as_far(ui, look, name, options, selected, &|_| None)
}

/// As [`segmented`], where an option may be out of reach: `barred` says why.
pub fn segmented_as_far(
    ui: &mut Ui,
    look: &Look,
    name: &str,
    options: &[&str],
    selected: Option<usize>,
    barred: &dyn Fn(usize) -> Option<String>,
) -> Option<usize> {
    let colors = &look.colors;
    let mut chosen = None;
    let galleys: Vec<_> = options
        .iter()
        .map(|option| ui.painter().layout_no_wrap((*option).to_owned(), medium(12.5), Color32::PLACEHOLDER))
        .collect();
    let side_by_side: f32 = galleys.iter().map(|galley| galley.size().x + 20.0).sum::<f32>() + 4.0;
    let stacked = side_by_side > ui.available_width() && options.len() > 1;
    let size = if stacked {
        vec2(ui.available_width(), (ROW - 4.0) * options.len() as f32 + 4.0)
    } else {
        vec2(side_by_side, ROW)
    };
    let (rect, group) = ui.allocate_exact_size(size, Sense::hover());
    group.widget_info(|| WidgetInfo::labeled(Role::RadioGroup, true, name));
    ui.painter().rect(
        rect,
        CornerRadius::same(RADIUS),
        colors.hover,
        Stroke::new(1.0, colors.border),
        StrokeKind::Inside,
    );
    let mut at = rect.min + vec2(2.0, 2.0);
    for (place, galley) in galleys.into_iter().enumerate() {
        let width = if stacked { rect.width() - 4.0 } else { galley.size().x + 20.0 };
        let part = Rect::from_min_size(at, vec2(width, ROW - 4.0));
        at = if stacked { part.left_bottom() } else { part.right_top() };
        let on = selected == Some(place);
        let why = barred(place);
        let free = why.is_none();
        let response = ui.interact(part, group.id.with(place), if free { Sense::click() } else { Sense::hover() });
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, free, on, options[place]));
        if let Some(why) = why {
            let color = colors.weak.gamma_multiply(0.5);
            ui.painter().galley(Align2::CENTER_CENTER.anchor_size(part.center(), galley.size()).min, galley, color);
            response.with_tip(why);
            continue;
        }
        if on {
            let line = Stroke::new(1.0, colors.border_strong);
            ui.painter().rect(part, CornerRadius::same(RADIUS - 2), colors.raised, line, StrokeKind::Inside);
        } else if response.hovered() {
            ui.painter().rect_filled(part, CornerRadius::same(RADIUS - 2), colors.pressed);
        }
        let color = if on { colors.text } else { colors.weak };
        ui.painter().galley(Align2::CENTER_CENTER.anchor_size(part.center(), galley.size()).min, galley, color);
        focus_ring(ui, look, part, &response);
        if response.clicked() && !on {
            chosen = Some(place);
        }
        response.on_hover_cursor(CursorIcon::PointingHand);
    }
    chosen
}

/// The line around what has the focus: the same around everything, in every theme.
pub fn focus_ring(ui: &Ui, look: &Look, rect: Rect, response: &Response) {
    if response.has_focus() {
        let ring = rect.expand2(Vec2::splat(1.0));
        let line = Stroke::new(2.0, look.colors.accent);
        ui.painter().rect_stroke(ring, CornerRadius::same(RADIUS + 1), line, StrokeKind::Outside);
    }
}
