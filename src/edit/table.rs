//! Text with tabs, as spreadsheets put it on the clipboard and take it from there.

/// Rows of cells of a text. A cell that a spreadsheet put in quotation marks (because it holds a tab, a line end or a
/// quotation mark) is read as one; quotation marks around other texts are the text's own.
pub fn read(text: &str) -> Vec<Vec<String>> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut rest = text.strip_suffix('\n').unwrap_or(&text);
    let mut rows = Vec::new();
    let mut row = Vec::new();
    loop {
        let (cell, after) = quoted(rest).unwrap_or_else(|| {
            let end = rest.find(['\t', '\n']).unwrap_or(rest.len());
            let (cell, after) = rest.split_at(end);
            (cell.to_owned(), after)
        });
        row.push(cell);
        if let Some(next) = after.strip_prefix('\t') {
            rest = next;
        } else {
            rows.push(std::mem::take(&mut row));
            match after.strip_prefix('\n') {
                Some(next) => rest = next,
                None => return rows,
            }
        }
    }
}

/// A quoted cell at the begin of a text, and what stands after it.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    let mut needed = false;
    loop {
        let end = rest.find('"')?;
        let (part, after) = rest.split_at(end);
        cell.push_str(part);
        rest = after.strip_prefix('"')?;
        match rest.strip_prefix('"') {
            Some(next) => {
                cell.push('"');
                needed = true;
                rest = next;
            }
            None => break,
        }
    }
    needed |= cell.contains(['\t', '\n']);
    let ends = rest.is_empty() || rest.starts_with(['\t', '\n']);
    (needed && ends).then_some((cell, rest))
}

/// The text of rows of cells.
pub fn write(rows: &[Vec<String>]) -> String {
    let cell = |cell: &String| {
        if cell.contains(['\t', '\n', '"']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
    };
    let rows: Vec<String> = rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join("\t")).collect();
    rows.join("\n")
}

/// What a formula begins with (also in full width), and the mark that keeps a text from being one.
const DANGEROUS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\'', '＝', '＋', '－', '＠'];

/// Where programs that part fields otherwise than we do take a text apart: they don't see our quotation marks.
const PARTING: [char; 5] = [';', '\t', '|', '\n', '\r'];

/// What stands in a grid for a stage without a name, or where no phase is: an empty cell goes on with the one before it.
pub const NONE_BEGINS: &str = "—";

/// Between what a card says and the last step that it reaches over, in a grid.
pub const REACH: &str = " ⇥ ";

/// The text with a `'` before it where a spreadsheet would run it (OWASP, "CSV Injection"), or where one stands already and
/// would be taken away; and so inside the text, where another program may take it apart.
pub fn defused(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + 1);
    let mut begins = true;
    for letter in text.chars() {
        if begins && DANGEROUS.contains(&letter) {
            written.push('\'');
        }
        written.push(letter);
        begins = PARTING.contains(&letter);
    }
    written
}

/// The text without each `'` that [`defused`] put into it.
pub fn fused(text: &str) -> String {
    let mut read = String::with_capacity(text.len());
    let mut begins = true;
    let mut letters = text.chars().peekable();
    while let Some(mut letter) = letters.next() {
        if begins && letter == '\'' {
            letter = letters.next_if(|next| DANGEROUS.contains(next)).unwrap_or(letter);
        }
        read.push(letter);
        begins = PARTING.contains(&letter);
    }
    read
}
