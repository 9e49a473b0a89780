//! Fields that are read more strictly than serde would: numbers that must be numbers, keys that must come once.
//!
//! It stands beside the types because only here the reader still knows the place in the text.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// Why a field was refused; its words travel through serde as text, and `file` recognises them again.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StrictError {
    /// Infinity, or no number at all.
    #[error("a finite number is needed here")]
    NotFinite,
    /// The same key twice.
    #[error("this key was there before: {0}")]
    SameKey(String),
}

/// A number that is one.
pub(super) fn finite<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    let value = f64::deserialize(deserializer)?;
    if value.is_finite() { Ok(value) } else { Err(D::Error::custom(StrictError::NotFinite)) }
}

/// A number that is one, or none.
pub(super) fn finite_or_none<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<f64>, D::Error> {
    match Option::<f64>::deserialize(deserializer)? {
        Some(value) if !value.is_finite() => Err(D::Error::custom(StrictError::NotFinite)),
        value => Ok(value),
    }
}

/// A table of which no key comes twice; serde alone would keep the last one and drop the others silently.
pub(crate) fn unique<'de, D, K, V>(deserializer: D) -> Result<BTreeMap<K, V>, D::Error>
where
    D: Deserializer<'de>,
    K: Deserialize<'de> + Ord + fmt::Display,
    V: Deserialize<'de>,
{
    struct Unique<K, V>(PhantomData<(K, V)>);
    impl<'de, K, V> Visitor<'de> for Unique<K, V>
    where
        K: Deserialize<'de> + Ord + fmt::Display,
        V: Deserialize<'de>,
    {
        type Value = BTreeMap<K, V>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a map")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
            let mut table = BTreeMap::new();
            while let Some(key) = access.next_key::<K>()? {
                if table.contains_key(&key) {
                    return Err(A::Error::custom(StrictError::SameKey(key.to_string())));
                }
                table.insert(key, access.next_value()?);
            }
            Ok(table)
        }
    }
    deserializer.deserialize_map(Unique(PhantomData))
}
