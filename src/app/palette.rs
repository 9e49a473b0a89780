//! The palette: every command by a few letters of its name, in either language; and the choice of a kind of lane, which
//! works the same way.

use eframe::egui::{
    self, Align2, Context, CornerRadius, Frame, Id, Key, Margin, Modal, Modifiers, ScrollArea, Stroke, TextEdit, vec2,
};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::command::{Facts, TABLE};
use super::look::{Control, Kind, Look, TEXT, regular};
use super::task::Task;
use crate::i18n::{Words, lane_kind_word};
use crate::model::{LaneKind, Language};
use crate::words;

/// What the palette lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Listing {
    /// All commands.
    Commands,
    /// The kinds of lanes.
    Lanes,
}

/// The open palette.
#[derive(Debug)]
pub(crate) struct Palette {
    listing: Listing,
    typed: String,
    place: usize,
}

struct Line {
    name: String,
    note: String,
    icon: &'static str,
    enabled: bool,
    task: Task,
    /// Its name in the other language, folded.
    names: String,
    /// What is searched, folded.
    searched: String,
}

impl Palette {
    /// A palette that lists these.
    pub(crate) const fn new(listing: Listing) -> Self {
        Self { listing, typed: String::new(), place: 0 }
    }

    /// Shows it; whether it stays open.
    pub(crate) fn ui(
        &mut self,
        context: &Context,
        look: &Look,
        words: &Words,
        facts: &Facts,
        tasks: &mut Vec<Task>,
    ) -> bool {
        let lines = self.found(words, facts);
        self.place = self.place.min(lines.len().saturating_sub(1));
        let (up, down, enter) = context.input_mut(|input| {
            (
                input.consume_key(Modifiers::NONE, Key::ArrowUp),
                input.consume_key(Modifiers::NONE, Key::ArrowDown),
                input.consume_key(Modifiers::NONE, Key::Enter),
            )
        });
        if down && self.place + 1 < lines.len() {
            self.place += 1;
        }
        if up {
            self.place = self.place.saturating_sub(1);
        }
        let mut chosen = if enter { lines.get(self.place).filter(|line| line.enabled) } else { None };
        let colors = &look.colors;
        let id = Id::unique("palette");
        let area = Modal::default_area(id).anchor(Align2::CENTER_TOP, vec2(0.0, 72.0));
        let frame =
            Frame::popup(&context.global_style()).inner_margin(Margin::same(8)).corner_radius(CornerRadius::same(12));
        let modal = Modal::new(id).area(area).frame(frame).backdrop_color(colors.veil).show(context, |ui| {
            ui.set_width((ui.ctx().content_rect().width() - 64.0).min(560.0));
            let hint = match self.listing {
                Listing::Commands => words!(words, "palette-hint"),
                Listing::Lanes => words!(words, "palette-lane-hint"),
            };
            let edit = TextEdit::singleline(&mut self.typed)
                .id_salt("palette field")
                .hint_text(hint.clone())
                .font(regular(15.0))
                .frame(Frame::new())
                .margin(Margin::symmetric(10, 8))
                .desired_width(f32::INFINITY);
            let field = ui.add(edit);
            ui.ctx().accesskit_node_builder(field.id, |node| node.set_label(hint.as_str()));
            field.request_focus();
            if field.changed() {
                self.place = 0;
            }
            let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), egui::Sense::hover());
            ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, colors.border));
            if lines.is_empty() {
                ui.add_space(8.0);
                ui.label(egui::RichText::new(words!(words, "palette-nothing")).font(regular(TEXT)).color(colors.weak));
                ui.add_space(8.0);
            }
            let room = (ui.ctx().content_rect().height() - 150.0).clamp(90.0, 360.0);
            ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                for (place, line) in lines.iter().enumerate() {
                    let mut control = Control::text(&line.name)
                        .kind(Kind::Entry)
                        .role(egui::Role::ListBoxOption)
                        .enabled(line.enabled)
                        .selected(place == self.place && line.enabled)
                        .note(&line.note);
                    if !line.icon.is_empty() {
                        control = control.with_icon(line.icon);
                    }
                    let response = control.show(ui, look);
                    if place == self.place && (up || down) {
                        response.scroll_to_me(None);
                    }
                    if response.clicked() {
                        chosen = Some(line);
                    }
                }
            });
        });
        let done = chosen.is_some();
        tasks.extend(chosen.map(|line| line.task.clone()));
        !done && !modal.should_close()
    }

    /// The lines that hold every typed word, those first that begin with the first one.
    fn found(&self, words: &Words, facts: &Facts) -> Vec<Line> {
        let typed = fold(&self.typed);
        let parts: Vec<&str> = typed.split_whitespace().collect();
        let mut lines: Vec<Line> = match self.listing {
            Listing::Commands => commands(words, facts),
            Listing::Lanes => lanes(words),
        };
        lines.retain(|line| parts.iter().all(|part| holds(&line.searched, part)));
        if let Some(first) = parts.first() {
            lines.sort_by_key(|line| (!line.enabled, rank(line, first)));
        } else {
            lines.sort_by_key(|line| !line.enabled);
        }
        lines
    }
}

