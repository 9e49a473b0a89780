//! Settling what a map lacks. Must not know the rules, nor how the page of problems looks.

use eframe::egui::Context;

use super::application::App;
use super::command::Command;
use super::dialogs::Dialog;
use super::problems::{self, Problems, place};
use crate::edit::Edit;
use crate::lint::Remedy;
use crate::model::check::Thing;

impl App {
    /// What the shown map lacks: faults and advice.
    pub(super) fn problems(&mut self) -> Problems {
        let words = self.words.clone();
        let Some(session) = self.shown() else { return Problems::default() };
        let found = session.found();
        problems::problems(&words, session.document.base(), &found)
    }

    /// Settles something that the map lacks, or makes ready what is to be written for it.
    pub(super) fn remedy(&mut self, context: &Context, remedy: Remedy) {
        match remedy {
            Remedy::Edit(edit) => self.mend(context, &edit),
            Remedy::AddPersona => self.run(context, Command::InsertPersona),
            Remedy::Answer(pain) => {
                let place = self.shown().and_then(|session| place(session.document.map(), Thing::Card(pain), None));
                if let Some(place) = place {
                    self.show(place);
                    self.run(context, Command::AnswerPain);
                }
            }
            Remedy::NamePain(step) => {
                if let Some(session) = self.shown() {
                    session.document.commit(None);
                    session.canvas.open_pain(step);
                }
            }
        }
    }

    /// Settles what a map lacks; an open page of problems then says what is left.
    pub(super) fn mend(&mut self, context: &Context, remedy: &Edit) {
        let Some(session) = self.shown() else { return };
        let done = session.document.edit(remedy, None).map(drop);
        self.refused(context, done);
        let left = self.problems();
        if let Some(Dialog::Problems(_, problems)) = self.dialogs.last_mut() {
            *problems = left;
        }
    }
}
