//! An indented text that becomes a map, or more of one: the text at the left, what it will make at the right, what of it
//! isn't plain below.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{
    Align, Context, Event, Frame, Id, Key, Label, Layout, Margin, Modifiers, Rect, RichText, ScrollArea, Sense, Stroke,
    TextEdit, Ui, Vec2, vec2,
};

use super::work_sheet;
use crate::app::look::{Control, Kind, Look, SPACE, TEXT, bold, field, heading, icon, medium, regular, segmented};
use crate::app::panels::lane_icon;
use crate::app::session::SessionId;
use crate::app::task::Task;
use crate::i18n::Words;
use crate::import::ImportError;
use crate::import::outline::{Counts, Outline, read};
use crate::import::words::{error_words, remark_words};
use crate::words;

/// How many lines of the preview are painted.
const MOST_SHOWN: usize = 400;
/// Height of the text and of the preview, in points.
const HEIGHT: f32 = 340.0;

/// How high they are in this window, so that the buttons below stay in view.
fn height(ui: &Ui) -> f32 {
    (ui.ctx().content_rect().height() - 240.0).clamp(120.0, HEIGHT)
}

/// How the text of the dialog came there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Came {
    /// From the clipboard, or it wasn't there yet.
    New,
    /// By pasting, so that it could also be pasted as it is.
    Pasted,
    /// It was kept when the dialog was left before.
    Kept,
}

/// The open dialog.
#[derive(Debug)]
pub(crate) struct OutlineDialog {
    /// The map that was shown when it opened.
    pub session: Option<SessionId>,
    text: String,
    /// The text that can be had again, wherever it came from.
    safe: String,
    /// The shown map gets more, instead of a new one being made; none where no map is shown.
    extend: Option<bool>,
    /// How the text came.
    came: Came,
    /// What was read, and of which text.
    read: Option<(String, Result<Outline, ImportError>)>,
    /// Keys and letters of this frame that wait for the ones before them.
    waiting: Vec<Event>,
}

impl OutlineDialog {
    /// Begins with this text. `extends`: whether a map is shown that could get more, and whether it is the likely wish.
    pub(crate) fn new(text: String, extends: Option<bool>, came: Came) -> Self {
        Self { session: None, safe: text.clone(), text, extend: extends, came, read: None, waiting: Vec::new() }
    }

    /// Is open again with a text that the map refused.
    pub(crate) const fn refused(text: String, extends: Option<bool>, came: Came) -> Self {
        Self { session: None, text, safe: String::new(), extend: extends, came, read: None, waiting: Vec::new() }
    }

    /// It is about this map.
    pub(crate) const fn about(mut self, session: Option<SessionId>) -> Self {
        self.session = session;
        self
    }

    /// What was typed and would be lost, and how the text came; none where it is as it was.
    pub(crate) fn typed(&self) -> Option<(&str, Came)> {
        (self.text != self.safe).then_some((self.text.as_str(), self.came))
    }

