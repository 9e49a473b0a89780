//! How far an export has come, and whether it is still wanted: told from one thread to another. Must not know what is made.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};

/// An export under way, as seen from outside.
#[derive(Debug, Default)]
pub struct Watch {
    thousandths: AtomicU32,
    stopped: AtomicBool,
}

/// An export was stopped before its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("stopped")]
pub struct Stopped;

impl Watch {
    /// Of something that hasn't begun.
    pub const fn new() -> Self {
        Self { thousandths: AtomicU32::new(0), stopped: AtomicBool::new(false) }
    }

    /// How much is done, from 0 to 1.
    pub fn progress(&self) -> f32 {
        self.thousandths.load(Relaxed).min(1000) as f32 / 1000.0
    }

    /// Nobody wants it any more; it ends as soon as it can, and nothing is written.
    pub fn stop(&self) {
        self.stopped.store(true, Relaxed);
    }

    /// So much is done, from 0 to 1.
    ///
    /// # Errors
    /// When it was stopped.
    pub fn done(&self, part: f64) -> Result<(), Stopped> {
        self.thousandths.store((part.clamp(0.0, 1.0) * 1000.0) as u32, Relaxed);
        self.wanted()
    }

    /// Whether it is still wanted.
    ///
    /// # Errors
    /// When it was stopped.
    pub fn wanted(&self) -> Result<(), Stopped> {
        if self.stopped.load(Relaxed) { Err(Stopped) } else { Ok(()) }
    }
}

/// Bytes that are written as long as they are wanted.
pub(super) struct Watched<'a> {
    pub(super) bytes: Vec<u8>,
    pub(super) watch: &'a Watch,
}

impl Write for Watched<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.watch.wanted().map_err(io::Error::other)?;
        self.bytes.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
