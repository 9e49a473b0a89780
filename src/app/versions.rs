//! What a map's file said before: shown, compared, and brought back as a change that undo takes back.

use std::sync::Arc;
use std::time::SystemTime;

use eframe::egui::Context;

use super::application::App;
use super::dialogs::{Dialog, VersionsDialog};
use super::session::SessionId;
use crate::edit::Label;
use crate::file::images;
use crate::model::JourneyMap;
use crate::words;

impl App {
    /// Shows the versions of the shown map's file.
    pub(super) fn show_versions(&mut self, context: &Context) {
        let Some(versions) = self.versions.clone() else {
            let text = words!(self.words, "versions-nowhere");
            return self.note(context, text);
        };
        let with_previews = self.start.shows_previews();
        let words = self.words.clone();
        let Some(session) = self.shown() else { return };
        session.document.commit(None);
        let Some(path) = session.path.clone() else { return };
        let now = Arc::clone(session.document.map());
        let list = versions.of(&path).list();
        let images = session.images.path().map_or_else(|| images::folder_of(&path), ToOwned::to_owned);
        let (id, name, read_only) = (session.id, session.name(&words), session.is_read_only());
        let dialog = VersionsDialog::new(id, name, now, list, images, with_previews);
        self.dialogs.push(Dialog::Versions(dialog.read_only(read_only)));
    }

    /// Puts what a version of that time says in place of what a map says now, as one undo step.
    pub(super) fn restore(&mut self, context: &Context, id: SessionId, time: SystemTime, map: &JourneyMap) {
        let words = self.words.clone();
        let Some(session) = self.session(id) else { return };
        if session.document.replace_as(Label::Restore, map.clone()) {
            let time = super::files::time(time, &words);
            self.tell(context, words!(words, "versions-restored", time = time));
        } else {
            self.note(context, words!(words, "versions-same"));
        }
    }
}
