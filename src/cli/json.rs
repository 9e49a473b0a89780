//! Values as JSON (RFC 8259). Must not know what they are about.

use std::fmt::Write as _;

use crate::model::value::Value;

/// A text as a string of JSON (section 7).
pub(super) fn string(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            character if (character as u32) < 0x20 => {
                // Writing to a string can't fail.
                write!(out, "\\u{:04x}", character as u32).ok();
            }
            character => out.push(character),
        }
    }
    out.push('"');
    out
}

/// A list, an item a line.
pub(super) fn list(items: &[String]) -> String {
    if items.is_empty() { "[]".to_owned() } else { format!("[\n  {}\n]", items.join(",\n  ")) }
}

/// A value over several lines: whatever has room on one line stands on one.
pub(super) fn lines(of: &Value) -> String {
    const WIDTH: usize = 110;
    fn write(of: &Value, depth: usize, out: &mut String) {
        let line = value(of);
        let fits = line.chars().count() + 2 * depth <= WIDTH;
        let indent = "  ".repeat(depth + 1);
        let end = "  ".repeat(depth);
        match of {
            Value::Fields(fields) if !fits => {
                out.push_str("{\n");
                for (place, (name, of)) in fields.iter().enumerate() {
                    out.push_str(if place > 0 { ",\n" } else { "" });
                    out.push_str(&format!("{indent}{}: ", string(name)));
                    write(of, depth + 1, out);
                }
                out.push_str(&format!("\n{end}}}"));
            }
            Value::List(values) if !fits => {
                out.push_str("[\n");
                for (place, of) in values.iter().enumerate() {
                    out.push_str(if place > 0 { ",\n" } else { "" });
                    out.push_str(&indent);
                    write(of, depth + 1, out);
                }
                out.push_str(&format!("\n{end}]"));
            }
            _ => out.push_str(&line),
        }
    }
    let mut out = String::new();
    write(of, 0, &mut out);
    out
}

/// A value of a map. A choice is its name, or an object of its name and what it holds.
pub(super) fn value(of: &Value) -> String {
    fn object<'a>(rows: impl Iterator<Item = (&'a str, &'a Value)>) -> String {
        let rows: Vec<String> = rows.map(|(name, of)| format!("{}: {}", string(name), value(of))).collect();
        format!("{{{}}}", rows.join(", "))
    }
    match of {
        Value::Nothing => "null".to_owned(),
        Value::Flag(flag) => flag.to_string(),
        Value::Count(number) => number.to_string(),
        Value::Whole(number) => number.to_string(),
        Value::Number(number) if number.is_finite() => number.to_string(),
        Value::Number(_) => "null".to_owned(),
        Value::Text(text) => string(text),
        Value::List(values) => format!("[{}]", values.iter().map(value).collect::<Vec<_>>().join(", ")),
        Value::Table(rows) => object(rows.iter().map(|(key, of)| (key.as_str(), of))),
        Value::Fields(fields) => object(fields.iter().map(|(name, of)| (&**name, of))),
        Value::Variant(name, inner) if inner.is_nothing() => string(name),
        Value::Variant(name, inner) => object(std::iter::once((&**name, &**inner))),
    }
}
