//! Comparing the shown map with another one: which maps there are to choose from, and the list for the clipboard. Must not
//! know what is compared.

use std::cmp::Reverse;
use std::path::Path;
use std::sync::Arc;

use eframe::egui::Context;

use super::application::App;
use super::dialogs::{Choice, CompareDialog, Dialog};
use crate::export::COMPARISON_ENDINGS;
use crate::file::disk::save_bytes;
use crate::file::{embedded, say};
use crate::insight::compare::{self, ByHand};
use crate::words;

impl App {
    /// Offers the maps that the shown one can be compared with.
    pub(super) fn compare_journeys(&mut self) {
        let words = self.words.clone();
        let Some(active) = self.active else { return };
        if let Some(session) = self.shown() {
            session.document.commit(None);
        }
        let choice = |session: &super::session::Session| Choice {
            name: session.name(&words),
            map: Arc::clone(session.document.map()),
            sample: false,
        };
        let Some(this) = self.sessions.iter().find(|session| session.id == active).map(choice) else { return };
        let open = self.sessions.iter().filter(|session| session.id != active).map(choice);
        let samples = embedded::samples().iter().filter(|sample| sample.title != this.map.title);
        let samples = samples.filter_map(|sample| {
            let map = Arc::new(sample.open().ok()?.map);
            Some(Choice { name: sample.title.to_owned(), map, sample: true })
        });
        // Those that go the same way first.
        let mut samples: Vec<Choice> = samples.collect();
        let shared = |sample: &Choice| {
            let pairs = compare::pairs(&this.map, &sample.map, &ByHand::default());
            pairs.steps.iter().filter(|pair| pair.before.is_some() && pair.after.is_some()).count()
        };
        samples.sort_by_cached_key(|sample| Reverse(shared(sample)));
        let choices = open.chain(samples).collect();
        self.dialogs.push(Dialog::Compare(Box::new(CompareDialog::new(this, choices))));
    }

    /// Whether a comparison is being looked at.
    pub(super) fn compares_journeys(&self) -> bool {
        self.dialogs.iter().any(|dialog| matches!(dialog, Dialog::Compare(_)))
    }

    /// Compares with this map from now on.
    pub(super) fn compare_journeys_with(&mut self, choice: Choice) {
        let open = self.dialogs.iter_mut().rev().find_map(|dialog| match dialog {
            Dialog::Compare(open) => Some(open),
            _ => None,
        });
        if let Some(open) = open {
            open.with(choice);
        }
    }

    /// Saves the list of what changed, in the format that the file's ending says.
    pub(super) fn save_comparison(&mut self, context: &Context, path: &Path) {
        let ending = path.extension().map(|ending| ending.to_string_lossy().into_owned()).unwrap_or_default();
        let open = self.dialogs.iter().rev().find_map(|dialog| match dialog {
            Dialog::Compare(open) => Some(open),
            _ => None,
        });
        let Some(open) = open else { return };
        let Some(bytes) = open.as_file(&ending, &self.words) else {
            let known = COMPARISON_ENDINGS.join(", ");
            self.complain(context, words!(self.words, "cli-format-unknown", name = ending, known = known));
            return;
        };
        match save_bytes(path, &bytes) {
            Ok(()) => {
                let name = super::session::file_name(path).unwrap_or_default();
                self.tell(context, words!(self.words, "compare-saved", name = name));
            }
            Err(error) => self.complain(context, say::save_error(&self.words, &error)),
        }
    }

    /// Puts a list on the clipboard.
    pub(super) fn copy_table(&mut self, context: &Context, text: &str, html: &str) {
        let failed = if html.is_empty() {
            self.clipboard.put_text(context, text)
        } else {
            self.clipboard.put(context, text, html)
        };
        match failed {
            Some(why) => self.complain(context, why),
            None => self.tell(context, words!(self.words, "compare-copied")),
        }
    }
}
