//! The picture of a view that stands still: what was painted is shown again as long as nothing changes that it was painted
//! from. Must not know how a scene is painted.

use std::sync::Arc;

use eframe::egui::{Color32, Galley, Ui};

use super::camera::View;
use super::paint::Faded;
use crate::app::lighter::{self, Kept};
use crate::scene::Scene;

/// Everything that a picture on the screen is painted from.
#[derive(Debug, Clone)]
pub(super) struct Looked {
    scene: Arc<Scene>,
    view: View,
    desk: Color32,
    faded: Option<Arc<Faded>>,
    /// Kept by egui as long as glyphs stay where they are.
    probe: Arc<Galley>,
    /// Pixels a point.
    scale: f32,
}

impl Looked {
    pub(super) fn new(
        ui: &Ui,
        scene: &Arc<Scene>,
        view: View,
        desk: Color32,
        faded: Option<&Arc<Faded>>,
        probe: Arc<Galley>,
    ) -> Self {
        let scale = ui.ctx().pixels_per_point();
        Self { scene: Arc::clone(scene), view, desk, faded: faded.cloned(), probe, scale }
    }

    fn is_same(&self, other: &Self) -> bool {
        let faded = match (&self.faded, &other.faded) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (None, None) => true,
            _ => false,
        };
        faded
            && Arc::ptr_eq(&self.scene, &other.scene)
            && Arc::ptr_eq(&self.probe, &other.probe)
            && self.view == other.view
            && self.desk == other.desk
            && self.scale == other.scale
    }
}

/// The picture of the frame before, if it was like the one before that: what moves is not worth keeping.
#[derive(Debug, Default)]
pub(super) struct Still {
    looked: Option<Looked>,
    kept: Kept,
}

impl Still {
    /// Shows the picture again. Whether it could.
    pub(super) fn show(&self, ui: &Ui, looked: &Looked) -> bool {
        self.looked.as_ref().is_some_and(|before| before.is_same(looked)) && self.kept.show(ui)
    }

    /// The picture is painted, after so much else.
    pub(super) fn end(&mut self, ui: &Ui, looked: Looked, begin: usize) {
        let same = self.looked.as_ref().is_some_and(|before| before.is_same(&looked));
        lighter::since(ui, begin);
        self.kept = if same { Kept::since(ui, begin) } else { Kept::default() };
        self.looked = Some(looked);
    }
}
