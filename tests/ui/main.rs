//! The real window, driven by accessible names, without a display.

mod commands;
mod journey;
mod look;
mod screens;
mod window;
