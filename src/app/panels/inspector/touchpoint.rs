//! The fields of a touchpoint, with the list of channels to search.

use eframe::egui::{self, Ui};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::{Form, Memory, Subject};
use crate::app::look::{self, Control, Kind};
use crate::app::panels::naming::{card_text, channel_name, service_word, touchpoint_state_word};
use crate::edit::{CardChange, Edit, MapChange};
use crate::i18n::channel_by_name;
use crate::model::{
    Card, Channel, ChannelKind, Content, ContentKind, IdSource, OwnChannel, Service, Touchpoint, TouchpointState,
};
use crate::words;

/// Makes the edit out of a change of a copy.
type Set<'s> = dyn Fn(&dyn Fn(&mut Touchpoint)) -> Edit + 's;

impl Subject<'_> {
    pub(super) fn touchpoint(
        &self,
        ui: &mut Ui,
        form: &mut Form<'_>,
        memory: &mut Memory,
        ids: &mut IdSource,
        card: &Card,
        touchpoint: &Touchpoint,
    ) {
        let words = self.words;
        let set = |change: &dyn Fn(&mut Touchpoint)| {
            let mut touchpoint = touchpoint.clone();
            change(&mut touchpoint);
            Edit::SetCard(card.id, CardChange::Content(Content::Touchpoint(touchpoint)))
        };
        self.channel(ui, form, memory, ids, touchpoint, &set);
        let states = TouchpointState::ALL.map(|state| (state, touchpoint_state_word(state, words)));
        form.choice(ui, &words!(words, "inspector-touchpoint-state"), &states, touchpoint.state, |state| {
            set(&|touchpoint| touchpoint.state = state)
        });
        let mut services = vec![(None, words!(words, "inspector-none"))];
        services.extend(Service::ALL.map(|service| (Some(service), service_word(service, words))));
        form.choice(ui, &words!(words, "inspector-service"), &services, touchpoint.service, |service| {
            set(&|touchpoint| touchpoint.service = service)
        });
        form.check(ui, &words!(words, "inspector-personalised"), touchpoint.personalised, |on| {
            set(&|touchpoint| touchpoint.personalised = on)
        });
        form.check(ui, &words!(words, "inspector-repeats"), touchpoint.repeats, |on| {
            set(&|touchpoint| {
                touchpoint.repeats = on;
                if !on {
                    touchpoint.said_first = None;
                }
            })
        });
        if touchpoint.repeats {
            let mut earlier = vec![(None, words!(words, "inspector-none"))];
            let before = self.map.cards().map(|(_, other)| other).take_while(|other| other.id != card.id);
            earlier.extend(
                before
                    .filter(|other| other.content.kind() == ContentKind::Touchpoint)
                    .map(|other| (Some(other.id), card_text(self.map, other, words))),
            );
            form.choice_list(ui, &words!(words, "inspector-said-first"), &earlier, touchpoint.said_first, |first| {
                set(&|touchpoint| touchpoint.said_first = first)
            });
        }
    }

    /// The channel, as a button that opens a list with a field to search in.
    fn channel(
        &self,
        ui: &mut Ui,
        form: &mut Form<'_>,
        memory: &mut Memory,
        ids: &mut IdSource,
        touchpoint: &Touchpoint,
        set: &Set<'_>,
    ) {
        let words = self.words;
        let label = words!(words, "inspector-channel");
        form.label(ui, &label);
        let shown = touchpoint
            .channel
            .map_or_else(|| words!(words, "inspector-channel-none"), |channel| channel_name(self.map, channel, words));
        let name = format!("{label}: {shown}");
        let icon = touchpoint.channel.map_or("circle-dot", Channel::icon);
        let button = Control::new(&name)
            .showing(&shown)
            .with_icon(icon)
            .kind(Kind::Outlined)
            .width(ui.available_width())
            .show(ui, self.look);
        let mut chosen = None;
        let popup = egui::Popup::menu(&button)
            .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
            .width(button.rect.width());
        let shown = popup.show(|ui| {
            chosen = self.channels(ui, memory, touchpoint.channel);
            if chosen.is_some() {
                ui.close();
            }
        });
        if shown.is_none() || chosen.is_some() {
            memory.channel_search.clear();
        }
        match chosen {
            Some(Picked::Channel(channel)) => form.edit(set(&|touchpoint| touchpoint.channel = Some(channel))),
            Some(Picked::Nothing) => form.edit(set(&|touchpoint| touchpoint.channel = None)),
            Some(Picked::New(name)) => {
                let id = ids.fresh();
                let mut channels = self.map.channels.clone();
                channels.push(OwnChannel { id, name, kind: ChannelKind::Digital, mobile: false });
                form.edit(Edit::All(vec![
                    Edit::SetMap(MapChange::Channels(channels)),
                    set(&|touchpoint| touchpoint.channel = Some(Channel::Own(id))),
                ]));
            }
            None => {}
        }
    }

    fn channels(&self, ui: &mut Ui, memory: &mut Memory, present: Option<Channel>) -> Option<Picked> {
        let words = self.words;
        let mut picked = None;
        ui.spacing_mut().item_spacing.y = 2.0;
        let name = words!(words, "inspector-channel-search");
        let field = look::text_field(ui, self.look, &name, &mut memory.channel_search);
        if ui.memory(|memory| memory.focused().is_none()) {
            field.request_focus();
        }
        let wanted = folded(memory.channel_search.trim());
        let known = channel_by_name(&memory.channel_search);
        let own = self.map.channels.iter().map(|channel| Channel::Own(channel.id));
        let fitting: Vec<(Channel, String)> = own
            .chain(Channel::CATALOGUE.iter().copied())
            .map(|channel| (channel, channel_name(self.map, channel, words)))
            .filter(|(channel, name)| wanted.is_empty() || folded(name).contains(&wanted) || known == Some(*channel))
            .collect();
        if field.lost_focus()
            && ui.input(|input| input.key_pressed(egui::Key::Enter))
            && let Some((channel, _)) = fitting.first()
        {
            return Some(Picked::Channel(*channel));
        }
        egui::ScrollArea::vertical().max_height(300.0).show(ui, |ui| {
            if wanted.is_empty() && present.is_some() {
                let none = words!(words, "inspector-channel-none");
                if Control::text(&none).with_icon("x").kind(Kind::Entry).show(ui, self.look).clicked() {
                    picked = Some(Picked::Nothing);
                }
            }
            for (channel, name) in &fitting {
                let control = Control::text(name).with_icon(channel.icon()).kind(Kind::Entry);
                if control.selected(present == Some(*channel)).show(ui, self.look).clicked() {
                    picked = Some(Picked::Channel(*channel));
                }
            }
            let typed = memory.channel_search.trim();
            if !typed.is_empty() && fitting.iter().all(|(_, name)| folded(name) != wanted) {
                let add = words!(words, "inspector-channel-add", name = typed.to_owned());
                if Control::text(&add).with_icon("plus").kind(Kind::Entry).show(ui, self.look).clicked() {
                    picked = Some(Picked::New(typed.to_owned()));
                }
            }
        });
        picked
    }
}

/// What was chosen in the list of channels.
enum Picked {
    Channel(Channel),
    Nothing,
    New(String),
}

/// A text in lower case and without accents, to search in.
fn folded(text: &str) -> String {
    text.nfd()
        .filter(|&letter| !is_combining_mark(letter))
        .flat_map(char::to_lowercase)
        .map(|letter| if letter == 'đ' { 'd' } else { letter })
        .collect()
}
