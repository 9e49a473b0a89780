//! Pictures of maps as they were painted last, kept on the disk from start to start: a map that says the same as then isn't
//! laid out again. What is here can be thrown away at any time. Must not know how a picture is made.

use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

use eframe::egui::ColorImage;
use image::ImageEncoder as _;

use crate::file::disk;

/// More pictures aren't kept: the oldest go.
const MOST: usize = 120;

/// The folder of kept pictures.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    folder: PathBuf,
}

/// What a picture shows, in short: maps that differ have different ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Print(u64);

impl Print {
    /// Of a map's text; of what else the picture depends on (`beside`), and when the pictures in it changed last.
    pub(super) fn of(text: &[u8], beside: &str, images: Option<SystemTime>) -> Self {
        let changed = images.and_then(|at| at.duration_since(SystemTime::UNIX_EPOCH).ok());
        let changed = changed.map_or(0, |since| since.as_nanos()).to_le_bytes();
        let version = env!("CARGO_PKG_VERSION").as_bytes();
        let parts = [version, &[0], beside.as_bytes(), &[0], &changed, text];
        // FNV-1a, 64 bits.
        let add = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        Self(parts.into_iter().flatten().fold(0xcbf2_9ce4_8422_2325, add))
    }
}

impl Kept {
    /// Pictures in this folder, which is made when it is needed.
    pub(super) const fn in_folder(folder: PathBuf) -> Self {
        Self { folder }
    }

    fn path(&self, print: Print) -> PathBuf {
        self.folder.join(format!("{:016x}.png", print.0))
    }

    /// The picture of this size that was kept; none where there is none that can be used.
    pub(super) fn find(&self, print: Print, size: [usize; 2]) -> Option<ColorImage> {
        let bytes = fs::read(self.path(print)).ok()?;
        let found = image::load_from_memory_with_format(&bytes, image::ImageFormat::Png).ok()?.into_rgba8();
        let own = [found.width() as usize, found.height() as usize];
        (own == size).then(|| ColorImage::from_rgba_unmultiplied(size, found.as_raw()))
    }

    /// Keeps a picture. That it can't be kept costs only time, which nobody has to be told.
    pub(super) fn keep(&self, print: Print, image: &ColorImage) {
        let rgba: Vec<u8> = image.pixels.iter().flat_map(|pixel| pixel.to_srgba_unmultiplied()).collect();
        let (Ok(width), Ok(height)) = (u32::try_from(image.width()), u32::try_from(image.height())) else { return };
        let mut bytes = Vec::new();
        let encoder = image::codecs::png::PngEncoder::new(&mut bytes);
        let encoded = encoder.write_image(&rgba, width, height, image::ExtendedColorType::Rgba8);
        if encoded.is_ok() && fs::create_dir_all(&self.folder).is_ok() {
            disk::save_bytes(&self.path(print), &bytes).ok();
            self.thin_out();
        }
    }

    /// Removes the oldest pictures beyond the greatest number.
    fn thin_out(&self) {
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        let pictures = entries.filter_map(Result::ok).map(|entry| entry.path());
        let pictures = pictures.filter(|path| path.extension().is_some_and(|ending| ending == "png"));
        let mut dated: Vec<(Option<SystemTime>, PathBuf)> =
            pictures.map(|path| (path.metadata().and_then(|about| about.modified()).ok(), path)).collect();
        dated.sort();
        for (_, path) in dated.iter().take(dated.len().saturating_sub(MOST)) {
            fs::remove_file(path).ok();
        }
    }
}
