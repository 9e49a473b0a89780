//! Carrying out what was wanted: intents of panels, commands, tasks of the window's frame.

use std::sync::Arc;

use eframe::egui::{Context, OpenUrl, ViewportCommand};

use super::application::App;
use super::canvas::{LinkEnd, link_begin};
use super::command::Command;
use super::copying::Shows;
use super::dialogs::{Dialog, ExportDialog};
use super::hearing::selected;
use super::intent::Intent;
use super::palette::Palette;
use super::room::{Panel, SidePage};
use super::session::SessionId;
use super::settings::{LastExport, PaperChoice, ThemeChoice};
use super::task::{AfterSave, ExportWish, SurveyWish, Task};
use super::{insert, saying};
use crate::edit::command::Change;
use crate::edit::{Cursor, EditError, Selection};
use crate::edit::{block, connect, headings};
use crate::export::{ExportOptions, Format};
use crate::model::{JourneyMap, Language};
use crate::words;

impl App {
    /// Carries out what the panels and the canvas of a map want.
    pub(super) fn carry_out(&mut self, context: &Context, id: SessionId, intents: Vec<Intent>) {
        for intent in intents {
            let Some(session) = self.session(id) else { return };
            let document = &mut session.document;
            let done: Result<(), EditError> = match intent {
                Intent::Edit(edit) => document.edit(&edit, None).map(drop),
                Intent::EditAndSelect(edit, selection) => document.edit(&edit, Some(selection)).map(drop),
                Intent::Preview(edit) => document.preview(&edit),
                Intent::Commit => {
                    document.commit(None);
                    Ok(())
                }
                Intent::Cancel => {
                    document.cancel();
                    Ok(())
                }
                Intent::Select(selection) => {
                    document.select(selection);
                    Ok(())
                }
                Intent::Show(selection) => {
                    self.show(selection);
                    Ok(())
                }
                Intent::Run(command) => {
                    self.run(context, command);
                    Ok(())
                }
                Intent::Clipboard(wish) => {
                    self.clipboard_wish(context, wish);
                    Ok(())
                }
                Intent::Plot(wish) => {
                    self.plot_wish(context, wish);
                    Ok(())
                }
                Intent::OpenPersona(persona) => {
                    session.open_persona(persona);
                    Ok(())
                }
                Intent::OpenAddress(address) => {
                    self.dialogs.push(Dialog::Address(address));
                    Ok(())
                }
                Intent::ChoosePicture(what) => {
                    self.ask_for_picture(context, id, what);
                    Ok(())
                }
                Intent::RefreshSurvey(entry) => {
                    self.survey(context, SurveyWish::Choose(id, Some(entry)));
                    Ok(())
                }
                Intent::Announce(text) => {
                    self.announcer.say(context, text);
                    Ok(())
                }
                Intent::Tell(text) => {
                    self.note(context, text);
                    Ok(())
                }
            };
            self.refused(context, done);
        }
    }

    /// Says why an edit could not be done.
    pub(super) fn refused(&mut self, context: &Context, done: Result<(), EditError>) {
        if let Err(error) = done {
            let why = saying::edit_error(&self.words, &error);
            let text = words!(self.words, "error-edit", why = why);
            self.complain(context, text);
        }
    }

    /// Selects something in the shown map and brings it into view.
    pub(super) fn show(&mut self, selection: Selection) {
        if let Some(session) = self.shown() {
            session.canvas.show(&selection);
            let map = session.document.map();
            let card = selection.cards.last().filter(|_| selection.cursor.is_none());
            let in_tray = card.and_then(|id| map.card(*id)).is_some_and(|(step, _)| step.is_none());
            session.document.select(selection);
            // What lies in the tray is seen only there.
            if in_tray {
                self.show_panel(Panel::Tray);
            }
        }
    }

    /// Changes the shown map, and brings into view what is selected then.
    pub(super) fn change(&mut self, context: &Context, Change { edit, selection }: Change) {
        let Some(session) = self.shown() else { return };
        session.document.commit(None);
        let done = session.document.edit(&edit, Some(selection.clone())).map(drop);
        if done.is_ok() {
            self.show(selection);
        }
        self.refused(context, done);
    }

