//! Where the canvas looks: offset and zoom, and how regions that stay in view are moved.

use eframe::egui::{Pos2, Rect, Vec2, pos2, vec2};

use crate::scene::{Scene, Target, kurbo};

/// Least and greatest enlargement.
const ZOOMS: (f32, f32) = (0.05, 8.0);
/// A pinned heading takes no more of the view than this.
const PINNED: f32 = 0.5;
/// Where headings are too large to stay, their names still do, in small type: so wide a strip for those of lanes, and so
/// high a one for those of steps; points.
const STRIP: Vec2 = vec2(104.0, 26.0);
/// A strip takes no more of the view than this.
const STRIP_MOST: f32 = 0.25;

/// Offset and enlargement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Camera {
    /// The point of the picture that stands at the view's upper left corner, in map units.
    pub(super) offset: Vec2,
    /// Points of the screen a map unit.
    pub(super) zoom: f32,
}

/// Where something held lets the view scroll, and how long the last frame took.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ways {
    pub(super) sideways: bool,
    pub(super) upright: bool,
    pub(super) seconds: f32,
}

impl Default for Camera {
    fn default() -> Self {
        Self { offset: Vec2::ZERO, zoom: 1.0 }
    }
}

impl Camera {
    /// Enlarges by `factor` so that what is at `at` (from the view's corner) stays there.
    pub(super) fn zoom_around(&mut self, at: Vec2, factor: f32) {
        let zoom = (self.zoom * factor).clamp(ZOOMS.0, ZOOMS.1);
        self.offset += at / self.zoom - at / zoom;
        self.zoom = zoom;
    }

    /// Moves the picture by so many points of the screen.
    pub(super) fn pan(&mut self, by: Vec2) {
        self.offset -= by / self.zoom;
    }

    /// Scrolls back so far that a picture of this size fills half of the view, or is in it whole where it is smaller.
    pub(super) fn keep_in_view(&mut self, picture: kurbo::Size, size: Vec2) {
        let axis = |offset: f32, length: f32, view: f32| {
            let least = (view / 2.0).min(length);
            offset.clamp(least - view, (length - least).max(least - view))
        };
        let view = size / self.zoom;
        self.offset.x = axis(self.offset.x, picture.width as f32, view.x);
        self.offset.y = axis(self.offset.y, picture.height as f32, view.y);
    }

    /// Shows `rect` as large as fits, centred, with some air; small pictures are not enlarged beyond 150%.
    pub(super) fn fit(&mut self, rect: kurbo::Rect, size: Vec2) {
        let air = 16.0;
        let room = (size - Vec2::splat(2.0 * air)).max(Vec2::splat(10.0));
        let zoom = (room.x / rect.width() as f32).min(room.y / rect.height() as f32);
        self.zoom = zoom.clamp(ZOOMS.0, 1.5);
        let middle = vec2(rect.center().x as f32, rect.center().y as f32);
        self.offset = middle - size / 2.0 / self.zoom;
        // What is higher than the view begins at its top.
        if rect.height() as f32 * self.zoom > size.y {
            self.offset.y = rect.y0 as f32 - air / self.zoom;
        }
    }

    /// Scrolls as little as needed so that `target` is within `room`, a part of the view `rect`.
    pub(super) fn reveal(&mut self, target: kurbo::Rect, rect: Rect, room: Rect) {
        let low = (room.min - rect.min) / self.zoom;
        let high = (room.max - rect.min) / self.zoom;
        let margin = 16.0 / self.zoom;
        let axis = |offset: f32, start: f64, end: f64, low: f32, high: f32| {
            let (start, end) = (start as f32 - margin, end as f32 + margin);
            if end - start > high - low || start < offset + low {
                start - low
            } else if end > offset + high {
                end - high
            } else {
                offset
            }
        };
        self.offset.x = axis(self.offset.x, target.x0, target.x1, low.x, high.x);
        self.offset.y = axis(self.offset.y, target.y0, target.y1, low.y, high.y);
    }
}

