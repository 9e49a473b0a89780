//! Small pictures of maps: read, laid out and painted by a thread of its own, as exports are, and kept while the window is
//! open. Must not know where they are shown.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::SystemTime;

use eframe::egui::{ColorImage, Context, TextureHandle, TextureOptions};

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

/// Where wishes go, and what comes back.
type Thread = (Sender<Job>, Receiver<(Key, Option<ColorImage>)>);

/// The pictures that are known, and the thread that makes more of them.
#[derive(Default)]
pub(crate) struct Previews {
    known: BTreeMap<Key, Option<TextureHandle>>,
    thread: Option<Thread>,
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
        let (jobs, _) = self.thread.get_or_insert_with(|| start(context.clone()));
        // A thread that has ended gives no picture, which is shown as such.
        jobs.send((source.clone(), theme)).ok();
        None
    }

    /// How many pictures there are.
    pub(super) fn count(&self) -> usize {
        self.known.values().flatten().count()
    }

    /// Takes what the thread has made since.
    pub(crate) fn take(&mut self, context: &Context) {
        let Some((_, made)) = &self.thread else { return };
        for (key, image) in made.try_iter() {
            let options =
                TextureOptions { mipmap_mode: Some(eframe::egui::TextureFilter::Linear), ..TextureOptions::LINEAR };
            let texture = image.map(|image| context.load_texture("preview", image, options));
            self.known.insert(key, texture);
        }
    }
}

fn start(context: Context) -> Thread {
    let (jobs, wanted) = channel::<Job>();
    let (done, made) = channel();
    // Without a thread there are no pictures, which nobody has to be told.
    std::thread::Builder::new()
        .name("previews".to_owned())
        .spawn(move || {
            let mut fonts = Typesetter::with_system_fonts();
            for (source, theme) in wanted {
                let image = picture(&source, theme, &mut fonts);
                if done.send(((source, theme.map(|theme| theme as u8)), image)).is_err() {
                    return;
                }
                context.request_repaint();
            }
        })
        .ok();
    (jobs, made)
}

/// The picture of a map: its upper left part, so large that it fills the room.
fn picture(source: &Source, theme: Option<Theme>, fonts: &mut Typesetter) -> Option<ColorImage> {
    let (map, images) = match source {
        Source::File(path, _) => {
            if path.metadata().ok()?.len() > MOST_BYTES {
                return None;
            }
            (file::disk::load(path).ok()?.map, ImageFolder::of_map(Some(path)))
        }
        Source::Kept { map, images } => {
            if map.metadata().ok()?.len() > MOST_BYTES {
                return None;
            }
            (file::disk::load(map).ok()?.map, ImageFolder::at(images))
        }
        Source::Text(text) => (file::read(text.as_bytes()).ok()?.map, ImageFolder::of_map(None)),
    };
    paint(&map, theme.unwrap_or(map.look.theme), &images, fonts)
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