    /// Does a task of the window's frame.
    pub(super) fn perform(&mut self, context: &Context, task: Task) {
        match task {
            Task::Run(command) => self.run(context, command),
            Task::ShowTab(Some(id)) => {
                self.show_map(id);
            }
            Task::ShowTab(None) => self.active = None,
            Task::ShowPage(id, page) => {
                if self.show_map(id) {
                    self.open_page(page);
                }
            }
            Task::In(id, task) => {
                if self.show_map(id) {
                    self.perform(context, *task);
                }
            }
            Task::MoveTab(id, to) => self.move_tab(id, to),
            Task::CloseTab(id) => self.close(context, id, AfterSave::Close),
            Task::Open(path) => self.open(context, path),
            Task::OpenDropped(id, path) => self.open_dropped(context, id, path),
            Task::PutPicture(path) => self.put_dropped_picture(context, &path),
            Task::Forget(path) => self.settings.recent.retain(|known| *known != path),
            Task::Sample(place) => self.open_sample(place),
            Task::Template(place) => self.open_template(place),
            Task::AddLane(kind) => {
                let mut ids = self.ids.clone();
                let change = self.shown().map(|session| {
                    insert::lane_after(session.document.map(), session.document.selection(), kind, &mut ids)
                });
                self.ids = ids;
                if let Some(change) = change {
                    self.change(context, change);
                }
            }
            Task::InsertKept(kept) => self.insert_kept(context, *kept),
            Task::Show(selection) => self.show(selection),
            Task::Mend(remedy) => self.remedy(context, remedy),
            Task::SwitchRule(rule, on) => {
                let edit = self.shown().map(|session| crate::lint::switch(session.document.map(), rule, on));
                if let Some(edit) = edit {
                    self.mend(context, &edit);
                }
            }
            Task::Save(id, then) => self.save_map(context, id, None, then),
            Task::Abandon(id, then) => {
                self.forget(id);
                self.after(context, then);
            }
            Task::Chosen(purpose, path) => self.chosen(context, purpose, path),
            Task::Restore(id, time, map) => self.restore(context, id, time, &map),
            Task::EditHere(id) => self.edit_here(context, id),
            Task::Detach(id) => self.detach(context, id),
            Task::Recover(place) => self.recover(context, place),
            Task::Discard(place) => self.discard(context, place),
            Task::Outline { text, extend, came } => self.make_of_outline(context, text, extend, came),
            Task::KeepOutline(text, came) => self.keep_outline(context, &text, came),
            Task::KeepMatching(path, matching) => self.keep_matching(context, path, *matching),
            Task::Table(wish) => self.table_wish(context, wish),
            Task::Survey(wish) => self.survey(context, wish),
            Task::TakeReplies(paths) => self.take_replies(context, &paths),
            Task::PasteLines(text) => self.paste_lines(context, text),
            Task::Ask(purpose) => self.ask(context, purpose),
            Task::ShowFolder(path) => self.show_folder_of(context, path),
            Task::Export(wish) => {
                if wish.options.plot.is_none() {
                    self.settings.export = LastExport::of(wish.format, &wish.options);
                    if let Some(session) = self.session(wish.session) {
                        session.exported(&wish);
                    }
                }
                self.ask_where_to_export(context, wish);
            }
            Task::Prefer(preferences) => {
                if preferences.language != self.settings.language {
                    self.speak(preferences.language);
                }
                self.settings.prefer(preferences);
            }
            Task::OpenAddress(address) => context.open_url(OpenUrl::new_tab(address)),
            Task::CopyAddress(address) => {
                context.copy_text(address.to_string());
                let text = words!(self.words, "notice-address-copied");
                self.tell(context, text);
            }
            Task::CopyTable { text, html } => self.copy_table(context, &text, &html),
            Task::Find(wish) => self.find(context, wish),
        }
    }

