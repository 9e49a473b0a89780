//! kill -9 at random moments: the whole application, frame by frame, without a screen.
//!
//! `WAYFELT_WINDOW_KILLS=2000 cargo test --test ui -- --nocapture killed` kills as often.

use std::time::{Duration, Instant};

use wayfelt::app::command::Command;

use crate::kill::{Dice, desk, kill_and_check, nth_edit, report, rounds};
use crate::window::keeping;

#[test]
fn whatever_the_moment_a_window_leaves_the_file_whole_and_a_copy_of_the_rest() {
    let rounds = rounds("WAYFELT_WINDOW_KILLS", 16);
    kill_and_check("killed::child", rounds, 4, Duration::from_millis(2200), 2);
}

/// No test of its own: the process that is killed.
#[test]
fn child() {
    let Some(desk) = desk() else { return };
    let mut dice = Dice::new(u64::from(std::process::id()));
    let mut window = keeping(&desk.state, vec![desk.path.clone()]);
    // Whoever started it may be gone; a busy machine takes its time to come so far.
    let begun = Instant::now();
    let (mut n, mut leaving): (_, Option<u64>) = (0, None);
    while begun.elapsed() < Duration::from_secs(60) {
        n += 1;
        assert!(window.state_mut().edit_shown(&nth_edit(n)));
        if leaving.is_some() {
            // Another save may be wanted, which begins once the one before is back.
            report('s', n);
        }
        window.run_steps(1);
        report('e', n);
        if let Some(left) = leaving.take_if(|_| !window.state().is_busy()) {
            report('S', left);
        }
        // While a map is on its way to its file the next ones are made, and now and then wanted to be saved too.
        if dice.below(5) == 0 {
            report('s', n);
            let context = window.ctx.clone();
            window.state_mut().run(&context, Command::Save);
            leaving.get_or_insert(n);
            window.run_steps(1);
        }
        std::thread::sleep(Duration::from_millis(dice.below(60)));
    }
}
