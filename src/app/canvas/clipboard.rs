//! Copy, cut and paste on the canvas: the clipboard is a spreadsheet's. What text can't hold is kept beside it, as long as
//! the clipboard still holds that text.

use eframe::egui::{Event, Id, Ui};

use super::{Canvas, Shown};
use crate::app::intent::Intent;
use crate::edit::fragment::{self, Fragment};
use crate::edit::{Cursor, command};
use crate::i18n::{channel_by_name, channel_word};
use crate::model::Channel;
use crate::words;

/// Where the last copied fragment is kept: one for all open maps.
fn kept_id() -> Id {
    Id::unique("canvas-copied")
}

impl Canvas {
    /// Takes the clipboard's events before the cursor's field sees them.
    pub(super) fn clipboard(&mut self, ui: &Ui, shown: Shown<'_>, intents: &mut Vec<Intent>) {
        let mut taken = Vec::new();
        ui.input_mut(|input| {
            input.events.retain(|event| {
                let ours = matches!(event, Event::Copy | Event::Cut | Event::Paste(_));
                if ours {
                    taken.push(event.clone());
                }
                !ours
            });
        });
        for event in taken {
            match event {
                Event::Copy => copy(ui, shown),
                Event::Cut => {
                    copy(ui, shown);
                    let cleared = command::clear(shown.map, shown.selection);
                    intents.extend(cleared.map(|change| Intent::EditAndSelect(change.edit, change.selection)));
                }
                Event::Paste(text) => self.paste(ui, shown, &text, intents),
                _ => {}
            }
        }
    }

    fn paste(&mut self, ui: &Ui, shown: Shown<'_>, text: &str, intents: &mut Vec<Intent>) {
        let Some(cursor) = shown.selection.cursor.or_else(|| first_step(shown)) else { return };
        let kept: Option<Fragment> = ui.data(|data| data.get_temp(kept_id()));
        let pasted = match kept.filter(|kept| same_text(&kept.text, text)) {
            Some(kept) => fragment::paste(shown.map, cursor, &kept, &mut self.ids),
            None => {
                let own = |name: &str| {
                    let own = shown.map.channels.iter().find(|own| own.name.to_lowercase() == name.to_lowercase());
                    own.map(|own| Channel::Own(own.id)).or_else(|| channel_by_name(name))
                };
                fragment::paste_text(shown.map, cursor, text, &own, &mut self.ids)
            }
        };
        let Some(pasted) = pasted else {
            intents.push(Intent::Tell(words!(shown.words, "canvas-paste-nothing")));
            return;
        };
        if pasted.skipped > 0 {
            intents.push(Intent::Tell(words!(shown.words, "canvas-paste-skipped", n = pasted.skipped)));
        }
        intents.push(Intent::EditAndSelect(pasted.change.edit, pasted.change.selection.clone()));
        intents.push(Intent::Show(pasted.change.selection));
    }
}

fn copy(ui: &Ui, shown: Shown<'_>) {
    let name_of = |channel: Channel| match channel {
        Channel::Own(id) => shown.map.own_channel(id).map(|own| own.name.clone()).unwrap_or_default(),
        known => channel_word(shown.words, known).unwrap_or_default(),
    };
    if let Some(copied) = fragment::copy(shown.map, shown.selection, &name_of) {
        ui.ctx().copy_text(copied.text.clone());
        ui.data_mut(|data| data.insert_temp(kept_id(), copied));
    }
}

/// Clipboards change line ends, and some add one.
fn same_text(ours: &str, theirs: &str) -> bool {
    ours.lines().eq(theirs.lines())
}

fn first_step(shown: Shown<'_>) -> Option<Cursor> {
    shown.map.steps().next().map(|(_, step)| Cursor::Step(step.id))
}
