//! From a map and its figures to a scene: pure and total. Must not know windows, files, the clock or the machine.

pub mod theme;