    pub(super) fn ui(&mut self, context: &Context, look: &Look, words: &Words, tasks: &mut Vec<Task>) -> bool {
        let title = words!(words, "dialog-outline-title");
        let (open, close) = work_sheet(context, look, &title, 900.0, |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            heading(ui, look, &title);
            let hint = words!(words, "dialog-outline-hint");
            ui.add(Label::new(RichText::new(hint).font(regular(TEXT)).color(look.colors.weak)).wrap());
            let width = (ui.available_width() - SPACE) / 2.0;
            let leave = ui
                .horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = SPACE;
                    let leave = ui.allocate_ui(vec2(width, height(ui)), |ui| self.text_ui(ui, look, words)).inner;
                    self.read_text();
                    ui.allocate_ui(vec2(width, height(ui)), |ui| self.preview(ui, look, words));
                    leave
                })
                .inner;
            self.remarks(ui, look, words);
            self.finish(ui, look, words, leave, tasks)
        });
        let (stays, makes) = open;
        if (!stays || close)
            && !makes
            && let Some((text, came)) = self.typed()
        {
            tasks.push(Task::KeepOutline(text.to_owned(), came));
        }
        stays && !close
    }

    /// Reads the text again where it changed.
    fn read_text(&mut self) {
        if self.read.as_ref().is_none_or(|(of, _)| *of != self.text) {
            self.read = Some((self.text.clone(), read(&self.text)));
        }
    }

    fn counts(&self) -> Option<Counts> {
        self.read.as_ref().and_then(|(_, read)| read.as_ref().ok()).map(Outline::counts)
    }

    /// The field for the text; whether the keyboard is to leave it.
    fn text_ui(&mut self, ui: &mut Ui, look: &Look, words: &Words) -> bool {
        let id = Id::unique("outline-text");
        if ui.memory(|memory| memory.focused()).is_none() {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        let focused = ui.memory(|memory| memory.has_focus(id));
        let leave = focused && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F6));
        if focused {
            self.keys(ui, id);
        }
        let label = words!(words, "dialog-outline-text");
        field(ui, look, &label, |ui| {
            let frame = Frame::new().fill(look.colors.field).stroke(Stroke::new(1.0, look.colors.border_strong));
            frame.corner_radius(6).inner_margin(Margin::symmetric(10, 8)).show(ui, |ui| {
                let room = height(ui);
                ScrollArea::vertical().id_salt("outline-text").max_height(room - 56.0).show(ui, |ui| {
                    let edit = TextEdit::multiline(&mut self.text)
                        .id(id)
                        .font(regular(TEXT))
                        .text_color(look.colors.text)
                        .frame(Frame::NONE)
                        .lock_focus(true)
                        .hint_text(words!(words, "dialog-outline-example"))
                        .desired_width(f32::INFINITY)
                        .min_size(vec2(0.0, room - 58.0));
                    let response = ui.add(edit);
                    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(label.as_str()));
                });
            });
        });
        leave
    }

    /// Tab and Shift+Tab move lines in and out; Enter begins a line as far in as the one before. What a slow frame brings
    /// together is taken one after the other: what is typed before such a key belongs to the line before it.
    fn keys(&mut self, ui: &Ui, id: Id) {
        let mut events = std::mem::take(&mut self.waiting);
        ui.input_mut(|input| events.append(&mut input.events));
        let typed = |event: &Event| {
            matches!(event, Event::Text(_) | Event::Paste(_) | Event::Ime(_) | Event::Key { pressed: true, .. })
        };
        let mut begun = false;
        let mut now = Vec::new();
        for event in events {
            match line_key(&event) {
                _ if !self.waiting.is_empty() => self.waiting.push(event),
                Some(key) if !begun => self.line(ui, id, key),
                Some(_) => self.waiting.push(event),
                None => {
                    begun |= typed(&event);
                    now.push(event);
                }
            }
        }
        ui.input_mut(|input| input.events = now);
        if !self.waiting.is_empty() {
            ui.ctx().request_repaint();
        }
    }

    /// Does what one of these keys means to the lines of the text.
    fn line(&mut self, ui: &Ui, id: Id, key: LineKey) {
        let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
        let end = self.text.chars().count();
        let place = state.cursor.char_range().map_or((end, end), |range| {
            let (one, other) = (range.primary.index.0.min(end), range.secondary.index.0.min(end));
            (one.min(other), one.max(other))
        });
        let (text, place) = match key {
            LineKey::In => indented(&self.text, place, true),
            LineKey::Out => indented(&self.text, place, false),
            LineKey::Next => broken(&self.text, place),
        };
        self.text = text;
        state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(place.0), CCursor::new(place.1))));
        state.store(ui.ctx(), id);
    }

    /// What the text will make.
    fn preview(&self, ui: &mut Ui, look: &Look, words: &Words) {
        let label = words!(words, "dialog-outline-preview");
        field(ui, look, &label, |ui| {
            let frame = Frame::new().fill(look.colors.panel).stroke(Stroke::new(1.0, look.colors.border));
            frame.corner_radius(6).inner_margin(Margin::symmetric(10, 8)).show(ui, |ui| {
                ScrollArea::vertical()
                    .id_salt("outline-preview")
                    .max_height(height(ui) - 58.0)
                    .auto_shrink(false)
                    .show(ui, |ui| {
                        ui.spacing_mut().item_spacing.y = 2.0;
                        ui.spacing_mut().interact_size.y = 18.0;
                        match self.read.as_ref().map(|(_, read)| read) {
                            Some(Ok(outline)) => tree(ui, look, words, outline),
                            Some(Err(error)) => {
                                let text = RichText::new(error_words(error, words)).font(regular(TEXT));
                                ui.add(Label::new(text.color(look.colors.danger)).wrap());
                            }
                            None => {}
                        }
                    });
            });
        });
    }

    /// What of the text isn't plain, by its line.
    fn remarks(&self, ui: &mut Ui, look: &Look, words: &Words) {
        let Some((_, Ok(outline))) = &self.read else { return };
        if outline.remarks.is_empty() {
            return;
        }
        ScrollArea::vertical().id_salt("outline-remarks").max_height(66.0).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.spacing_mut().interact_size.y = 18.0;
            for remark in outline.remarks.iter().take(100) {
                let text = words!(
                    words,
                    "dialog-outline-line",
                    line = remark.line.to_string(),
                    what = remark_words(remark, words)
                );
                row(ui, "triangle-alert", look.colors.danger, &RichText::new(text).font(regular(TEXT)), 0.0);
            }
        });
    }

    /// The last row: how much there is, which map gets it, and the buttons. Whether the dialog stays open, and whether it
    /// gave its text away.
    fn finish(&mut self, ui: &mut Ui, look: &Look, words: &Words, leave: bool, tasks: &mut Vec<Task>) -> (bool, bool) {
        let counts = self.counts().unwrap_or_default();
        let anything = counts.stages + counts.steps > 0;
        let go = anything && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        let (mut open, mut makes) = (true, false);
        ui.horizontal(|ui| {
            if let Some(extend) = &mut self.extend {
                let label = words!(words, "dialog-outline-where");
                let names = [words!(words, "dialog-outline-new"), words!(words, "dialog-outline-extend")];
                if let Some(place) = segmented(ui, look, &label, &[&names[0], &names[1]], Some(usize::from(*extend))) {
                    *extend = place == 1;
                }
            }
            if anything {
                let said = words!(
                    words,
                    "dialog-outline-counts",
                    stages = counts.stages,
                    steps = counts.steps,
                    cards = counts.cards,
                    scores = counts.scores
                );
                ui.label(RichText::new(said).font(regular(TEXT)).color(look.colors.weak));
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let make = match self.extend {
                    Some(true) => words!(words, "dialog-outline-go-extend"),
                    Some(false) | None => words!(words, "dialog-outline-go"),
                };
                let make = Control::text(&make).kind(Kind::Primary).enabled(anything).show(ui, look);
                if leave {
                    make.request_focus();
                }
                if make.clicked() || go {
                    let (text, extend) = (self.text.clone(), self.extend == Some(true));
                    tasks.push(Task::Outline { text, extend, came: self.came });
                    makes = true;
                }
                let cancel = Control::text(&words!(words, "window-cancel")).kind(Kind::Outlined).show(ui, look);
                open &= !cancel.clicked();
                if self.came == Came::Pasted {
                    let lines = words!(words, "dialog-outline-lines");
                    if Control::text(&lines).kind(Kind::Quiet).show(ui, look).clicked() {
                        tasks.push(Task::PasteLines(self.text.clone()));
                        makes = true;
                    }
                }
            });
        });
        (open && !makes, makes)
    }
}

