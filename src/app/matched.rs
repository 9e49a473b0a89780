//! How somebody matched a table that then came to nothing: nobody does that twice. Kept until the window ends, and there again
//! when the same file is opened. Must not know what a column means.

use std::path::{Path, PathBuf};

use eframe::egui::Context;

use super::application::App;
use crate::model::{SurveyMapping, TableMapping};
use crate::words;

/// How many are kept; the oldest goes.
const MOST: usize = 32;

/// How a table was matched.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Matching {
    /// As one that becomes a map.
    Table(TableMapping),
    /// As answers of a survey.
    Answers(SurveyMapping),
}

/// What is kept of it, the latest last.
#[derive(Debug, Default)]
pub(super) struct Matched(Vec<(PathBuf, Matching)>);

impl Matched {
    /// How this table was matched as one that becomes a map.
    pub(super) fn table(&self, path: &Path) -> Option<&TableMapping> {
        self.0.iter().find_map(|(of, matching)| match matching {
            Matching::Table(mapping) if of == path => Some(mapping),
            _ => None,
        })
    }

    /// How this table was matched as answers of a survey.
    pub(super) fn answers(&self, path: &Path) -> Option<&SurveyMapping> {
        self.0.iter().find_map(|(of, matching)| match matching {
            Matching::Answers(mapping) if of == path => Some(mapping),
            _ => None,
        })
    }

    fn keep(&mut self, path: PathBuf, matching: Matching) {
        let kind = std::mem::discriminant(&matching);
        self.0.retain(|(of, kept)| *of != path || std::mem::discriminant(kept) != kind);
        if self.0.len() == MOST {
            self.0.remove(0);
        }
        self.0.push((path, matching));
    }
}

impl App {
    /// Keeps how a table was matched, and says so.
    pub(super) fn keep_matching(&mut self, context: &Context, path: PathBuf, matching: Matching) {
        let name = super::session::file_name(&path).unwrap_or_default();
        self.matched.keep(path, matching);
        self.note(context, words!(self.words, "matching-kept", name = name));
    }
}
