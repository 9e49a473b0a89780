//! Notices at the lower right corner. An error stays until it is dismissed; other news goes by itself.

use eframe::egui::{
    self, Align, Align2, Area, Color32, CornerRadius, Frame, Id, Label, Layout, Margin, Order, RichText, Shadow,
    Stroke, UiBuilder, Vec2, vec2,
};

use egui::accesskit::Live;

use super::look::{Control, Kind, Look, TEXT, icon, regular};
use super::task::Task;
use crate::i18n::Words;
use crate::words;

/// Seconds that good news and notes stay.
const STAY: f64 = 4.0;
/// The same where something can be done about them.
const STAY_TO_ACT: f64 = 12.0;
/// Width of one's words and signs, in points.
const WIDTH: f32 = 360.0;
/// The least width of them beside a dialog, in points.
const NARROWEST: f32 = 200.0;
/// How many are shown at once.
const MOST: usize = 4;

/// What sort of notice it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Something was done.
    Good,
    /// Something is as it is, and should be known.
    Note,
    /// Something could not be done.
    Bad,
}

#[derive(Debug)]
struct Toast {
    number: u64,
    tone: Tone,
    text: String,
    until: Option<f64>,
    /// What can be done about it, and what that is called.
    act: Option<(String, Task)>,
}

/// The notices that are shown.
#[derive(Debug, Default)]
pub(crate) struct Toasts {
    shown: Vec<Toast>,
    count: u64,
}

impl Toasts {
    /// Adds a notice. `now` is the window's time in seconds. The same words twice are one notice.
    pub(crate) fn add(&mut self, tone: Tone, text: String, now: f64) {
        self.add_with(tone, text, now, None);
    }

    /// As [`Self::add`], with something that can be done about it; there is more time for that.
    pub(crate) fn add_with(&mut self, tone: Tone, text: String, now: f64, act: Option<(String, Task)>) {
        let stay = if act.is_some() { STAY_TO_ACT } else { STAY };
        let until = (tone != Tone::Bad).then_some(now + stay);
        if let Some(same) = self.shown.iter_mut().find(|toast| toast.text == text) {
            same.until = until;
            return;
        }
        self.count += 1;
        self.shown.push(Toast { number: self.count, tone, text, until, act });
        if self.shown.len() > MOST {
            self.shown.remove(0);
        }
    }

    /// Shows them above everything else, in the lower right corner of `beside`: what a panel says of the same matter stays
    /// in view. Where the sheet of a dialog is open, beside it: what it says is to be read too. Not over the cell that the
    /// cursor stands in.
    #[expect(clippy::too_many_arguments, reason = "what it shows, and what it stays clear of")]
    pub(crate) fn ui(
        &mut self,
        context: &egui::Context,
        look: &Look,
        words: &Words,
        beside: Option<egui::Rect>,
        sheet: Option<egui::Rect>,
        cell: Option<egui::Rect>,
        tasks: &mut Vec<Task>,
    ) {
        let now = context.input(|input| input.time);
        self.shown.retain(|toast| toast.until.is_none_or(|until| now < until));
        if self.shown.is_empty() {
            return;
        }
        if let Some(next) = self.shown.iter().filter_map(|toast| toast.until).reduce(f64::min) {
            context.request_repaint_after_secs((next - now).max(0.05) as f32);
        }
        let mut dismissed = None;
        let taken = beside.filter(|beside| beside.width() >= WIDTH + 56.0);
        let taken = taken.map_or(0.0, |beside| (context.content_rect().right() - beside.right()).max(0.0));
        let id = Id::unique("toasts");
        let whole = context.content_rect();
        let height = context.memory(|memory| memory.area_rect(id)).map_or(0.0, |area| area.height());
        let (corner, by, width) = match (sheet, beside.zip(cell)) {
            (Some(sheet), _) => beside_sheet(whole, sheet, height),
            // What is said of a cell doesn't lie over it.
            (None, Some((beside, cell))) if reaches(whole, cell, taken, height) => {
                (Align2::RIGHT_TOP, vec2(-16.0 - taken, beside.top() - whole.top() + 16.0), WIDTH)
            }
            (None, _) => (Align2::RIGHT_BOTTOM, vec2(-16.0 - taken, -44.0), WIDTH),
        };
        Area::new(id).order(Order::Tooltip).anchor(corner, by).show(context, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            for toast in &self.shown {
                if one(ui, look, words, toast, width, tasks) {
                    dismissed = Some(toast.number);
                }
            }
        });
        self.shown.retain(|toast| Some(toast.number) != dismissed);
    }
}

