//! The way from a tree to one of its values: names of fields, and keys of what stands in lists and tables.

use super::{Name, Value, ValueError};
use crate::model::Id;

/// Fields by which an element of a list is known, the first that it has.
const KEYS: [&str; 5] = ["id", "to", "name", "text", "file"];

impl Value {
    /// What an element of a list is known by: its id, where it leads, its name. None for what is only a value.
    pub fn key(&self) -> Option<&str> {
        match self {
            // A list of ids says which, a list of anything else (colours) also says in which order.
            Self::Text(text) => text.parse::<Id<()>>().is_ok().then_some(text.as_str()),
            Self::Variant(name, inner) if inner.is_nothing() => Some(name),
            Self::Fields(_) => KEYS.iter().find_map(|key| self.field(key).text()),
            _ => None,
        }
    }

    /// What stands in a list or table, by key; none where it has no keys, or one of them twice.
    pub fn keyed(&self) -> Option<Vec<(&str, &Self)>> {
        let keyed: Vec<(&str, &Self)> = match self {
            Self::Nothing => Vec::new(),
            Self::List(values) => {
                values.iter().map(|value| value.key().map(|key| (key, value))).collect::<Option<_>>()?
            }
            Self::Table(rows) => rows.iter().map(|(key, value)| (key.as_str(), value)).collect(),
            _ => return None,
        };
        let mut keys: Vec<&str> = keyed.iter().map(|(key, _)| *key).collect();
        keys.sort_unstable();
        keys.windows(2).all(|pair| pair.first() != pair.last()).then_some(keyed)
    }

    /// A field, or what has this key; what a choice holds is looked through.
    pub fn field(&self, name: &str) -> &Self {
        let found = match self {
            Self::Fields(fields) => fields.iter().find(|(known, _)| known == name).map(|(_, value)| value),
            Self::Table(rows) => rows.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            Self::List(values) => values.iter().find(|value| value.key() == Some(name)),
            Self::Variant(_, inner) => return inner.field(name),
            _ => None,
        };
        found.unwrap_or(&Self::Nothing)
    }

    /// What stands at the end of a path.
    pub fn get<S: AsRef<str>>(&self, path: &[S]) -> &Self {
        path.iter().fold(self, |value, name| value.field(name.as_ref()))
    }

    /// Puts a value at the end of a path; nothing takes away what stands there.
    ///
    /// # Errors
    /// When there is no such place.
    pub fn set<S: AsRef<str>>(&mut self, path: &[S], value: Self) -> Result<(), ValueError> {
        let Some((name, rest)) = path.split_first() else {
            *self = value;
            return Ok(());
        };
        let name = name.as_ref();
        match self {
            Self::Variant(_, inner) => inner.set(path, value),
            // What isn't there is a list of what has no names, a table, or fields; only fields can be told from the path.
            Self::Nothing if rest.is_empty() && value.key() == Some(name) => {
                *self = Self::List(vec![value]);
                Ok(())
            }
            Self::Nothing => {
                *self = Self::Fields(Vec::new());
                self.set(path, value)
            }
            Self::Fields(fields) => {
                let at = fields.iter().position(|(known, _)| known == name);
                put(fields, at, Name::Owned(name.to_owned()), rest, value)
            }
            Self::Table(rows) => {
                let at = rows.iter().position(|(key, _)| key == name);
                put(rows, at, name.to_owned(), rest, value)
            }
            Self::List(values) => match values.iter().position(|value| value.key() == Some(name)) {
                Some(at) if rest.is_empty() && value.is_nothing() => {
                    values.remove(at);
                    Ok(())
                }
                Some(at) => values.get_mut(at).map_or(Ok(()), |element| element.set(rest, value)),
                None if rest.is_empty() => {
                    values.extend((!value.is_nothing()).then_some(value));
                    Ok(())
                }
                None => Err(ValueError(format!("there is no {name}"))),
            },
            _ => Err(ValueError(format!("there is no {name}"))),
        }
    }
}

/// Puts a value into fields or rows, in place of what stands at `at`.
fn put<K, S: AsRef<str>>(
    rows: &mut Vec<(K, Value)>,
    at: Option<usize>,
    key: K,
    rest: &[S],
    value: Value,
) -> Result<(), ValueError> {
    match at {
        Some(at) if rest.is_empty() && value.is_nothing() => {
            rows.remove(at);
            Ok(())
        }
        Some(at) => rows.get_mut(at).map_or(Ok(()), |(_, slot)| slot.set(rest, value)),
        None => {
            let mut slot = Value::Nothing;
            slot.set(rest, value)?;
            if !slot.is_nothing() {
                rows.push((key, slot));
            }
            Ok(())
        }
    }
}
