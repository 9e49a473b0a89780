//! What a typed line says, shown beside it while it is typed: the fields as chips, and what could complete it. Must not
//! know how a line is kept.
//!
//! Nothing is ever completed by itself: only what was chosen with the arrows is taken by Enter or Tab, so that neither a
//! fast typist nor an input method is surprised.

use eframe::egui;
use egui::{Align2, Color32, CornerRadius, Frame, Id, Margin, Order, Rect, Role, Sense, Stroke, StrokeKind, Ui, vec2};

use super::Shown;
use crate::app::look::{self, Control, Kind};
use crate::edit::line::{Line, owner_being_typed};
use crate::find::owners;
use crate::i18n::{Words, channel_word, channels_called, folded};
use crate::layout::theme;
use crate::model::{CardId, Channel, Content, ContentKind, LaneKind};
use crate::words;

/// No more is offered at once.
const MOST: usize = 6;
/// Height of a chip.
const CHIP: f32 = 24.0;

/// One way to complete a line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Choice {
    icon: &'static str,
    name: String,
    /// The whole line once it is taken.
    pub(super) line: String,
}

/// What is offered for the line as it stands, and which of it is chosen.
#[derive(Debug, Default)]
pub(super) struct Completion {
    line: String,
    choices: Vec<Choice>,
    chosen: Option<usize>,
    /// Where the list was in the frame before: a press on it ends no typing.
    rect: Option<Rect>,
}

impl Completion {
    /// Looks again for what could complete a line; what was chosen for another one isn't any more.
    pub(super) fn follow(&mut self, shown: Shown<'_>, kind: LaneKind, line: &str, caret_at_end: bool) {
        if !caret_at_end {
            *self = Self { line: line.to_owned(), ..Self::default() };
        } else if self.line != line {
            let choices = choices(shown, kind, line);
            *self = Self { line: line.to_owned(), choices, chosen: None, rect: self.rect };
        }
    }

    /// Nothing is offered any more.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }

    /// What the arrows chose.
    pub(super) fn chosen(&self) -> Option<&Choice> {
        self.choices.get(self.chosen?)
    }

    /// The next or the one before; before the first nothing is chosen. Whether there is anything to choose from.
    pub(super) fn choose(&mut self, down: bool) -> bool {
        let count = self.choices.len();
        self.chosen = match (self.chosen, down) {
            _ if count == 0 => return false,
            (None, true) => Some(0),
            (None, false) => return false,
            (Some(place), true) => Some((place + 1).min(count - 1)),
            (Some(place), false) => place.checked_sub(1),
        };
        true
    }

    /// Nothing is chosen any more; whether something was. What was offered goes until the line changes.
    pub(super) fn let_go(&mut self) -> bool {
        let was = self.chosen.take().is_some();
        if was {
            self.choices.clear();
        }
        was
    }

    /// Whether a place of the screen is on the list.
    pub(super) fn covers(&self, at: egui::Pos2) -> bool {
        self.rect.is_some_and(|rect| rect.contains(at))
    }
}

/// What could complete a line: an owner whose name was begun, or a channel.
fn choices(shown: Shown<'_>, kind: LaneKind, line: &str) -> Vec<Choice> {
    let fields = kind.content();
    if matches!(fields, None | Some(ContentKind::Text | ContentKind::Image)) {
        return Vec::new();
    }
    if let Some(begun) = owner_being_typed(line) {
        let before = line.strip_suffix(begun).unwrap_or(line);
        let wanted = folded(begun);
        let mut owners: Vec<(bool, String)> = owners(shown.map)
            .into_iter()
            .filter(|owner| owner != begun.trim())
            .filter_map(|owner| Some((!begins(&owner, &wanted)?, owner)))
            .collect();
        // Those that begin so first, then those of which a word does.
        owners.sort();
        let choice = |(_, name): (bool, String)| {
            let line = format!("{before}{name}");
            Choice { icon: "user-round", name, line }
        };
        return owners.into_iter().take(MOST).map(choice).collect();
    }
    if fields != Some(ContentKind::Touchpoint) || line.trim().is_empty() || line.contains([':', '\n']) {
        return Vec::new();
    }
    let wanted = folded(line);
    let own = shown.map.channels.iter().filter(|own| begins(&own.name, &wanted).is_some());
    let own = own.map(|own| (Channel::Own(own.id), own.name.clone()));
    let of_map = Words::new(shown.map.language);
    let known =
        channels_called(&wanted).into_iter().filter_map(|channel| Some((channel, channel_word(&of_map, channel)?)));
    own.chain(known)
        .filter(|(_, name)| name.as_str() != line)
        .take(MOST)
        .map(|(channel, name)| Choice { icon: channel.icon(), line: name.clone(), name })
        .collect()
}

