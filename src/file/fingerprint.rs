//! A number that stands for content: whether a file still says what it said. It need not withstand anybody.

use std::fmt;

use crate::model::JourneyMap;

/// FNV-1a of bytes, and how many they are: the same on every machine, for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint {
    hash: u64,
    length: u64,
}

impl Fingerprint {
    /// That of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let mix = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        Self { hash: bytes.iter().fold(0xcbf2_9ce4_8422_2325, mix), length: bytes.len() as u64 }
    }

    /// What tells whether a map still has the same steps in the same order.
    pub fn of_steps(map: &JourneyMap) -> Self {
        let ids: String = map.steps().map(|(_, step)| step.id.to_string()).collect();
        Self::of(ids.as_bytes())
    }

    /// As a text that [`Self::parse`] reads.
    pub(super) fn write(self) -> String {
        format!("{self}.{}", self.length)
    }

    /// What [`Self::write`] wrote.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (hash, length) = text.split_once('.')?;
        Some(Self { hash: u64::from_str_radix(hash, 16).ok()?, length: length.parse().ok()? })
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.hash)
    }
}
