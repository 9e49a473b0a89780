//! Things that belong together, and where they are: two pictures of nearly the same map share them, and show them at
//! different places.
//!
//! Must not know what they look like.

use std::ops::Deref;
use std::sync::Arc;

use kurbo::{Rect, Size, Vec2};

use super::{Item, Role, Target};

/// Things that belong together and mean something, wherever they are.
#[derive(Debug, Clone)]
pub struct Group {
    /// What of the map it shows.
    pub target: Option<Target>,
    /// What it is.
    pub role: Role,
    /// Its name in the map's language, for who can't see it: unbroken text, and what marks mean.
    pub name: String,
    rect: Rect,
    items: Vec<Item>,
}

impl Group {
    /// A group that covers `rect`, which is also where a click hits it, and holds `items` in the order of painting.
    pub fn new(target: Option<Target>, role: Role, name: String, rect: Rect, items: Vec<Item>) -> Self {
        Self { target, role, name, rect, items }
    }

    /// How large it is.
    pub fn size(&self) -> Size {
        self.rect.size()
    }

    /// Its items, as they are before the group is placed.
    pub fn unplaced(&self) -> &[Item] {
        &self.items
    }
}

/// A group at its place; owned by a picture, or looked at in it.
#[derive(Debug, Clone, Copy)]
pub struct Placed<G = Arc<Group>> {
    group: G,
    by: Vec2,
}

impl<G: Deref<Target = Group>> Deref for Placed<G> {
    type Target = Group;

    fn deref(&self) -> &Group {
        &self.group
    }
}

impl From<Group> for Placed {
    fn from(group: Group) -> Self {
        Self { group: Arc::new(group), by: Vec2::ZERO }
    }
}

impl<G: Deref<Target = Group>> Placed<G> {
    /// A group moved to its place.
    pub const fn new(group: G, by: Vec2) -> Self {
        Self { group, by }
    }

    /// The group, which other pictures may show elsewhere.
    pub const fn group(&self) -> &G {
        &self.group
    }

    /// How far the group is moved.
    pub const fn by(&self) -> Vec2 {
        self.by
    }

    /// What it covers; also where a click hits it.
    pub fn rect(&self) -> Rect {
        self.group.rect + self.by
    }

    /// What is in it, in the order of painting.
    pub fn items(&self) -> impl DoubleEndedIterator<Item = Item> + ExactSizeIterator {
        self.group.items.iter().map(|item| item.moved(self.by))
    }

    /// Moves it.
    pub(super) fn translate(&mut self, by: Vec2) {
        self.by += by;
    }
}

impl Placed<&Group> {
    /// The group on its own, for longer than the picture.
    pub fn kept(self) -> Placed {
        Placed::new(Arc::new(self.group.clone()), self.by)
    }

    /// The groups among what is in it, whatever they are.
    pub fn inside(self) -> impl DoubleEndedIterator<Item = Self> {
        self.group.items.iter().filter_map(move |item| placed(item, self.by))
    }
}

/// The group that an item is, when what it is in is moved.
fn placed(item: &Item, by: Vec2) -> Option<Placed<&Group>> {
    match item {
        Item::Group(group) => Some(Placed::new(&*group.group, by + group.by)),
        _ => None,
    }
}

/// The groups among items; a row counts as the groups in it.
pub(super) fn groups(items: &[Item]) -> impl DoubleEndedIterator<Item = Placed<&Group>> {
    items.iter().flat_map(|item| {
        let (inside, by) = match item {
            Item::Group(row) if row.role == Role::Row => (row.group.items.as_slice(), row.by),
            _ => (std::slice::from_ref(item), Vec2::ZERO),
        };
        inside.iter().filter_map(move |item| placed(item, by))
    })
}
