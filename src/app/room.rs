//! Which of the chosen panels a window has room for: the map keeps the most. Must not know what the panels show.

use eframe::egui::Vec2;

/// A panel beside the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// Stages, steps and lanes, at the left.
    Outline,
    /// Notes without a place, beside the outline.
    Tray,
    /// The fields of what is selected, at the right.
    Inspector,
    /// The plots, below.
    Insights,
}

/// A page that stands where the inspector does, until it is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SidePage {
    /// How the map looks.
    Look,
    /// What a merge left to be decided.
    Conflicts,
    /// What changed since the map was saved.
    Changes,
}

/// Room that the map has before a panel opens beside it, in points.
const MAP: Vec2 = Vec2::new(420.0, 380.0);
/// Room that is left to the map where somebody pulls the panels large, in points.
const LEAST_MAP: Vec2 = Vec2::new(300.0, 190.0);
/// What the panels take as they open, and at least.
const OUTLINE: f32 = 236.0;
const TRAY: f32 = 236.0;
const INSPECTOR: f32 = 288.0;
const INSIGHTS: f32 = 140.0;
/// The bars above and below.
pub(super) const BAR: f32 = 42.0;
pub(super) const STATUS: f32 = 28.0;

/// The panels that are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shown {
    /// The outline.
    pub outline: bool,
    /// The tray.
    pub tray: bool,
    /// The inspector.
    pub inspector: bool,
    /// The insights.
    pub insights: bool,
}

impl Shown {
    /// Whether a panel is shown.
    pub const fn has(self, panel: Panel) -> bool {
        match panel {
            Panel::Outline => self.outline,
            Panel::Tray => self.tray,
            Panel::Inspector => self.inspector,
            Panel::Insights => self.insights,
        }
    }

    /// Shows or hides a panel.
    pub const fn set(&mut self, panel: Panel, shown: bool) {
        match panel {
            Panel::Outline => self.outline = shown,
            Panel::Tray => self.tray = shown,
            Panel::Inspector => self.inspector = shown,
            Panel::Insights => self.insights = shown,
        }
    }
}

/// Those of the chosen panels for which a window of this size, in points, has room. Where it hasn't for all of them, the
/// one that was asked for last comes first.
pub fn room(window: Vec2, chosen: Shown, newest_first: [Panel; 4]) -> Shown {
    let mut left = window - Vec2::new(0.0, 2.0 * BAR + STATUS) - MAP;
    let mut shown = Shown::default();
    for panel in newest_first.into_iter().filter(|panel| chosen.has(*panel)) {
        let (rest, takes) = match panel {
            Panel::Outline => (&mut left.x, OUTLINE),
            Panel::Tray => (&mut left.x, TRAY),
            Panel::Inspector => (&mut left.x, INSPECTOR),
            Panel::Insights => (&mut left.y, INSIGHTS),
        };
        // What was asked for last is shown, however little is left.
        if *rest >= takes || panel == newest_first[0] && window.min_elem() > 0.0 {
            *rest -= takes;
            shown.set(panel, true);
        }
    }
    shown
}

/// Greatest width of a panel at the side, so that the map keeps its room beside it and the other one.
pub(super) fn widest(window: f32, other: bool, usual: std::ops::RangeInclusive<f32>) -> std::ops::RangeInclusive<f32> {
    let rest = window - LEAST_MAP.x - if other { OUTLINE } else { 0.0 };
    let most = rest.clamp(*usual.start(), *usual.end());
    *usual.start()..=most
}

/// Greatest height of the panel below, so that the map keeps its room above it.
pub(super) fn highest(window: f32, usual: std::ops::RangeInclusive<f32>) -> std::ops::RangeInclusive<f32> {
    let rest = window - 2.0 * BAR - STATUS - LEAST_MAP.y;
    let most = rest.clamp(*usual.start(), *usual.end());
    *usual.start()..=most
}

/// What was asked for last comes first.
pub(super) fn asked(mut order: [Panel; 4], panel: Panel) -> [Panel; 4] {
    let place = order.iter().position(|other| *other == panel).unwrap_or_default();
    order[..=place].rotate_right(1);
    order
}
