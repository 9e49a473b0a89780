//! Fields of a form whose changes leave as intents: typing and dragging are gestures, clicks are edits.
//!
//! While a field is typed into, each change is previewed; Enter or leaving the field keeps it, Escape puts back what was
//! there. Must not know what the fields are about.

mod choice;
mod color;
mod counter;
mod finder;
mod hold;
mod parse;
mod slide;
mod square;

use eframe::egui::{
    self, Color32, CornerRadius, Id, Key, KeyboardShortcut, Modifiers, Response, Role, TextEdit, Ui, WidgetInfo, vec2,
};
use jiff::civil::Date;

pub(super) use counter::Counted;
pub(super) use finder::{Found, Picked};
pub(super) use parse::{parse_date, parse_number};
pub(super) use slide::Slide;
pub(super) use square::Square;

use crate::app::Intent;
use crate::app::button::Button;
use crate::app::look::{Look, RADIUS, ROW, TEXT, medium, regular};
use crate::edit::Edit;
use crate::i18n::Words;
use crate::model::Language;
use crate::words;

/// The gesture that a form is in the middle of.
#[derive(Debug, Clone, Default)]
pub(super) struct Gesture {
    field: Option<Id>,
    text: String,
    previewed: bool,
    seen: bool,
    /// It is a drag.
    dragged: bool,
    button: Button,
    /// The pass in which the button was last looked at.
    watched: u64,
    /// The map can only be read: fields show what they hold, and what would change it is answered.
    read_only: bool,
}

impl Gesture {
    /// Whether the pointer drags something.
    pub(super) const fn is_dragging(&self) -> bool {
        self.dragged
    }

    /// Its form isn't shown any more. Whether something was previewed, which is to be kept.
    pub(super) fn put_down(&mut self) -> bool {
        let previewed = self.field.is_some() && self.previewed;
        *self = Self::default();
        previewed
    }

    /// Says whether the map can only be read.
    pub(super) const fn set_read_only(&mut self, read_only: bool) {
        self.read_only = read_only;
    }

    /// Ends the gesture: what was previewed is kept, or put back.
    fn end(&mut self, keep: bool, intents: &mut Vec<Intent>) {
        if self.field.is_some() && self.previewed {
            intents.push(if keep { Intent::Commit } else { Intent::Cancel });
        }
        *self = Self { button: self.button, watched: self.watched, read_only: self.read_only, ..Self::default() };
    }

    /// Begins a gesture in a field; one that another field left open is kept.
    fn begin(&mut self, field: Id, text: &str, intents: &mut Vec<Intent>) {
        if self.field != Some(field) {
            self.end(true, intents);
            (self.field, self.text, self.seen) = (Some(field), text.to_owned(), true);
        }
    }
}

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lines {
    /// A short one. Enter keeps it.
    One,
    /// One that wraps. Enter keeps it, Shift+Enter begins a line.
    Wrapped,
    /// Notes of several lines. Enter begins a line, Ctrl+Enter keeps them.
    Many,
}

/// How a text looks while it is written and after.
#[derive(Debug, Clone)]
pub(super) struct Hand {
    /// Its letters.
    pub(super) font: egui::FontId,
    /// Their colour; none: that of the window's text.
    pub(super) color: Option<Color32>,
    /// Without a frame until it has the keyboard.
    pub(super) bare: bool,
}

impl Default for Hand {
    fn default() -> Self {
        Self { font: regular(TEXT), color: None, bare: false }
    }
}

/// A form while it is being built.
pub(super) struct Form<'a> {
    /// The window's look.
    pub(super) look: &'a Look,
    /// The window's words.
    pub(super) words: &'a Words,
    gesture: &'a mut Gesture,
    intents: Vec<Intent>,
    /// The things that the next field speaks of differ in it.
    differs: bool,
}

impl<'a> Form<'a> {
    /// An empty form.
    pub(super) fn new(look: &'a Look, words: &'a Words, gesture: &'a mut Gesture) -> Self {
        gesture.seen = false;
        Self { look, words, gesture, intents: Vec::new(), differs: false }
    }

    /// What the form wants. A gesture whose field is gone is kept. Of a map that can only be read nothing is wanted but to
    /// read on; who wants more is told why not.
    pub(super) fn finish(mut self) -> Vec<Intent> {
        if !self.gesture.seen {
            self.gesture.end(true, &mut self.intents);
        }
        if self.gesture.read_only {
            let wanted = self.intents.len();
            self.intents.retain(|intent| !intent.changes());
            if self.intents.len() < wanted {
                self.gesture.put_down();
                self.refuse();
            }
        }
        self.intents
    }

    /// Wants something.
    pub(super) fn push(&mut self, intent: Intent) {
        self.intents.push(intent);
    }

