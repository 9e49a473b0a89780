//! Looking at a part of the shown map only: whose cards, through which channels, answered for by whom, how bad. It is kept
//! with the open map, never in it, and changes nothing that leaves the window. Which cards it lets through is
//! [`crate::find::Filter`].

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{
    self, Align, Frame, Label, Layout, Margin, Popup, PopupCloseBehavior, PopupKind, Response, RichText, ScrollArea,
    Ui, vec2,
};

use super::application::App;
use super::canvas::Faded;
use super::command::Command;
use super::look::{self, Control, Kind, Look, chip, dots, regular, section};
use super::panels::naming::persona_color;
use super::task::Task;
use crate::find::{Filter, Owners, channels};
use crate::i18n::{Words, channel_name};
use crate::layout::theme::palette_of;
use crate::model::{Grade, JourneyMap, PersonaId, Theme};
use crate::words;

/// The filter of an open map.
#[derive(Debug, Default)]
pub(crate) struct Sieve {
    filter: Filter,
    /// It is set, but everything is looked at for a while.
    paused: bool,
    known: Option<Known>,
}

/// What a filter lets through of a map.
#[derive(Debug)]
struct Known {
    map: Arc<JourneyMap>,
    filter: Filter,
    theme: Theme,
    all: usize,
    faded: Arc<Faded>,
}

impl Sieve {
    /// Whether something was chosen.
    pub(crate) fn is_set(&self) -> bool {
        !self.filter.is_empty()
    }

    /// Whether something steps back now.
    pub(crate) fn is_on(&self) -> bool {
        self.is_set() && !self.paused
    }

    /// How many cards are looked at, of how many; none where all are.
    pub(crate) fn count(&mut self, map: &Arc<JourneyMap>, theme: Theme) -> Option<(usize, usize)> {
        let faded = self.faded(map, theme)?;
        self.known.as_ref().map(|known| (faded.cards.len(), known.all))
    }

    /// What steps back; none where nothing does. Looked for again only when the map or the filter changed.
    pub(crate) fn faded(&mut self, map: &Arc<JourneyMap>, theme: Theme) -> Option<Arc<Faded>> {
        if !self.is_on() {
            return None;
        }
        let same = |known: &&Known| Arc::ptr_eq(&known.map, map) && known.filter == self.filter && known.theme == theme;
        if let Some(known) = self.known.as_ref().filter(same) {
            return Some(Arc::clone(&known.faded));
        }
        // What is gone may come back, by Escape or by undo: the filter still asks for it then.
        let mut filter = self.filter.clone();
        filter.retain(map);
        if filter.is_empty() {
            return None;
        }
        let personas: BTreeSet<PersonaId> =
            map.personas.iter().map(|persona| persona.id).filter(|id| !filter.shows_persona(*id)).collect();
        let palette = palette_of(theme, &map.look);
        let colors = |hidden: bool| {
            let all = map.personas.iter().enumerate();
            let wanted = all.filter(|(_, persona)| personas.contains(&persona.id) == hidden);
            wanted.map(|(place, persona)| palette.persona(place, persona.color)).collect::<Vec<_>>()
        };
        let seen = colors(false);
        let colors = colors(true).into_iter().filter(|color| !seen.contains(color)).collect();
        let faded = Arc::new(Faded { cards: filter.matching(map), personas, colors });
        self.known = Some(Known {
            map: Arc::clone(map),
            filter: self.filter.clone(),
            theme,
            all: map.cards().count(),
            faded: Arc::clone(&faded),
        });
        Some(faded)
    }

    /// Looks at everything from now on.
    pub(crate) fn clear(&mut self) {
        self.filter = Filter::default();
        self.paused = false;
    }

    /// Looks at everything for a while, or at the chosen part again.
    pub(crate) fn pause(&mut self) {
        self.paused = self.is_set() && !self.paused;
    }
}

/// What the toolbar knows of the filter.
#[derive(Debug, Default)]
pub(crate) struct Filtering {
    /// Its choices are shown.
    pub open: bool,
    /// The first of them takes the keyboard.
    pub focus: bool,
    owners: Owners,
}

