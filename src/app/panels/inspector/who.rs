//! Whom cards concern, and who answers for them.

use eframe::egui::{Ui, vec2};

use super::Subject;
use super::parts::{all, each, same};
use crate::app::look::{self, Control, Kind};
use crate::app::panels::form::{Form, Lines};
use crate::app::panels::naming::persona_color;
use crate::edit::{CardChange, Edit, TextAt};
use crate::i18n::folded;
use crate::model::{Card, PersonaId};
use crate::words;

impl Subject<'_> {
    /// The personas that cards concern. Of several cards a chip is on where it is on for all.
    pub(super) fn who(&self, ui: &mut Ui, form: &mut Form<'_>, cards: &[&Card]) {
        if self.map.personas.is_empty() {
            return;
        }
        form.label(ui, &words!(self.words, "inspector-who"));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for persona in &self.map.personas {
                let hue = persona_color(self.map, persona.id, self.look.theme);
                let on = cards.iter().all(|card| card.personas.contains(&persona.id));
                let chip = look::chip(ui, self.look, &persona.name, Some(hue), on);
                if chip.clicked() {
                    form.edit(each(cards, |card| {
                        Edit::SetCard(card.id, CardChange::Personas(self.toggled(card, persona.id, !on)))
                    }));
                }
            }
        });
        if cards.iter().all(|card| card.personas.is_empty()) {
            form.hint(ui, &words!(self.words, "inspector-who-all"));
        } else if same(cards.iter().map(|card| &card.personas)).is_none() {
            form.hint(ui, &words!(self.words, "inspector-mixed"));
        }
    }

    /// The personas of a card with one more or one less, in the map's order.
    fn toggled(&self, card: &Card, id: PersonaId, on: bool) -> Vec<PersonaId> {
        let has = |other: &PersonaId| if *other == id { on } else { card.personas.contains(other) };
        self.map.personas.iter().map(|persona| persona.id).filter(has).collect()
    }

    /// Who answers for cards, with the names that the map already knows.
    pub(super) fn owner(&self, ui: &mut Ui, form: &mut Form<'_>, cards: &[&Card]) {
        let words = self.words;
        let owner = same(cards.iter().map(|card| card.owner.as_str()));
        let (mixed, value) = (owner.is_none(), owner.unwrap_or_default());
        let hint = if mixed { words!(words, "inspector-mixed") } else { String::new() };
        let set = |text: String| {
            let one = |card: &&Card| Edit::SetText { at: TextAt::CardOwner(card.id), text: text.clone() };
            all(cards.iter().map(one).collect())
        };
        let label = words!(words, "inspector-owner");
        form.mixed(mixed).mixed_label(ui, &label);
        let response = form.bare_text(ui, &label, value, Lines::One, &hint, set);
        // A click on a name takes the focus away first, as Tab does that goes to it: the names stay while one of them has it.
        let open = response.has_focus() || ui.memory(|memory| memory.data.get_temp(response.id).unwrap_or(false));
        let mut stays =
            response.has_focus() || open && ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
        if open || !mixed && value.is_empty() {
            let typed = folded(value);
            let fitting: Vec<&String> = self
                .owners
                .iter()
                .filter(|name| name.as_str() != value && folded(name).contains(&typed))
                .take(if open { 8 } else { 4 })
                .collect();
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
                for name in fitting {
                    let label = words!(words, "inspector-owner-set", name = name.clone());
                    let chip = Control::new(&label).showing(name).kind(Kind::Outlined).show(ui, self.look);
                    stays |= chip.has_focus() || chip.gained_focus();
                    if chip.clicked() {
                        form.edit(set(name.clone()));
                    }
                }
            });
        }
        stays |= response.lost_focus() && ui.input(|input| input.key_pressed(eframe::egui::Key::Tab));
        ui.memory_mut(|memory| memory.data.insert_temp(response.id, stays));
    }
}