    /// Says that the map can only be read.
    pub(super) fn refuse(&mut self) {
        let why = words!(self.words, "edit-read-only");
        self.push(Intent::Tell(words!(self.words, "error-edit", why = why)));
    }

    /// Wants a change.
    pub(super) fn edit(&mut self, edit: Edit) {
        self.intents.push(Intent::Edit(edit));
    }

    /// Whether the things that the next field speaks of differ in it: it then says so, and changes none until it is touched.
    pub(super) fn mixed(&mut self, differs: bool) -> &mut Self {
        self.differs = differs;
        self
    }

    /// The name over something that is no field of the form.
    pub(super) fn mixed_label(&mut self, ui: &mut Ui, label: &str) {
        let differs = std::mem::take(&mut self.differs);
        self.label_of(ui, label, differs);
    }

    /// The name over a field, and whether what it speaks of differs.
    fn label_of(&self, ui: &mut Ui, label: &str, differs: bool) {
        if differs {
            self.label(ui, &format!("{label} · {}", words!(self.words, "inspector-mixed")));
        } else {
            self.label(ui, label);
        }
    }

    /// The quiet name over a field. Only painted: the field bears the name for who can't see it.
    pub(super) fn label(&self, ui: &mut Ui, label: &str) {
        ui.add_space(4.0);
        let color = self.look.colors.weak;
        let galley = ui.painter().layout(label.to_owned(), medium(11.5), color, ui.available_width());
        let (_, rect) = ui.allocate_space(galley.size());
        ui.painter().galley(rect.min, galley, color);
        ui.add_space(-4.0);
    }

    /// A text with its name above it.
    pub(super) fn text(&mut self, ui: &mut Ui, label: &str, value: &str, lines: Lines, edit: impl Fn(String) -> Edit) {
        let differs = std::mem::take(&mut self.differs);
        self.label_of(ui, label, differs);
        let hint = if differs { words!(self.words, "inspector-mixed") } else { String::new() };
        self.bare_text(ui, label, value, lines, &hint, edit);
    }

    /// A text without a visible name; `hint` stands in it while it is empty.
    pub(super) fn bare_text(
        &mut self,
        ui: &mut Ui,
        name: &str,
        value: &str,
        lines: Lines,
        hint: &str,
        edit: impl Fn(String) -> Edit,
    ) -> Response {
        self.typed(ui, (name, name), value, lines, hint, |text| Some(edit(text.to_owned())))
    }

    /// A text whose name says what it holds just now: `salt` stays the same while it is typed into.
    pub(super) fn renamed_text(
        &mut self,
        ui: &mut Ui,
        (salt, name): (&str, &str),
        value: &str,
        hint: &str,
        edit: impl Fn(String) -> Edit,
    ) -> Response {
        self.typed(ui, (salt, name), value, Lines::One, hint, |text| Some(edit(text.to_owned())))
    }

    /// A text that is an edit only while it can be understood; else the field says that it isn't kept.
    fn typed(
        &mut self,
        ui: &mut Ui,
        (salt, name): (&str, &str),
        value: &str,
        lines: Lines,
        hint: &str,
        edit: impl Fn(&str) -> Option<Edit>,
    ) -> Response {
        self.typed_in(ui, &Hand::default(), (salt, name), value, lines, hint, edit)
    }

    /// A text in a hand of its own, without a visible name but with a hint while it is empty: on a page that is shown as well as filled in.
    pub(super) fn handwritten(
        &mut self,
        ui: &mut Ui,
        hand: &Hand,
        (name, hint): (&str, &str),
        value: &str,
        lines: Lines,
        edit: impl Fn(String) -> Edit,
    ) -> Response {
        self.typed_in(ui, hand, (name, name), value, lines, hint, |text| Some(edit(text.to_owned())))
    }

