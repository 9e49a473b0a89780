//! Addresses that may be opened: pages of the web and people's mail, nothing else. Must not know who opens them.
//!
//! A map may come from anybody, and an address in it may be made to look like another one. What is kept here is the address
//! as it is opened, letter for letter, in letters that can't be mistaken for others: so it can be shown before.

use std::fmt;

use unicode_normalization::UnicodeNormalization as _;

/// No address is longer than this.
const MOST_BYTES: usize = 2_000;
/// What a letter to somebody may say; others could attach a file.
const MAIL_FIELDS: [&str; 4] = ["subject", "body", "cc", "bcc"];

/// An address of the web (http, https) or of mail, in ASCII without spaces and control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    text: String,
    /// Whose page, or whose mail it is, stands here in the text.
    owner: std::ops::Range<usize>,
}

impl Address {
    /// The address that a whole text is. None for any other text, and for whatever seems meant to deceive: other schemes,
    /// control characters and spaces inside, a name before the server's, backslashes.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim_matches([' ', '\t', '\n', '\r']);
        let odd = |c: char| c.is_control() || c.is_whitespace() || matches!(c, '\\' | '"' | '<' | '>' | '`' | '^');
        if text.len() > MOST_BYTES || text.chars().any(|c| odd(c) || is_unseen(c)) {
            return None;
        }
        let (scheme, rest) = text.split_once(':')?;
        match scheme.to_ascii_lowercase().as_str() {
            scheme @ ("http" | "https") => Self::page(scheme, rest.strip_prefix("//")?),
            "mailto" => Self::mail(rest),
            _ => None,
        }
    }

    fn page(scheme: &str, rest: &str) -> Option<Self> {
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (server, path) = rest.split_at(end);
        // What stands before an `@` looks like the server to people and is none.
        let is_plain = !server.contains(['@', '%']);
        let (host, port) = match server.rsplit_once(':') {
            Some((host, port)) if !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit()) => (host, port),
            Some((host, "")) if !host.contains(':') => (host, ""),
            _ => (server, ""),
        };
        let host = host_in_ascii(host).filter(|_| is_plain)?;
        let mut text = format!("{scheme}://");
        let start = text.len();
        text.push_str(&host);
        let owner = start..text.len();
        if !port.is_empty() {
            text.push(':');
            text.push_str(port);
        }
        push_in_ascii(&mut text, path);
        Some(Self { text, owner })
    }

    fn mail(rest: &str) -> Option<Self> {
        let (to, fields) = rest.split_once('?').unwrap_or((rest, ""));
        let (name, host) = to.rsplit_once('@')?;
        let host = host_in_ascii(host)?;
        let named = |field: &str| {
            let name = field.split('=').next().unwrap_or_default().to_ascii_lowercase();
            MAIL_FIELDS.contains(&name.as_str())
        };
        // A fragment would begin there, or what looks like a path.
        if name.is_empty() || name.contains(['/', '#']) || !(fields.is_empty() || fields.split('&').all(named)) {
            return None;
        }
        let mut text = String::from("mailto:");
        let start = text.len();
        push_in_ascii(&mut text, name);
        text.push('@');
        text.push_str(&host);
        let owner = start..text.len();
        if !fields.is_empty() {
            text.push('?');
            push_in_ascii(&mut text, fields);
        }
        Some(Self { text, owner })
    }

    /// The address as it is opened, in ASCII.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whom it leads to: the server of a page, the address of who gets the mail.
    pub fn owner(&self) -> &str {
        &self.text[self.owner.clone()]
    }

    /// What stands before and behind whom it leads to.
    pub fn around_owner(&self) -> (&str, &str) {
        (&self.text[..self.owner.start], &self.text[self.owner.end..])
    }

    /// Whether it is for writing mail.
    pub fn is_mail(&self) -> bool {
        self.text.starts_with("mailto:")
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Characters that nobody sees, or that turn the others around.
const fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{ffff}' | '\u{e0000}'..='\u{e0fff}')
}

/// The name of a server as the net writes it: `xn--…` for each part with other than ASCII letters.
fn host_in_ascii(host: &str) -> Option<String> {
    if let Some(inside) = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return inside.parse::<std::net::Ipv6Addr>().ok().map(|address| format!("[{address}]"));
    }
    let mut parts = Vec::new();
    for part in host.split('.') {
        let part: String = part.nfkc().collect::<String>().to_lowercase().nfc().collect();
        let ascii = if part.is_ascii() { part } else { format!("xn--{}", punycode(&part)?) };
        let is_good = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        if ascii.len() > 63 || !ascii.bytes().all(is_good) {
            return None;
        }
        parts.push(ascii);
    }
    // A name may end with a dot, and has no other empty part.
    let named = if parts.last().is_some_and(String::is_empty) { parts.len() - 1 } else { parts.len() };
    let is_whole = named > 0 && parts[..named].iter().all(|part| !part.is_empty());
    is_whole.then(|| parts.join("."))
}

/// Adds what follows the server, each byte that is no ASCII as `%` and its value.
fn push_in_ascii(text: &mut String, rest: &str) {
    for byte in rest.bytes() {
        if byte.is_ascii_graphic() { text.push(byte as char) } else { text.push_str(&format!("%{byte:02X}")) }
    }
}

/// A part of a server's name in ASCII (RFC 3492), without the `xn--` before it.
fn punycode(part: &str) -> Option<String> {
    const BASE: u32 = 36;
    let letters: Vec<u32> = part.chars().map(u32::from).collect();
    let mut out: String = part.chars().filter(char::is_ascii).collect();
    let plain = u32::try_from(out.len()).ok()?;
    let whole = u32::try_from(letters.len()).ok()?;
    if plain > 0 {
        out.push('-');
    }
    let (mut next, mut delta, mut bias, mut done) = (128_u32, 0_u32, 72_u32, plain);
    while done < whole {
        let least = letters.iter().copied().filter(|letter| *letter >= next).min()?;
        delta = delta.checked_add((least - next).checked_mul(done + 1)?)?;
        next = least;
        for letter in letters.iter().copied() {
            if letter < next {
                delta = delta.checked_add(1)?;
            }
            if letter != next {
                continue;
            }
            let mut rest = delta;
            for k in (BASE..).step_by(BASE as usize) {
                let limit = k.saturating_sub(bias).clamp(1, 26);
                if rest < limit {
                    break;
                }
                out.push(digit(limit + (rest - limit) % (BASE - limit)));
                rest = (rest - limit) / (BASE - limit);
            }
            out.push(digit(rest));
            bias = adapted(delta, done + 1, done == plain);
            delta = 0;
            done += 1;
        }
        delta = delta.checked_add(1)?;
        next += 1;
    }
    Some(out)
}

fn digit(value: u32) -> char {
    let byte = if value < 26 { b'a' + value as u8 } else { b'0' + (value - 26) as u8 };
    byte as char
}

fn adapted(delta: u32, count: u32, is_first: bool) -> u32 {
    let mut delta = if is_first { delta / 700 } else { delta / 2 };
    delta += delta / count;
    let mut k = 0;
    while delta > 455 {
        delta /= 35;
        k += 36;
    }
    k + 36 * delta / (delta + 38)
}
