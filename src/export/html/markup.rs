//! Markup as it is written: tags are texts of the program itself, and everything else is escaped, here and nowhere else.

use std::fmt::{Display, Write};

/// A piece of HTML.
#[derive(Debug, Default)]
pub(super) struct Markup(String);

impl Markup {
    /// Tags. What isn't known while compiling can't be one.
    pub(super) fn tag(&mut self, tag: &'static str) {
        self.0.push_str(tag);
    }

    /// Words that people wrote.
    pub(super) fn text(&mut self, text: &str) {
        escape(&mut self.0, text);
    }

    /// An element with nothing but words in it.
    pub(super) fn element(&mut self, open: &'static str, text: &str, close: &'static str) {
        self.tag(open);
        self.text(text);
        self.tag(close);
    }

    /// ` name="value"`, inside a tag.
    pub(super) fn attribute(&mut self, name: &'static str, value: impl Display) {
        self.0.push(' ');
        self.0.push_str(name);
        self.0.push_str("=\"");
        // Writing here can't fail.
        let _ = write!(Escaping(&mut self.0), "{value}");
        self.0.push('"');
    }

    /// The markup of another part.
    pub(super) fn part(&mut self, part: &Self) {
        self.0.push_str(&part.0);
    }

    /// Markup that is escaped already, or isn't read as markup: a picture, a style sheet, a script.
    pub(super) fn finished(&mut self, text: &str) {
        self.0.push_str(text);
    }

    /// All of it.
    pub(super) fn into_string(self) -> String {
        self.0
    }
}

struct Escaping<'a>(&'a mut String);

impl Write for Escaping<'_> {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        escape(self.0, text);
        Ok(())
    }
}

/// Words for an element or a quoted attribute, without what no browser shows.
fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{FFFE}' | '\u{FFFF}' => {}
            letter if letter.is_control() && letter != '\n' && letter != '\t' => {}
            letter => out.push(letter),
        }
    }
}

/// JSON for a script element: no letter in it ends the element, and none is a line's end to a script alone.
pub(super) fn script_json(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for letter in json.chars() {
        match letter {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                let _ = write!(out, "\\u{:04x}", u32::from(letter));
            }
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_gets_out_of_its_place() {
        let mut markup = Markup::default();
        markup.tag("<p");
        markup.attribute("title", "\"><script>alert('1')</script>");
        markup.tag(">");
        markup.text("</p><img onerror=\"&amp;\">\0\u{1b}");
        assert_eq!(
            markup.into_string(),
            "<p title=\"&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;\">&lt;/p&gt;&lt;img \
             onerror=&quot;&amp;amp;&quot;&gt;"
        );
        assert_eq!(script_json("</script>&\u{2028}"), "\\u003c/script\\u003e\\u0026\\u2028");
    }
}