/// How near to the view's edge something held lets it scroll, in points.
pub(super) const EDGE: f32 = 28.0;
/// Points of the screen that it scrolls in a second at the very edge.
const HELD_SPEED: f32 = 900.0;

impl Camera {
    /// Scrolls while something is held at `at` near an edge of `room`, a part of the view `rect`, as far as the map goes:
    /// beyond it nothing can land. Whether it did.
    pub(super) fn scroll_held(&mut self, at: Pos2, room: Rect, rect: Rect, ways: Ways, map: kurbo::Size) -> bool {
        let push =
            |low: f32, high: f32, at: f32| (low + EDGE - at).clamp(0.0, EDGE) - (at - high + EDGE).clamp(0.0, EDGE);
        let by = vec2(
            if ways.sideways { push(room.left(), room.right(), at.x) } else { 0.0 },
            if ways.upright { push(room.top(), room.bottom(), at.y) } else { 0.0 },
        );
        if by == Vec2::ZERO {
            return false;
        }
        let before = self.offset;
        self.pan(by / EDGE * HELD_SPEED * ways.seconds.clamp(0.002, 0.05));
        let air = Vec2::splat(24.0 / self.zoom);
        let most = vec2(map.width as f32, map.height as f32) + air - rect.size() / self.zoom;
        let within = |new: f32, old: f32, most: f32| new.clamp((-air.x).min(old), most.max(old));
        self.offset = vec2(within(self.offset.x, before.x, most.x), within(self.offset.y, before.y, most.y));
        self.offset != before
    }

    /// Where a part of the body is on the screen, in the view `rect`.
    pub(super) fn on_screen(&self, part: kurbo::Rect, rect: Rect) -> Rect {
        let at = |x: f64, y: f64| rect.min + (vec2(x as f32, y as f32) - self.offset) * self.zoom;
        Rect::from_min_max(at(part.x0, part.y0), at(part.x1, part.y1))
    }
}

/// The camera applied to a scene in a rectangle of the screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct View {
    pub(super) rect: Rect,
    pub(super) zoom: f32,
    offset: Vec2,
    /// How far the header is moved down, and the names to the right, to stay in view; map units.
    header_shift: f32,
    names_shift: f32,
    /// How much of the view they take when they stay; map units, 0 where they never do.
    header_stays: f32,
    names_stay: f32,
    /// How much of the view small names take where the headings themselves don't stay: to the left, and at the top; points.
    strip: Vec2,
    /// Where the headings of steps begin; map units.
    steps: f32,
    header: Rect,
    names: Rect,
}

impl Default for View {
    fn default() -> Self {
        Self {
            rect: Rect::ZERO,
            zoom: 1.0,
            offset: Vec2::ZERO,
            header_shift: 0.0,
            names_shift: 0.0,
            header_stays: 0.0,
            names_stay: 0.0,
            strip: Vec2::ZERO,
            steps: 0.0,
            header: Rect::ZERO,
            names: Rect::ZERO,
        }
    }
}

/// Which region of a scene.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Title,
    Header,
    Names,
    Body,
    Footer,
}

impl Part {
    /// In the order of painting: what stays in view lies over what scrolls.
    pub(super) const ALL: [Self; 5] = [Self::Body, Self::Title, Self::Footer, Self::Names, Self::Header];

    pub(super) fn region(self, scene: &Scene) -> &crate::scene::Region {
        match self {
            Self::Title => &scene.title_block,
            Self::Header => &scene.header,
            Self::Names => &scene.names,
            Self::Body => &scene.body,
            Self::Footer => &scene.footer,
        }
    }
}

