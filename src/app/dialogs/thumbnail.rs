//! A small picture of a whole map as it will be exported: laid out and painted by a thread of its own, so that a dialog
//! opens at once however large the map is. Must not know which dialog shows it.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use eframe::egui::{ColorImage, Context, TextureFilter, TextureHandle, TextureOptions};

use crate::export::images::ImageFolder;
use crate::export::{ExportOptions, picture, png};
use crate::model::{JourneyMap, Theme};
use crate::scene::kurbo::Size;
use crate::text::Typesetter;

/// Pixels that a picture has at most: twice what most screens show of it.
const MOST: Size = Size::new(920.0, 400.0);

/// Under which theme, and whether without its paper.
type Key = (u8, bool);

/// The pictures of a map, each made when it is asked for.
pub(super) struct Thumbnail {
    map: Arc<JourneyMap>,
    images: ImageFolder,
    options: ExportOptions,
    known: BTreeMap<Key, Option<TextureHandle>>,
    done: Sender<(Key, ColorImage)>,
    made: Receiver<(Key, ColorImage)>,
}

impl std::fmt::Debug for Thumbnail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Thumbnail({})", self.known.len())
    }
}

impl Thumbnail {
    /// The pictures of this map, with the images that it shows; those of a plot where the options name one.
    pub(super) fn new(map: Arc<JourneyMap>, images: ImageFolder, options: ExportOptions) -> Self {
        let (done, made) = channel();
        Self { map, images, options, known: BTreeMap::new(), done, made }
    }

    /// The picture under this theme; none while it isn't there.
    pub(super) fn of(&mut self, context: &Context, theme: Theme, transparent: bool) -> Option<&TextureHandle> {
        for (key, image) in self.made.try_iter() {
            let options = TextureOptions { mipmap_mode: Some(TextureFilter::Linear), ..TextureOptions::LINEAR };
            self.known.insert(key, Some(context.load_texture("thumbnail", image, options)));
        }
        let key = (theme as u8, transparent);
        if let Entry::Vacant(place) = self.known.entry(key) {
            place.insert(None);
            let (map, images, done) = (Arc::clone(&self.map), self.images.clone(), self.done.clone());
            let options = ExportOptions { theme: Some(theme), ..self.options.clone() };
            let context = context.clone();
            let make = move || {
                if let Some(image) = paint(&map, &options, &images, transparent) {
                    // A dialog that was closed meanwhile waits for nothing.
                    done.send((key, image)).ok();
                    context.request_repaint();
                }
            };
            // Without a thread there is no picture, which is shown as such.
            std::thread::Builder::new().name("thumbnail".to_owned()).spawn(make).ok();
        }
        self.known.get(&key).and_then(Option::as_ref)
    }
}

fn paint(map: &JourneyMap, options: &ExportOptions, images: &ImageFolder, transparent: bool) -> Option<ColorImage> {
    let scene = picture(map, options, images, &mut Typesetter::with_system_fonts());
    let fits = (MOST.width / scene.size.width).min(MOST.height / scene.size.height);
    let pixels = png::pixels(&scene, fits.min(2.0), transparent).ok()?;
    let size = [pixels.width as usize, pixels.height as usize];
    Some(ColorImage::from_rgba_unmultiplied(size, &pixels.rgba))
}
