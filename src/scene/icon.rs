//! Stroke icons of one set at one weight, as paths in a square of [`ICON_SIZE`] units.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use kurbo::BezPath;

/// Width and height of an icon's square before scaling.
pub const ICON_SIZE: f64 = 24.0;

static ICONS: LazyLock<BTreeMap<&'static str, Arc<BezPath>>> = LazyLock::new(|| {
    include_str!("../../assets/icons/icons.tsv")
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(name, path)| Some((name, Arc::new(BezPath::from_svg(path).ok()?))))
        .collect()
});

/// The icon of this name; an empty path for a name that isn't there, which a test rules out.
pub fn icon(name: &str) -> Arc<BezPath> {
    ICONS.get(name).cloned().unwrap_or_default()
}

/// The names of all icons.
pub fn icon_names() -> impl Iterator<Item = &'static str> {
    ICONS.keys().copied()
}
