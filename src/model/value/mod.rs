//! Any part of a map as a tree of names and values, whatever its type: what can be compared, merged and kept field by field
//! by code that knows no field, and so forgets none.
//!
//! A field that has its default is not in the tree, as it isn't in the file; looked up, it is [`Value::Nothing`]. Must not
//! know what the trees are used for.

mod path;
mod read;
mod write;

use std::borrow::Cow;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The name of a field or of a choice.
pub type Name = Cow<'static, str>;

/// A part of a map.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub enum Value {
    /// Nothing there, or its default.
    #[default]
    Nothing,
    /// Yes or no.
    Flag(bool),
    /// A whole number from 0 on.
    Count(u64),
    /// A whole number.
    Whole(i64),
    /// Any other number.
    Number(f64),
    /// A text, an id, a date.
    Text(String),
    /// One after the other.
    List(Vec<Value>),
    /// By key.
    Table(Vec<(String, Value)>),
    /// By name.
    Fields(Vec<(Name, Value)>),
    /// One of several choices, with what it holds.
    Variant(Name, Box<Value>),
}

/// Why a part of a map is no tree, or a tree no part of a map.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ValueError(pub String);

impl Value {
    /// A part of a map as a tree. What can't be one is nothing; the model's own types all can, and a test writes each.
    pub fn of<T: Serialize + ?Sized>(part: &T) -> Self {
        part.serialize(write::Writer).unwrap_or_default()
    }

    /// The part of a map that this tree is.
    ///
    /// # Errors
    /// When it is none of that type.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, ValueError> {
        T::deserialize(self)
    }

    /// Whether nothing is there.
    pub const fn is_nothing(&self) -> bool {
        matches!(self, Self::Nothing)
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Every text in it, ids and dates too, names of fields not.
    pub fn texts(&self) -> Vec<&str> {
        let mut found = Vec::new();
        let mut waiting = vec![self];
        while let Some(value) = waiting.pop() {
            match value {
                Self::Text(text) => found.push(text.as_str()),
                Self::List(values) => waiting.extend(values.iter().rev()),
                Self::Table(rows) => {
                    found.extend(rows.iter().map(|(key, _)| key.as_str()));
                    waiting.extend(rows.iter().rev().map(|(_, value)| value));
                }
                Self::Fields(fields) => waiting.extend(fields.iter().rev().map(|(_, value)| value)),
                Self::Variant(_, inner) => waiting.push(inner),
                Self::Nothing | Self::Flag(_) | Self::Count(_) | Self::Whole(_) | Self::Number(_) => {}
            }
        }
        found
    }
}