    /// Runs a command, if it can be run now.
    pub fn run(&mut self, context: &Context, command: Command) {
        let facts = self.facts();
        if !command.enabled(&facts) {
            return;
        }
        match command {
            Command::New => self.open_new(),
            Command::FromTemplate => {
                let names = self.start.template_names(&self.words);
                self.dialogs.push(Dialog::Template(names));
            }
            Command::Open => self.ask_what_to_open(context),
            Command::StartPage => self.active = None,
            Command::Save => {
                if let Some(id) = self.active {
                    self.save_map(context, id, None, AfterSave::Stay);
                }
            }
            Command::SaveAs => {
                if let Some(id) = self.active {
                    self.ask_where_to_save(context, id, AfterSave::Stay);
                }
            }
            Command::Versions => self.show_versions(context),
            Command::Export => {
                self.warn_of_conflicts(context);
                let format = self.settings.export.format();
                self.ask_how_to_export(format);
            }
            Command::Print => {
                self.warn_of_conflicts(context);
                self.print(context);
            }
            Command::CloseTab => {
                if let Some(id) = self.active {
                    self.close(context, id, AfterSave::Close);
                }
            }
            Command::Quit => self.quit(context),
            Command::Undo | Command::Redo => self.travel(context, command == Command::Undo),
            Command::Cut => context.send_viewport_cmd(ViewportCommand::RequestCut),
            Command::Copy => context.send_viewport_cmd(ViewportCommand::RequestCopy),
            Command::Paste => context.send_viewport_cmd(ViewportCommand::RequestPaste),
            Command::PasteText if self.is_typing(context) => context.send_viewport_cmd(ViewportCommand::RequestPaste),
            Command::PasteText => self.paste_as_text(context),
            Command::ImportSurvey => self.ask_for_answers(context),
            Command::PasteOutline => self.ask_for_outline(context),
            Command::CopyOutline => self.copy_as_outline(context),
            Command::EditText => {
                if let Some(session) = self.shown() {
                    session.canvas.open_editor();
                }
            }
            Command::AnswerPain => {
                if let Some(session) = self.shown() {
                    session.canvas.open_answer();
                }
            }
            Command::SelectAll => {
                if let Some(session) = self.shown() {
                    let more = block::select_more(session.document.map(), session.document.selection());
                    session.document.select(more);
                }
            }
            Command::DuplicateToBe => self.duplicate_to_be(context),
            Command::ShowFolder => self.show_folder(context),
            Command::CopyPath => self.copy_path(context),
            Command::ReopenTab => self.reopen_tab(context),
            Command::CloseOthers => {
                if let Some(id) = self.active {
                    self.close_others(context, id);
                }
            }
            Command::TabRight => self.shift_tab(true),
            Command::TabLeft => self.shift_tab(false),
            Command::Filter => self.open_filter(),
            Command::FilterPause => self.pause_filter(),
            Command::FilterClear => self.clear_filter(),
            Command::Find => self.open_finder(false),
            Command::Replace => self.open_finder(true),
            Command::FindNext => self.find_again(true),
            Command::FindPrevious => self.find_again(false),
            Command::ZoomIn | Command::ZoomOut | Command::ZoomActual | Command::ZoomFit | Command::ZoomSelection => {
                self.zoom(command)
            }
            Command::PersonaPage => self.toggle_persona_page(),
            Command::KeepInLibrary => self.keep_selected(context),
            Command::InsertFromLibrary => self.open_library(context),
            Command::ToggleOutline => self.toggle_panel(Panel::Outline),
            Command::ToggleInspector => self.toggle_panel(Panel::Inspector),
            Command::ToggleInsights => self.toggle_panel(Panel::Insights),
            Command::PlotsPage => self.toggle_plots_page(),
            Command::WhatIf => self.toggle_what_if(),
            Command::ExportPlot => {
                if let Some(kind) = self.current_plot() {
                    self.ask_how_to_export_plot(kind);
                }
            }
            Command::CopyPlot => {
                if let Some(kind) = self.current_plot() {
                    self.copy_as_picture(context, Shows::Plot(kind));
                }
            }
            Command::CopyPlotSvg => {
                if let Some(kind) = self.current_plot() {
                    self.copy_as_svg(context, Shows::Plot(kind));
                }
            }
            Command::CopyPlotTable => self.copy_current_table(context),
            Command::ToggleTray => {
                self.toggle_panel(Panel::Tray);
                if self.panels_shown().tray
                    && let Some(session) = self.shown()
                {
                    session.tray.write();
                }
            }
            Command::SendToTray => {
                self.show_panel(Panel::Tray);
                self.edit_with(context, command);
            }
            Command::OnlyMap => {
                self.settings.only_map = !self.settings.only_map;
                self.side_page = None;
            }
            Command::FullScreen => {
                self.full_screen = !self.full_screen;
                context.send_viewport_cmd(ViewportCommand::Fullscreen(self.full_screen));
            }
            Command::LargeType => self.settings.large_type = !self.settings.large_type,
            Command::LargerText | Command::SmallerText => {
                let next = self.settings.next_text_size(command == Command::LargerText);
                self.settings.text_size = next.unwrap_or(self.settings.text_size);
            }
            Command::MapAsExported => {
                self.settings.paper = match self.settings.paper {
                    PaperChoice::Map => PaperChoice::Window,
                    PaperChoice::Window => PaperChoice::Map,
                };
            }
            Command::LookOfMap => self.toggle_page(SidePage::Look),
            Command::Conflicts => self.toggle_page(SidePage::Conflicts),
            Command::Changes => self.toggle_page(SidePage::Changes),
            Command::Compare => self.ask_what_to_compare(context),
            Command::CompareJourneys => self.compare_journeys(),
            Command::Settings => self.dialogs.push(Dialog::Settings(self.settings.preferences())),
            Command::ThemeSystem => self.settings.theme = ThemeChoice::System,
            Command::ThemeLight => self.settings.theme = ThemeChoice::Light,
            Command::ThemeDark => self.settings.theme = ThemeChoice::Dark,
            Command::ThemeHighContrast => {
                // Pressed again, it goes back to what was before.
                if self.settings.theme == ThemeChoice::HighContrast {
                    self.settings.theme = self.settings.theme_before;
                } else {
                    self.settings.theme_before = std::mem::replace(&mut self.settings.theme, ThemeChoice::HighContrast);
                }
            }
            Command::English => self.speak(Language::En),
            Command::Vietnamese => self.speak(Language::Vi),
            Command::InsertLane => self.palette = Some(Palette::lanes(&self.words, self.active)),
            Command::InsertAfter
                if self
                    .shown()
                    .is_some_and(|session| matches!(session.document.selection().cursor, Some(Cursor::Lane(_)))) =>
            {
                self.palette = Some(Palette::lanes(&self.words, self.active));
            }
            Command::Delete
            | Command::Duplicate
            | Command::InsertAfter
            | Command::InsertCard
            | Command::InsertStep
            | Command::InsertStage
            | Command::InsertPersona
            | Command::MomentOfTruth
            | Command::SendToMap
            | Command::LockLane
            | Command::CollapseLane
            | Command::HideLane
            | Command::RemoveHere
            | Command::RemoveStep
            | Command::RemoveStage
            | Command::RemoveLane => self.edit_with(context, command),
            Command::Palette => self.open_palette(context),
            Command::Problems => {
                let problems = self.problems();
                self.dialogs.push(Dialog::Problems(self.active, problems));
            }
            Command::CopyPicture => self.copy_as_picture(context, Shows::Map),
            Command::CopySvg => self.copy_as_svg(context, Shows::Map),
            Command::Keys => self.dialogs.push(Dialog::Keys),
            Command::About => self.dialogs.push(Dialog::About),
            Command::LinkTo | Command::BranchTo => self.begin_line(command),
            Command::NextLink => self.next_line(context),
            Command::NextTab | Command::PreviousTab => self.turn_tab(command == Command::NextTab),
            Command::NextPanel => self.landmarks.go(context, true),
            Command::PreviousPanel => self.landmarks.go(context, false),
            Command::MenuBar => self.menus.enter(),
        }
        context.request_repaint();
    }

