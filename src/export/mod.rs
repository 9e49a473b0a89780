//! From a scene or a map to other formats. Must not know windows; siblings don't name each other.

pub mod png;
pub mod svg;
