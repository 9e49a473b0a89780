//! A window that nobody touches draws no frames: the caret stops blinking.

use eframe::egui::Key;
use wayfelt::app::command::Command;

use crate::window::{english, press, type_text};

#[test]
fn a_caret_blinks_only_while_somebody_is_there() {
    let mut shown = english();
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, Command::New);
    shown.run_steps(4);
    press(&mut shown, Key::F2);
    type_text(&mut shown, "A name");
    let blinks =
        |shown: &egui_kittest::Harness<'static, wayfelt::app::App>| shown.ctx.global_style().visuals.text_cursor.blink;
    assert!(blinks(&shown));
    let begun = shown.ctx.input(|input| input.time);
    while shown.ctx.input(|input| input.time) < begun + 11.0 {
        shown.run_steps(1);
    }
    shown.run_steps(2);
    assert!(!blinks(&shown), "it stands still");
    type_text(&mut shown, "!");
    assert!(blinks(&shown), "and goes on");
}
