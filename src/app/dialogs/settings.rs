//! The page of settings: what is chosen takes effect at once, so that it can be judged behind the page.

use eframe::egui::{Align, Context, Label, Layout, RichText, Ui, vec2};

use super::{scrolling, sheet};
use crate::app::look::{Control, Kind, Look, field, heading, regular, segmented};
use crate::app::settings::{PaperChoice, Preferences, TEXT_SIZES, ThemeChoice};
use crate::app::task::Task;
use crate::i18n::Words;
use crate::model::Language;
use crate::words;

pub(super) fn settings(
    context: &Context,
    look: &Look,
    words: &Words,
    preferences: &mut Preferences,
    tasks: &mut Vec<Task>,
) -> bool {
    let before = *preferences;
    let title = words!(words, "dialog-settings-title");
    let (open, close) = sheet(context, look, &title, 500.0, |ui| {
        heading(ui, look, &title);
        ui.add_space(8.0);
        let room = (ui.ctx().content_rect().height() - 190.0).clamp(110.0, 560.0);
        scrolling(ui, "settings", room, |ui| {
            ui.spacing_mut().item_spacing.y = 12.0;
            fields(ui, look, words, preferences);
        });
        ui.add_space(8.0);
        ui.allocate_ui_with_layout(vec2(ui.available_width(), 28.0), Layout::right_to_left(Align::Center), |ui| {
            let close = Control::text(&words!(words, "window-close")).kind(Kind::Outlined).show(ui, look);
            if ui.memory(|memory| memory.focused()).is_none() {
                close.request_focus();
            }
            !close.clicked()
        })
        .inner
    });
    if *preferences != before {
        tasks.push(Task::Prefer(*preferences));
    }
    open && !close
}

fn fields(ui: &mut Ui, look: &Look, words: &Words, preferences: &mut Preferences) {
    choice(
        ui,
        look,
        &words!(words, "dialog-settings-language"),
        &[(Language::En, "English".to_owned()), (Language::Vi, "Tiếng Việt".to_owned())],
        &mut preferences.language,
    );
    let themes = [
        (ThemeChoice::System, words!(words, "dialog-settings-system")),
        (ThemeChoice::Light, words!(words, "theme-light")),
        (ThemeChoice::Dark, words!(words, "theme-dark")),
        (ThemeChoice::HighContrast, words!(words, "theme-high-contrast")),
    ];
    choice(ui, look, &words!(words, "dialog-settings-theme"), &themes, &mut preferences.theme);
    let papers = [
        (PaperChoice::Map, words!(words, "dialog-settings-paper-map")),
        (PaperChoice::Window, words!(words, "dialog-settings-paper-window")),
    ];
    choice(ui, look, &words!(words, "dialog-settings-paper"), &papers, &mut preferences.paper);
    let sizes = TEXT_SIZES.map(|size| (size, words.percent(f64::from(size) / 100.0)));
    choice(ui, look, &words!(words, "dialog-settings-text"), &sizes, &mut preferences.text_size);
    switch(
        ui,
        look,
        &words!(words, "dialog-settings-large-type"),
        &words!(words, "dialog-settings-large-type-about"),
        &mut preferences.large_type,
    );
    switch(
        ui,
        look,
        &words!(words, "dialog-settings-less-motion"),
        &words!(words, "dialog-settings-less-motion-about"),
        &mut preferences.less_motion,
    );
}

/// One of a few, side by side; below each other where there is no room.
fn choice<T: Copy + PartialEq>(ui: &mut Ui, look: &Look, name: &str, options: &[(T, String)], chosen: &mut T) {
    field(ui, look, name, |ui| {
        let names: Vec<&str> = options.iter().map(|(_, name)| name.as_str()).collect();
        let selected = options.iter().position(|(option, _)| option == chosen);
        if let Some((option, _)) = segmented(ui, look, name, &names, selected).and_then(|place| options.get(place)) {
            *chosen = *option;
        }
    });
}

/// Something that is on or off, with a word on what it does.
fn switch(ui: &mut Ui, look: &Look, name: &str, about: &str, on: &mut bool) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.checkbox(on, name);
        ui.spacing_mut().interact_size.y = 16.0;
        ui.horizontal(|ui| {
            ui.add_space(24.0);
            ui.add(Label::new(RichText::new(about).font(regular(12.0)).color(look.colors.weak)).wrap());
        });
    });
}