/// Whether a name begins so (true), or a word of it does (false); none where neither.
fn begins(name: &str, wanted: &str) -> Option<bool> {
    let name = folded(name);
    if name.starts_with(wanted) {
        return Some(true);
    }
    name.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(wanted)).then_some(false)
}

/// What is shown of one field.
enum Chip {
    /// Dots, so many of five are filled, and what they are.
    Dots(String, Option<u8>, Color32),
    /// Words with an icon.
    Words(&'static str, String, Color32),
    /// What could be typed.
    Hint(&'static str, String),
}

/// Shows the fields of a line and what could complete it, below `field` or over it where there is more room. The choice
/// that was clicked.
pub(super) fn ui(
    ui: &mut Ui,
    shown: Shown<'_>,
    completion: &mut Completion,
    line: &Line,
    answers: &[CardId],
    field: Rect,
    view: Rect,
) -> Option<Choice> {
    let chips = chips(shown, line, answers);
    let rows = completion.choices.len();
    if chips.is_empty() && rows == 0 {
        completion.rect = None;
        return None;
    }
    let height = CHIP + 14.0 + if rows > 0 { rows as f32 * (look::ROW + 1.0) + 8.0 } else { 0.0 };
    let below = field.bottom() + 7.0;
    let at = if below + height <= view.bottom() || field.top() - view.top() < height + 7.0 {
        field.left_top() + vec2(-3.0, field.height() + 7.0)
    } else {
        field.left_top() - vec2(3.0, height + 9.0)
    };
    let colors = &shown.look.colors;
    let mut clicked = None;
    let area = egui::Area::new(Id::unique("canvas-fields")).order(Order::Foreground).fixed_pos(at).constrain_to(view);
    let shadow = egui::Shadow { offset: [0, 3], blur: 12, spread: 0, color: colors.shadow };
    let frame = Frame::new()
        .fill(colors.raised)
        .stroke(Stroke::new(1.0, colors.border_strong))
        .corner_radius(CornerRadius::same(9))
        .shadow(shadow)
        .inner_margin(Margin::same(5));
    let shown_area = area.show(ui.ctx(), |ui| {
        frame.show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(4.0, 1.0);
            if !chips.is_empty() {
                ui.horizontal(|ui| {
                    for chip in &chips {
                        chip_ui(ui, shown, chip);
                    }
                });
            }
            if rows > 0 {
                let width = field.width().clamp(220.0, 360.0);
                ui.set_width(width);
                for (place, choice) in completion.choices.iter().enumerate() {
                    let row = Control::text(&choice.name)
                        .kind(Kind::Entry)
                        .with_icon(choice.icon)
                        .role(Role::ListBoxOption)
                        .selected(completion.chosen == Some(place));
                    if row.show(ui, shown.look).clicked() {
                        clicked = Some(choice.clone());
                    }
                }
            }
        });
    });
    completion.rect = Some(shown_area.response.rect);
    clicked
}

/// The chips of a line: what it says, and faintly what it could say.
fn chips(shown: Shown<'_>, line: &Line, answers: &[CardId]) -> Vec<Chip> {
    let words = shown.words;
    let palette = theme::palette(shown.look.theme);
    let pain = super::paint::color(palette.pain.bar);
    let good = super::paint::color(palette.opportunity.bar);
    let mut chips = Vec::new();
    for id in answers {
        if let Some((_, card)) = shown.map.card(*id) {
            let text: String = card.text.chars().take(40).collect();
            chips.push(Chip::Words("link", text, pain));
        }
    }
    let mut hints = Vec::new();
    match &line.content {
        Content::PainPoint(read) => {
            match read.severity {
                Some(severity) => {
                    chips.push(Chip::Dots(words!(words, "field-severity"), Some(severity.value()), pain));
                }
                None => hints.push(Chip::Hint("!5", words!(words, "field-severity"))),
            }
            match read.share {
                Some(share) => {
                    let share = words!(words, "field-share-of", share = words.percent(share.value()));
                    chips.push(Chip::Words("users", share, pain));
                }
                None => hints.push(Chip::Hint("%", words!(words, "field-share"))),
            }
        }
        Content::Opportunity(read) => {
            for (name, key, grade) in
                [(words!(words, "field-impact"), "i5", read.impact), (words!(words, "field-effort"), "e2", read.effort)]
            {
                match grade {
                    Some(grade) => chips.push(Chip::Dots(name, Some(grade.value()), good)),
                    None => hints.push(Chip::Hint(key, name)),
                }
            }
        }
        Content::Touchpoint(read) => {
            let name = read.channel.and_then(|channel| match channel {
                Channel::Own(id) => shown.map.own_channel(id).map(|own| own.name.clone()),
                known => channel_word(words, known),
            });
            if let (Some(channel), Some(name)) = (read.channel, name) {
                chips.push(Chip::Words(channel.icon(), name, colors_of(shown).accent));
            }
        }
        Content::Metric(read) => match read.value.zip(read.target) {
            Some((value, target)) => {
                let value = words.number_up_to(value, 2);
                let target = words.number_up_to(target, 2);
                chips.push(Chip::Words("gauge", format!("{value} → {target}"), colors_of(shown).accent));
            }
            None => hints.push(Chip::Hint("61% -> 75%", words!(words, "field-value-target"))),
        },
        Content::Text | Content::Image(_) => return chips,
        Content::Process => {}
    }
    if line.owner.is_empty() {
        hints.push(Chip::Hint("@", words!(words, "field-owner")));
    } else {
        chips.push(Chip::Words("user-round", line.owner.clone(), colors_of(shown).accent));
    }
    chips.extend(hints);
    chips
}