fn commands(words: &Words, facts: &Facts) -> Vec<Line> {
    let other = Words::new(match words.language() {
        Language::En => Language::Vi,
        Language::Vi => Language::En,
    });
    TABLE
        .iter()
        .map(|entry| {
            let name = entry.command.name(words, facts);
            let searched =
                fold(&format!("{name} {} {} {}", (entry.name)(words), (entry.name)(&other), (entry.tip)(words)));
            let enabled = entry.command.enabled(facts);
            let note = if enabled { entry.command.shortcut_text() } else { words!(words, "palette-not-now") };
            Line {
                name,
                note,
                icon: entry.icon,
                enabled,
                task: Task::Run(entry.command),
                names: fold(&(entry.name)(&other)),
                searched,
            }
        })
        .collect()
}

fn lanes(words: &Words) -> Vec<Line> {
    LaneKind::ALL
        .into_iter()
        .map(|kind| {
            let name = lane_kind_word(words, kind);
            let searched = fold(&format!("{name} {kind:?}"));
            Line {
                name,
                note: String::new(),
                icon: lane_icon(kind),
                enabled: true,
                task: Task::AddLane(kind),
                names: String::new(),
                searched,
            }
        })
        .collect()
}

/// How well a line answers: its name begins so, a word of it does, it holds it, one of the other words holds it.
fn rank(line: &Line, part: &str) -> u8 {
    let word_starts = |name: &str| name.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(part));
    let name = fold(&line.name);
    match () {
        () if name.starts_with(part) || line.names.starts_with(part) => 0,
        () if word_starts(&name) => 1,
        () if word_starts(&line.names) => 2,
        () if name.contains(part) => 3,
        () => 4,
    }
}

/// Whether `text` holds the letters of `part`, in order and near each other: as they are, or at the beginnings of words.
fn holds(text: &str, part: &str) -> bool {
    if text.contains(part) {
        return true;
    }
    let initials: String = text.split_whitespace().filter_map(|word| word.chars().next()).collect();
    part.chars().count() > 1 && initials.contains(part)
}

/// Small letters without marks: `Hoàn tác` is found by `hoan tac`.
fn fold(text: &str) -> String {
    text.nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .map(|letter| if letter == 'đ' { 'd' } else { letter })
        .collect()
}

/// The icon of a kind of lane.
const fn lane_icon(kind: LaneKind) -> &'static str {
    match kind {
        LaneKind::Actions => "footprints",
        LaneKind::Thoughts => "message-circle",
        LaneKind::Expectations => "eye",
        LaneKind::Needs => "heart",
        LaneKind::Quotes => "quote",
        LaneKind::Text => "file-text",
        LaneKind::Emotion => "activity",
        LaneKind::Touchpoints => "smartphone",
        LaneKind::PainPoints => "triangle-alert",
        LaneKind::Opportunities => "lightbulb",
        LaneKind::Metrics => "gauge",
        LaneKind::Images => "image",
        LaneKind::Frontstage => "concierge-bell",
        LaneKind::Backstage => "workflow",
        LaneKind::Systems => "server",
        LaneKind::Evidence => "clipboard",
        LaneKind::Owners => "user-round",
        LaneKind::Time => "clock",
        LaneKind::CustomersKept => "users",
        LaneKind::PainPriority => "chart-column",
    }
}
