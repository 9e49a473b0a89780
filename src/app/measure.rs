//! When frames began and what they cost, for who measures: written to the file that `WAYFELT_MEASURE` names, a line a frame.
//! Must not change what is shown, and does nothing where nobody measures.
//!
//! A line says when the frame began (nanoseconds since 1970), how many inputs it took, what the frame before cost in CPU
//! (microseconds; painting too, waiting for the screen not), and the memory in use (kB; 0 where the system doesn't say).

use std::fs::File;
use std::io::Write as _;
use std::time::{SystemTime, UNIX_EPOCH};

use eframe::egui::{Context, Event};

/// Names the file.
const FILE: &str = "WAYFELT_MEASURE";

/// Where lines go, if anywhere.
#[derive(Debug)]
pub(super) struct Measure {
    file: Option<File>,
    /// How many frames are still drawn after one that took an input, so that its end is seen.
    more: u8,
    /// Memory in use when it was last asked for, and for how many frames that is still said: asking takes its time.
    memory: (u64, u8),
}

/// For so many frames memory isn't asked for again.
const ASKED_EVERY: u8 = 16;

impl Measure {
    /// As the environment says.
    pub(super) fn from_environment() -> Self {
        let file = std::env::var_os(FILE).and_then(|path| File::create(path).ok());
        Self { file, more: 2, memory: (0, 0) }
    }

    /// A frame begins.
    pub(super) fn frame(&mut self, context: &Context, cost_before: Option<f32>) {
        let Some(file) = &mut self.file else { return };
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
        let is_input = |event: &&Event| {
            matches!(event, Event::Text(_) | Event::Key { pressed: true, .. } | Event::MouseWheel { .. })
        };
        let inputs = context.input(|input| input.events.iter().filter(is_input).count());
        let cost = cost_before.map_or(0, |seconds| (seconds * 1e6) as u32);
        self.memory = match self.memory {
            (_, 0) => (resident(), ASKED_EVERY),
            (known, frames) => (known, frames - 1),
        };
        // A measurement that can't be written is seen as one that is missing.
        writeln!(file, "{now} {inputs} {cost} {}", self.memory.0).ok();
        self.more = if inputs > 0 { 2 } else { self.more.saturating_sub(1) };
        if self.more > 0 {
            context.request_repaint();
        }
    }
}

/// Memory in use, in kB.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
