//! What is under way on a thread of its own, in the corner: what it is, how far it has come, and a way to stop it. Must not
//! know what is done there.

use std::time::{Duration, Instant};

use eframe::egui::{
    self, Align, Align2, Area, Context, Id, Label, Layout, Order, ProgressBar, RichText, UiBuilder, Vec2, vec2,
};

use super::look::{Control, Look, TEXT, icon, regular};
use super::toast;

/// What takes less long than this isn't worth showing.
pub(super) const SHOWN_AFTER: Duration = Duration::from_millis(400);
/// How often the bar moves.
const EVERY: Duration = Duration::from_millis(120);

/// Something under way.
pub(super) struct Card<'a> {
    /// Since when.
    pub(super) begun: Instant,
    /// Its sign.
    pub(super) icon: &'static str,
    /// What it is.
    pub(super) text: String,
    /// How much of it is done, from 0 to 1, and that in words; none where nobody knows.
    pub(super) progress: Option<(f32, String)>,
    /// How the button is called that stops it, and what stops it; none where it can't be stopped any more.
    pub(super) stop: Option<(String, Box<dyn FnOnce() + 'a>)>,
}

/// Shows it, once it has taken a while.
pub(super) fn ui(cards: Vec<Card<'_>>, context: &Context, look: &Look) {
    let Some(last) = cards.iter().map(|card| card.begun.elapsed()).max() else { return };
    context.request_repaint_after(EVERY.max(SHOWN_AFTER.saturating_sub(last)));
    let shown: Vec<Card<'_>> = cards.into_iter().filter(|card| card.begun.elapsed() >= SHOWN_AFTER).collect();
    if shown.is_empty() {
        return;
    }
    // At another corner than the notices, so that neither covers the other.
    Area::new(Id::unique("under way")).order(Order::Tooltip).anchor(Align2::LEFT_BOTTOM, vec2(16.0, -44.0)).show(
        context,
        |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            for card in shown {
                one(ui, look, card);
            }
        },
    );
}

fn one(ui: &mut egui::Ui, look: &Look, card: Card<'_>) {
    let colors = &look.colors;
    toast::frame(look).show(ui, |ui| {
        ui.set_width(360.0);
        ui.scope_builder(UiBuilder::new().layout(Layout::left_to_right(Align::TOP)), |ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(16.0, 28.0), egui::Sense::hover());
            let place = egui::Rect::from_center_size(rect.center(), Vec2::splat(16.0));
            icon(ui.painter(), card.icon, place, colors.accent);
            ui.vertical(|ui| {
                ui.set_width(360.0 - 16.0 - 28.0 - 24.0);
                ui.add_space(5.0);
                let text = RichText::new(card.text).font(regular(TEXT)).color(colors.text);
                ui.add(Label::new(text).wrap());
                if let Some((part, name)) = card.progress {
                    let bar = ui.add(ProgressBar::new(part).desired_height(6.0).fill(colors.accent));
                    bar.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ProgressIndicator, true, name.clone()));
                }
                ui.add_space(5.0);
            });
            if let Some((name, stop)) = card.stop
                && Control::icon("x", &name).show(ui, look).clicked()
            {
                stop();
            }
        });
    });
}
