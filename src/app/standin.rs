//! Stand-ins for rooms that are still being built.

use std::sync::Arc;

use crate::edit::{self, Edit, EditError, Selection};
use crate::model::JourneyMap;

/// A map with its past.
#[derive(Debug)]
pub struct Document {
    map: Arc<JourneyMap>,
    saved: Option<Arc<JourneyMap>>,
    base: Option<Arc<JourneyMap>>,
    past: Vec<(Arc<JourneyMap>, Selection)>,
    future: Vec<(Arc<JourneyMap>, Selection)>,
    selection: Selection,
}

impl Document {
    pub fn new(map: Arc<JourneyMap>) -> Self {
        Self { map, saved: None, base: None, past: vec![], future: vec![], selection: Selection::default() }
    }

    pub fn map(&self) -> &Arc<JourneyMap> {
        &self.map
    }

    pub fn edit(&mut self, edit: &Edit, selection: Selection) -> Result<(), EditError> {
        let map = Arc::new(edit::apply(&self.map, edit)?);
        self.past.push((std::mem::replace(&mut self.map, map), std::mem::replace(&mut self.selection, selection)));
        self.future.clear();
        Ok(())
    }

    pub fn preview(&mut self, edit: &Edit) -> Result<(), EditError> {
        let base = Arc::clone(self.base.get_or_insert_with(|| Arc::clone(&self.map)));
        self.map = Arc::new(edit::apply(&base, edit)?);
        Ok(())
    }

    pub fn commit(&mut self, selection: Selection) {
        if let Some(base) = self.base.take() {
            self.past.push((base, std::mem::replace(&mut self.selection, selection)));
        }
    }

    pub fn cancel(&mut self) {
        if let Some(base) = self.base.take() {
            self.map = base;
        }
    }

    pub fn undo(&mut self) -> bool {
        let Some((map, selection)) = self.past.pop() else { return false };
        let now = (std::mem::replace(&mut self.map, map), std::mem::replace(&mut self.selection, selection));
        self.future.push(now);
        true
    }

    pub fn redo(&mut self) -> bool {
        let Some((map, selection)) = self.future.pop() else { return false };
        let now = (std::mem::replace(&mut self.map, map), std::mem::replace(&mut self.selection, selection));
        self.past.push(now);
        true
    }

    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    pub fn select(&mut self, selection: Selection) {
        self.selection = selection;
    }

    pub fn is_saved(&self) -> bool {
        self.saved.as_ref().is_some_and(|saved| Arc::ptr_eq(saved, &self.map))
    }

    pub fn mark_saved(&mut self) {
        self.saved = Some(Arc::clone(&self.map));
    }
}

/// Panels and canvas that are not there yet.
pub mod panels {
    use eframe::egui;

    use crate::app::Intent;
    use crate::app::look::{Look, section};

    pub fn empty(ui: &mut egui::Ui, look: &Look, name: &str) -> Vec<Intent> {
        egui::Frame::new().inner_margin(16).show(ui, |ui| section(ui, look, name));
        Vec::new()
    }
}

/// The canvas that is not there yet.
#[derive(Debug, Default)]
pub struct Canvas {
    zoom: f32,
}

#[allow(dead_code, reason = "a stand-in")]
impl Canvas {
    pub fn zoom(&self) -> f32 {
        if self.zoom == 0.0 { 1.0 } else { self.zoom }
    }
    pub fn zoom_in(&mut self) {
        self.zoom = self.zoom() * 1.1;
    }
    pub fn zoom_out(&mut self) {
        self.zoom = self.zoom() / 1.1;
    }
    pub fn zoom_to(&mut self, zoom: f32) {
        self.zoom = zoom;
    }
    pub fn fit(&mut self) {
        self.zoom = 0.63;
    }
}

pub fn scene(map: &JourneyMap, _theme: crate::model::Theme) -> Arc<crate::scene::Scene> {
    let region = crate::scene::Region::default;
    Arc::new(crate::scene::Scene {
        size: kurbo::Size::new(1200.0, 800.0),
        background: crate::scene::Color::hex(0xffffff),
        title: map.title.clone(),
        language: map.language,
        title_block: region(),
        header: region(),
        names: region(),
        body: region(),
        footer: region(),
        columns: vec![],
        rows: vec![],
    })
}

pub fn load(path: &std::path::Path) -> Result<JourneyMap, String> {
    Err(format!("{}: not yet", path.display()))
}

pub fn save(path: &std::path::Path, map: &JourneyMap) -> Result<(), String> {
    std::fs::write(path, format!("{map:?}")).map_err(|error| error.to_string())
}

/// Samples: title, map.
pub fn samples() -> Vec<JourneyMap> {
    let mut ids = crate::model::IdSource::seeded(7);
    let mut map = JourneyMap { title: "Buying a phone online".into(), ..JourneyMap::default() };
    for (stage, steps) in [("Awareness", ["Sees an ad", "Asks friends"]), ("Order", ["Fills the cart", "Pays"])] {
        let mut new = crate::model::Stage::new(ids.fresh(), stage);
        new.steps = steps.iter().map(|step| Arc::new(crate::model::Step::new(ids.fresh(), *step))).collect();
        map.stages.push(Arc::new(new));
    }
    for kind in [crate::model::LaneKind::Touchpoints, crate::model::LaneKind::Emotion] {
        map.lanes.push(Arc::new(crate::model::Lane::new(ids.fresh(), kind)));
    }
    map.personas.push(Arc::new(crate::model::Persona::new(ids.fresh(), "Minh")));
    vec![map]
}

pub fn templates() -> Vec<JourneyMap> {
    let mut map = JourneyMap { title: "Simple journey".into(), ..JourneyMap::default() };
    map.lanes = samples()[0].lanes.clone();
    vec![map]
}

/// Formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// SVG.
    Svg,
    /// PNG.
    Png,
    /// PDF.
    Pdf,
}

impl Format {
    pub const ALL: [Self; 3] = [Self::Svg, Self::Png, Self::Pdf];
    pub fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }
    pub fn name(self) -> &'static str {
        match self {
            Self::Svg => "SVG",
            Self::Png => "PNG",
            Self::Pdf => "PDF",
        }
    }
}
