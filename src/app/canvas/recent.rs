//! What the last frames needed, kept for the next ones. Must not know what it is.

use std::collections::HashMap;
use std::hash::Hash;

/// So much is kept, whatever frames need.
const LEAST: usize = 2_048;

/// Values by key, in two generations: what no frame has asked for since the last turn is dropped with the next one. So no
/// frame ever has to look through everything, and little is dropped at once.
pub(super) struct Recent<K, V> {
    young: HashMap<K, V>,
    old: HashMap<K, V>,
    /// How many were asked for in this frame.
    asked: usize,
}

impl<K, V> Default for Recent<K, V> {
    fn default() -> Self {
        Self { young: HashMap::new(), old: HashMap::new(), asked: 0 }
    }
}

impl<K: Eq + Hash + Copy, V> Recent<K, V> {
    /// The value of a key, made if nobody has it.
    pub(super) fn get(&mut self, key: K, make: impl FnOnce() -> V) -> &V {
        self.asked += 1;
        let old = &mut self.old;
        self.young.entry(key).or_insert_with(|| old.remove(&key).unwrap_or_else(make))
    }

    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        self.young.clear();
        self.old.clear();
    }

    /// A frame is over.
    pub(super) fn end_frame(&mut self) {
        if self.young.len() > LEAST.max(2 * self.asked) {
            self.old = std::mem::take(&mut self.young);
        }
        self.asked = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_frames_ask_for_stays_and_the_rest_goes() {
        let mut recent = Recent::default();
        let mut made = 0;
        for frame in 0..4 * LEAST {
            for key in [0, frame + 1] {
                recent.get(key, || {
                    made += 1;
                    key
                });
            }
            recent.end_frame();
        }
        assert_eq!(made, 1 + 4 * LEAST);
        assert!(recent.young.len() + recent.old.len() <= 2 * LEAST + 2);
    }
}
