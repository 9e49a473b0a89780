//! What of the shown map changed in a frame, whatever changed it, for who hears the window: an edit or its undoing by its
//! name, another map, another zoom. Must not know how it is said (`announce`).

use std::sync::Arc;

use eframe::egui::Context;

use super::application::App;
use super::session::SessionId;
use crate::edit::{Cursor, Selection, headings};
use crate::i18n::Words;
use crate::model::JourneyMap;
use crate::words;

/// What of a shown map is said when it changes.
#[derive(Debug, Clone)]
pub(crate) struct Heard {
    /// Which map it is.
    pub session: SessionId,
    /// What it's called.
    pub name: String,
    /// The map, without the gesture under way.
    pub map: Arc<JourneyMap>,
    /// What is selected, where it is more than one heading or card.
    pub selected: Option<String>,
    /// How much it is enlarged, in percent.
    pub zoom: u32,
}

impl App {
    /// Says what has changed in this frame, whatever changed it.
    pub(super) fn announce(&mut self, context: &Context) {
        let now = self.now();
        let before = std::mem::replace(&mut self.heard, now.clone());
        let (Some(before), Some(now)) = (before, now) else { return };
        if before.session != now.session {
            self.zoom_asked = false;
            self.announcer.say(context, now.name);
        } else if !Arc::ptr_eq(&before.map, &now.map) {
            let what = self.facts().undo.unwrap_or_default();
            self.announcer.say(context, what);
        } else if before.selected != now.selected
            && let Some(what) = now.selected
        {
            self.announcer.say(context, what);
        } else if before.zoom != now.zoom && std::mem::take(&mut self.zoom_asked) {
            let zoom = self.words.percent(f64::from(now.zoom) / 100.0);
            self.announcer.say(context, words!(self.words, "announce-zoom", zoom = zoom));
        }
    }

    /// What there is to say of the shown map.
    pub(super) fn now(&self) -> Option<Heard> {
        let session = self.sessions.iter().find(|session| Some(session.id) == self.active)?;
        Some(Heard {
            session: session.id,
            name: session.name(&self.words),
            map: Arc::clone(session.document.base()),
            selected: selected(&self.words, session.document.map(), session.document.selection()),
            zoom: (session.canvas.zoom() * 100.0).round() as u32,
        })
    }
}

/// What is selected, in words, where it is more than one card or heading.
pub(super) fn selected(words: &Words, map: &JourneyMap, selection: &Selection) -> Option<String> {
    if selection.cards.len() > 1 {
        return Some(words!(words, "window-cards-selected", n = selection.cards.len()));
    }
    let chosen = headings::chosen(map, selection);
    let n = chosen.len();
    let last = chosen.last().filter(|_| n > 1)?;
    Some(match last {
        Cursor::Step(_) => words!(words, "window-steps-selected", n = n),
        Cursor::Stage(_) => words!(words, "window-stages-selected", n = n),
        Cursor::Lane(_) => words!(words, "window-lanes-selected", n = n),
        _ => words!(words, "window-personas-selected", n = n),
    })
}
