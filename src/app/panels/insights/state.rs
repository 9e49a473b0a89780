//! What the insights remember from frame to frame, and the plots of the map, each worked out once. Must not know how anything is
//! painted.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::area::Arranged;
use super::table;
use super::what_if::{self, WhatIf};
use crate::i18n::Words;
use crate::insight::plot::{self, Given, Kind, Plot};
use crate::model::{CardId, JourneyMap};

/// What the insights remember from frame to frame.
#[derive(Debug, Clone, Default)]
pub struct InsightsState {
    pub(super) views: Option<[Kind; 3]>,
    /// The plot that fills the window, while one does.
    pub(super) page: Option<Kind>,
    /// The page shows the table instead of the picture.
    pub(super) table: bool,
    /// The page says how the figures are worked out.
    pub(super) how: bool,
    /// The map that this one is compared with, and what it is called.
    pub(super) against: Option<(String, Arc<JourneyMap>)>,
    /// The other open maps.
    pub(super) others: Vec<(String, Arc<JourneyMap>)>,
    pub(super) read_only: bool,
    pub(super) what_if: Option<WhatIf>,
    pub(super) dragged: Option<Dragged>,
    pub(super) plots: Plots,
    pub(super) arranged: BTreeMap<usize, Arranged>,
}

/// An opportunity that is being moved in the matrix, and where it was put last.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Dragged {
    pub(super) card: CardId,
    pub(super) at: Option<(u8, u8)>,
}

impl InsightsState {
    /// What else is open, to be compared with, and whether the map can only be read.
    pub fn offer(&mut self, others: Vec<(String, Arc<JourneyMap>)>, read_only: bool) {
        self.others = others;
        self.read_only = read_only;
    }

    /// Whether a plot fills the window.
    pub const fn is_page(&self) -> bool {
        self.page.is_some()
    }

    /// The plot that is meant where none is named: that of the page, else the first one.
    pub fn current(&self) -> Kind {
        self.page.unwrap_or_else(|| self.views()[0])
    }

    /// Fills the window with a plot.
    pub const fn open(&mut self, kind: Kind) {
        self.page = Some(kind);
    }

    /// Shows the map again. What was tried out is forgotten.
    pub fn close(&mut self) {
        self.page = None;
        self.what_if = None;
    }

    /// Begins to try out scores, or stops.
    pub fn toggle_what_if(&mut self) {
        if self.what_if.take().is_none() {
            self.page = Some(Kind::Emotion);
            self.table = false;
            self.what_if = Some(WhatIf::default());
        }
    }

    /// Whether scores are being tried out.
    pub const fn is_what_if(&self) -> bool {
        self.what_if.is_some()
    }

    /// Compares with this map from now on.
    pub fn compare_with(&mut self, name: String, map: Arc<JourneyMap>) {
        self.against = Some((name, map));
    }

    /// The map that this one is compared with.
    pub fn against(&self) -> Option<Arc<JourneyMap>> {
        self.against.as_ref().map(|(_, map)| Arc::clone(map))
    }

    /// A plot's table as text and as HTML.
    pub fn copied(&mut self, map: &Arc<JourneyMap>, kind: Kind, words: &Words) -> (String, String) {
        let against = self.against();
        table::copied(&self.plots.get(map, against.as_ref(), kind), words)
    }

    pub(super) fn views(&self) -> [Kind; 3] {
        self.views.unwrap_or([Kind::Emotion, Kind::PainPoints, Kind::Priorities])
    }
}

/// The plots of a map, each worked out when it is first shown.
#[derive(Debug, Clone, Default)]
pub(super) struct Plots {
    of: Option<(Arc<JourneyMap>, Option<Arc<JourneyMap>>)>,
    known: BTreeMap<Kind, Arc<Plot>>,
    /// Of which maps the curve was tried, and what it would be.
    tried: Option<(Arc<JourneyMap>, Arc<JourneyMap>, Arc<Plot>)>,
}

fn same(a: Option<&Arc<JourneyMap>>, b: Option<&Arc<JourneyMap>>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => Arc::ptr_eq(a, b),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

impl Plots {
    /// A plot of this map.
    pub(super) fn get(&mut self, map: &Arc<JourneyMap>, against: Option<&Arc<JourneyMap>>, kind: Kind) -> Arc<Plot> {
        let known = self.of.as_ref().is_some_and(|(of, with)| Arc::ptr_eq(of, map) && same(with.as_ref(), against));
        if !known {
            self.of = Some((Arc::clone(map), against.cloned()));
            self.known.clear();
        }
        let make = || {
            let today = Some(jiff::Zoned::now().date());
            Arc::new(plot::plot(kind, map, &Given { against: against.map(|map| &**map), today, ..Given::default() }))
        };
        Arc::clone(self.known.entry(kind).or_insert_with(make))
    }

    /// The curve as it would be.
    pub(super) fn tried(&mut self, map: &Arc<JourneyMap>, tried: &Arc<JourneyMap>) -> Arc<Plot> {
        if let Some((of, with, plot)) = &self.tried
            && Arc::ptr_eq(of, map)
            && Arc::ptr_eq(with, tried)
        {
            return Arc::clone(plot);
        }
        let plot = Arc::new(what_if::plot(map, tried));
        self.tried = Some((Arc::clone(map), Arc::clone(tried), Arc::clone(&plot)));
        plot
    }
}
