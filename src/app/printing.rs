//! A PDF for the system's viewer, which prints it: written beside others of its kind, which go after a day.
//!
//! Must not know what a PDF is made of.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use eframe::egui::Context;

use super::application::App;
use super::exporting::{After, Export, Leaving};
use super::files::as_file_name;
use super::programs::Asked;
use crate::export::{ExportOptions, Format};
use crate::layout::paper::{Page, Paper};
use crate::layout::theme;
use crate::words;

/// How long a PDF stays for its viewer.
const STAYS: Duration = Duration::from_hours(24);

impl App {
    /// Makes a PDF of the shown map on paper and opens it with the system's viewer.
    pub(super) fn print(&mut self, context: &Context) {
        let words = self.words.clone();
        let Some(folder) = self.prints.clone() else {
            self.ask_how_to_export(Format::Pdf);
            return;
        };
        sweep(&folder);
        if let Err(error) = std::fs::create_dir_all(&folder) {
            let why = format!("{}: {error}", folder.display());
            self.complain(context, words!(words, "error-export", why = why));
            return;
        }
        // A printer has paper, whatever was exported last.
        let last = self.settings.export.options();
        let page = last.page.unwrap_or(Page::fit(Paper::A4));
        let Some(session) = self.shown() else { return };
        let map = Arc::clone(session.document.map());
        let name = session.name(&words);
        // It is white, and who wants all of it dark says so.
        let chosen = session.other_theme().filter(|chosen| chosen.format == Format::Pdf);
        let theme = chosen.map_or_else(|| theme::on_paper(&map.look), |chosen| chosen.theme);
        let spares_ink = chosen.is_none() && theme != map.look.theme;
        // What the dialog left in and out last.
        let options = ExportOptions {
            theme: Some(theme),
            page: Some(page),
            left_out: session.left_out.clone(),
            today: Some(jiff::Zoned::now().date()),
            ..last
        };
        let leaving = Leaving {
            path: free(&folder, &as_file_name(&name)),
            name,
            map,
            images: session.images.unread(),
            format: Format::Pdf,
            options,
            after: After::Open { spares_ink },
        };
        match Export::begin(leaving, context) {
            Ok(export) => self.exports.push(export),
            Err(error) => self.complain(context, words!(words, "error-export", why = error.to_string())),
        }
    }
}

impl App {
    /// Has the system open a file that was written for that; in light colours, whatever the map's are, where it spares ink.
    pub(super) fn open_outside(&mut self, context: &Context, path: PathBuf, spares_ink: bool) {
        let words = self.words.clone();
        let shown = path.display().to_string();
        match self.programs.ask(Asked::Open(path)) {
            Ok(()) if spares_ink => self.tell(context, words!(words, "print-opened-light")),
            Ok(()) => self.tell(context, words!(words, "print-opened")),
            Err(error) => {
                self.complain(context, words!(words, "print-no-viewer", path = shown, why = error.to_string()));
            }
        }
    }

    /// Has the system show the folder that a file is in.
    pub(super) fn show_folder_of(&mut self, context: &Context, path: PathBuf) {
        if let Err(error) = self.programs.ask(Asked::Folder(path)) {
            self.complain(context, words!(self.words, "error-folder", why = error.to_string()));
        }
    }
}

/// A name that no file in the folder has, which then is there: a viewer may still show the one before, and another one may
/// be on its way.
fn free(folder: &Path, name: &str) -> PathBuf {
    let named = |number: usize| match number {
        1 => folder.join(format!("{name}.pdf")),
        _ => folder.join(format!("{name} ({number}).pdf")),
    };
    let is_ours = |path: &PathBuf| File::options().write(true).create_new(true).open(path).is_ok();
    (1..1000).map(named).find(is_ours).unwrap_or_else(|| named(1))
}

/// Removes what nobody looks at any more. What can't be removed stays.
fn sweep(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let age = entry.metadata().ok().and_then(|about| about.modified().ok()).and_then(|time| time.elapsed().ok());
        let is_pdf = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pdf"));
        if is_pdf && age.is_some_and(|age| age > STAYS) {
            std::fs::remove_file(&path).ok();
        }
    }
}