/// A key that changes lines.
#[derive(Debug, Clone, Copy)]
enum LineKey {
    In,
    Out,
    Next,
}

fn line_key(event: &Event) -> Option<LineKey> {
    match event {
        Event::Key { key: Key::Tab, pressed: true, modifiers, .. } if modifiers.is_none() => Some(LineKey::In),
        Event::Key { key: Key::Tab, pressed: true, modifiers, .. } if modifiers.shift_only() => Some(LineKey::Out),
        Event::Key { key: Key::Enter, pressed: true, modifiers, .. } if modifiers.is_none() => Some(LineKey::Next),
        _ => None,
    }
}

/// Stages, steps and cards, as far as they are worth painting.
fn tree(ui: &mut Ui, look: &Look, words: &Words, outline: &Outline) {
    let colors = &look.colors;
    let mut left = MOST_SHOWN;
    let mut more = |ui: &mut Ui, name: &str, color, text: RichText, indent: f32| {
        if left > 0 {
            row(ui, name, color, &text, indent);
        }
        left = left.saturating_sub(1);
    };
    let unnamed = |name: &str| if name.is_empty() { words!(words, "dialog-outline-unnamed") } else { name.to_owned() };
    if !outline.title.is_empty() {
        more(ui, "file-text", colors.weak, RichText::new(&outline.title).font(bold(TEXT)), 0.0);
    }
    for stage in &outline.stages {
        more(ui, "columns-3", colors.accent, RichText::new(unnamed(&stage.name)).font(medium(TEXT)), 0.0);
        for step in &stage.steps {
            let mut name = unnamed(&step.name);
            for (who, figure) in &step.scores {
                let who = who.as_ref().map(|who| format!("{who} ")).unwrap_or_default();
                name.push_str(&format!("   {who}{}", figure.text().replace('-', "−")));
            }
            let sign = if step.moment { "star" } else { "footprints" };
            more(ui, sign, colors.text, RichText::new(name).font(regular(TEXT)), 16.0);
            for card in &step.cards {
                let text = card.text.replace('\n', " ");
                let text = RichText::new(text).font(regular(12.0)).color(colors.weak);
                more(ui, lane_icon(card.lane.kind), colors.weak, text, 32.0);
            }
        }
    }
    if outline.stages.is_empty() {
        let text = RichText::new(words!(words, "dialog-outline-nothing")).font(regular(TEXT)).color(colors.weak);
        ui.add(Label::new(text).wrap());
    }
}

