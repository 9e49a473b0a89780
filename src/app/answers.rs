//! Answers of surveys: the file that is asked for, the dialog over it, and what comes into the map.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::Context;

use super::application::App;
use super::dialogs::{Dialog, SurveyDialog};
use super::importing;
use super::saying;
use super::session::SessionId;
use super::task::{ANSWER_ENDINGS, Purpose, SurveyWish, Task};
use crate::edit::Label;
use crate::file::disk::{LoadError, load_bytes, save_bytes};
use crate::file::{mapping, say};
use crate::import::survey::plan;
use crate::import::survey::say::summary;
use crate::model::EvidenceId;
use crate::words;

impl App {
    /// Asks for a file of answers for the shown map.
    pub(super) fn ask_for_answers(&mut self, context: &Context) {
        if let Some(id) = self.active {
            self.ask(context, Purpose::Survey(id, None));
        }
    }

    /// What a file that was dropped on the window is wanted for.
    pub(super) fn dropped(&self, path: PathBuf) -> Task {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        match self.active {
            // A plain text is rather an outline.
            // It may rather show a journey: that is known once it is read.
            Some(id) if ending != "txt" && ANSWER_ENDINGS.contains(&ending.as_str()) => Task::OpenDropped(id, path),
            _ => importing::dropped(&path),
        }
    }

    /// Does what is wanted with answers.
    pub(super) fn survey(&mut self, context: &Context, wish: SurveyWish) {
        match wish {
            SurveyWish::Choose(id, renew) => self.ask(context, Purpose::Survey(id, renew)),
            SurveyWish::Open(id, path) => self.open_answers(context, id, path, None),
            SurveyWish::SaveMapping(id) => self.ask(context, Purpose::SaveMapping(id)),
            SurveyWish::LoadMapping(id) => self.ask(context, Purpose::LoadMapping(id)),
            SurveyWish::TakeIn { session, mapping, wiring, answers, sources, renew } => {
                let words = self.words.clone();
                let Some(session) = self.sessions.iter_mut().find(|open| open.id == session) else { return };
                let map = Arc::clone(session.document.map());
                let incoming = plan(&map, &mapping, &wiring, &answers, &sources, renew, &mut self.ids);
                match session.document.edit_as(Label::Survey, &incoming.edit, None) {
                    Ok(_) => self.tell(context, summary(&incoming, answers.counted, answers.rows, &words)),
                    Err(error) => self.complain(context, saying::edit_error(&words, &error)),
                }
            }
        }
    }

    fn survey_dialog(&mut self, id: SessionId) -> Option<&mut SurveyDialog> {
        self.dialogs.iter_mut().find_map(|dialog| match dialog {
            Dialog::Survey(dialog) if dialog.session() == id => Some(&mut **dialog),
            _ => None,
        })
    }

    /// Shows what a file of answers would bring into a map.
    pub(super) fn open_answers(&mut self, _context: &Context, id: SessionId, path: PathBuf, renew: Option<EvidenceId>) {
        if let Some(dialog) = self.survey_dialog(id) {
            dialog.read_file(path);
            return;
        }
        let Some(session) = self.session(id) else { return };
        let map = Arc::clone(session.document.map());
        let kept = renew.and_then(|id| {
            let entry = map.evidence.iter().find(|entry| entry.id == id)?;
            Some((id, entry.survey.as_ref()?.mapping.clone()))
        });
        let matched = self.matched.answers(&path).cloned();
        let mut dialog = SurveyDialog::new(id, map, path, kept);
        if let Some(matched) = matched {
            dialog.take_mapping(matched);
        }
        self.dialogs.push(Dialog::Survey(Box::new(dialog)));
    }

    /// Keeps how columns are matched.
    pub(super) fn save_mapping(&mut self, context: &Context, id: SessionId, path: &Path) {
        let Some(text) = self.survey_dialog(id).map(|dialog| mapping::write(dialog.mapping())) else { return };
        match save_bytes(path, text.as_bytes()) {
            Ok(()) => {
                let name = super::session::file_name(path).unwrap_or_default();
                self.tell(context, words!(self.words, "survey-mapping-saved", name = name));
            }
            Err(error) => self.complain(context, say::save_error(&self.words, &error)),
        }
    }

    /// Takes over how columns were matched.
    pub(super) fn load_mapping(&mut self, context: &Context, id: SessionId, path: &Path) {
        let read = load_bytes(path)
            .and_then(|bytes| mapping::read(&bytes).map_err(|error| LoadError::NoMap { path: path.to_owned(), error }));
        match read {
            Ok(mapping) => {
                if let Some(dialog) = self.survey_dialog(id) {
                    dialog.take_mapping(mapping);
                }
            }
            Err(error) => self.complain(context, say::load_error(&self.words, &error)),
        }
    }
}
