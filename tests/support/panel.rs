//! One panel of the window on its own: what it wants is carried out on a map, and noted.

use std::sync::Arc;

use eframe::egui::{self, Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use wayfelt::app::Intent;
use wayfelt::app::look::{self, Look};
use wayfelt::app::panels::{self, InsightsState, InspectorState, OutlineState};
use wayfelt::edit::{self, Edit, Selection};
use wayfelt::i18n::Words;
use wayfelt::layout::NoImages;
use wayfelt::model::{IdSource, JourneyMap, Language, Theme};

/// Which panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    Outline,
    Inspector,
    Insights,
    /// The page of plots.
    Plots,
}

/// A panel, the map it shows, and all that it wanted so far.
pub struct Panel {
    which: Which,
    look: Look,
    words: Words,
    base: JourneyMap,
    pub map: JourneyMap,
    /// The map as the panel is given it; the same one until it changes.
    shown: Arc<JourneyMap>,
    pub selection: Selection,
    pub intents: Vec<Intent>,
    ids: IdSource,
    outline: OutlineState,
    inspector: InspectorState,
    pub insights: InsightsState,
    ready: bool,
}

impl Panel {
    fn ui(&mut self, ui: &mut egui::Ui) {
        if !self.ready {
            // Fonts are there from the next frame on.
            ui.ctx().set_fonts(look::definitions());
            self.look.install(ui.ctx());
            self.ready = true;
            ui.ctx().request_repaint();
            return;
        }
        if *self.shown != self.map {
            self.shown = Arc::new(self.map.clone());
        }
        let Self { shown: map, selection, look, words, ids, .. } = self;
        let intents = match self.which {
            Which::Outline => panels::outline::ui(ui, &mut self.outline, map, selection, look, words, ids),
            Which::Inspector => {
                panels::inspector::ui(ui, &mut self.inspector, map, selection, look, words, ids, &NoImages)
            }
            Which::Insights => {
                panels::insights::ui(ui, &mut self.insights, panels::insights::Shown { map, selection, look, words })
            }
            Which::Plots => {
                panels::insights::page(ui, &mut self.insights, panels::insights::Shown { map, selection, look, words })
            }
        };
        for intent in intents {
            self.carry_out(&intent);
            self.intents.push(intent);
        }
    }

    fn carry_out(&mut self, intent: &Intent) {
        match intent {
            Intent::Edit(edit) | Intent::EditAndSelect(edit, _) => {
                self.map = edit::apply(&self.base, edit).unwrap();
                self.base = self.map.clone();
            }
            Intent::Preview(edit) => self.map = edit::apply(&self.base, edit).unwrap(),
            Intent::Commit => self.base = self.map.clone(),
            Intent::Cancel => self.map = self.base.clone(),
            Intent::Select(_)
            | Intent::Show(_)
            | Intent::Run(_)
            | Intent::OpenPersona(_)
            | Intent::ChoosePicture(_)
            | Intent::RefreshSurvey(_)
            | Intent::OpenAddress(_)
            | Intent::Plot(_)
            | Intent::Clipboard(_)
            | Intent::Tell(_)
            | Intent::Announce(_) => {}
        }
        if let Intent::EditAndSelect(_, selection) | Intent::Select(selection) | Intent::Show(selection) = intent {
            self.selection = selection.clone();
        }
    }

    /// The edits that were kept at once, without gestures.
    pub fn edits(&self) -> Vec<&Edit> {
        self.intents
            .iter()
            .filter_map(|intent| match intent {
                Intent::Edit(edit) | Intent::EditAndSelect(edit, _) => Some(edit),
                _ => None,
            })
            .collect()
    }
}

/// A panel with a map and a selection, in English and light.
pub fn open(which: Which, map: JourneyMap, selection: Selection) -> Harness<'static, Panel> {
    open_in(which, map, selection, Language::En, Theme::Light)
}

/// A panel with a map and a selection.
pub fn open_in(
    which: Which,
    map: JourneyMap,
    selection: Selection,
    language: Language,
    theme: Theme,
) -> Harness<'static, Panel> {
    let width = match which {
        Which::Insights => 1100.0,
        Which::Plots => 1400.0,
        Which::Outline | Which::Inspector => 300.0,
    };
    open_so_wide(which, map, selection, (language, theme), width)
}

/// A panel with a map and a selection, so wide.
pub fn open_so_wide(
    which: Which,
    map: JourneyMap,
    selection: Selection,
    (language, theme): (Language, Theme),
    width: f32,
) -> Harness<'static, Panel> {
    let height = match which {
        Which::Insights => 320.0,
        Which::Plots => 760.0,
        Which::Outline | Which::Inspector => 2400.0,
    };
    let size = vec2(width, height);
    let panel = Panel {
        which,
        look: Look::new(theme),
        words: Words::new(language),
        base: map.clone(),
        shown: Arc::new(map.clone()),
        map,
        selection,
        intents: Vec::new(),
        ids: IdSource::seeded(99),
        outline: OutlineState::default(),
        inspector: InspectorState::default(),
        insights: InsightsState::default(),
        ready: false,
    };
    let mut harness = Harness::builder().with_size(size).build_ui_state(|ui, panel: &mut Panel| panel.ui(ui), panel);
    harness.run();
    harness
}

/// Clicks what has this name.
pub fn click(harness: &mut Harness<'static, Panel>, name: &str) {
    harness.get_by_label(name).click();
    harness.run();
}

/// Selects everything in a field, types into it, and stays in it.
pub fn type_into(harness: &mut Harness<'static, Panel>, name: &str, text: &str) {
    harness.get_by_label(name).focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.get_by_label(name).type_text(text);
    harness.run();
}

/// Presses a key.
pub fn press(harness: &mut Harness<'static, Panel>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}
