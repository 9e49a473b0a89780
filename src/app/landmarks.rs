//! The regions of the window, between which F6 moves the keyboard.

use eframe::egui::{Context, Id, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::canvas::Canvas;
use super::look::Look;

/// A region of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Region {
    /// Menus and tabs.
    Menus,
    /// The toolbar.
    Tools,
    /// Stages, steps and lanes.
    Outline,
    /// The notes without a place.
    Tray,
    /// The map.
    Canvas,
    /// What there is to begin with, while no map is shown.
    Start,
    /// The fields of what is selected.
    Inspector,
    /// The plots.
    Insights,
    /// The status bar.
    Status,
}

impl Region {
    /// All regions, in the order of F6.
    const ALL: [Self; 9] = [
        Self::Canvas,
        Self::Start,
        Self::Inspector,
        Self::Insights,
        Self::Status,
        Self::Menus,
        Self::Tools,
        Self::Outline,
        Self::Tray,
    ];
}

/// Where the regions begin.
#[derive(Debug, Default)]
pub(crate) struct Landmarks {
    ids: Vec<(Region, Id, Rect)>,
    last: Option<Region>,
    pass: u64,
}

impl Landmarks {
    /// Marks the beginning of a region: a place of no size that the keyboard can go to, with a name.
    pub(crate) fn mark(&mut self, ui: &mut Ui, look: &Look, region: Region, name: &str) {
        let pass = ui.ctx().cumulative_pass_nr();
        if pass != self.pass {
            self.pass = pass;
            self.ids.clear();
        }
        let around = ui.max_rect();
        let id = Id::unique(("landmark", region as u8));
        let rect = Rect::from_min_size(around.min, vec2(around.width(), 1.0));
        let response = ui.interact(rect, id, Sense::focusable_noninteractive());
        response.widget_info(|| WidgetInfo::labeled(Role::Region, true, name));
        if response.has_focus() {
            self.last = Some(region);
            let line = Stroke::new(2.0, look.colors.accent);
            let clip = around.expand(1.0);
            ui.painter().with_clip_rect(clip).line_segment(
                [pos2(around.left(), around.top() + 1.0), pos2(around.right(), around.top() + 1.0)],
                line,
            );
        }
        self.ids.push((region, id, around));
    }

    /// Where a region is, if it is there.
    pub(crate) fn place(&self, region: Region) -> Option<Rect> {
        self.ids.iter().find(|(known, ..)| *known == region).map(|(.., around)| *around)
    }

    /// Whether what has the keyboard stands in this region.
    pub(crate) fn holds(&self, context: &Context, region: Region) -> bool {
        let Some(id) = context.memory(|memory| memory.focused()) else { return false };
        let around = self.place(region);
        let at = context.read_response(id).map(|response| response.rect.center());
        around.zip(at).is_some_and(|(around, at)| around.contains(at))
    }

    /// Moves the keyboard to the next region that is there, or to the one before.
    pub(crate) fn go(&mut self, context: &Context, forward: bool) {
        let order: Vec<(Region, Id, Rect)> = Region::ALL
            .iter()
            .filter_map(|region| self.ids.iter().find(|(known, ..)| known == region).copied())
            .collect();
        if order.is_empty() {
            return;
        }
        // Where the keyboard is, however it got there.
        let here = match context.memory(|memory| memory.focused()) {
            None => Some(Region::Canvas),
            Some(id) if Canvas::is_cursor(id) => Some(Region::Canvas),
            Some(id) => context.read_response(id).and_then(|response| {
                let holds = |(_, _, around): &&(Region, Id, Rect)| around.contains(response.rect.center());
                order.iter().find(holds).map(|(region, ..)| *region)
            }),
        };
        let here = here.or(self.last);
        let now = order.iter().position(|(region, ..)| Some(*region) == here).unwrap_or(0);
        let next = (now + if forward { 1 } else { order.len() - 1 }) % order.len();
        let (region, id, _) = order[next];
        self.last = Some(region);
        context.memory_mut(|memory| {
            if region == Region::Canvas {
                // The canvas takes the keyboard when nobody else has it.
                if let Some(focused) = memory.focused() {
                    memory.surrender_focus(focused);
                }
            } else {
                memory.request_focus(id);
            }
        });
    }
}
