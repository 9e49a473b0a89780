//! Rows of cells as an HTML table, as spreadsheets take it from the clipboard. Must not know maps.

/// The attribute that holds what a table can't say.
pub const CARRIED: &str = "data-wayfelt";

/// A cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell<'a> {
    /// What it says, with `\n` between lines.
    pub text: &'a str,
    /// The same as a figure, so that it isn't read in the wrong language.
    pub figure: Option<f64>,
}

/// A table of these rows, with a text of our own in an attribute, where nobody else looks.
///
/// Texts are marked as such: a spreadsheet must not run one that begins with `=`, nor make a date of `1-2`.
pub fn html_table(rows: &[Vec<Cell<'_>>], carried: Option<&str>) -> String {
    let mut html = String::from("<meta charset=\"utf-8\"><table");
    if let Some(carried) = carried {
        html.push_str(&format!(" {CARRIED}=\""));
        escape(carried, &mut html, Place::Attribute);
        html.push('"');
    }
    html.push('>');
    for row in rows {
        html.push_str("<tr>");
        for cell in row {
            match cell.figure {
                Some(figure) => html.push_str(&format!("<td sdval=\"{figure}\" sdnum=\"1033;\" x:num=\"{figure}\">")),
                None => html.push_str("<td style=\"mso-number-format:'\\@';white-space:pre-wrap\" sdnum=\"1033;0;@\">"),
            }
            escape(cell.text, &mut html, Place::Text);
            html.push_str("</td>");
        }
        html.push_str("</tr>");
    }
    html.push_str("</table>");
    html
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Text,
    Attribute,
}

/// Text as HTML holds it. Spaces that HTML would swallow are kept.
fn escape(text: &str, html: &mut String, place: Place) {
    let mut before = '\n';
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' if place == Place::Attribute => html.push_str("&quot;"),
            // Excel makes another cell of a line break unless told not to.
            '\n' if place == Place::Text => html.push_str("<br style=\"mso-data-placement:same-cell\">"),
            '\n' => html.push_str("&#10;"),
            '\t' => html.push_str("&#9;"),
            ' ' if place == Place::Text && matches!(before, ' ' | '\n' | '\t') => html.push_str("&nbsp;"),
            letter => html.push(letter),
        }
        before = letter;
    }
}
