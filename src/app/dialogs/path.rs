//! A field for a path, where the system has no file dialog: Tab completes, recent files stand below.

use std::path::{Path, PathBuf};

use eframe::egui::{Align, Context, EventFilter, Id, Key, Label, Layout, Modifiers, RichText};

use super::sheet;
use crate::app::look::{Control, Kind, Look, TEXT, heading, regular, section, text_field_with_id};
use crate::app::session::file_name;
use crate::app::task::{Purpose, Task};
use crate::i18n::Words;
use crate::words;

/// The question for a path.
#[derive(Debug)]
pub(crate) struct PathDialog {
    purpose: Purpose,
    typed: String,
    recent: Vec<PathBuf>,
    started: bool,
}

impl PathDialog {
    /// Asks for a path, beginning with `typed`; a path to save to gets the usual ending where it has none.
    pub(crate) fn new(purpose: Purpose, typed: String, recent: &[PathBuf]) -> Self {
        // Recent files are maps.
        let recent = if matches!(purpose, Purpose::Open | Purpose::Compare(_)) { recent.to_vec() } else { Vec::new() };
        Self { purpose, typed, recent, started: false }
    }

    pub(super) fn ui(&mut self, context: &Context, look: &Look, words: &Words, tasks: &mut Vec<Task>) -> bool {
        let opening = self.purpose.opens();
        let title = self.purpose.title(words);
        let (open, close) = sheet(context, look, &title, 560.0, |ui| {
            heading(ui, look, &title);
            let mut hint = words!(words, "dialog-path-hint");
            if self.purpose == Purpose::Open {
                hint = format!("{hint} {}", words!(words, "dialog-path-open-kinds"));
            }
            ui.add(Label::new(RichText::new(hint).font(regular(TEXT)).color(look.colors.weak)).wrap());
            ui.add_space(4.0);
            let label = words!(words, "dialog-path-label");
            section(ui, look, &label);
            let field_id = Id::unique("path field");
            let focused = ui.memory(|memory| memory.has_focus(field_id));
            let tab = focused && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Tab));
            let enter = focused && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
            if tab {
                self.typed = complete(&self.typed, opening.then(|| self.purpose.endings()).as_deref());
            }
            let field = text_field_with_id(ui, look, field_id, &label, &mut self.typed);
            if !std::mem::replace(&mut self.started, true) {
                field.request_focus();
            }
            if focused {
                let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: false };
                ui.memory_mut(|memory| memory.set_focus_lock_filter(field_id, filter));
            }
            if tab {
                cursor_to_end(ui.ctx(), field_id, &self.typed);
            }
            let path = self.path();
            let (note, fine) = judge(&path, self.typed.trim(), opening, words);
            let replaces = !opening && path.is_file();
            let color = if fine && !replaces { look.colors.weak } else { look.colors.warning };
            ui.add(Label::new(RichText::new(note).font(regular(11.5)).color(color)).truncate());
            let mut chosen = (enter && fine).then_some(path.clone());
            if opening && !self.recent.is_empty() {
                section(ui, look, &words!(words, "window-recent"));
                ui.spacing_mut().item_spacing.y = 1.0;
                for recent in self.recent.iter().take(6) {
                    let Some(name) = file_name(recent) else { continue };
                    let folder = recent.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
                    if Control::text(&name)
                        .kind(Kind::Entry)
                        .note(&folder)
                        .with_icon("file-text")
                        .show(ui, look)
                        .clicked()
                    {
                        chosen = Some(recent.clone());
                    }
                }
            }
            ui.add_space(8.0);
            let size = eframe::egui::vec2(ui.available_width(), 28.0);
            let cancelled = ui
                .allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
                    let go = if opening {
                        words!(words, "dialog-path-open-go")
                    } else if replaces {
                        words!(words, "dialog-replace")
                    } else {
                        words!(words, "dialog-path-save-go")
                    };
                    if Control::text(&go).kind(Kind::Primary).enabled(fine).show(ui, look).clicked() {
                        chosen = Some(path);
                    }
                    Control::text(&words!(words, "window-cancel")).kind(Kind::Outlined).show(ui, look).clicked()
                })
                .inner;
            let open = chosen.is_none() && !cancelled;
            tasks.extend(chosen.map(|path| Task::Chosen(self.purpose.clone(), path)));
            open
        });
        open && !close
    }

    fn path(&self) -> PathBuf {
        let path = expand(self.typed.trim());
        if self.purpose.opens() { path } else { self.purpose.with_ending(&path) }
    }
}

/// What there is to say about a path that was typed so, and whether it can be used.
fn judge(path: &Path, typed: &str, opening: bool, words: &Words) -> (String, bool) {
    if path.as_os_str().is_empty() || opening && path.is_dir() {
        return (String::from(" "), false);
    }
    let folder = path.parent().is_none_or(|folder| folder.as_os_str().is_empty() || folder.is_dir());
    match (opening, path.is_file(), folder && !path.is_dir()) {
        (true, true, _) => (String::from(" "), true),
        (true, false, _) => (words!(words, "dialog-path-none"), false),
        (false, true, _) => (words!(words, "dialog-path-exists"), true),
        // Where it got an ending, or its home folder a name.
        (false, false, true) if path != Path::new(typed) => (path.display().to_string(), true),
        (false, false, true) => (String::from(" "), true),
        (false, false, false) => (words!(words, "dialog-path-no-folder"), false),
    }
}

/// `~` is the home folder.
fn expand(typed: &str) -> PathBuf {
    let Some(rest) = typed.strip_prefix('~') else { return PathBuf::from(typed) };
    let Some(folders) = directories::UserDirs::new() else { return PathBuf::from(typed) };
    folders.home_dir().join(rest.trim_start_matches(['/', '\\']))
}

/// What is typed, with what all names that begin like it have in common.
fn complete(typed: &str, endings: Option<&[&str]>) -> String {
    let (folder, start) = match typed.rfind(['/', '\\']) {
        Some(at) => typed.split_at(at + 1),
        None => ("", typed),
    };
    let looked_in = if folder.is_empty() { PathBuf::from(".") } else { expand(folder) };
    let Ok(entries) = std::fs::read_dir(looked_in) else { return typed.to_owned() };
    let mut names: Vec<String> = entries
        .filter_map(Result::ok)
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let is_folder = entry.path().is_dir();
            let fits = is_folder
                || endings.is_none_or(|endings| endings.iter().any(|ending| name.to_lowercase().ends_with(ending)));
            (name.starts_with(start) && !(start.is_empty() && name.starts_with('.')) && fits)
                .then(|| if is_folder { format!("{name}/") } else { name })
        })
        .collect();
    names.sort();
    let Some(first) = names.first() else { return typed.to_owned() };
    let common = names.iter().fold(first.as_str(), |common, name| {
        let same = common.char_indices().zip(name.chars()).find(|((_, a), b)| a != b).map(|((at, _), _)| at);
        &common[..same.unwrap_or(common.len().min(name.len()))]
    });
    format!("{folder}{}", if common.len() < start.len() { start } else { common })
}

fn cursor_to_end(context: &Context, id: Id, text: &str) {
    use eframe::egui::TextEdit;
    use eframe::egui::text::{CCursor, CCursorRange};
    let mut state = TextEdit::load_state(context, id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(text.chars().count()))));
    TextEdit::store_state(context, id, state);
}