    #[expect(clippy::too_many_arguments, reason = "all fields that are typed into end here")]
    fn typed_in(
        &mut self,
        ui: &mut Ui,
        hand: &Hand,
        (salt, name): (&str, &str),
        value: &str,
        lines: Lines,
        hint: &str,
        edit: impl Fn(&str) -> Option<Edit>,
    ) -> Response {
        let id = ui.make_persistent_id(("field", salt));
        let open = self.gesture.field == Some(id);
        let mut text = if open { self.gesture.text.clone() } else { value.to_owned() };
        let widget = match lines {
            Lines::One => TextEdit::singleline(&mut text),
            Lines::Wrapped => TextEdit::multiline(&mut text)
                .desired_rows(1)
                .return_key(KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter)),
            Lines::Many => TextEdit::multiline(&mut text).desired_rows(2),
        };
        let misunderstood = open && !self.gesture.text.is_empty() && edit(&self.gesture.text).is_none();
        let ink = hand.color.unwrap_or(self.look.colors.text);
        let mut widget = widget
            .id(id)
            .font(hand.font.clone())
            .margin(egui::Margin::symmetric(10, 5))
            .min_size(vec2(0.0, ROW))
            .hint_text(egui::RichText::new(hint).color(self.look.colors.weak))
            .text_color(if misunderstood { self.look.colors.danger } else { ink })
            .desired_width(f32::INFINITY);
        if hand.bare && !ui.memory(|memory| memory.has_focus(id)) {
            widget = widget.frame(egui::Frame::new().inner_margin(egui::Margin::symmetric(10, 5)));
        }
        if lines == Lines::One {
            widget = widget.align(egui::Align2::LEFT_CENTER);
        }
        let response = ui.add(widget.interactive(!self.gesture.read_only));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
        if response.has_focus() || response.changed() {
            self.gesture.begin(id, value, &mut self.intents);
        }
        if self.gesture.field != Some(id) {
            return response;
        }
        self.gesture.seen = true;
        if response.changed() {
            if let Some(edit) = edit(&text) {
                self.gesture.previewed = true;
                self.intents.push(Intent::Preview(edit));
            }
            self.gesture.text = text;
        }
        let done = match lines {
            Lines::One => false,
            Lines::Wrapped => {
                response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter) && input.modifiers.is_none())
            }
            Lines::Many => {
                response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter) && input.modifiers.command)
            }
        };
        if done {
            response.surrender_focus();
            self.gesture.end(true, &mut self.intents);
        } else if response.lost_focus() {
            let keep = !ui.input(|input| input.key_pressed(Key::Escape));
            self.gesture.end(keep, &mut self.intents);
        }
        response
    }

    /// A number with its name above it; empty is none. `1.5` and `1,5` are the same.
    pub(super) fn number(
        &mut self,
        ui: &mut Ui,
        label: &str,
        value: Option<f64>,
        edit: impl Fn(Option<f64>) -> Option<Edit>,
    ) {
        let differs = std::mem::take(&mut self.differs);
        self.label_of(ui, label, differs);
        let shown = value.map(|value| self.words.short_number(value)).unwrap_or_default();
        let response = self.typed(ui, (label, label), &shown, Lines::One, "–", |text| {
            if text.trim().is_empty() { edit(None) } else { edit(Some(parse_number(text)?)) }
        });
        self.describe(&response, differs);
    }

    /// Says of a field that is too narrow for words that what it speaks of differs: its name above it does for who sees it.
    fn describe(&self, field: &Response, differs: bool) {
        if differs {
            let mixed = words!(self.words, "inspector-mixed");
            field.ctx.accesskit_node_builder(field.id, |node| node.set_description(mixed));
        }
    }

    /// A share as a percentage, without a visible name; empty is none.
    pub(super) fn percent(
        &mut self,
        ui: &mut Ui,
        name: &str,
        share: Option<f64>,
        edit: impl Fn(Option<f64>) -> Option<Edit>,
    ) {
        let shown = share.map(|share| format!("{}%", self.words.short_number(share * 100.0))).unwrap_or_default();
        let differs = std::mem::take(&mut self.differs);
        let response = self.typed(ui, (name, name), &shown, Lines::One, "–", |text| {
            if text.trim().is_empty() { edit(None) } else { edit(Some(parse_number(text)? / 100.0)) }
        });
        self.describe(&response, differs);
    }

    /// A day with its name above it; empty is none.
    pub(super) fn date(&mut self, ui: &mut Ui, label: &str, value: Option<Date>, edit: impl Fn(Option<Date>) -> Edit) {
        let differs = std::mem::take(&mut self.differs);
        self.label_of(ui, label, differs);
        let pattern = match self.words.language() {
            Language::En => "%Y-%m-%d",
            Language::Vi => "%d/%m/%Y",
        };
        let shown = value.map(|date| date.strftime(pattern).to_string()).unwrap_or_default();
        let hint = match differs {
            true => words!(self.words, "inspector-mixed"),
            false => words!(self.words, "inspector-date-hint"),
        };
        self.typed(ui, (label, label), &shown, Lines::One, &hint, |text| {
            if text.trim().is_empty() { Some(edit(None)) } else { Some(edit(Some(parse_date(text)?))) }
        });
    }

    /// A box that explains a figure.
    pub(super) fn note(&self, ui: &mut Ui, name: &str, job: egui::text::LayoutJob) {
        ui.add_space(4.0);
        let frame = egui::Frame::new()
            .fill(self.look.colors.hover)
            .corner_radius(CornerRadius::same(RADIUS + 2))
            .inner_margin(egui::Margin::same(12));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            let response = ui.add(egui::Label::new(job).wrap());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
        });
    }

    /// A word of explanation.
    pub(super) fn hint(&self, ui: &mut Ui, text: &str) -> Response {
        ui.add(egui::Label::new(egui::RichText::new(text).font(regular(12.0)).color(self.look.colors.weak)).wrap())
    }
}
