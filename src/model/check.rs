//! What makes a map invalid. Advice is not given here ([`crate::lint`] does that).

use super::JourneyMap;

/// One thing that makes a map invalid.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {}

/// Everything that makes the map invalid; a valid map has none.
pub fn check(_map: &JourneyMap) -> Vec<Fault> {
    Vec::new()
}
