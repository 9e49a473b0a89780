//! Small pictures of maps: read, laid out and painted by a thread of its own, as exports are, and kept while the window is
//! open; on the disk they are kept longer. Must not know where they are shown.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::SystemTime;

use eframe::egui::{ColorImage, Context, TextureHandle, TextureOptions};

use super::kept::{Kept, Print};
use crate::export::images::ImageFolder;
use crate::export::png;
use crate::file;
use crate::i18n::Words;
use crate::layout::{Options, lay_out};
use crate::model::{JourneyMap, Theme};
use crate::text::Typesetter;

/// Pixels of a picture: twice what most screens show of it.
const SIZE: [usize; 2] = [640, 360];
/// A map isn't shown larger than this, or an empty one would be all heading.
const LARGEST: f64 = 0.62;
/// A file with more bytes is not looked into: it would take longer than opening it.
const MOST_BYTES: u64 = 3 << 20;

/// Which map.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Source {
    /// A file, as it was saved then.
    File(PathBuf, Option<SystemTime>),
    /// A map that the application brings along.
    Text(&'static str),
    /// A copy or a version that never changes, and the folder of its pictures.
    Kept {
        /// The map.
        map: PathBuf,
        /// Its pictures.
        images: PathBuf,
    },
}

type Key = (Source, Option<u8>);
/// Which map, and under which theme; none: its own.
type Job = (Source, Option<Theme>);

/// A picture, and whether it had to be painted.
struct Made {
    image: ColorImage,
    painted: bool,
}

/// Where wishes go, and what comes back.
type Thread = (Sender<Job>, Receiver<(Key, Option<Made>)>);

/// The pictures that are known, and the thread that makes more of them.
#[derive(Default)]
pub(crate) struct Previews {
    known: BTreeMap<Key, Option<TextureHandle>>,
    thread: Option<Thread>,
    /// Where pictures are kept from start to start; none: nowhere.
    kept: Option<Kept>,
    /// How many had to be painted.
    painted: usize,
}

impl std::fmt::Debug for Previews {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Previews({})", self.known.len())
    }
}

impl Previews {
    /// The picture of a map under this theme, or its own; none while it isn't there, or where there is none.
    pub(crate) fn of(&mut self, context: &Context, source: &Source, theme: Option<Theme>) -> Option<TextureHandle> {
        let key = (source.clone(), theme.map(|theme| theme as u8));
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        if let Source::File(path, saved) = source {
            // The picture of what the file was before is of no use any more.
            let old = |source: &Source| matches!(source, Source::File(other, at) if other == path && at != saved);
            self.known.retain(|(source, _), _| !old(source));
        }
        self.known.insert(key, None);
        let (jobs, _) = self.thread.get_or_insert_with(|| start(context.clone(), self.kept.clone()));
        // A thread that has ended gives no picture, which is shown as such.
        jobs.send((source.clone(), theme)).ok();
        None
    }

    /// Keeps pictures in this folder from now on.
    pub(super) fn keep_in(&mut self, folder: PathBuf) {
        self.kept = Some(Kept::in_folder(folder));
    }

    /// How many pictures had to be painted, because none was kept.
    pub(super) const fn painted(&self) -> usize {
        self.painted
    }

    /// How many pictures there are.
    pub(super) fn count(&self) -> usize {
        self.known.values().flatten().count()
    }

    /// Takes what the thread has made since.
    pub(crate) fn take(&mut self, context: &Context) {
        let Some((_, made)) = &self.thread else { return };
        for (key, made) in made.try_iter() {
            self.painted += usize::from(made.as_ref().is_some_and(|made| made.painted));
            let image = made.map(|made| made.image);
            let options =
                TextureOptions { mipmap_mode: Some(eframe::egui::TextureFilter::Linear), ..TextureOptions::LINEAR };
            let texture = image.map(|image| context.load_texture("preview", image, options));
            self.known.insert(key, texture);
        }
    }
}

fn start(context: Context, kept: Option<Kept>) -> Thread {
    let (jobs, wanted) = channel::<Job>();
    let (done, made) = channel();
    // Without a thread there are no pictures, which nobody has to be told.
    std::thread::Builder::new()
        .name("previews".to_owned())
        .spawn(move || {
            let mut fonts = Typesetter::with_system_fonts();
            for (source, theme) in wanted {
                let made = picture(&source, theme, &mut fonts, kept.as_ref());
                if done.send(((source, theme.map(|theme| theme as u8)), made)).is_err() {
                    return;
                }
                context.request_repaint();
            }
        })
        .ok();
    (jobs, made)
}

/// The picture of a map: its upper left part, so large that it fills the room.
fn picture(source: &Source, theme: Option<Theme>, fonts: &mut Typesetter, kept: Option<&Kept>) -> Option<Made> {
    let small = |path: &PathBuf| path.metadata().is_ok_and(|about| about.len() <= MOST_BYTES);
    let (bytes, images, beside) = match source {
        Source::File(path, _) if small(path) => {
            let beside = file::images::folder_of(path);
            (file::disk::load_bytes(path).ok()?, ImageFolder::of_map(Some(path)), Some(beside))
        }
        Source::Kept { map, images } if small(map) => {
            (file::disk::load_bytes(map).ok()?, ImageFolder::at(images), Some(images.clone()))
        }
        Source::File(..) | Source::Kept { .. } => return None,
        Source::Text(text) => (text.as_bytes().to_vec(), ImageFolder::of_map(None), None),
    };
    let changed = beside.and_then(|folder| folder.metadata().and_then(|about| about.modified()).ok());
    let print = Print::of(&bytes, &format!("{theme:?}"), changed);
    if let Some(image) = kept.and_then(|kept| kept.find(print, SIZE)) {
        return Some(Made { image, painted: false });
    }
    let map = file::read(&bytes).ok()?.map;
    let image = paint(&map, theme.unwrap_or(map.look.theme), &images, fonts)?;
    if let Some(kept) = kept {
        kept.keep(print, &image);
    }
    Some(Made { image, painted: true })
}

fn paint(map: &JourneyMap, theme: Theme, images: &ImageFolder, fonts: &mut Typesetter) -> Option<ColorImage> {
    let words = Words::new(map.language);
    let scene = lay_out(map, &Options { theme, words: &words, all: false, images }, fonts);
    let [width, height] = SIZE;
    let fills = (width as f64 / scene.size.width).max(height as f64 / scene.size.height);
    let scale = fills.min(LARGEST).min(png::greatest_scale(&scene));
    let pixels = png::pixels(&scene, scale, false).ok()?;
    let ground = scene.background;
    let mut rgba = [ground.r, ground.g, ground.b, 255].repeat(width * height);
    let across = width.min(pixels.width as usize) * 4;
    let rows = pixels.rgba.chunks_exact(pixels.width as usize * 4);
    for (to, from) in rgba.chunks_exact_mut(width * 4).zip(rows) {
        if let (Some(to), Some(from)) = (to.get_mut(..across), from.get(..across)) {
            to.copy_from_slice(from);
        }
    }
    Some(ColorImage::from_rgba_unmultiplied(SIZE, &rgba))
}
