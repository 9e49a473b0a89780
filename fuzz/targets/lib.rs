//! What the targets share with the tests.

#[path = "../../tests/support/hostile_input.rs"]
pub mod hostile_input;
