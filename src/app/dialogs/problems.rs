//! The page of what a map lacks: rule by rule, why it matters, the way there, and what settles it.

use eframe::egui::{
    Align, Context, CornerRadius, Frame, Label, Layout, Margin, Rect, RichText, Sense, Stroke, Ui, Vec2, vec2,
};

use super::pages::close_button;
use super::{scrolling, sheet};
use crate::app::look::{Control, Kind, Look, TEXT, bold, heading, icon, medium, regular};
use crate::app::problems::{Problem, Problems};
use crate::app::task::Task;
use crate::i18n::Words;
use crate::lint::{Remedy, RuleName};
use crate::words;

pub(super) fn problems(
    context: &Context,
    look: &Look,
    words: &Words,
    problems: &Problems,
    tasks: &mut Vec<Task>,
) -> bool {
    let title = words!(words, "dialog-problems-title");
    let (open, close) = sheet(context, look, &title, 720.0, |ui| {
        heading(ui, look, &title);
        let mut open = true;
        let room = (ui.ctx().content_rect().height() - 260.0).max(120.0);
        scrolling(ui, "problems", room, |ui| {
            if problems.list.is_empty() {
                let nothing = RichText::new(words!(words, "dialog-problems-none"));
                ui.label(nothing.font(regular(TEXT)).color(look.colors.weak));
            }
            for found in problems.list.chunk_by(|one, other| one.rule == other.rule) {
                let Some(first) = found.first() else { continue };
                ui.push_id(first.rule.map(RuleName::code), |ui| open &= !group(ui, look, words, found, tasks));
            }
            switched_off(ui, look, words, &problems.off, tasks);
        });
        open && !close_button(ui, look, words)
    });
    open && !close
}

/// All that one rule found, or all faults; whether one is to be shown on the map now.
fn group(ui: &mut Ui, look: &Look, words: &Words, found: &[Problem], tasks: &mut Vec<Task>) -> bool {
    let rule = found.first().and_then(|problem| problem.rule);
    let (title, why, color) = match rule {
        Some(rule) => (rule.title(words), rule.why(words), look.colors.warning),
        None => {
            (words!(words, "dialog-problems-faults"), words!(words, "dialog-problems-faults-why"), look.colors.danger)
        }
    };
    let mut shown = false;
    let frame = Frame::new()
        .fill(look.colors.field)
        .stroke(Stroke::new(1.0, look.colors.border))
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin { left: 12, right: 10, top: 8, bottom: 8 });
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let (rect, _) = ui.allocate_exact_size(vec2(16.0, 28.0), Sense::hover());
            icon(ui.painter(), "triangle-alert", Rect::from_center_size(rect.center(), Vec2::splat(16.0)), color);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if let Some(rule) = rule {
                    let off = words!(words, "dialog-problems-off");
                    let name = format!("{off}: {title}");
                    let tip = words!(words, "dialog-problems-off-tip");
                    let control = Control::new(&name).showing(&off).with_icon("eye-off").tip(&tip);
                    if control.show(ui, look).clicked() {
                        tasks.push(Task::SwitchRule(rule, false));
                    }
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let count = words.number(found.len() as f64, 0);
                    let said = if found.len() > 1 { format!("{title} · {count}") } else { title.clone() };
                    ui.add(Label::new(RichText::new(said).font(bold(TEXT)).color(look.colors.text)).truncate());
                });
            });
        });
        // Where no key settles it, it says why not, and what people do instead.
        let left = found.iter().any(|problem| problem.remedy.is_none());
        let by_hand = rule.filter(|_| left).and_then(|rule| rule.by_hand(words));
        for line in [Some(why), by_hand].into_iter().flatten() {
            ui.add(Label::new(RichText::new(line).font(regular(12.0)).color(look.colors.weak)).wrap());
        }
        ui.add_space(2.0);
        for (place, problem) in found.iter().enumerate() {
            ui.push_id(place, |ui| shown |= one_problem(ui, look, words, problem, tasks));
        }
    });
    shown
}

/// One problem with its buttons; whether it is to be shown on the map now.
fn one_problem(ui: &mut Ui, look: &Look, words: &Words, problem: &Problem, tasks: &mut Vec<Task>) -> bool {
    let show = words!(words, "dialog-problems-show");
    let mut shown = false;
    ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        if let Some(place) = &problem.place {
            // Many buttons say the same: who can't see where they stand hears what they are about.
            let name = format!("{show}: {}", problem.text);
            if Control::new(&name).showing(&show).tip(&show).kind(Kind::Outlined).show(ui, look).clicked() {
                tasks.push(Task::Show(place.clone()));
                shown = true;
            }
        }
        if let Some((mend, remedy)) = &problem.remedy {
            let name = format!("{mend}: {}", problem.text);
            if Control::new(&name).showing(mend).tip(mend).kind(Kind::Outlined).show(ui, look).clicked() {
                tasks.push(Task::Mend(remedy.clone()));
                // What is to be written is written on the map.
                shown |= !matches!(remedy, Remedy::Edit(_));
            }
        }
        ui.with_layout(Layout::left_to_right(Align::TOP), |ui| {
            ui.vertical(|ui| {
                ui.add_space(5.0);
                ui.add(Label::new(RichText::new(&problem.text).font(regular(TEXT))).wrap());
                ui.add_space(5.0);
            });
        });
    });
    shown
}

/// The rules that the map has switched off, each a click from speaking again.
fn switched_off(ui: &mut Ui, look: &Look, words: &Words, off: &[RuleName], tasks: &mut Vec<Task>) {
    if off.is_empty() {
        return;
    }
    ui.add_space(6.0);
    let title = RichText::new(words!(words, "dialog-problems-switched-off"));
    ui.label(title.font(medium(12.0)).color(look.colors.weak));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for rule in off {
            let title = rule.title(words);
            let name = words!(words, "dialog-problems-on", rule = title.clone());
            let why = rule.why(words);
            let control = Control::new(&name).showing(&title).with_icon("eye").tip(&why).kind(Kind::Outlined);
            if control.show(ui, look).clicked() {
                tasks.push(Task::SwitchRule(*rule, true));
            }
        }
    });
}
