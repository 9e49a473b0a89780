//! Identifiers: random, so that two people's branches never clash, and short enough to read in a diff.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The digits of an id: Crockford's base 32, which has no letter that is mistaken for a digit.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Digits of an id as text.
const LENGTH: usize = 8;
const MASK: u64 = (1 << 40) - 1;

/// The identity of one thing of kind `T` in a map: 40 random bits, written as eight base-32 digits.
pub struct Id<T> {
    bits: u64,
    kind: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// The id made of the low 40 bits of `bits`.
    pub const fn from_bits(bits: u64) -> Self {
        Self { bits: bits & MASK, kind: PhantomData }
    }

    /// The 40 bits.
    pub const fn bits(self) -> u64 {
        self.bits
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.bits == other.bits
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.bits.cmp(&other.bits)
    }
}
impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bits.hash(state);
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for place in (0..LENGTH).rev() {
            let digit = (self.bits >> (5 * place)) & 31;
            write!(f, "{}", char::from(DIGITS[digit as usize]))?;
        }
        Ok(())
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Why a text is no id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an id is eight of the characters 0-9 and a-z without i, l, o, u; found {found:?}")]
pub struct IdError {
    /// The text that was found.
    pub found: String,
}

impl<T> FromStr for Id<T> {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let error = || IdError { found: text.chars().take(20).collect() };
        if text.len() != LENGTH {
            return Err(error());
        }
        let mut bits = 0;
        for byte in text.bytes() {
            let digit = DIGITS.iter().position(|&d| d == byte.to_ascii_lowercase()).ok_or_else(error)?;
            bits = bits << 5 | digit as u64;
        }
        Ok(Self::from_bits(bits))
    }
}

impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Where new ids come from. Seeded, it gives the same ids again: tests and the samples need that.
#[derive(Debug, Clone)]
pub struct IdSource {
    state: u64,
}

impl IdSource {
    /// A source that nobody can foresee. On a machine without randomness the clock stands in.
    pub fn random() -> Self {
        let state = getrandom::u64().unwrap_or_else(|_| {
            std::time::SystemTime::now()
                .duration_since(std::time::UNIX_EPOCH)
                .map_or(0, |since| since.as_nanos() as u64)
        });
        Self { state }
    }

    /// A source that always gives the same ids.
    pub const fn seeded(seed: u64) -> Self {
        Self { state: seed }
    }

    /// A new id.
    pub fn fresh<T>(&mut self) -> Id<T> {
        // SplitMix64 (Steele, Lea, Flood 2014): every state is visited once, so one source repeats no 64-bit value.
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        Id::from_bits(z ^ (z >> 31))
    }
}