/// A line with an icon.
fn row(ui: &mut Ui, name: &str, color: eframe::egui::Color32, text: &RichText, indent: f32) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.add_space(indent);
        let (rect, _) = ui.allocate_exact_size(vec2(14.0, 18.0), Sense::hover());
        icon(ui.painter(), name, Rect::from_center_size(rect.center(), Vec2::splat(13.0)), color);
        ui.add(Label::new(text.clone()).truncate());
    });
}

/// The text with the lines of a part of it moved in or out, and the part; places are counted in characters.
fn indented(text: &str, (from, to): (usize, usize), deeper: bool) -> (String, (usize, usize)) {
    let last = to - usize::from(to > from);
    let (mut begin, mut end, mut place) = (from, to, 0);
    let mut lines = Vec::new();
    for line in text.split('\n') {
        let length = line.chars().count();
        if place > last || place + length < from {
            lines.push(line.to_owned());
        } else if deeper {
            lines.push(format!("  {line}"));
            begin += if from >= place { 2 } else { 0 };
            end += 2;
        } else {
            let kept = line.strip_prefix('\t').or(line.strip_prefix("  ")).or(line.strip_prefix(' ')).unwrap_or(line);
            let gone = length - kept.chars().count();
            lines.push(kept.to_owned());
            begin -= gone.min(from.saturating_sub(place));
            end -= gone.min(to.saturating_sub(place));
        }
        place += length + 1;
    }
    (lines.join("\n"), (begin, end.max(begin)))
}

/// The text with a line end in place of a part of it, as far in as the line before.
fn broken(text: &str, (from, to): (usize, usize)) -> (String, (usize, usize)) {
    let before: String = text.chars().take(from).collect();
    let after: String = text.chars().skip(to).collect();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let indent: String = line.chars().take_while(|letter| matches!(letter, ' ' | '\t')).collect();
    let place = from + 1 + indent.chars().count();
    (format!("{before}\n{indent}{after}"), (place, place))
}

#[cfg(test)]
mod tests {
    use super::{broken, indented};

    #[test]
    fn lines_move_in_and_out_with_the_cursor() {
        assert_eq!(indented("a\nb\nc", (2, 2), true), ("a\n  b\nc".to_owned(), (4, 4)));
        assert_eq!(indented("a\nb\nc", (2, 4), true), ("a\n  b\nc".to_owned(), (4, 6)));
        assert_eq!(indented("a\nb\nc", (0, 5), true), ("  a\n  b\n  c".to_owned(), (2, 11)));
        assert_eq!(indented("a\n  b\nc", (5, 5), false), ("a\nb\nc".to_owned(), (3, 3)));
        assert_eq!(indented("\ta", (0, 0), false), ("a".to_owned(), (0, 0)));
        assert_eq!(indented("", (0, 0), true), ("  ".to_owned(), (2, 2)));
        assert_eq!(indented("a\n", (2, 2), true), ("a\n  ".to_owned(), (4, 4)));
        assert_eq!(broken("  ắb", (3, 3)), ("  ắ\n  b".to_owned(), (6, 6)));
        assert_eq!(broken("a", (0, 1)), ("\n".to_owned(), (1, 1)));
    }
}
