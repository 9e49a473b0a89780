//! A small picture of what will be exported, and the sheets that it will be on: laid out and painted by a thread of its own,
//! so that a dialog opens at once however large the map is. Must not know what the dialog shows besides it.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use eframe::egui::{ColorImage, Context, TextureFilter, TextureHandle, TextureOptions};

use crate::export::images::ImageFolder;
use crate::export::{ExportOptions, on_paper, picture, png};
use crate::layout::sheets::{NoSheets, Sheets};
use crate::model::JourneyMap;
use crate::scene::Color;
use crate::scene::kurbo::Size;
use crate::text::Typesetter;

/// Pixels that a picture has at most: twice what most screens show of it.
const MOST: Size = Size::new(1100.0, 800.0);
/// How many pictures are kept.
const KEPT: usize = 12;

/// What will be exported.
pub(super) struct Made {
    /// Its picture.
    pub(super) texture: TextureHandle,
    /// The picture's size in map units.
    pub(super) size: Size,
    /// Its paper's colour.
    pub(super) paper: Color,
    /// Where it is on paper.
    pub(super) sheets: Result<Sheets, NoSheets>,
}

struct Painted {
    image: ColorImage,
    size: Size,
    paper: Color,
    sheets: Result<Sheets, NoSheets>,
}

/// The pictures of a map, each made when it is asked for.
pub(super) struct Thumbnail {
    map: Arc<JourneyMap>,
    images: ImageFolder,
    /// What was asked for, the newest last, and what came of it.
    known: Vec<(ExportOptions, Option<Made>)>,
    done: Sender<(ExportOptions, Painted)>,
    made: Receiver<(ExportOptions, Painted)>,
}

impl std::fmt::Debug for Thumbnail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Thumbnail({})", self.known.len())
    }
}

impl Thumbnail {
    /// The pictures of this map, with the images that it shows.
    pub(super) fn new(map: Arc<JourneyMap>, images: ImageFolder) -> Self {
        let (done, made) = channel();
        Self { map, images, known: Vec::new(), done, made }
    }

    /// What comes of these options, and whether it is that: while it isn't there, the one before is better than nothing.
    pub(super) fn of(&mut self, context: &Context, options: &ExportOptions) -> Option<(&Made, bool)> {
        for (options, Painted { image, size, paper, sheets }) in self.made.try_iter() {
            let how = TextureOptions { mipmap_mode: Some(TextureFilter::Linear), ..TextureOptions::LINEAR };
            let texture = context.load_texture("thumbnail", image, how);
            if let Some((_, place)) = self.known.iter_mut().find(|(known, _)| *known == options) {
                *place = Some(Made { texture, size, paper, sheets });
            }
        }
        // What doesn't show in the picture makes no other one.
        let key = ExportOptions {
            scale: 1.0,
            text_as_paths: false,
            plots: false,
            notes: false,
            list: None,
            ..options.clone()
        };
        match self.known.iter().position(|(known, _)| *known == key) {
            Some(place) => {
                let newest = self.known.remove(place);
                self.known.push(newest);
            }
            None => {
                self.begin(context, &key);
                self.known.push((key.clone(), None));
                if self.known.len() > KEPT {
                    self.known.remove(0);
                }
            }
        }
        let (known, made) = self.known.iter().rev().find(|(_, made)| made.is_some())?;
        made.as_ref().map(|made| (made, *known == key))
    }

    fn begin(&self, context: &Context, options: &ExportOptions) {
        let (map, images, done) = (Arc::clone(&self.map), self.images.unread(), self.done.clone());
        let (options, context) = (options.clone(), context.clone());
        let make = move || {
            if let Some(painted) = paint(&map, &options, &images) {
                // A dialog that was closed meanwhile waits for nothing.
                done.send((options, painted)).ok();
                context.request_repaint();
            }
        };
        // Without a thread there is no picture, which is shown as such.
        std::thread::Builder::new().name("thumbnail".to_owned()).spawn(make).ok();
    }
}

fn paint(map: &JourneyMap, options: &ExportOptions, images: &ImageFolder) -> Option<Painted> {
    let mut fonts = Typesetter::with_system_fonts();
    let scene = picture(map, options, images, &mut fonts);
    let sheets = on_paper(map, options, &scene, &mut fonts);
    let fits = (MOST.width / scene.size.width).min(MOST.height / scene.size.height);
    let pixels = png::pixels(&scene, fits.min(2.0), options.transparent).ok()?;
    let size = [pixels.width as usize, pixels.height as usize];
    let image = ColorImage::from_rgba_unmultiplied(size, &pixels.rgba);
    Some(Painted { image, size: scene.size, paper: scene.background, sheets })
}