impl View {
    pub(super) fn new(rect: Rect, camera: Camera, scene: &Scene) -> Self {
        let header = to_egui(scene.header.rect);
        let names = to_egui(scene.names.rect);
        let zoom = camera.zoom;
        // Where phases, stages and steps together are too high for a low view, the names of the steps still stay.
        let room = rect.height() * PINNED;
        let steps = steps_top(scene).unwrap_or(header.min.y);
        let hidden = [0.0, steps - header.min.y].into_iter().find(|hidden| (header.height() - hidden) * zoom <= room);
        let limit = (scene.body.rect.y1 as f32 - header.max.y).max(0.0);
        let header_shift = hidden.map_or(0.0, |hidden| (camera.offset.y - header.min.y - hidden).clamp(0.0, limit));
        let strips = vec2(
            if STRIP.x <= rect.width() * STRIP_MOST { STRIP.x } else { 0.0 },
            if STRIP.y <= rect.height() * STRIP_MOST { STRIP.y } else { 0.0 },
        );
        let header_stays = hidden.map_or(strips.y / zoom, |hidden| header.height() - hidden);
        let fits = names.width() * zoom <= rect.width() * PINNED;
        let limit = (scene.body.rect.x1 as f32 - names.max.x).max(0.0);
        let names_shift = if fits { camera.offset.x.clamp(0.0, limit) } else { 0.0 };
        let names_stay = if fits { names.width() } else { strips.x / zoom };
        // As soon as the headings are out of view, and as long as there is something that they name.
        let gone = |end: f32, offset: f32, last: f32, strip: f32| {
            let strip = strip / zoom;
            end < offset + strip && offset + strip < last
        };
        let body = to_egui(scene.body.rect);
        let strip = vec2(
            if !fits && gone(names.max.x, camera.offset.x, body.max.x, strips.x) { strips.x } else { 0.0 },
            if hidden.is_none() && gone(header.max.y, camera.offset.y, body.max.y, strips.y) { strips.y } else { 0.0 },
        );
        Self {
            rect,
            zoom,
            offset: camera.offset,
            header_shift,
            names_shift,
            header_stays,
            names_stay,
            strip,
            steps,
            header,
            names,
        }
    }

    /// The same view moved so that this point of the body is at that place of the screen.
    pub(super) fn carrying(mut self, point: kurbo::Point, to: Pos2) -> Self {
        self.offset = vec2(point.x as f32, point.y as f32) - (to - self.rect.min) / self.zoom;
        self
    }

    /// Where a point of a region is on the screen.
    pub(super) fn screen(&self, part: Part, point: kurbo::Point) -> Pos2 {
        let point = vec2(point.x as f32, point.y as f32) + self.shift(part);
        self.rect.min + (point - self.offset) * self.zoom
    }

    /// Where a rectangle of a region is on the screen.
    pub(super) fn screen_rect(&self, part: Part, rect: kurbo::Rect) -> Rect {
        Rect::from_min_max(self.screen(part, (rect.x0, rect.y0).into()), self.screen(part, (rect.x1, rect.y1).into()))
    }

    /// The view of what is moved by so much: everything stands there.
    pub(super) fn moved(&self, by: kurbo::Vec2) -> Self {
        Self { offset: self.offset - vec2(by.x as f32, by.y as f32), ..*self }
    }

    /// The point of a region that is at a place of the screen.
    pub(super) fn map(&self, part: Part, at: Pos2) -> kurbo::Point {
        let point = (at - self.rect.min) / self.zoom + self.offset - self.shift(part);
        kurbo::Point::new(f64::from(point.x), f64::from(point.y))
    }

    fn shift(&self, part: Part) -> Vec2 {
        match part {
            Part::Header => vec2(0.0, self.header_shift),
            Part::Names => vec2(self.names_shift, 0.0),
            Part::Title | Part::Body | Part::Footer => Vec2::ZERO,
        }
    }

    /// Whether a region is moved to stay in view.
    pub(super) fn is_pinned(&self, part: Part) -> bool {
        self.shift(part) != Vec2::ZERO
    }

