//! The window. Everything it shows comes from a map, and everything it changes leaves as an [`Intent`], carried out once
//! at the end of the frame.
//!
//! [`App`] is thin: it holds the open maps (`session`), asks the frame (`bars`, `menu_bar`, `start`, `dialogs`, `palette`)
//! what is wanted, and carries it out (`perform`, `files`; `saving`, `opening` and `exporting` on threads of their own). The one table of commands is [`command`].

mod announce;
mod answers;
mod application;
mod arrangement;
mod aside;
mod banner;
mod bars;
mod button;
pub mod canvas;
mod clipboard;
pub mod command;
mod comparing;
mod copying;
mod dialogs;
mod edges;
mod exporting;
mod files;
mod filtering;
mod finding;
mod foreign;
mod frame;
mod hearing;
mod home;
mod importing;
mod insert;
mod intent;
mod keeping;
mod landmarks;
mod library;
mod lighter;
pub mod look;
mod matched;
mod measure;
mod mending;
mod menu_bar;
mod opening;
mod outside;
mod packages;
mod palette;
pub mod panels;
mod pasting;
mod perform;
mod picker;
mod plotting;
mod printing;
mod problems;
mod programs;
mod recovering;
mod replies;
mod rescue;
mod room;
mod roving;
mod saving;
mod saying;
mod session;
mod settings;
mod standing;
mod start;
mod tables;
mod tabs;
mod task;
mod toast;
mod under_way;
mod versions;
mod viewing;

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{IconData, ViewportBuilder};

pub use application::{App, Start};
pub use intent::{ClipboardWish, Intent, PictureFor, PlotWish};
pub use programs::{Asked, Programs};
pub use rescue::Rescue;
pub use room::{Panel, Shown, SidePage, room};
pub use settings::{LastExport, PaperChoice, Preferences, Settings, TEXT_SIZES, ThemeChoice};

use crate::file::library::Library;
use crate::file::recovery::RecoveryFolder;
use crate::file::versions::VersionsFolder;
use crate::model::Language;

/// A folder for settings, recovery copies and versions instead of the user's: for tests and trials.
const CONFIG_FOLDER: &str = "WAYFELT_CONFIG_DIR";
/// Set: the system's file dialogs are never asked for.
const NO_PORTAL: &str = "WAYFELT_NO_PORTAL";

/// Each frame takes the same large buffers, ours and those of the software that paints, and gives them back. The GNU allocator
/// hands such memory to the system and fetches it anew, page by page, until it has seen as large a buffer come back: then it
/// keeps them, some 64 MiB at most.
fn keep_buffers() {
    if cfg!(target_env = "gnu") {
        // Never written to, so no page of it is ever there.
        drop(std::hint::black_box(Vec::<u8>::with_capacity(31 << 20)));
    }
}

/// Opens the window with these files, and returns when it is closed.
///
/// # Errors
/// When the system gives no window.
pub fn run(files: Vec<PathBuf>) -> eframe::Result {
    // What is remembered must be found again from another folder, and is the same file whichever way it was named.
    let files = files.into_iter().map(|file| std::path::absolute(&file).unwrap_or(file)).collect();
    let folder = std::env::var_os(CONFIG_FOLDER).map(PathBuf::from);
    let recovery = match &folder {
        Some(folder) => Some(RecoveryFolder::at(folder.join("recovery"))),
        None => RecoveryFolder::of_user(),
    };
    let versions = match &folder {
        Some(folder) => Some(VersionsFolder::at(folder.join("versions"))),
        None => VersionsFolder::of_user(),
    };
    if let Some(versions) = versions.clone() {
        // What is too much goes when nobody waits for it; without a thread the next start does it.
        std::thread::Builder::new().name("versions".to_owned()).spawn(move || versions.thin()).ok();
    }
    let library = match &folder {
        Some(folder) => Some(Library::at(folder.join("library"))),
        None => Library::of_user(),
    };
    let pictures = match &folder {
        Some(folder) => Some(folder.join("previews")),
        None => directories::ProjectDirs::from("", "", "wayfelt").map(|folders| folders.cache_dir().join("previews")),
    };
    let prints = match &folder {
        Some(folder) => Some(folder.join("prints")),
        None => directories::ProjectDirs::from("", "", "wayfelt").map(|folders| folders.cache_dir().join("prints")),
    };
    let prints = prints.or_else(|| Some(std::env::temp_dir().join("wayfelt-prints")));
    let viewport = ViewportBuilder::default()
        .with_app_id("wayfelt")
        .with_title("Wayfelt")
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([960.0, 600.0])
        .with_icon(Arc::new(window_icon()));
    keep_buffers();
    let options = eframe::NativeOptions {
        viewport,
        // There are no gradients, and the processor paints where there is no graphics card.
        dithering: false,
        persistence_path: folder.map(|folder| folder.join("window.ron")),
        ..eframe::NativeOptions::default()
    };
    let system_dialogs = std::env::var_os(NO_PORTAL).is_none();
    eframe::run_native(
        "wayfelt",
        options,
        Box::new(move |creation| {
            let mut settings = application::settings_of(creation.storage);
            if !settings.started_before {
                settings.language = system_language();
            }
            let start =
                Start { settings, files, recovery, versions, library, prints, system_dialogs, system_programs: true };
            let mut app = App::new(&creation.egui_ctx, start).with_previews();
            if let Some(folder) = pictures {
                app = app.keeping_previews_in(folder);
            }
            app.use_system_clipboard();
            app.rescue().install();
            Ok(Box::new(app))
        }),
    )
}

/// Vietnamese where the system speaks it, else English.
fn system_language() -> Language {
    let spoken = ["WAYFELT_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(std::env::var_os)
        .find(|value| !value.is_empty());
    match spoken.is_some_and(|value| value.to_string_lossy().starts_with("vi")) {
        true => Language::Vi,
        false => Language::En,
    }
}

/// The application's icon: a curve with its highest and lowest point. Without one the system shows its own.
fn window_icon() -> IconData {
    const FILE: &[u8] = include_bytes!("../../assets/icon/wayfelt-128.png");
    match image::load_from_memory_with_format(FILE, image::ImageFormat::Png) {
        Ok(picture) => {
            let (width, height) = (picture.width(), picture.height());
            IconData { rgba: picture.into_rgba8().into_raw(), width, height }
        }
        Err(_) => IconData::default(),
    }
}
