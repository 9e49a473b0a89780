//! Replies of a page's readers: dropped or opened, they come into the open map that they answer. Must not know how they are
//! written.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use eframe::egui::Context;

use super::application::App;
use super::dialogs::Dialog;
use super::saying;
use super::session::{SessionId, file_name};
use super::task::{SurveyWish, Task};
use crate::edit::{Edit, MapChange, apply};
use crate::file::{disk, say};
use crate::i18n::Words;
use crate::import::reply::{self, Received, ReplyError};
use crate::model::JourneyMap;
use crate::words;

/// How many refusals are said one by one.
const MOST_SAID: usize = 5;

/// Whether a file holds a reply, damaged or not.
pub(super) fn is_reply(path: &Path) -> bool {
    // What isn't a plain file may never give anything.
    if !path.metadata().is_ok_and(|metadata| metadata.is_file()) {
        return false;
    }
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(reply::MOST_BYTES as u64).read_to_end(&mut bytes));
    read.is_ok() && reply::looks_like(&bytes)
}

impl App {
    /// What files that were dropped on the window are wanted for. What would change what is shown waits as long as a dialog
    /// or the palette `covered` it: what that says of a map would be of another one.
    pub(super) fn take_dropped(
        &mut self,
        context: &Context,
        covered: bool,
        paths: impl IntoIterator<Item = PathBuf>,
    ) -> Vec<Task> {
        if !covered {
            let paths: Vec<PathBuf> = self.dropped_later.drain(..).chain(paths).collect();
            return self.all_dropped(paths);
        }
        let known = self.dropped_later.len();
        let mut tasks = Vec::new();
        let surveyed = self.dialogs.iter().any(|one| matches!(one, Dialog::Survey(_)));
        for path in paths {
            match self.dropped(path.clone()) {
                // The page of a survey that is open takes another file.
                Task::OpenDropped(id, path) if surveyed => tasks.push(Task::Survey(SurveyWish::Open(id, path))),
                _ => self.dropped_later.push(path),
            }
        }
        if self.dropped_later.len() > known {
            self.note(context, words!(self.words, "notice-dropped-later"));
        }
        tasks
    }

    /// What files that were dropped together are wanted for: replies come in together, each of the others is for itself.
    pub(super) fn all_dropped(&self, paths: impl IntoIterator<Item = PathBuf>) -> Vec<Task> {
        let (replies, others): (Vec<PathBuf>, Vec<PathBuf>) = paths.into_iter().partition(|path| is_reply(path));
        let mut tasks: Vec<Task> = others.into_iter().map(|path| self.dropped(path)).collect();
        if !replies.is_empty() {
            tasks.push(Task::TakeReplies(replies));
        }
        tasks
    }

    /// Takes replies into the maps that they answer, one step to undo for each map; says what came in, and what didn't and
    /// why.
    pub(super) fn take_replies(&mut self, context: &Context, paths: &[PathBuf]) {
        let words = self.words.clone();
        let mut refused = Vec::new();
        let mut read: Vec<(SessionId, Vec<(String, Received)>)> = Vec::new();
        for path in paths {
            let name = file_name(path).unwrap_or_default();
            match self.read_reply(path, &words) {
                Ok((id, received)) => match read.iter_mut().find(|(known, _)| *known == id) {
                    Some((_, of_map)) => of_map.push((name, received)),
                    None => read.push((id, vec![(name, received)])),
                },
                Err(why) => refused.push(refusal(&name, &why)),
            }
        }
        for (id, replies) in read {
            self.take_into(context, id, replies, &mut refused);
        }
        if let Some(more) = refused.len().checked_sub(MOST_SAID).filter(|more| *more > 0) {
            refused.truncate(MOST_SAID);
            refused.push(words!(words, "replies-more-refused", count = words.number(more as f64, 0)));
        }
        if !refused.is_empty() {
            self.complain(context, refused.join("\n"));
        }
    }

    /// A reply, and the open map that it answers: the shown one, if it may be that.
    fn read_reply(&self, path: &Path, words: &Words) -> Result<(SessionId, Received), String> {
        let bytes = disk::load_bytes(path).map_err(|error| say::load_error(words, &error))?;
        let received = reply::read(&bytes).map_err(|error| error.in_words(words))?;
        let shown = self.sessions.iter().filter(|session| Some(session.id) == self.active);
        let others = self.sessions.iter().filter(|session| Some(session.id) != self.active);
        let mut other_map = None;
        for session in shown.chain(others) {
            match reply::take(session.document.map(), &received) {
                Err(error @ ReplyError::OtherMap(_)) => {
                    other_map.get_or_insert(error);
                }
                Ok(_) | Err(_) => return Ok((session.id, received)),
            }
        }
        Err(match other_map {
            Some(error) => format!("{} {}", error.in_words(words), words!(words, "replies-open-map")),
            None => words!(words, "replies-no-map"),
        })
    }

    fn take_into(
        &mut self,
        context: &Context,
        id: SessionId,
        replies: Vec<(String, Received)>,
        refused: &mut Vec<String>,
    ) {
        let words = self.words.clone();
        let Some(session) = self.session(id) else { return };
        session.document.commit(None);
        let mut map = JourneyMap::clone(session.document.map());
        let (mut taken, mut remarks) = (Vec::new(), Vec::new());
        for (name, received) in replies {
            let done = reply::take(&map, &received).map_err(|error| error.in_words(&words)).and_then(|done| {
                let next = apply(&map, &done.edit).map_err(|error| saying::edit_error(&words, &error))?;
                Ok((next, done.remarks))
            });
            match done {
                Ok((next, said)) => {
                    map = next;
                    remarks.extend(said);
                    taken.push(received);
                }
                Err(why) => refused.push(refusal(&name, &why)),
            }
        }
        if taken.is_empty() {
            return;
        }
        let edit = Edit::SetMap(MapChange::Replies(map.replies));
        match session.document.edit(&edit, None) {
            Ok(_) => {
                self.active = Some(id);
                self.tell(context, reply::in_words(&taken, &words));
                for remark in remarks {
                    self.note(context, remark.in_words(&words));
                }
            }
            Err(error) => self.complain(context, saying::edit_error(&words, &error)),
        }
    }
}

fn refusal(name: &str, why: &str) -> String {
    format!("{name}: {why}")
}
