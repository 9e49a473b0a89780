//! Everything that needs no window, in one binary.

mod catalogue;
mod mermaid;