const fn colors_of<'a>(shown: Shown<'a>) -> &'a look::Colors {
    &shown.look.colors
}

/// How a chip is painted into its rectangle.
type PaintChip<'a> = Box<dyn Fn(&Ui, Rect) + 'a>;

fn chip_ui(ui: &mut Ui, shown: Shown<'_>, chip: &Chip) {
    let colors = &shown.look.colors;
    let set = |ui: &Ui, text: &str, font, color| ui.painter().layout_no_wrap(text.to_owned(), font, color);
    let (name, size, paint): (String, f32, PaintChip<'_>) = match chip {
        Chip::Dots(name, value, color) => {
            let value = value.unwrap_or_default();
            let galley = set(ui, name, look::regular(12.0), colors.weak);
            let width = galley.size().x + 8.0 + 5.0 * 11.0 + 18.0;
            let (ground, color) = (colors.hover, *color);
            let paint = move |ui: &Ui, rect: Rect| {
                ui.painter().rect_filled(rect, CornerRadius::same(6), ground);
                let left = egui::pos2(rect.left() + 9.0, rect.center().y);
                let at = Align2::LEFT_CENTER.anchor_size(left, galley.size()).min;
                let first = left.x + galley.size().x + 8.0 + 5.0;
                ui.painter().galley(at, galley.clone(), Color32::PLACEHOLDER);
                for dot in 0..5_u8 {
                    let center = egui::pos2(first + 11.0 * f32::from(dot), rect.center().y);
                    if dot < value {
                        ui.painter().circle_filled(center, 4.2, color);
                    } else {
                        ui.painter().circle_stroke(center, 3.7, Stroke::new(1.0, color));
                    }
                }
            };
            (format!("{name} {value}/5"), width, Box::new(paint))
        }
        Chip::Words(icon, text, color) => {
            let galley = set(ui, text, look::medium(12.0), colors.text);
            let width = galley.size().x + 14.0 + 6.0 + 18.0;
            let (ground, color, icon) = (colors.hover, *color, *icon);
            let paint = move |ui: &Ui, rect: Rect| {
                ui.painter().rect_filled(rect, CornerRadius::same(6), ground);
                let square = Rect::from_center_size(
                    egui::pos2(rect.left() + 9.0 + 7.0, rect.center().y),
                    egui::Vec2::splat(14.0),
                );
                look::icon(ui.painter(), icon, square, color);
                let left = egui::pos2(square.right() + 6.0, rect.center().y);
                let at = Align2::LEFT_CENTER.anchor_size(left, galley.size()).min;
                ui.painter().galley(at, galley.clone(), Color32::PLACEHOLDER);
            };
            (text.clone(), width, Box::new(paint))
        }
        Chip::Hint(key, name) => {
            let key_set = set(ui, key, look::medium(12.0), colors.weak);
            let name_set = set(ui, name, look::regular(12.0), colors.weak);
            let width = key_set.size().x + 5.0 + name_set.size().x + 18.0;
            let line = Stroke::new(1.0, colors.border_strong);
            let paint = move |ui: &Ui, rect: Rect| {
                ui.painter().rect_stroke(rect, CornerRadius::same(6), line, StrokeKind::Inside);
                let left = egui::pos2(rect.left() + 9.0, rect.center().y);
                let at = Align2::LEFT_CENTER.anchor_size(left, key_set.size()).min;
                let next = egui::pos2(left.x + key_set.size().x + 5.0, left.y);
                ui.painter().galley(at, key_set.clone(), Color32::PLACEHOLDER);
                let at = Align2::LEFT_CENTER.anchor_size(next, name_set.size()).min;
                ui.painter().galley(at, name_set.clone(), Color32::PLACEHOLDER);
            };
            (format!("{key} {name}"), width, Box::new(paint))
        }
    };
    let (rect, response) = ui.allocate_exact_size(vec2(size, CHIP), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Label, true, &name));
    paint(ui, rect);
}
