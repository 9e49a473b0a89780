//! kill -9 at random moments: the library's own saving, recovery, versions and lock, without a window.
//!
//! `WAYFELT_KILLS=2000 cargo test --test core -- --nocapture killed` kills as often.

use std::sync::Arc;
use std::time::{Duration, Instant};

use wayfelt::edit::Document;
use wayfelt::file::disk::{load, save_keeping};
use wayfelt::file::lock::{Attempt, take};
use wayfelt::file::steps::System;

use crate::kill::{Dice, desk, kill_and_check, nth_edit, report, rounds};

#[test]
fn whatever_the_moment_the_file_is_whole_and_the_copy_holds_the_rest() {
    let rounds = rounds("WAYFELT_KILLS", 200);
    kill_and_check("killed::child", rounds, 28, Duration::from_millis(2200), 1);
}

/// No test of its own: the process that is killed.
#[test]
fn child() {
    let Some(desk) = desk() else { return };
    let mut dice = Dice::new(u64::from(std::process::id()));
    let begun = Instant::now();
    let Attempt::Ours(_lock) = take(&desk.path) else { panic!("the file is free") };
    let mut document = Document::new(load(&desk.path).unwrap().map);
    let recovery = desk.recovery().start().unwrap();
    let versions = desk.versions();
    let mut n = 0;
    // Whoever started it may be gone.
    while begun.elapsed() < Duration::from_secs(30) {
        n += 1;
        document.edit(&nth_edit(n), None).unwrap();
        recovery.put(Arc::clone(document.map()), Some(desk.path.clone().into()));
        report('e', n);
        if dice.below(5) == 0 {
            report('s', n);
            let saved = save_keeping(&System, &desk.path, document.map(), Some(&versions)).unwrap();
            assert!(saved.version.is_none());
            document.mark_saved();
            report('S', n);
            recovery.clear();
        }
        std::thread::sleep(Duration::from_millis(dice.below(60)));
    }
}
