//! Work on many things at once, and how far it is. Must not know what the work is.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal as _, Write as _};
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::console::shown;

/// How many things can be worked on at once here.
pub(super) fn processors() -> usize {
    thread::available_parallelism().map_or(1, NonZeroUsize::get)
}

/// Works on all items, at most `most` of them at once. Each thread has a state of its own, which it makes once. `seen` is
/// given each result as soon as it is there, in the order of the items and on this thread.
pub(super) fn each<T: Sync, S, R: Send>(
    items: &[T],
    most: usize,
    state: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, &T) -> R + Sync,
    mut seen: impl FnMut(R),
) {
    let next = AtomicUsize::new(0);
    let take = |sender: Sender<(usize, R)>| {
        let mut state = state();
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(place) else { return };
            if sender.send((place, work(&mut state, item))).is_err() {
                return;
            }
        }
    };
    let (sender, results) = channel();
    thread::scope(|scope| {
        let take = &take;
        let mut working = 0;
        // A single item needs no thread, and where the system gives none this one does all of it.
        while items.len() > 1 && working < most.clamp(1, items.len()) {
            let sender = sender.clone();
            match thread::Builder::new().name("batch".to_owned()).spawn_scoped(scope, move || take(sender)) {
                Ok(_) => working += 1,
                Err(_) => break,
            }
        }
        if working == 0 {
            take(sender.clone());
        }
        drop(sender);
        let (mut early, mut place) = (BTreeMap::new(), 0);
        for (at, result) in results {
            early.insert(at, result);
            while let Some(result) = early.remove(&place) {
                place += 1;
                seen(result);
            }
        }
    });
}

/// Memory that work at once shares: what takes much of it waits until there is some.
#[derive(Debug)]
pub(super) struct Memory {
    all: u64,
    taken: Mutex<u64>,
    freed: Condvar,
}

/// Memory that is given back with this value.
#[derive(Debug)]
pub(super) struct Held<'a> {
    of: &'a Memory,
    bytes: u64,
}

impl Memory {
    /// So many bytes in all.
    pub(super) const fn of(all: u64) -> Self {
        Self { all, taken: Mutex::new(0), freed: Condvar::new() }
    }

    /// Waits until so many bytes are free. What needs more than there is in all is worked on alone. Nobody may hold some and
    /// ask for more: two who do that would wait for each other.
    pub(super) fn hold(&self, bytes: u64) -> Held<'_> {
        let full = |taken: &mut u64| *taken > 0 && taken.saturating_add(bytes) > self.all;
        let taken = self.freed.wait_while(self.lock(), full);
        *taken.unwrap_or_else(PoisonError::into_inner) += bytes;
        Held { of: self, bytes }
    }

    fn lock(&self) -> MutexGuard<'_, u64> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        *self.of.lock() -= self.bytes;
        self.of.freed.notify_all();
    }
}

/// A line on a terminal that says how far the work is, and gives way to what else there is to say.
#[derive(Debug)]
pub(super) struct Progress {
    /// Whether somebody watches.
    seen: bool,
    all: usize,
    done: Mutex<Done>,
}

#[derive(Debug, Default)]
struct Done {
    count: usize,
    line: String,
}

impl Progress {
    /// Of so many things; seen where standard error is a terminal, and more than one is to be done.
    pub(super) fn of(all: usize) -> Self {
        let able = std::env::var_os("TERM").is_none_or(|term| term != "dumb");
        Self { seen: all > 1 && able && io::stderr().is_terminal(), all, done: Mutex::default() }
    }

    /// Whether somebody watches.
    pub(super) const fn is_seen(&self) -> bool {
        self.seen
    }

    /// One more is done; the line is made of how many are now, and of how many in all.
    pub(super) fn one_more(&self, line: impl FnOnce(usize, usize) -> String) {
        let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        done.count += 1;
        if self.seen {
            done.line = shown(&line(done.count, self.all));
            draw(&done.line);
        }
    }

    /// Says something that stays.
    pub(super) fn say(&self, line: &str) {
        let done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        if self.seen {
            draw("");
        }
        writeln!(io::stderr().lock(), "{}", shown(line)).ok();
        if self.seen {
            draw(&done.line);
        }
    }

    /// Takes the line away: all is done.
    pub(super) fn end(&self) {
        if self.seen {
            draw("");
        }
    }
}

/// Puts the line in the place of the one before. Nobody can be told where that fails.
fn draw(line: &str) {
    let mut out = io::stderr().lock();
    write!(out, "\r\x1b[2K{line}").and_then(|()| out.flush()).ok();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_takes_much_memory_waits_for_some() {
        let memory = Memory::of(100);
        let (held, most) = (Mutex::new(0_u64), Mutex::new((0_u64, 0_usize)));
        let items: Vec<u64> = [60, 30, 50, 250, 10, 90, 40, 1].repeat(5);
        let mut seen = 0;
        each(
            &items,
            6,
            || (),
            |(), bytes| {
                let share = memory.hold(*bytes);
                let now = {
                    let mut held = held.lock().unwrap();
                    *held += bytes;
                    *held
                };
                // What is larger than all of it has it alone.
                assert!(now <= 100 || now == 250, "{now}");
                let mut most = most.lock().unwrap();
                *most = (most.0.max(now), most.1 + 1);
                drop(most);
                thread::sleep(std::time::Duration::from_micros(300));
                *held.lock().unwrap() -= bytes;
                drop(share);
            },
            |()| seen += 1,
        );
        assert_eq!((seen, most.into_inner().unwrap()), (items.len(), (250, items.len())));
        assert_eq!(*memory.lock(), 0, "all of it is given back");
    }

    #[test]
    fn all_is_done_once_and_seen_in_order_by_no_more_threads_than_asked_for() {
        let items: Vec<usize> = (0..200).collect();
        for most in [0, 1, 3, 500] {
            let (threads, mut results) = (AtomicUsize::new(0), Vec::new());
            each(
                &items,
                most,
                || threads.fetch_add(1, Ordering::Relaxed),
                |_, item| {
                    // The first ones take longest.
                    thread::sleep(std::time::Duration::from_micros(if *item < 3 { 3000 } else { 10 }));
                    item * 2
                },
                |result| results.push(result),
            );
            assert_eq!(results, items.iter().map(|item| item * 2).collect::<Vec<_>>());
            assert!(threads.into_inner() <= most.max(1));
        }
        each(&[] as &[u8], 4, || (), |(), _| (), |()| panic!("nothing is seen"));
    }
}
