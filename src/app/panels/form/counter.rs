//! A number that is counted up and down: by its two buttons, or with + and − while it has the focus. Must not know what is
//! counted.

use eframe::egui::{Align2, CornerRadius, EventFilter, Key, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::Form;
use crate::app::look::{Control, Kind, RADIUS, ROW, TEXT, Tip as _, medium};
use crate::words;

/// What was done to a counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app::panels) enum Counted {
    /// So many more, or fewer.
    By(i32),
    /// None any more.
    Zero,
}

impl Form<'_> {
    /// A counter named `name` that shows `said`, with its name above it.
    pub(in crate::app::panels) fn counter(&mut self, ui: &mut Ui, name: &str, said: &str) -> Option<Counted> {
        let differs = std::mem::take(&mut self.differs);
        self.label_of(ui, name, differs);
        let (look, words) = (self.look, self.words);
        let (fewer, more) = (
            words!(words, "inspector-one-less", name = name.to_owned()),
            words!(words, "inspector-one-more", name = name.to_owned()),
        );
        let mut counted = None;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            if Control::icon("minus", &fewer).kind(Kind::Outlined).show(ui, look).clicked() {
                counted = Some(Counted::By(-1));
            }
            let colors = &look.colors;
            let galley = ui.painter().layout_no_wrap(said.to_owned(), medium(TEXT), colors.text);
            let size = vec2((galley.size().x + 20.0).max(52.0), ROW);
            let (rect, response) = ui.allocate_exact_size(size, Sense::click());
            response.widget_info(|| {
                let mut info = WidgetInfo::new(Role::SpinButton);
                info.label = Some(name.to_owned());
                info.current_text_value = Some(said.to_owned());
                info
            });
            let line = Stroke::new(1.0, colors.control);
            ui.painter().rect(rect, CornerRadius::same(RADIUS), colors.field, line, StrokeKind::Inside);
            let at = Align2::CENTER_CENTER.anchor_size(rect.center(), galley.size());
            ui.painter().galley(at.min, galley, colors.text);
            if response.clicked() {
                response.request_focus();
            }
            if response.has_focus() {
                let line = Stroke::new(2.0, colors.accent);
                let ring = CornerRadius::same(RADIUS + 1);
                ui.painter().rect_stroke(rect.expand(1.0), ring, line, StrokeKind::Outside);
                ui.memory_mut(|memory| {
                    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
                    memory.set_focus_lock_filter(response.id, filter);
                });
                let by = ui.input(|input| {
                    let presses = |keys: &[Key]| keys.iter().map(|key| input.num_presses(*key) as i32).sum::<i32>();
                    let zero = input.key_pressed(Key::Delete) || input.key_pressed(Key::Backspace);
                    let by = presses(&[Key::Plus, Key::Equals, Key::ArrowUp]) - presses(&[Key::Minus, Key::ArrowDown]);
                    if zero { Some(Counted::Zero) } else { (by != 0).then_some(Counted::By(by)) }
                });
                counted = counted.or(by);
            }
            let response = response.with_tip(words!(words, "inspector-counter-about"));
            drop(response);
            if Control::icon("plus", &more).kind(Kind::Outlined).show(ui, look).clicked() {
                counted = Some(Counted::By(1));
            }
        });
        counted
    }
}
