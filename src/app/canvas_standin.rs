//! A stand-in for the canvas.

use std::sync::Arc;

use eframe::egui;

use super::Intent;
use super::look::Look;
use crate::edit::Selection;
use crate::i18n::Words;
use crate::model::{IdSource, JourneyMap};
use crate::scene::{Scene, Target};

/// A stand-in for the canvas.
#[derive(Debug)]
pub struct Canvas {
    zoom: f32,
}

#[expect(missing_docs, reason = "a stand-in")]
impl Canvas {
    pub fn new(_ids: IdSource) -> Self {
        Self { zoom: 1.0 }
    }

    pub fn zoom(&self) -> f32 {
        self.zoom
    }

    pub fn zoom_in(&mut self) {
        self.zoom *= 1.25;
    }

    pub fn zoom_out(&mut self) {
        self.zoom *= 0.8;
    }

    pub fn zoom_to(&mut self, zoom: f32) {
        self.zoom = zoom;
    }

    pub fn fit(&mut self) {
        self.zoom = 0.63;
    }

    pub fn show(&mut self, _target: Target) {}

    pub fn fit_selection(&mut self, _scene: &Scene, _selection: &Selection) {}

    pub fn is_typing(&self) -> bool {
        false
    }

    pub fn edit_at(&mut self, _map: &JourneyMap, _selection: &Selection) {}

    pub fn ui(
        &mut self,
        ui: &mut egui::Ui,
        _map: &JourneyMap,
        scene: &Arc<Scene>,
        _selection: &Selection,
        look: &Look,
        _words: &Words,
    ) -> Vec<Intent> {
        let rect = ui.available_rect_before_wrap();
        ui.painter().rect_filled(rect, 0.0, look.colors.desk);
        let paper = egui::Rect::from_min_size(
            rect.min + egui::vec2(16.0, 16.0),
            egui::vec2(scene.size.width as f32 * self.zoom, scene.size.height as f32 * self.zoom),
        );
        ui.painter().with_clip_rect(rect).rect_filled(paper, 2.0, look.colors.raised);
        Vec::new()
    }
}
