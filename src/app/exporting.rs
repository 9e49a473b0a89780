//! Exports under way: each on a thread of its own, so that the window goes on. Must not know what a format is made of.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use eframe::egui::Context;

use super::session::Session;
use super::task::ExportWish;
use super::under_way::Card;
use crate::export::images::ImageFolder;
use crate::export::watch::Watch;
use crate::export::{self, ExportError, ExportOptions, Format};
use crate::file::disk::{SaveError, save_bytes};
use crate::file::say;
use crate::i18n::Words;
use crate::model::{JourneyMap, Theme};
use crate::text::Typesetter;
use crate::words;

/// What is made in less time than this is there in the same frame.
const AT_ONCE: Duration = Duration::from_millis(12);

/// What leaves, and where to.
pub(super) struct Leaving {
    /// What the map is called.
    pub(super) name: String,
    pub(super) map: Arc<JourneyMap>,
    pub(super) images: ImageFolder,
    pub(super) format: Format,
    pub(super) options: ExportOptions,
    pub(super) path: PathBuf,
    pub(super) after: After,
}

/// The theme that was chosen for an export in place of the map's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OtherTheme {
    pub(super) theme: Theme,
    pub(super) format: Format,
    /// The map's own, then.
    own: Theme,
}

impl Session {
    /// Remembers what was chosen for this map alone.
    pub(super) fn exported(&mut self, wish: &ExportWish) {
        let own = self.document.map().look.theme;
        self.left_out = wish.options.left_out.clone();
        if let Some(theme) = wish.options.theme.filter(|_| wish.format.has_theme()) {
            self.other_theme = (theme != own).then_some(OtherTheme { theme, format: wish.format, own });
        }
    }

    /// The theme that was chosen last, if not the map's own; forgotten once the map gets another one.
    pub(super) fn other_theme(&self) -> Option<OtherTheme> {
        self.other_theme.filter(|other| other.own == self.document.map().look.theme)
    }
}

/// What happens once it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    /// It is said where.
    Tell,
    /// The system's program for such files opens it.
    Open {
        /// It is in light colours, though the map is dark.
        spares_ink: bool,
    },
}

/// An export that has ended.
pub(super) struct Ended {
    /// Where it was to go.
    pub(super) path: PathBuf,
    pub(super) after: After,
    /// How it ended.
    pub(super) end: End,
}

/// Why nothing was exported.
#[derive(Debug)]
pub(super) enum ExportFailure {
    /// It could not be made.
    Made(ExportError),
    /// It could not be written.
    Written(SaveError),
    /// Its thread ended without a word.
    Lost,
}

impl ExportFailure {
    /// What went wrong, and what to do.
    pub(super) fn in_words(&self, words: &Words) -> String {
        match self {
            Self::Made(error) => error.in_words(words),
            Self::Written(error) => say::save_error(words, error),
            Self::Lost => words!(words, "exporting-lost"),
        }
    }
}

pub(super) type End = Result<(), ExportFailure>;

/// An export under way.
#[derive(Debug)]
pub(super) struct Export {
    name: String,
    format: Format,
    path: PathBuf,
    after: After,
    watch: Arc<Watch>,
    begun: Instant,
    end: Receiver<End>,
    thread: Option<JoinHandle<()>>,
}

impl Export {
    /// Begins an export.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub(super) fn begin(leaving: Leaving, context: &Context) -> std::io::Result<Self> {
        let watch = Arc::new(Watch::new());
        let (sender, end) = channel();
        let (name, format, path, after) = (leaving.name.clone(), leaving.format, leaving.path.clone(), leaving.after);
        let thread = thread::Builder::new().name("export".to_owned()).spawn({
            let (watch, context) = (Arc::clone(&watch), context.clone());
            move || {
                sender.send(make(&leaving, &watch)).ok();
                context.request_repaint();
            }
        })?;
        Ok(Self { name, format, path, after, watch, begun: Instant::now(), end, thread: Some(thread) })
    }

    /// How far it is.
    fn card(&self, words: &Words) -> Card<'_> {
        let format = self.format.extension().to_uppercase();
        let progress = self.watch.progress();
        let percent = words.number(f64::from((progress * 100.0).floor()), 0);
        Card {
            begun: self.begun,
            icon: "download",
            text: words!(words, "exporting", map = self.name.clone(), format = format),
            progress: Some((progress, words!(words, "exporting-percent", percent = percent))),
            stop: Some((words!(words, "exporting-stop"), Box::new(|| self.watch.stop()))),
        }
    }

    /// How it ended; none while it is under way.
    fn ended(&self) -> Option<End> {
        let patience = if self.begun.elapsed() < AT_ONCE { AT_ONCE } else { Duration::ZERO };
        match self.end.recv_timeout(patience) {
            Ok(end) => Some(end),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Err(ExportFailure::Lost)),
        }
    }
}

impl Drop for Export {
    /// The window doesn't end before what was asked for is written.
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

fn make(leaving: &Leaving, watch: &Watch) -> End {
    let Leaving { map, images, format, options, path, .. } = leaving;
    let mut fonts = Typesetter::with_system_fonts();
    let mut export = export::Leaving::new(map, options, images).watched(watch);
    let bytes = export.bytes(*format, &mut fonts).map_err(ExportFailure::Made)?;
    save_bytes(path, &bytes).map_err(ExportFailure::Written)
}

/// Takes out what has ended.
pub(super) fn ended(exports: &mut Vec<Export>) -> Vec<Ended> {
    let mut ended = Vec::new();
    exports.retain(|export| match export.ended() {
        Some(end) => {
            ended.push(Ended { path: export.path.clone(), after: export.after, end });
            false
        }
        None => true,
    });
    ended
}

/// What is under way.
pub(super) fn cards<'a>(exports: &'a [Export], words: &Words) -> Vec<Card<'a>> {
    exports.iter().map(|export| export.card(words)).collect()
}
