//! Something that is worked out on a thread of its own: there in the same frame where that takes less time than a frame is
//! seen, else in a later one. Must not know what it is.

use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use eframe::egui::Context;

/// What is there in less time than this is there in the same frame.
const AT_ONCE: Duration = Duration::from_millis(15);
/// What takes longer than this is worth a word.
const LONG: Duration = Duration::from_millis(300);

/// Something under way. Once this is dropped nobody hears of it.
#[derive(Debug)]
pub(super) struct Aside<T> {
    begun: Instant,
    found: Receiver<T>,
}

/// Its thread ended without a word.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("its thread ended without a word")]
pub(super) struct Lost;

/// Does something on a thread of its own, which is given; where the system gives none it is done before this ends.
pub(super) fn start(name: &str, work: impl FnOnce() + Send + 'static) -> Option<JoinHandle<()>> {
    let work = Arc::new(Mutex::new(Some(work)));
    let take = |work: &Mutex<Option<_>>| work.lock().ok().and_then(|mut work| work.take());
    let thread = thread::Builder::new().name(name.to_owned()).spawn({
        let work = Arc::clone(&work);
        move || take(&work).map_or((), |work| work())
    });
    if thread.is_err()
        && let Some(work) = take(&work)
    {
        work();
    }
    thread.ok()
}

impl<T: Send + 'static> Aside<T> {
    /// Begins; the window is painted again once it is done. Where the system gives no thread it stands still meanwhile.
    pub(super) fn begin(name: &str, context: &Context, work: impl FnOnce() -> T + Send + 'static) -> Self {
        let (sender, found) = channel();
        let work = {
            let context = context.clone();
            move || {
                sender.send(work()).ok();
                context.request_repaint();
            }
        };
        start(name, work);
        Self { begun: Instant::now(), found }
    }

    /// What was found; none while it is under way.
    pub(super) fn found(&self) -> Option<Result<T, Lost>> {
        let patience = if self.begun.elapsed() < AT_ONCE { AT_ONCE } else { Duration::ZERO };
        match self.found.recv_timeout(patience) {
            Ok(found) => Some(Ok(found)),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Err(Lost)),
        }
    }

    /// Whether it takes long enough to be said; the window is painted again when it does.
    pub(super) fn is_long(&self, context: &Context) -> bool {
        let left = LONG.saturating_sub(self.begun.elapsed());
        if !left.is_zero() {
            context.request_repaint_after(left);
        }
        left.is_zero()
    }
}
