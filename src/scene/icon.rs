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

/// What stands for an icon that isn't there. A test rules that out for the names in the code; a file may name any.
const USUAL: &str = "circle-dot";

/// The icon of this name; a plain one for a name that isn't there.
pub fn icon(name: &str) -> Arc<BezPath> {
    ICONS.get(name).or_else(|| ICONS.get(USUAL)).cloned().unwrap_or_default()
}

/// The names of all icons.
pub fn icon_names() -> impl Iterator<Item = &'static str> {
    ICONS.keys().copied()
}
