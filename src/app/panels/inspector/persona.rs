//! The fields of a persona.

use std::sync::Arc;

use eframe::egui::{Align, Label, Layout, RichText, Ui, vec2};

use super::{Memory, Subject};
use crate::app::look::{self, Control, Kind, medium};
use crate::app::panels::form::{Form, Lines};
use crate::app::panels::naming::{color32, persona_color};
use crate::edit::Edit;
use crate::i18n::role_word;
use crate::layout::theme;
use crate::model::{Field, Persona, PersonaId, Role};
use crate::words;

/// Makes the edit out of a change of a copy.
type Set<'s> = dyn Fn(&dyn Fn(&mut Persona)) -> Edit + 's;

impl Subject<'_> {
    pub(super) fn persona(&self, ui: &mut Ui, form: &mut Form<'_>, memory: &mut Memory, id: PersonaId) {
        let words = self.words;
        let Some(persona) = self.map.persona(id) else { return };
        let hue = persona_color(self.map, id, self.look.theme);
        self.heading(ui, "user-round", hue, &words!(words, "inspector-persona"), None);
        let set = |change: &dyn Fn(&mut Persona)| {
            let mut persona = Persona::clone(persona);
            change(&mut persona);
            Edit::SetPersona(Arc::new(persona))
        };
        let name = |text: String| set(&|persona| persona.name.clone_from(&text));
        form.text(ui, &words!(words, "inspector-name"), &persona.name, Lines::One, name);
        let description = |text: String| set(&|persona| persona.description.clone_from(&text));
        let label = words!(words, "inspector-description");
        form.text(ui, &label, &persona.description, Lines::Wrapped, description);

        form.label(ui, &words!(words, "inspector-roles"));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for role in Role::ALL {
                let on = persona.roles.contains(&role);
                if look::chip(ui, self.look, &role_word(words, role), None, on).clicked() {
                    form.edit(set(&|persona| {
                        // In the order of the interface, whatever the order of clicks.
                        let has = |wanted: Role| persona.roles.contains(&wanted) != (wanted == role);
                        persona.roles = Role::ALL.into_iter().filter(|&wanted| has(wanted)).collect();
                    }));
                }
            }
        });
        let goal = |text: String| set(&|persona| persona.goal.clone_from(&text));
        form.text(ui, &words!(words, "inspector-goal"), &persona.goal, Lines::Wrapped, goal);
        let quote = |text: String| set(&|persona| persona.quote.clone_from(&text));
        form.text(ui, &words!(words, "inspector-quote"), &persona.quote, Lines::Wrapped, quote);

        let colors = theme::palette(self.look.theme).personas.map(color32);
        let label = words!(words, "inspector-color-label");
        if let Some(color) = self.swatches(ui, form, &label, &colors, persona.color) {
            form.edit(set(&|persona| persona.color = color));
        }
        if !self.map.segments.is_empty() {
            let mut segments = vec![(None, words!(words, "inspector-none"))];
            segments.extend(self.map.segments.iter().map(|segment| (Some(segment.id), segment.name.clone())));
            let label = words!(words, "inspector-segment");
            form.choice(ui, &label, &segments, persona.segment, |segment| set(&|persona| persona.segment = segment));
        }
        self.profile(ui, form, memory, persona, &set);
        let notes = |text: String| set(&|persona| persona.notes.clone_from(&text));
        form.text(ui, &words!(words, "inspector-notes"), &persona.notes, Lines::Many, notes);
    }

    /// Free fields of the profile, each with its own name.
    fn profile(&self, ui: &mut Ui, form: &mut Form<'_>, memory: &mut Memory, persona: &Persona, set: &Set<'_>) {
        let words = self.words;
        self.group(ui, &words!(words, "inspector-profile"));
        for (place, field) in persona.fields.iter().enumerate() {
            ui.push_id(place, |ui| {
                let remove = words!(words, "inspector-remove-field", name = field.name.clone());
                let label = RichText::new(&field.name).font(medium(11.5)).color(self.look.colors.weak);
                let removed = ui
                    .horizontal(|ui| {
                        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                            let removed = Control::icon("x", &remove).show(ui, self.look).clicked();
                            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                                ui.add(Label::new(label).wrap());
                            });
                            removed
                        })
                        .inner
                    })
                    .inner;
                if removed {
                    form.edit(set(&|persona| {
                        persona.fields.remove(place);
                    }));
                }
                ui.add_space(-6.0);
                form.bare_text(ui, &field.name, &field.value, Lines::Wrapped, "", |text| {
                    set(&|persona| {
                        if let Some(field) = persona.fields.get_mut(place) {
                            field.value.clone_from(&text);
                        }
                    })
                });
            });
        }
        let suggestions = [
            words!(words, "profile-age"),
            words!(words, "profile-occupation"),
            words!(words, "profile-place"),
            words!(words, "profile-devices"),
            words!(words, "profile-motives"),
            words!(words, "profile-worries"),
        ];
        let add =
            |name: &str| set(&|persona| persona.fields.push(Field { name: name.to_owned(), value: String::new() }));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for name in suggestions.iter().filter(|name| persona.fields.iter().all(|field| field.name != **name)) {
                let label = words!(words, "inspector-add-named", name = name.clone());
                if Control::new(&label)
                    .showing(name)
                    .with_icon("plus")
                    .kind(Kind::Outlined)
                    .show(ui, self.look)
                    .clicked()
                {
                    form.edit(add(name));
                }
            }
        });
        let label = words!(words, "inspector-new-field");
        form.label(ui, &label);
        look::text_field(ui, self.look, &label, &mut memory.new_name);
        let name = memory.new_name.trim().to_owned();
        if !name.is_empty() {
            let label = words!(words, "inspector-add-named", name = name.clone());
            if Control::text(&label).with_icon("plus").kind(Kind::Outlined).show(ui, self.look).clicked() {
                form.edit(add(&name));
                memory.new_name.clear();
            }
        }
    }
}
