//! Cards of one kind with what that kind holds: one card, or several that are edited together. Must not know widgets.

use crate::edit::{CardChange, Edit};
use crate::model::{Card, Content, Image, Metric, Opportunity, PainPoint, Touchpoint};

/// What one kind of content holds.
pub(super) trait Part: Clone {
    /// It, if the content is of its kind.
    fn of(content: &Content) -> Option<&Self>;
    /// The content again.
    fn content(self) -> Content;
}

macro_rules! parts {
    ($($kind:ident),*) => {$(
        impl Part for $kind {
            fn of(content: &Content) -> Option<&Self> {
                match content {
                    Content::$kind(part) => Some(part),
                    _ => None,
                }
            }
            fn content(self) -> Content {
                Content::$kind(self)
            }
        }
    )*};
}

parts!(Touchpoint, PainPoint, Opportunity, Metric, Image);

/// At least one card of a kind, each with what it holds.
pub(super) struct Parts<'a, T> {
    all: Vec<(&'a Card, &'a T)>,
}

impl<'a, T: Part> Parts<'a, T> {
    /// These cards; none unless all are of the kind.
    pub(super) fn of(cards: &[&'a Card]) -> Option<Self> {
        let all: Option<Vec<_>> = cards.iter().map(|card| Some((*card, T::of(&card.content)?))).collect();
        all.filter(|all| !all.is_empty()).map(|all| Self { all })
    }

    /// What all cards say; none where they differ.
    pub(super) fn same<V: PartialEq>(&self, read: impl Fn(&T) -> V) -> Option<V> {
        same(self.all.iter().map(|(_, part)| read(part)))
    }

    /// The edit that changes all of them.
    pub(super) fn set(&self, change: impl Fn(&mut T)) -> Edit {
        let one = |(card, part): &(&Card, &T)| {
            let mut part = (*part).clone();
            change(&mut part);
            Edit::SetCard(card.id, CardChange::Content(part.content()))
        };
        all(self.all.iter().map(one).collect())
    }

    /// The only card, if there is one.
    pub(super) fn only(&self) -> Option<(&'a Card, &'a T)> {
        match self.all[..] {
            [one] => Some(one),
            _ => None,
        }
    }
}

/// What all say; none where they differ or there are none.
pub(super) fn same<V: PartialEq>(mut values: impl Iterator<Item = V>) -> Option<V> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

/// The edit that changes each of these cards.
pub(super) fn each(cards: &[&Card], edit: impl Fn(&Card) -> Edit) -> Edit {
    all(cards.iter().map(|card| edit(card)).collect())
}

/// One edit of several.
pub(super) fn all(mut edits: Vec<Edit>) -> Edit {
    match edits.len() {
        1 => edits.remove(0),
        _ => Edit::All(edits),
    }
}
