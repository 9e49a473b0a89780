//! The fields of a persona, and free fields of profiles.

use std::sync::Arc;

use eframe::egui::{Align, Layout, RichText, Sense, Ui, vec2};

use super::{Room, Subject};
use crate::app::Intent;
use crate::app::command::Command;
use crate::app::look::{self, Control, Kind, Tip as _, medium};
use crate::app::panels::form::{Form, Lines};
use crate::app::panels::naming::{color32, persona_color};
use crate::app::panels::picture;
use crate::app::panels::profile;
use crate::edit::Edit;
use crate::i18n::role_word;
use crate::layout::theme;
use crate::model::{Field, Persona, PersonaId, Role};
use crate::words;

impl Subject<'_> {
    /// What the persona does in a purchase, to be switched on and off.
    pub(in crate::app::panels) fn roles(&self, ui: &mut Ui, form: &mut Form<'_>, persona: &Persona) {
        let set = |change: &dyn Fn(&mut Persona)| {
            let mut persona = persona.clone();
            change(&mut persona);
            Edit::SetPersona(Arc::new(persona))
        };
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for role in Role::ALL {
                let on = persona.roles.contains(&role);
                if look::chip(ui, self.look, &role_word(self.words, role), None, on).clicked() {
                    form.edit(set(&|persona| profile::toggle(&mut persona.roles, role)));
                }
            }
            let name = words!(self.words, "inspector-competitor");
            if look::chip(ui, self.look, &name, None, persona.competitor).clicked() {
                form.edit(set(&|persona| persona.competitor = !persona.competitor));
            }
        });
    }

    pub(super) fn persona(&self, ui: &mut Ui, form: &mut Form<'_>, room: &mut Room<'_>, id: PersonaId) {
        let words = self.words;
        let Some(persona) = self.map.persona(id) else { return };
        let hue = persona_color(self.map, id, self.look.theme);
        self.heading(ui, "user-round", hue, &words!(words, "inspector-persona"), None);
        let set = |change: &dyn Fn(&mut Persona)| {
            let mut persona = Persona::clone(persona);
            change(&mut persona);
            Edit::SetPersona(Arc::new(persona))
        };
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(56.0, 56.0), Sense::hover());
            picture::portrait(ui, rect, (room.images, &persona.portrait), (&persona.name, hue));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                let page = words!(words, "inspector-persona-page");
                let width = ui.available_width();
                let control = Control::text(&page).with_icon("maximize").kind(Kind::Outlined).width(width);
                if control.show(ui, self.look).with_tip(&page).clicked() {
                    form.push(Intent::Run(Command::PersonaPage));
                }
                let keep = words!(words, "command-keep");
                let control = Control::text(&keep).with_icon("library").width(width);
                if control.show(ui, self.look).with_tip(&keep).clicked() {
                    form.push(Intent::Run(Command::KeepInLibrary));
                }
            });
        });
        let name = |text: String| set(&|persona| persona.name.clone_from(&text));
        form.text(ui, &words!(words, "inspector-name"), &persona.name, Lines::One, name);
        let description = |text: String| set(&|persona| persona.description.clone_from(&text));
        let label = words!(words, "inspector-description");
        form.text(ui, &label, &persona.description, Lines::Wrapped, description);

        form.label(ui, &words!(words, "inspector-roles"));
        self.roles(ui, form, persona);
        let goal = |text: String| set(&|persona| persona.goal.clone_from(&text));
        form.text(ui, &words!(words, "inspector-goal"), &persona.goal, Lines::Wrapped, goal);
        let quote = |text: String| set(&|persona| persona.quote.clone_from(&text));
        form.text(ui, &words!(words, "inspector-quote"), &persona.quote, Lines::Wrapped, quote);

        let colors = theme::palette(self.look.theme).personas.map(color32);
        let label = words!(words, "inspector-color-label");
        if let Some(color) = self.swatches(ui, form, &label, &colors, Some(persona.color)) {
            form.edit(set(&|persona| persona.color = color));
        }
        if !self.map.segments.is_empty() {
            let mut segments = vec![(None, words!(words, "inspector-none"))];
            segments.extend(self.map.segments.iter().map(|segment| (Some(segment.id), segment.name.clone())));
            let label = words!(words, "inspector-segment");
            form.choice(ui, &label, &segments, persona.segment, |segment| set(&|persona| persona.segment = segment));
        }
        self.group(ui, &words!(words, "inspector-profile"));
        let edit = |fields: Vec<Field>| set(&|persona| persona.fields.clone_from(&fields));
        self.named_values(ui, form, &persona.fields, &profile::suggestions(words), &edit);
        let notes = |text: String| set(&|persona| persona.notes.clone_from(&text));
        form.text(ui, &words!(words, "inspector-notes"), &persona.notes, Lines::Many, notes);
    }

    /// Free fields, each with its own name; more are added from suggestions, or under any name.
    pub(super) fn named_values(
        &self,
        ui: &mut Ui,
        form: &mut Form<'_>,
        fields: &[Field],
        suggestions: &[String],
        edit: &dyn Fn(Vec<Field>) -> Edit,
    ) {
        let words = self.words;
        let change = |change: &dyn Fn(&mut Vec<Field>)| {
            let mut fields = fields.to_vec();
            change(&mut fields);
            edit(fields)
        };
        for (place, field) in fields.iter().enumerate() {
            ui.push_id(("field", place), |ui| {
                ui.horizontal(|ui| {
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        ui.spacing_mut().item_spacing.x = 0.0;
                        let at = (fields.len(), place);
                        if let (Some(wish), _) = profile::buttons(ui, self.look, words, at, &field.name) {
                            form.edit(change(&|fields| wish.apply(fields, place)));
                        }
                        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                            let name = RichText::new(&field.name).font(medium(11.5)).color(self.look.colors.weak);
                            ui.add(eframe::egui::Label::new(name).truncate());
                        });
                    });
                });
                ui.add_space(-6.0);
                form.bare_text(ui, &field.name, &field.value, Lines::Wrapped, "", |text| {
                    change(&|fields| {
                        if let Some(field) = fields.get_mut(place) {
                            field.value.clone_from(&text);
                        }
                    })
                });
            });
        }
        if let Some(name) = profile::add(ui, form, fields, suggestions, 4) {
            form.edit(change(&|fields| fields.push(Field { name: name.clone(), value: String::new() })));
        }
    }
}