/// Whether notices so high in the lower right corner would lie over this cell.
fn reaches(whole: egui::Rect, cell: egui::Rect, taken: f32, height: f32) -> bool {
    let corner = whole.max - vec2(16.0 + taken, 44.0);
    egui::Rect::from_min_max(corner - vec2(WIDTH + 24.0, height), corner).intersects(cell)
}

/// The corner of the window `whole` where notices so high leave a sheet free, how far from it, and how wide they are: below
/// the sheet, or beside it as narrow as that needs. Where there is no such place, in the upper corner: a sheet has its choices
/// and its buttons below, and only its title's end there.
fn beside_sheet(whole: egui::Rect, sheet: egui::Rect, height: f32) -> (Align2, Vec2, f32) {
    /// The window's edge, and the frame of a notice.
    const EDGE: f32 = 16.0;
    const FRAME: f32 = 24.0;
    let beside = whole.right() - sheet.right() - 2.0 * EDGE - FRAME;
    if beside >= WIDTH || whole.bottom() - sheet.bottom() >= height + 2.0 * EDGE {
        (Align2::RIGHT_BOTTOM, vec2(-EDGE, -EDGE), WIDTH)
    } else if beside >= NARROWEST {
        (Align2::RIGHT_BOTTOM, vec2(-EDGE, -EDGE), beside)
    } else {
        (Align2::RIGHT_TOP, vec2(-EDGE, EDGE), WIDTH)
    }
}

/// What every notice stands in.
pub(super) fn frame(look: &Look) -> Frame {
    let colors = &look.colors;
    Frame::new()
        .fill(colors.raised)
        .stroke(Stroke::new(1.0, colors.border_strong))
        .corner_radius(CornerRadius::same(10))
        .shadow(Shadow { offset: [0, 6], blur: 20, spread: 0, color: colors.shadow })
        .inner_margin(Margin::symmetric(12, 8))
}

/// Shows one; whether it was dismissed.
fn one(ui: &mut egui::Ui, look: &Look, words: &Words, toast: &Toast, width: f32, tasks: &mut Vec<Task>) -> bool {
    let colors = &look.colors;
    let (color, name): (Color32, &str) = match toast.tone {
        Tone::Good => (colors.success, "circle-check"),
        Tone::Note => (colors.accent, "info"),
        Tone::Bad => (colors.danger, "triangle-alert"),
    };
    frame(look)
        .show(ui, |ui| {
            ui.set_width(width);
            ui.scope_builder(UiBuilder::new().layout(Layout::left_to_right(Align::TOP)), |ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(16.0, 28.0), egui::Sense::hover());
                icon(ui.painter(), name, egui::Rect::from_center_size(rect.center(), Vec2::splat(16.0)), color);
                ui.vertical(|ui| {
                    ui.set_width(width - 16.0 - 28.0 - 24.0);
                    ui.add_space(5.0);
                    let text = ui.add(
                        Label::new(RichText::new(&toast.text).font(regular(TEXT)).color(colors.text))
                            .wrap()
                            .selectable(true),
                    );
                    let live = if toast.tone == Tone::Bad { Live::Assertive } else { Live::Polite };
                    ui.ctx().accesskit_node_builder(text.id, |node| node.set_live(live));
                    let mut acted = false;
                    if let Some((name, task)) = &toast.act
                        && Control::text(name).kind(Kind::Outlined).show(ui, look).clicked()
                    {
                        tasks.push(task.clone());
                        acted = true;
                    }
                    ui.add_space(5.0);
                    acted
                })
                .inner
                    | Control::icon("x", &words!(words, "window-dismiss")).show(ui, look).clicked()
            })
            .inner
        })
        .inner
}