    /// What of the screen a region may be painted on.
    pub(super) fn clip(&self, part: Part) -> Rect {
        let header = self.header_bottom();
        let names = self.names_right();
        match part {
            Part::Body | Part::Footer => {
                let left = if part == Part::Body && self.is_pinned(Part::Names) { names } else { self.rect.left() };
                let left = if part == Part::Body { left.max(self.rect.left() + self.strip.x) } else { left };
                let top = if self.is_pinned(Part::Header) { header } else { self.rect.top() + self.strip.y };
                Rect::from_min_max(pos2(left, top), self.rect.max)
            }
            Part::Names => {
                let top = if self.is_pinned(Part::Header) { header } else { self.rect.top() + self.strip.y };
                Rect::from_min_max(pos2(self.rect.left(), top), self.rect.max)
            }
            Part::Header => {
                let left = if self.is_pinned(Part::Names) { names } else { self.rect.left() + self.strip.x };
                Rect::from_min_max(pos2(left, self.rect.top()), self.rect.max)
            }
            Part::Title => self.rect,
        }
        .intersect(self.rect)
    }

    /// What of `rect` isn't covered by pinned regions.
    pub(super) fn body_clip(&self, rect: Rect) -> Rect {
        let covered = vec2(self.names_stay, self.header_stays) * self.zoom;
        Rect::from_min_max(rect.min + covered, rect.max)
    }

    fn header_bottom(&self) -> f32 {
        self.rect.min.y + (self.header.max.y + self.header_shift - self.offset.y) * self.zoom
    }

    fn names_right(&self) -> f32 {
        self.rect.min.x + (self.names.max.x + self.names_shift - self.offset.x) * self.zoom
    }

    /// Where the small names of a region's headings stand; none where the headings themselves are seen, or have no place.
    pub(super) fn strip(&self, part: Part) -> Option<Rect> {
        let strip = match part {
            Part::Header => self.clip(part).with_max_y(self.rect.top() + self.strip.y),
            Part::Names => self.clip(part).with_max_x(self.rect.left() + self.strip.x),
            Part::Title | Part::Body | Part::Footer => return None,
        };
        strip.is_positive().then_some(strip)
    }

    /// Where a pinned region's ground is; none where it scrolls with the rest.
    pub(super) fn ground(&self, part: Part) -> Option<Rect> {
        if !self.is_pinned(part) {
            return None;
        }
        let rect = match part {
            Part::Header => {
                let bottom = self.header_bottom();
                Rect::from_min_max(self.rect.min, pos2(self.rect.right(), bottom))
            }
            Part::Names => {
                let right = self.names_right();
                let top = if self.is_pinned(Part::Header) {
                    self.header_bottom()
                } else {
                    self.rect.min.y + (self.names.min.y - self.offset.y) * self.zoom
                };
                let bottom = self.rect.min.y + (self.names.max.y - self.offset.y) * self.zoom;
                Rect::from_min_max(pos2(self.rect.left(), top), pos2(right, bottom))
            }
            Part::Title | Part::Body | Part::Footer => return None,
        };
        Some(rect.intersect(self.rect))
    }

    /// Whether a point of the header is as low as the headings of steps.
    pub(super) fn is_over_steps(&self, point: kurbo::Point) -> bool {
        point.y as f32 >= self.steps
    }

    /// Which region is at a place of the screen.
    pub(super) fn part_at(&self, scene: &Scene, at: Pos2) -> Option<Part> {
        Part::ALL.into_iter().rev().find(|part| {
            let ground = self.ground(*part).or_else(|| self.strip(*part));
            let over_ground = ground.is_some_and(|ground| ground.contains(at));
            let inside = self.screen_rect(*part, part.region(scene).rect).intersect(self.clip(*part)).contains(at);
            over_ground || inside
        })
    }
}

/// Where the headings of steps begin, in map units.
fn steps_top(scene: &Scene) -> Option<f32> {
    let steps = scene.header.groups().filter(|group| matches!(group.target, Some(Target::Step(_))));
    steps.map(|group| group.rect().y0 as f32).reduce(f32::min)
}

/// A rectangle of the scene in egui's type.
pub(super) fn to_egui(rect: kurbo::Rect) -> Rect {
    Rect::from_min_max(pos2(rect.x0 as f32, rect.y0 as f32), pos2(rect.x1 as f32, rect.y1 as f32))
}