    fn travel(&mut self, context: &Context, back: bool) {
        let facts = self.facts();
        let what = if back { facts.undo } else { facts.redo }.unwrap_or_default();
        self.announcer.say(
            context,
            if back {
                words!(self.words, "announce-undone", what = what)
            } else {
                words!(self.words, "announce-redone", what = what)
            },
        );
        if let Some(session) = self.shown() {
            if back {
                session.document.undo();
            } else {
                session.document.redo();
            }
            let selection = session.document.selection().clone();
            session.canvas.show(&selection);
        }
        self.heard = self.now();
    }

    fn edit_with(&mut self, context: &Context, command: Command) {
        let mut ids = self.ids.clone();
        let change = self.shown().and_then(|session| {
            insert::change(command, session.document.map(), session.document.selection(), &mut ids)
        });
        self.ids = ids;
        if let Some(change) = change {
            self.change(context, change);
        }
    }

    /// Begins a link or branch at what is selected.
    fn begin_line(&mut self, command: Command) {
        let Some(session) = self.shown() else { return };
        let (map, selection) = (session.document.map(), session.document.selection());
        let here = insert::Here::of(map, selection);
        let from = if command == Command::BranchTo { here.step.map(LinkEnd::Step) } else { link_begin(map, selection) };
        if let Some(from) = from {
            session.canvas.link_from(from);
        }
    }

    /// Goes to the next link or branch.
    fn next_line(&mut self, context: &Context) {
        let Some(session) = self.shown() else { return };
        match connect::next(session.document.map(), session.document.selection()) {
            Some(cursor) => self.show(Selection::at(cursor)),
            None => {
                let text = words!(self.words, "canvas-link-none");
                self.note(context, text);
            }
        }
    }

