//! Pictures of a map in panels: decoded once, shown whole or as a portrait. Must not know where their files are.

use std::sync::Arc;

use eframe::egui::{
    self, Color32, CornerRadius, Id, Rect, Role, Sense, TextureHandle, TextureOptions, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::app::look::{Look, RADIUS, bold};
use crate::file::picture::pixels;
use crate::layout::{Images, initial_of};

/// No side of a picture in a panel has more pixels than this.
const MOST: u32 = 1024;

/// A picture that is ready to be painted: none where its bytes are no picture.
#[derive(Clone)]
struct Ready {
    data: Arc<[u8]>,
    texture: Option<TextureHandle>,
}

/// The texture of a file among a map's images; none where it isn't there.
fn texture(ui: &Ui, images: &dyn Images, file: &str) -> Option<TextureHandle> {
    if file.is_empty() {
        return None;
    }
    let found = images.find(file)?;
    let id = Id::unique("panel picture").with(file);
    let known: Option<Ready> = ui.data(|data| data.get_temp(id));
    if let Some(known) = known.filter(|known| Arc::ptr_eq(&known.data, &found.data)) {
        return known.texture;
    }
    let texture = pixels(&found.data).ok().map(|(_, picture)| {
        let small = picture.thumbnail(MOST.min(picture.width()), MOST.min(picture.height())).to_rgba8();
        let size = [small.width() as usize, small.height() as usize];
        let pixels = egui::ColorImage::from_rgba_unmultiplied(size, small.as_raw());
        ui.ctx().load_texture(file, pixels, TextureOptions::LINEAR)
    });
    ui.data_mut(|data| data.insert_temp(id, Ready { data: found.data, texture: texture.clone() }));
    texture
}

/// Shows a picture, as large as it fits into `room`; whether it is there.
pub(super) fn preview(
    ui: &mut Ui,
    look: &Look,
    images: &dyn Images,
    file: &str,
    alternative: &str,
    room: Vec2,
) -> bool {
    let Some(texture) = texture(ui, images, file) else { return false };
    let size = texture.size_vec2();
    let scale = (room.x / size.x).min(room.y / size.y).min(1.0);
    let (rect, response) = ui.allocate_exact_size(vec2(room.x, size.y * scale), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, alternative));
    let ground = CornerRadius::same(RADIUS + 2);
    ui.painter().rect_filled(rect, ground, look.colors.hover);
    let inner = Rect::from_center_size(rect.center(), size * scale);
    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    egui::Image::new(&texture).corner_radius(ground).uv(whole).paint_at(ui, inner);
    true
}

/// Shows a portrait: the middle of the picture, or the first letter of the name on the persona's colour.
pub(super) fn portrait(ui: &Ui, rect: Rect, (images, file): (&dyn Images, &str), (name, color): (&str, Color32)) {
    let round = CornerRadius::same(12);
    if let Some(texture) = texture(ui, images, file) {
        let size = texture.size_vec2();
        let scale = (rect.width() / size.x).max(rect.height() / size.y);
        let seen = rect.size() / (size * scale);
        // Faces are in the upper part of most pictures that are higher than wide.
        let top = (1.0 - seen.y) * 0.3;
        let left = (1.0 - seen.x) * 0.5;
        let part = Rect::from_min_size(pos2(left, top), seen);
        egui::Image::new(&texture).corner_radius(round).uv(part).paint_at(ui, rect);
        return;
    }
    ui.painter().rect_filled(rect, round, color.gamma_multiply(0.16));
    let font = bold(rect.height() * 0.42);
    ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, initial_of(name), font, color);
}
