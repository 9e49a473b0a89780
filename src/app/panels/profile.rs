//! Roles and free fields of profiles: what they have in common in the inspector and on a persona's page.

use eframe::egui::{Ui, vec2};

use super::form::{Form, Found, Picked};
use crate::app::look::{Control, Kind, Look};
use crate::i18n::Words;
use crate::model::{Field, Role};
use crate::words;

/// What is to become of a free field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FieldWish {
    /// One place up.
    Up,
    /// One place down.
    Down,
    /// It goes.
    Remove,
}

impl FieldWish {
    /// Does it to the field at a place.
    pub(super) fn apply(self, fields: &mut Vec<Field>, place: usize) {
        match self {
            Self::Up if place > 0 && place < fields.len() => fields.swap(place, place - 1),
            Self::Down if place + 1 < fields.len() => fields.swap(place, place + 1),
            Self::Remove if place < fields.len() => {
                fields.remove(place);
            }
            Self::Up | Self::Down | Self::Remove => {}
        }
    }
}

/// Puts a role among others or takes it out, in the order of the interface whatever the order of clicks.
pub(super) fn toggle(roles: &mut Vec<Role>, role: Role) {
    let has = |wanted: Role| roles.contains(&wanted) != (wanted == role);
    let kept: Vec<Role> = Role::ALL.into_iter().filter(|&wanted| has(wanted)).collect();
    *roles = kept;
}

/// What a profile may speak of. Never race or religion.
pub(super) fn suggestions(words: &Words) -> Vec<String> {
    vec![
        words!(words, "profile-age"),
        words!(words, "profile-occupation"),
        words!(words, "profile-place"),
        words!(words, "profile-household"),
        words!(words, "profile-devices"),
        words!(words, "profile-channels"),
        words!(words, "profile-motives"),
        words!(words, "profile-worries"),
        words!(words, "profile-habits"),
        words!(words, "profile-experience"),
        words!(words, "profile-budget"),
        words!(words, "profile-needs"),
    ]
}

/// The buttons of a free field, from the right; what was wanted, and whether one of them has the keyboard.
pub(super) fn buttons(
    ui: &mut Ui,
    look: &Look,
    words: &Words,
    (count, place): (usize, usize),
    name: &str,
) -> (Option<FieldWish>, bool) {
    let mut wish = None;
    let mut focused = false;
    let buttons = [
        ("x", words!(words, "inspector-remove-field", name = name.to_owned()), true, FieldWish::Remove),
        (
            "chevron-down",
            words!(words, "inspector-field-down", name = name.to_owned()),
            place + 1 < count,
            FieldWish::Down,
        ),
        ("chevron-up", words!(words, "inspector-field-up", name = name.to_owned()), place > 0, FieldWish::Up),
    ];
    for (icon, label, enabled, wanted) in &buttons {
        let response = Control::icon(icon, label).enabled(*enabled).show(ui, look);
        focused |= response.has_focus();
        if response.clicked() {
            wish = Some(*wanted);
        }
    }
    (wish, focused)
}

/// Ways to add a field: so many suggestions as buttons, and a list with all of them in which any other name can be typed. The name of the
/// new one.
pub(super) fn add(
    ui: &mut Ui,
    form: &Form<'_>,
    fields: &[Field],
    suggestions: &[String],
    offered: usize,
) -> Option<String> {
    let words = form.words;
    let rest: Vec<&String> =
        suggestions.iter().filter(|name| fields.iter().all(|field| field.name != **name)).collect();
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for name in rest.iter().take(offered) {
            let label = words!(words, "inspector-add-named", name = (*name).clone());
            let control = Control::new(&label).showing(name).with_icon("plus").kind(Kind::Outlined);
            if control.show(ui, form.look).clicked() {
                chosen = Some((*name).clone());
            }
        }
        let entries = |_: &str| rest.iter().map(|name| Found::new((*name).clone(), "plus", (*name).clone())).collect();
        let fresh = |typed: &str| words!(words, "inspector-add-named", name = typed.to_owned());
        match form.adder(ui, &words!(words, "inspector-new-field"), entries, Some(&fresh)) {
            Some(Picked::Found(name) | Picked::New(name)) => chosen = Some(name),
            None => {}
        }
    });
    chosen
}