    /// What is exported of a map with open conflicts is one side's values.
    fn warn_of_conflicts(&mut self, context: &Context) {
        let open = self.facts().conflicts;
        if open > 0 {
            let count = self.words.number(open as f64, 0);
            self.note(context, words!(self.words, "conflicts-exported", n = open, count = count));
        }
    }

    pub(super) fn ask_how_to_export(&mut self, format: Format) {
        let last = self.settings.export.options();
        let theme = self.theme_of_canvas();
        let mut fonts = std::mem::take(&mut self.fonts);
        let words = self.words.clone();
        let dialog = self.shown().map(|session| {
            let chosen = session.other_theme().map_or(session.document.map().look.theme, |other| other.theme);
            let (left_out, today) = (session.left_out.clone(), Some(jiff::Zoned::now().date()));
            let options = ExportOptions { theme: Some(chosen), left_out, today, ..last };
            let size = session.scene(theme, &mut fonts).size;
            let wish = ExportWish { session: session.id, format, options };
            let map = Arc::clone(session.document.map());
            ExportDialog::new(wish, session.name(&words), size, map, session.images.clone())
        });
        self.fonts = fonts;
        self.dialogs.extend(dialog.map(Dialog::Export));
    }

    /// What the status bar says of the shown map.
    pub(super) fn status(&mut self) -> Option<super::bars::Status> {
        let words = self.words.clone();
        let theme = self.theme_of_canvas();
        let saving = self.active.is_some_and(|id| self.saves.is_saving(id));
        let session = self.shown()?;
        let found = session.found();
        let map: &JourneyMap = session.document.map();
        Some(super::bars::Status {
            file: session.path.as_deref().and_then(super::session::file_name),
            unsaved: session.unsaved(),
            saving,
            read_only: session.is_read_only(),
            counts: [map.steps().count(), map.lanes.len(), map.personas.len()],
            selected: selected(&words, map, session.document.selection()),
            filter: session.sieve.count(session.document.map(), theme),
            problems: found.count(),
            conflicts: map.conflicts.len(),
            problem: super::problems::first(&words, session.document.base(), &found),
        })
    }

    /// What the keys do now.
    pub(super) fn hint(&mut self, context: &Context) -> String {
        let words = self.words.clone();
        let dragging = self.is_dragging();
        let in_tray = self.landmarks.holds(context, super::landmarks::Region::Tray);
        let Some(session) = self.shown() else { return words!(words, "window-hint-start") };
        if dragging && !session.canvas.is_dragging() {
            return words!(words, "drag-hint");
        }
        let line = session.canvas.link_hint(session.document.selection(), &words);
        if let Some(hint) = session.canvas.drag_hint(&words).or(line) {
            return hint;
        }
        if session.insights.is_page() {
            return words!(words, "window-hint-plots");
        }
        if session.persona_page.is_some() {
            return words!(words, "window-hint-persona-page");
        }
        let selection = session.document.selection();
        let map = session.document.map();
        if in_tray {
            let keys = Command::SendToMap.shortcut_text();
            return match context.text_edit_focused() {
                true => words!(words, "window-hint-tray", keys = keys),
                false => words!(words, "window-hint-note", keys = keys),
            };
        }
        let lane = |id| map.lane(id).is_some_and(|lane| lane.locked);
        let locked = match selection.cursor {
            Some(Cursor::Cell { lane: id, .. } | Cursor::Lane(id)) => lane(id),
            _ => false,
        };
        let block = if selection.anchor.is_some() { block::cells(map, selection) } else { Vec::new() };
        match selection.cursor {
            _ if locked => words!(words, "window-hint-locked"),
            _ if !block.is_empty() => {
                words!(words, "window-hint-block", n = block.first().map_or(0, Vec::len), rows = block.len())
            }
            _ if !selection.cards.is_empty() => words!(words, "window-hint-card"),
            _ if headings::chosen(map, selection).len() > 1 => words!(words, "window-hint-headings"),
            Some(Cursor::Cell { persona: Some(persona), .. }) => {
                let name = map.persona(persona).map(|persona| persona.name.clone()).unwrap_or_default();
                words!(words, "window-hint-emotion", name = name)
            }
            Some(Cursor::Cell { .. }) => words!(words, "window-hint-cell"),
            Some(_) => words!(words, "window-hint-header"),
            None => words!(words, "window-hint-none"),
        }
    }
}
