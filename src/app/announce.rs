//! What changed, said to who can't see it: a screen reader reads each sentence when it appears. Notices say themselves
//! (`toast`), and so does what gets the keyboard; everything else comes through here. Must not know what happened.

use eframe::egui::accesskit::Live;
use eframe::egui::{Context, Id, Rect, Role, Sense, Ui};

/// Seconds that a sentence is there to be read.
const STAY: f64 = 3.0;
/// How many are there at once.
const MOST: usize = 4;

#[derive(Debug)]
struct Said {
    number: u64,
    text: String,
    until: f64,
}

/// The sentences that are being said.
#[derive(Debug, Default)]
pub(crate) struct Announcer {
    said: Vec<Said>,
    count: u64,
    /// What was said in which frame: who says the same in every frame, as a drag does, is heard once.
    last: (String, u64),
}

impl Announcer {
    /// Says something when there is a pause.
    pub(crate) fn say(&mut self, context: &Context, text: String) {
        let frame = context.cumulative_frame_nr();
        let again = self.last.0 == text && frame <= self.last.1 + 1;
        if text.is_empty() {
            return;
        }
        self.last = (text.clone(), frame);
        if again {
            return;
        }
        self.count += 1;
        let until = context.input(|input| input.time) + STAY;
        self.said.push(Said { number: self.count, text, until });
        if self.said.len() > MOST {
            self.said.remove(0);
        }
    }

    /// Puts what is said into the tree. Each sentence is a node of its own: one that appears is read, whatever it says.
    pub(crate) fn ui(&mut self, ui: &Ui) {
        let now = ui.input(|input| input.time);
        self.said.retain(|said| now < said.until);
        for said in &self.said {
            let id = Id::unique(("announcement", said.number));
            ui.interact(Rect::NOTHING, id, Sense::hover());
            ui.ctx().accesskit_node_builder(id, |node| {
                node.set_role(Role::Status);
                node.set_label(said.text.as_str());
                node.set_live(Live::Polite);
            });
        }
    }
}
