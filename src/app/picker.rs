//! The system's file dialogs, on a thread of their own. Where the system has none, the window asks for a path itself.

use std::path::PathBuf;
use std::pin::pin;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::task::{Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use eframe::egui::Context;

use super::task::Purpose;

/// An answer faster than a hand can give means that there is no dialog.
const QUICK: Duration = Duration::from_millis(250);

/// A question to the system that isn't answered yet.
#[derive(Debug)]
pub(crate) struct Picker {
    purpose: Purpose,
    started: Instant,
    answer: Receiver<Option<PathBuf>>,
}

/// What became of the question.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Answer {
    /// A path.
    Chosen(Purpose, PathBuf),
    /// The person thought better of it.
    Cancelled,
    /// The system has no dialog.
    NoDialog(Purpose),
}

impl Picker {
    /// Asks the system for a path, with this title, these endings and this name to begin with.
    pub(crate) fn ask(
        purpose: Purpose,
        title: &str,
        extensions: &[&str],
        name: Option<&str>,
        context: &Context,
    ) -> Self {
        let mut dialog = rfd::AsyncFileDialog::new().set_title(title).add_filter(extensions.join(", "), extensions);
        if let Some(name) = name {
            dialog = dialog.set_file_name(name);
        }
        let (sender, answer) = channel();
        let context = context.clone();
        // Some systems want the dialog made on the window's thread, and all let it be waited for on another.
        let opening = purpose.opens();
        if opening {
            let asked = dialog.pick_file();
            thread::spawn(move || {
                sender.send(wait_for(asked).map(|file| file.path().to_owned())).ok();
                context.request_repaint();
            });
        } else {
            let asked = dialog.save_file();
            thread::spawn(move || {
                sender.send(wait_for(asked).map(|file| file.path().to_owned())).ok();
                context.request_repaint();
            });
        }
        Self { purpose, started: Instant::now(), answer }
    }

    /// What became of the question; none while nobody has answered.
    pub(crate) fn poll(&self) -> Option<Answer> {
        match self.answer.try_recv() {
            Ok(Some(path)) => Some(Answer::Chosen(self.purpose.clone(), path)),
            Ok(None) if self.started.elapsed() < QUICK => Some(Answer::NoDialog(self.purpose.clone())),
            Ok(None) => Some(Answer::Cancelled),
            // The thread is gone without an answer.
            Err(TryRecvError::Disconnected) => Some(Answer::NoDialog(self.purpose.clone())),
            Err(TryRecvError::Empty) => None,
        }
    }
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// Waits on this thread for what comes later.
fn wait_for<F: Future>(future: F) -> F::Output {
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = std::task::Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
        thread::park();
    }
}