impl Filtering {
    /// The filter's button, with its choices below it while they are open.
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        look: &Look,
        words: &Words,
        shown: Option<(&Arc<JourneyMap>, &mut Sieve, Theme)>,
        tasks: &mut Vec<Task>,
    ) {
        let name = Command::Filter.name(words, &super::command::Facts::default());
        let tip = format!("{}  ·  {}", Command::Filter.tip(words), Command::Filter.shortcut_text());
        let Some((map, sieve, theme)) = shown else {
            Control::icon("funnel", &name).tip(&tip).enabled(false).show(ui, look);
            self.open = false;
            return;
        };
        let count = sieve.count(map, theme).map(|(through, all)| {
            let (through, all) = (words.number(through as f64, 0), words.number(all as f64, 0));
            words!(words, "filter-count-short", n = through.as_str(), all = all.as_str())
        });
        let mut button = Control::new(&name).with_icon("funnel").tip(&tip).selected(sieve.is_on() || self.open);
        if let Some(count) = &count {
            button = button.showing(count);
        }
        let response = button.show(ui, look);
        if response.clicked() {
            self.open = !self.open;
            self.focus = self.open;
        }
        let mut open = self.open;
        Popup::from_response(&response)
            .kind(PopupKind::Popup)
            .id(response.id.with("filter"))
            .gap(6.0)
            .width(360.0)
            .frame(Frame::popup(ui.style()).inner_margin(Margin::same(14)))
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .open_bool(&mut open)
            .accessible_name(name.clone())
            .show(|ui| {
                ui.set_width(360.0);
                self.choices(ui, look, words, map, sieve, theme, tasks);
            });
        self.open = open;
    }

    #[expect(clippy::too_many_arguments, reason = "what there is to choose from, and nothing else")]
    fn choices(
        &mut self,
        ui: &mut Ui,
        look: &Look,
        words: &Words,
        map: &Arc<JourneyMap>,
        sieve: &mut Sieve,
        theme: Theme,
        tasks: &mut Vec<Task>,
    ) {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        let before = sieve.filter.clone();
        let height = (ui.ctx().content_rect().height() - 260.0).max(160.0);
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            let filter = &mut sieve.filter;
            let focus = &mut self.focus;
            if map.personas.len() > 1 {
                group(ui, look, &words!(words, "outline-personas"), |ui| {
                    for persona in &map.personas {
                        let dot = Some(persona_color(map, persona.id, look.theme));
                        let response = chip(ui, look, &persona.name, dot, filter.personas.contains(&persona.id));
                        toggle(&first(response, focus), &mut filter.personas, persona.id);
                    }
                });
            }
            let channels = channels(map);
            if !channels.is_empty() {
                group(ui, look, &words!(words, "filter-channels"), |ui| {
                    for channel in channels {
                        let name = channel_name(words, map, channel);
                        let response = chip(ui, look, &name, None, filter.channels.contains(&channel));
                        toggle(&first(response, focus), &mut filter.channels, channel);
                    }
                });
            }
            let owners = self.owners.of(map);
            if !owners.is_empty() {
                group(ui, look, &words!(words, "inspector-owner"), |ui| {
                    for owner in owners.iter() {
                        let response = chip(ui, look, owner, None, filter.owners.contains(owner));
                        toggle(&first(response, focus), &mut filter.owners, owner.clone());
                    }
                    let nobody = chip(ui, look, &words!(words, "filter-nobody"), None, filter.owners.contains(""));
                    toggle(&nobody, &mut filter.owners, String::new());
                });
            }
            group(ui, look, &words!(words, "filter-severity"), |ui| {
                let value = filter.severity.map(Grade::value);
                let name = words!(words, "filter-severity");
                if let Some(chosen) = dots(ui, look, &name, value, 5, look.colors.danger) {
                    filter.severity = chosen.and_then(|grade| Grade::new(grade).ok());
                }
            });
        });
        if sieve.filter != before {
            sieve.paused = false;
        }
        self.focus = false;
        ui.add_space(2.0);
        let said = match sieve.count(map, theme) {
            Some((through, all)) => {
                let (through, all) = (words.number(through as f64, 0), words.number(all as f64, 0));
                words!(words, "filter-count", n = through.as_str(), all = all.as_str())
            }
            None => words!(words, "filter-none"),
        };
        ui.allocate_ui_with_layout(vec2(ui.available_width(), look::ROW), Layout::right_to_left(Align::Center), |ui| {
            let clear = words!(words, "command-filter-clear");
            let control = Control::text(&clear).kind(Kind::Outlined).enabled(sieve.is_set());
            if control.show(ui, look).clicked() {
                tasks.push(Task::Run(Command::FilterClear));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let text = RichText::new(&said).font(regular(12.0)).color(look.colors.text);
                let response = ui.add(Label::new(text).truncate());
                ui.ctx().accesskit_node_builder(response.id, |node| {
                    node.set_live(egui::accesskit::Live::Polite);
                });
            });
        });
        let note = RichText::new(words!(words, "filter-window-only")).font(regular(11.5)).color(look.colors.weak);
        ui.add(Label::new(note).wrap());
    }
}

/// A heading with choices below it, in as many rows as they need.
fn group(ui: &mut Ui, look: &Look, name: &str, add: impl FnOnce(&mut Ui)) {
    section(ui, look, name);
    ui.horizontal_wrapped(add);
    ui.add_space(4.0);
}

/// The first choice takes the keyboard.
fn first(response: Response, focus: &mut bool) -> Response {
    if std::mem::take(focus) {
        response.request_focus();
    }
    response
}

/// Chooses what was clicked, or no longer does.
fn toggle<T: Ord>(response: &Response, chosen: &mut BTreeSet<T>, value: T) {
    if response.clicked() && !chosen.remove(&value) {
        chosen.insert(value);
    }
}

impl App {
    /// Opens the filter's choices, or closes them.
    pub(super) const fn open_filter(&mut self) {
        self.filtering.open = !self.filtering.open;
        self.filtering.focus = self.filtering.open;
    }

    /// Looks at everything in the shown map.
    pub(super) fn clear_filter(&mut self) {
        if let Some(session) = self.shown() {
            session.sieve.clear();
        }
    }

    /// Looks at everything in the shown map for a while, or at the chosen part again.
    pub(super) fn pause_filter(&mut self) {
        if let Some(session) = self.shown() {
            session.sieve.pause();
        }
    }
}
