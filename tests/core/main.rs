//! Everything that needs no window.

mod text;
