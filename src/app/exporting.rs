//! Exports under way: each on a thread of its own, so that the window goes on. How far it is stands in the corner, where it
//! can be stopped. Must not know what a format is made of.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use eframe::egui::{
    self, Align, Align2, Area, Context, Id, Label, Layout, Order, ProgressBar, RichText, UiBuilder, Vec2, vec2,
};

use super::look::{Control, Look, TEXT, icon, regular};
use super::toast;
use crate::export::images::ImageFolder;
use crate::export::watch::Watch;
use crate::export::{self, ExportError, ExportOptions, Format};
use crate::file::disk::{SaveError, save_bytes};
use crate::file::say;
use crate::i18n::Words;
use crate::model::JourneyMap;
use crate::text::Typesetter;
use crate::words;

/// What takes less long than this isn't worth showing.
const SHOWN_AFTER: Duration = Duration::from_millis(400);
/// How often the bar moves.
const EVERY: Duration = Duration::from_millis(120);
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

type End = Result<(), ExportFailure>;

/// An export under way.
#[derive(Debug)]
pub(super) struct Export {
    name: String,
    format: Format,
    path: PathBuf,
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
        let (name, format, path) = (leaving.name.clone(), leaving.format, leaving.path.clone());
        let thread = thread::Builder::new().name("export".to_owned()).spawn({
            let (watch, context) = (Arc::clone(&watch), context.clone());
            move || {
                sender.send(make(&leaving, &watch)).ok();
                context.request_repaint();
            }
        })?;
        Ok(Self { name, format, path, watch, begun: Instant::now(), end, thread: Some(thread) })
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

/// Shows what is under way. What has ended is taken out: where it went, and how it ended.
pub(super) fn ui(exports: &mut Vec<Export>, context: &Context, look: &Look, words: &Words) -> Vec<(PathBuf, End)> {
    let mut ended = Vec::new();
    exports.retain(|export| match export.ended() {
        Some(end) => {
            ended.push((export.path.clone(), end));
            false
        }
        None => true,
    });
    let Some(last) = exports.iter().map(|export| export.begun.elapsed()).max() else { return ended };
    context.request_repaint_after(EVERY.max(SHOWN_AFTER.saturating_sub(last)));
    let shown: Vec<&Export> = exports.iter().filter(|export| export.begun.elapsed() >= SHOWN_AFTER).collect();
    if !shown.is_empty() {
        // Above the notices' place at the other corner, so that neither covers the other.
        Area::new(Id::unique("exports")).order(Order::Tooltip).anchor(Align2::LEFT_BOTTOM, vec2(16.0, -44.0)).show(
            context,
            |ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                for export in shown {
                    one(ui, look, words, export);
                }
            },
        );
    }
    ended
}

fn one(ui: &mut egui::Ui, look: &Look, words: &Words, export: &Export) {
    let colors = &look.colors;
    toast::frame(look).show(ui, |ui| {
        ui.set_width(360.0);
        ui.scope_builder(UiBuilder::new().layout(Layout::left_to_right(Align::TOP)), |ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(16.0, 28.0), egui::Sense::hover());
            let place = egui::Rect::from_center_size(rect.center(), Vec2::splat(16.0));
            icon(ui.painter(), "download", place, colors.accent);
            ui.vertical(|ui| {
                ui.set_width(360.0 - 16.0 - 28.0 - 24.0);
                ui.add_space(5.0);
                let text = words!(
                    words,
                    "exporting",
                    map = export.name.clone(),
                    format = export.format.extension().to_uppercase()
                );
                let text = RichText::new(text).font(regular(TEXT)).color(colors.text);
                ui.add(Label::new(text).wrap());
                let progress = export.watch.progress();
                let percent = words.number(f64::from((progress * 100.0).floor()), 0);
                let bar = ProgressBar::new(progress).desired_height(6.0).fill(colors.accent);
                let bar = ui.add(bar);
                let name = words!(words, "exporting-percent", percent = percent);
                bar.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ProgressIndicator, true, name.clone()));
                ui.add_space(5.0);
            });
            if Control::icon("x", &words!(words, "exporting-stop")).show(ui, look).clicked() {
                export.watch.stop();
            }
        });
    });
}
