//! What is done with plots: opened large, copied, exported, compared, kept as a journey to be. Must not know what they show.

use std::path::Path;
use std::sync::Arc;

use eframe::egui::Context;

use super::application::App;
use super::copying::Shows;
use super::dialogs::{Dialog, ExportDialog};
use super::intent::PlotWish;
use super::session::{Session, SessionId, file_name};
use super::task::ExportWish;
use crate::edit::Edit;
use crate::export::{self, ExportOptions, Format};
use crate::file::say;
use crate::insight::plot::Kind;
use crate::layout::plots;
use crate::model::JourneyMap;
use crate::words;

impl App {
    /// Does what is wanted with a plot of the shown map.
    pub(super) fn plot_wish(&mut self, context: &Context, wish: PlotWish) {
        match wish {
            PlotWish::Open(kind) => self.with_insights(|session| session.insights.open(kind)),
            PlotWish::Close => self.with_insights(|session| session.insights.close()),
            PlotWish::Export(kind) => self.ask_how_to_export_plot(kind),
            PlotWish::CopyPicture(kind) => self.copy_as_picture(context, Shows::Plot(kind)),
            PlotWish::CopyTable { text, html } => {
                let failed = self.clipboard.put(context, &text, &html);
                match failed {
                    Some(why) => self.complain(context, words!(self.words, "error-export", why = why)),
                    None => self.tell(context, words!(self.words, "plots-table-copied")),
                }
            }
            PlotWish::KeepToBe(edit) => self.keep_to_be(context, &edit),
            PlotWish::CompareWithFile => self.ask_what_to_plot_against(context),
        }
    }

    fn with_insights(&mut self, change: impl FnOnce(&mut Session)) {
        if let Some(session) = self.shown() {
            session.document.commit(None);
            session.close_persona();
            change(session);
        }
    }

    /// Fills the window with the plot that was looked at last, or shows the map again.
    pub(super) fn toggle_plots_page(&mut self) {
        self.with_insights(|session| {
            if session.insights.is_page() {
                session.insights.close();
            } else {
                let kind = session.insights.current();
                session.insights.open(kind);
            }
        });
    }

    /// Begins to try out scores on the curve, or stops.
    pub(super) fn toggle_what_if(&mut self) {
        self.with_insights(|session| session.insights.toggle_what_if());
    }

    /// The plot that is meant where none is named.
    pub(super) fn current_plot(&mut self) -> Option<Kind> {
        self.shown().map(|session| session.insights.current())
    }

    /// Copies the figures of the plot that is looked at.
    pub(super) fn copy_current_table(&mut self, context: &Context) {
        let words = self.words.clone();
        let copied = self.shown().map(|session| {
            let map = Arc::clone(session.document.map());
            let kind = session.insights.current();
            session.insights.copied(&map, kind, &words)
        });
        if let Some((text, html)) = copied {
            self.plot_wish(context, PlotWish::CopyTable { text, html });
        }
    }

    pub(super) fn plot_options(session: &Session, kind: Kind) -> ExportOptions {
        ExportOptions {
            theme: Some(session.document.map().look.theme),
            plot: Some(kind),
            against: session.insights.against(),
            today: Some(jiff::Zoned::now().date()),
            ..ExportOptions::default()
        }
    }

    pub(super) fn ask_how_to_export_plot(&mut self, kind: Kind) {
        let words = self.words.clone();
        let mut fonts = std::mem::take(&mut self.fonts);
        let dialog = self.shown().map(|session| {
            let options = Self::plot_options(session, kind);
            let map = Arc::clone(session.document.map());
            let size = export::picture(&map, &options, &session.images, &mut fonts).size;
            let wish = ExportWish { session: session.id, format: Format::Svg, options };
            ExportDialog::new(wish, plots::say::title(kind, &words), size, map, session.images.clone())
        });
        self.fonts = fonts;
        self.dialogs.extend(dialog.map(Dialog::Export));
    }

    /// Opens a copy of the shown map as the journey to be, with these changes.
    fn keep_to_be(&mut self, context: &Context, edit: &Edit) {
        let Some(before) = self.active else { return };
        self.duplicate_to_be(context);
        if self.active == Some(before) {
            return;
        }
        let as_is = self.session(before).map(|session| {
            session.insights.close();
            Arc::clone(session.document.map())
        });
        let words = self.words.clone();
        let name = self.session(before).map(|session| session.name(&words)).unwrap_or_default();
        let Some(session) = self.shown() else { return };
        let done = session.document.edit(edit, None).map(drop);
        if let Some(as_is) = as_is {
            session.insights.compare_with(name, as_is);
        }
        self.refused(context, done);
    }

    /// Compares the plots of an open map with the map of a file.
    pub(super) fn plot_against(&mut self, context: &Context, id: SessionId, path: &Path) {
        let name = file_name(path).unwrap_or_default();
        match super::standing::load(path) {
            Ok((opened, _)) => {
                let map: Arc<JourneyMap> = Arc::new(opened.map);
                let name = if map.title.trim().is_empty() { name } else { map.title.clone() };
                if let Some(session) = self.session(id) {
                    session.insights.compare_with(name, map);
                }
            }
            Err(error) => {
                let why = say::load_reason(&self.words, &error);
                self.complain(context, words!(self.words, "error-open", name = name, why = why));
            }
        }
    }
}
