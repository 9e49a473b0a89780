//! What a table looks like: a grid or a list, what its rows, columns and colours are, by what they are called in English or
//! Vietnamese. A guess is a person's to change. Must not know windows.

use super::board::{is_part, one_a_column, says_things, spaced};
use super::feeling::{figure, scale_of};
use super::grid::Frame;
use super::sheet::{Book, Sheet};
use crate::i18n::{folded, lane_by_name};
use crate::import::table::{key, names};
use crate::model::{ColumnPart, FeelingScale, LaneKind, Matched, RowPart, TableForm, TableMapping, TableShape};

/// The most colours of notes that are told apart.
const MOST_COLORS: usize = 60;

/// Words by which the name of a row or column tells a kind of lane, folded, the surer ones first.
const LANE_WORDS: &[(LaneKind, &[&str])] = &[
    (
        LaneKind::PainPoints,
        &[
            "pain",
            "frustration",
            "friction",
            "problem",
            "barrier",
            "issue",
            "diem dau",
            "kho khan",
            "van de",
            "rao can",
            "tro ngai",
        ],
    ),
    (
        LaneKind::Opportunities,
        &[
            "opportunit",
            "idea",
            "solution",
            "improvement",
            "recommendation",
            "co hoi",
            "y tuong",
            "giai phap",
            "cai tien",
            "cai thien",
            "de xuat",
        ],
    ),
    (
        LaneKind::Touchpoints,
        &["touchpoint", "touch point", "touch-point", "channel", "diem cham", "diem tiep xuc", "kenh"],
    ),
    (LaneKind::Thoughts, &["thought", "think", "mindset", "suy nghi", "nghi gi"]),
    (
        LaneKind::Emotion,
        &[
            "emotion",
            "feeling",
            "feels",
            "mood",
            "sentiment",
            "satisfaction",
            "happiness",
            "experience score",
            "cam xuc",
            "tam trang",
            "hai long",
        ],
    ),
    (LaneKind::Expectations, &["expect", "ky vong", "mong doi"]),
    (LaneKind::Needs, &["need", "goal", "jobs to be done", "nhu cau", "muc tieu"]),
    (LaneKind::Quotes, &["quote", "verbatim", "says", "voice of", "trich dan", "loi khach", "khach noi"]),
    (
        LaneKind::Frontstage,
        &["frontstage", "front stage", "onstage", "employee action", "khach nhin thay", "tien sanh"],
    ),
    (LaneKind::Backstage, &["backstage", "back stage", "internal process", "hau truong", "noi bo"]),
    (LaneKind::Systems, &["system", "technology", "tool", "support process", "he thong", "cong nghe", "cong cu"]),
    (LaneKind::Metrics, &["metric", "kpi", "measure", "chi so", "do luong"]),
    (
        LaneKind::Owners,
        &["owner", "responsib", "department", "team", "stakeholder", "phu trach", "bo phan", "phong ban"],
    ),
    (LaneKind::Evidence, &["evidence", "data source", "research", "bang chung", "nguon du lieu"]),
    (LaneKind::Images, &["image", "picture", "storyboard", "screenshot", "hinh anh", "anh minh hoa"]),
    (
        LaneKind::Actions,
        &[
            "action",
            "activit",
            "doing",
            "behavio",
            "user does",
            "customer does",
            "tasks",
            "hanh dong",
            "hoat dong",
            "hanh vi",
            "khach lam",
        ],
    ),
];

const STAGES: &[&str] =
    &["stage", "stages", "journey stage", "phase", "phases", "journey phase", "giai doan", "cac giai doan", "chang"];
/// Those of them that mean phases where another one stands beside them.
const PHASES: &[&str] = &["phase", "phases", "journey phase", "giai doan mua hang"];
/// What says where a touchpoint happens, where another column says what it is.
const CHANNELS: &[&str] = &["channel", "channels", "touchpoint channel", "kenh", "kenh tiep xuc", "ten kenh"];
const STEPS: &[&str] = &["step", "steps", "journey step", "journey steps", "step name", "buoc", "cac buoc", "ten buoc"];

/// Colours by name, and what people mostly stick with them.
const COLORS: &[(&[&str], LaneKind)] = &[
    (&["red", "pink", "do", "hong", "magenta"], LaneKind::PainPoints),
    (&["green", "light green", "xanh la", "xanh luc"], LaneKind::Opportunities),
    (&["yellow", "vang"], LaneKind::Actions),
    (&["blue", "light blue", "xanh", "xanh duong", "xanh lam", "cyan"], LaneKind::Touchpoints),
    (&["violet", "purple", "tim"], LaneKind::Thoughts),
    (&["orange", "cam"], LaneKind::Needs),
    (&["grey", "gray", "white", "black", "xam", "trang", "den"], LaneKind::Text),
];

/// Whether a name says stages or steps.
pub(super) fn heading_part(name: &str) -> Option<RowPart> {
    let plain = folded(name);
    let plain = plain.trim_end_matches(':').trim_end();
    if STAGES.contains(&plain) {
        Some(RowPart::Stages)
    } else if STEPS.contains(&plain) {
        Some(RowPart::Steps)
    } else {
        None
    }
}

/// The kind of lane that a name tells: what the map calls it, else a word of it.
pub(super) fn lane_of(name: &str) -> Option<LaneKind> {
    let plain = folded(name);
    // The short keys of typed lines are no names.
    let exact = (plain.chars().count() > 3).then(|| lane_by_name(&plain)).flatten();
    exact.or_else(|| {
        let place = |words: &[&str]| words.iter().filter_map(|word| plain.find(word)).min();
        let found = LANE_WORDS.iter().filter_map(|(kind, words)| Some((place(words)?, *kind)));
        // The first word counts: “Thought/Quote” is a thought.
        found.min_by_key(|(place, _)| *place).map(|(_, kind)| kind)
    })
}

/// The name of the persona in that of a row or column of feelings: `Emotion: Minh`, `Cảm xúc (Minh)`; empty where there is none.
pub(super) fn persona_in(name: &str) -> String {
    if let Some((before, after)) = name.split_once(':').filter(|(before, _)| lane_of(before) == Some(LaneKind::Emotion))
    {
        let _ = before;
        return after.trim().to_owned();
    }
    let inside = name.trim().strip_suffix(')').and_then(|rest| rest.split_once('('));
    match inside {
        // What stands in brackets may say the scale.
        Some((_, inside)) if !inside.chars().any(|letter| letter.is_ascii_digit()) => inside.trim().to_owned(),
        _ => String::new(),
    }
}

/// What the heading of a list's column says that the column is.
pub(super) fn column_of(name: &str) -> Option<ColumnPart> {
    let plain = folded(&spaced(name));
    let plain = plain.trim();
    if let Some(part) = heading_part(plain) {
        return Some(if part == RowPart::Steps { ColumnPart::Step } else { ColumnPart::Stage });
    }
    let one_of = |words: &[&str]| words.contains(&plain);
    let begins = |words: &[&str]| words.iter().any(|word| plain.starts_with(word));
    Some(match () {
        () if one_of(&[
            "text",
            "content",
            "contents",
            "note",
            "sticky note",
            "sticky",
            "title",
            "card",
            "noi dung",
            "the",
            "van ban",
            "sticky note text",
        ]) || begins(&["text area", "sticky note"]) =>
        {
            ColumnPart::Text
        }
        () if one_of(&["lane", "row", "swimlane", "category", "type", "dong", "loai", "nhom"]) => ColumnPart::LaneName,
        () if one_of(&[
            "color",
            "colour",
            "bg color",
            "background color",
            "fill",
            "fill color",
            "mau",
            "mau sac",
            "mau nen",
        ]) =>
        {
            ColumnPart::Color
        }
        () if one_of(&["x", "left", "position x", "x position", "pos x", "toa do x", "vi tri x"]) => ColumnPart::Across,
        () if one_of(&["y", "top", "position y", "y position", "pos y", "toa do y", "vi tri y"]) => ColumnPart::Down,
        () if one_of(&["persona", "user", "actor", "customer", "chan dung", "khach hang", "nguoi dung"]) => {
            ColumnPart::Persona
        }
        () if one_of(&["owner", "responsible", "department", "team", "bo phan", "phu trach", "bo phan phu trach"]) => {
            ColumnPart::Owner
        }
        () if one_of(&["notes", "comment", "comments", "remark", "remarks", "ghi chu"]) => ColumnPart::Notes,
        () if begins(&["severity", "muc do nghiem trong", "nghiem trong"]) => ColumnPart::Severity,
        () if begins(&["share", "customers affected", "frequency", "ty le khach"]) => ColumnPart::Share,
        () if begins(&["impact", "tac dong"]) => ColumnPart::Impact,
        () if begins(&["effort", "cong suc"]) => ColumnPart::Effort,
        () if begins(&["moment of truth", "khoanh khac quyet dinh"]) || one_of(&["mot"]) => ColumnPart::Moment,
        () if one_of(&["nhom giai doan", "phase group"]) => ColumnPart::Phase,
        () => ColumnPart::Lane(lane_of(plain)?),
    })
}

/// What a colour mostly stands for; by its name, or by the hue of `#rrggbb` and `rgb(r, g, b)`.
pub(super) fn lane_of_color(name: &str) -> LaneKind {
    let plain = folded(name).replace(['_', '-'], " ");
    let named = |words: &[&str]| words.iter().any(|word| plain == *word || plain.ends_with(&format!(" {word}")));
    if let Some((_, kind)) = COLORS.iter().find(|(words, _)| named(words)) {
        return *kind;
    }
    let Some([r, g, b]) = rgb(&plain) else { return LaneKind::Text };
    let (most, least) = (r.max(g).max(b), r.min(g).min(b));
    if most - least < 24.0 {
        return LaneKind::Text;
    }
    let part = most - least;
    let hue = match most {
        most if most == r => ((g - b) / part).rem_euclid(6.0),
        most if most == g => (b - r) / part + 2.0,
        _ => (r - g) / part + 4.0,
    } * 60.0;
    match hue {
        hue if !(20.0..330.0).contains(&hue) => LaneKind::PainPoints,
        hue if hue < 42.0 => LaneKind::Needs,
        hue if hue < 70.0 => LaneKind::Actions,
        hue if hue < 165.0 => LaneKind::Opportunities,
        hue if hue < 255.0 => LaneKind::Touchpoints,
        hue if hue < 300.0 => LaneKind::Thoughts,
        _ => LaneKind::PainPoints,
    }
}

/// The colour that a name of one says in figures: `#rrggbb`, `rgb(r, g, b)`.
pub fn color_of(name: &str) -> Option<[u8; 3]> {
    rgb(&folded(name)).map(|parts| parts.map(|part| part.clamp(0.0, 255.0) as u8))
}

fn rgb(text: &str) -> Option<[f32; 3]> {
    if let Some(inside) = text.strip_prefix("rgb").map(|rest| rest.trim_start_matches('a')) {
        let inside = inside.trim().strip_prefix('(')?.split(')').next()?;
        let mut parts = inside.split([',', ' ']).filter(|part| !part.is_empty()).map(|part| part.parse::<f32>().ok());
        return Some([parts.next()??, parts.next()??, parts.next()??]);
    }
    let hex = text.strip_prefix('#').unwrap_or(text);
    if !hex.is_ascii() || !(hex.len() == 6 || hex.len() == 8) {
        return None;
    }
    let part = |at: usize| hex.get(at..at + 2).and_then(|two| u8::from_str_radix(two, 16).ok()).map(f32::from);
    Some([part(0)?, part(2)?, part(4)?])
}

/// The mapping that a book suggests, for the sheet that looks most like a journey.
pub fn guess(book: &Book) -> TableMapping {
    let best = book
        .sheets
        .iter()
        .max_by_key(|sheet| (grid_points(sheet).max(list_points(sheet)), std::cmp::Reverse(place(book, sheet))));
    let Some(sheet) = best else { return TableMapping::default() };
    let as_list = is_notes(sheet) || list_points(sheet) > grid_points(sheet);
    let form = if as_list { TableForm::List } else { TableForm::Grid };
    let named = (!sheet.name.is_empty()).then(|| sheet.name.clone());
    // A note a row, and nothing else.
    let bare = sheet.width() == 1
        && sheet.rows.len() > 1
        && sheet.rows.first().is_none_or(|row| row.first().is_none_or(|cell| !is_text(cell)));
    let heading = bare.then_some(0);
    let shape = TableShape { sheet: named, heading, ..TableShape::default() };
    guess_as(sheet, &TableMapping { table: shape, form, ..TableMapping::default() })
}

/// Whether a sheet is plainly a list of notes: its headings name their texts and what boards say of notes, or it has one
/// column alone.
fn is_notes(sheet: &Sheet) -> bool {
    let heading = heading_row(sheet, &TableShape::default());
    let Some(row) = sheet.rows.get(heading) else { return false };
    let has = |part: ColumnPart| row.iter().any(|cell| column_of(cell) == Some(part));
    let board = [ColumnPart::Color, ColumnPart::Across, ColumnPart::LaneName];
    let told = board.into_iter().any(has) || row.iter().any(|cell| is_part(cell));
    sheet.width() == 1 && sheet.rows.len() > 1 || row.iter().any(|cell| is_text(cell)) && told
}

fn is_text(heading: &str) -> bool {
    column_of(heading) == Some(ColumnPart::Text)
}

fn place(book: &Book, sheet: &Sheet) -> usize {
    book.sheets.iter().position(|known| std::ptr::eq(known, sheet)).unwrap_or(0)
}

/// The same, where a person said which sheet and form it is.
pub fn guess_as(sheet: &Sheet, said: &TableMapping) -> TableMapping {
    let mut mapping = TableMapping { table: said.table.clone(), form: said.form, ..TableMapping::default() };
    match said.form {
        TableForm::Grid => {
            let frame = Frame::of(sheet);
            let mut figures = Vec::new();
            for row in frame.body(sheet) {
                let name = frame.name(sheet, row);
                if name.is_empty() || mapping.row(&name).is_some() {
                    continue;
                }
                let kind = lane_of(&name);
                // Feelings in words alone are words.
                mapping.rows.push(Matched::new(name, RowPart::Lane(kind.unwrap_or(LaneKind::Text))));
                if kind == Some(LaneKind::Emotion) {
                    figures.extend((frame.first..sheet.width()).filter_map(|column| figure(sheet.cell(row, column))));
                }
            }
            mapping.scale = own_or(scale_of(&figures), frame.ours);
        }
        TableForm::List => {
            let sheet = &*sheet.headed(&said.table);
            let heading = heading_row(sheet, &said.table);
            let names = column_names(sheet, heading);
            let mut figures = Vec::new();
            let has_text = names.iter().any(|name| column_of(name) == Some(ColumnPart::Text));
            let staged = names.iter().any(|name| column_of(name) == Some(ColumnPart::Stage));
            let mut taken: Vec<ColumnPart> = Vec::new();
            // Where both are there, phases stand above stages; alone, either word means stages.
            let says = |known: &[&str]| names.iter().any(|name| known.contains(&folded(name).as_str()));
            let both = says(PHASES) && STAGES.iter().any(|word| !PHASES.contains(word) && says(&[word]));
            for (column, name) in names.iter().enumerate() {
                let mut part = match both && PHASES.contains(&folded(name).as_str()) {
                    true => ColumnPart::Phase,
                    false => column_of(name).unwrap_or_default(),
                };
                // What kind of thing a note is on its board says no lane; the part of the board it lies in is a stage.
                if has_text && part == ColumnPart::LaneName && says_things(sheet, heading, column) {
                    part = ColumnPart::Nothing;
                }
                if has_text && !staged && part == ColumnPart::Nothing && is_part(name) {
                    part = ColumnPart::Stage;
                }
                // One column says each; further ones are left to whoever looks.
                let many = matches!(part, ColumnPart::Lane(_) | ColumnPart::Nothing);
                if !many && taken.contains(&part) || has_text && matches!(part, ColumnPart::Lane(_)) {
                    part = ColumnPart::Nothing;
                }
                taken.push(part);
                if part == ColumnPart::Lane(LaneKind::Emotion) {
                    figures.extend((heading + 1..sheet.rows.len()).filter_map(|row| figure(sheet.cell(row, column))));
                }
                mapping.columns.push(Matched::new(name.clone(), part));
            }
            tell_channels(&mut mapping.columns, has_text);
            mapping.scale = scale_of(&figures);
            mapping.colors = colors(sheet, &mapping, heading, &names);
        }
    }
    mapping
}

/// A column of channels beside one of touchpoints, or of notes, says where those happen.
fn tell_channels(columns: &mut [Matched<ColumnPart>], has_text: bool) {
    let is_channel = |column: &Matched<ColumnPart>| CHANNELS.contains(&folded(&column.name).trim());
    let touchpoints = ColumnPart::Lane(LaneKind::Touchpoints);
    let has_touchpoints = columns.iter().any(|column| column.part == touchpoints && !is_channel(column));
    if (has_touchpoints || has_text)
        && let Some(column) = columns.iter_mut().find(|column| is_channel(column))
    {
        column.part = ColumnPart::Channel;
    }
}

fn own_or(found: Option<FeelingScale>, ours: bool) -> Option<FeelingScale> {
    if ours { Some(FeelingScale::OWN) } else { found }
}

/// The colours of notes: the one that stands in a row above all others names the steps.
fn colors(sheet: &Sheet, mapping: &TableMapping, heading: usize, names: &[String]) -> Vec<Matched<RowPart>> {
    let column = |part| names.iter().position(|name| mapping.column(name) == part);
    let Some(color) = column(ColumnPart::Color) else { return Vec::new() };
    let (across, down) = (column(ColumnPart::Across), column(ColumnPart::Down));
    let mut found: Vec<(String, Vec<f64>)> = Vec::new();
    let mut places_across: Vec<(String, f64)> = Vec::new();
    for row in heading + 1..sheet.rows.len() {
        let name = sheet.cell(row, color).trim();
        if name.is_empty() {
            continue;
        }
        let y = down.and_then(|down| figure(sheet.cell(row, down)));
        let x = across.and_then(|across| figure(sheet.cell(row, across)));
        places_across.extend(x.map(|x| (name.to_owned(), x)));
        let count = found.len();
        match found.iter_mut().find(|(known, _)| known == name) {
            Some((_, places)) => places.extend(y),
            None if count < MOST_COLORS => found.push((name.to_owned(), y.into_iter().collect())),
            None => {}
        }
    }
    let lowest = |places: &[f64]| places.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let highest = |places: &[f64]| places.iter().copied().fold(f64::INFINITY, f64::min);
    let heads = across.is_some().then(|| {
        found.iter().position(|(name, places)| {
            let others = found.iter().filter(|(other, _)| other != name).map(|(_, places)| highest(places));
            let of_name = places_across.iter().filter(|(known, _)| known == name).map(|(_, x)| *x);
            places.len() >= 2
                && one_a_column(&of_name.collect::<Vec<_>>())
                && others.clone().next().is_some()
                && others.fold(f64::INFINITY, f64::min) > lowest(places)
        })
    });
    let heads = heads.flatten();
    let part = |(place, (name, _)): (usize, &(String, Vec<f64>))| {
        let part = if heads == Some(place) { RowPart::Steps } else { RowPart::Lane(lane_of_color(name)) };
        Matched::new(name.clone(), part)
    };
    found.iter().enumerate().map(part).collect()
}

/// The row of a list's headings, counted from 0 among the rows there are.
pub(super) fn heading_row(sheet: &Sheet, shape: &TableShape) -> usize {
    if shape.heading == Some(0) {
        return 0;
    }
    if let Some(number) = shape.heading {
        return sheet.numbers.iter().position(|known| *known >= u64::from(number)).unwrap_or(0);
    }
    let known = |row: &Vec<String>| row.iter().filter(|cell| column_of(cell).is_some()).count();
    let top = sheet.rows.iter().take(10).enumerate();
    let best = top.max_by_key(|(place, row)| (known(row), std::cmp::Reverse(*place)));
    best.filter(|(_, row)| known(row) > 0).map_or(0, |(place, _)| place)
}

/// What the columns are called: no name twice, and none empty.
pub(super) fn column_names(sheet: &Sheet, heading: usize) -> Vec<String> {
    names((0..sheet.width()).map(|column| super::draft::one_line(sheet.shown(heading, column))))
}

/// How many of the columns' headings a list of a journey would have.
fn list_points(sheet: &Sheet) -> usize {
    let heading = heading_row(sheet, &TableShape::default());
    let mut keys: Vec<String> = Vec::new();
    let mut points = 0;
    for cell in sheet.rows.get(heading).into_iter().flatten() {
        if column_of(cell).is_some() && !keys.contains(&key(cell)) {
            keys.push(key(cell));
            points += 1;
        }
    }
    // A heading with nothing below is none.
    if sheet.rows.len() > heading + 1 { points } else { 0 }
}

/// How many names of lanes and headings stand in the first column.
fn grid_points(sheet: &Sheet) -> usize {
    let frame = Frame::of(sheet);
    let lanes = frame.body(sheet).filter(|row| lane_of(&frame.name(sheet, *row)).is_some()).count();
    let heads = (0..frame.body_first).filter(|row| heading_part(sheet.cell(*row, frame.names)).is_some()).count();
    if frame.ours { lanes + 100 } else { lanes + heads }
}

/// Whether a book looks like a journey: so many names are known that no table of answers has.
pub fn is_journey(book: &Book) -> bool {
    book.sheets.iter().any(|sheet| {
        let heading = heading_row(sheet, &TableShape::default());
        let parts: Vec<ColumnPart> =
            sheet.rows.get(heading).into_iter().flatten().filter_map(|cell| column_of(cell)).collect();
        let has = |part: ColumnPart| parts.contains(&part);
        let lanes = parts.iter().filter(|part| matches!(part, ColumnPart::Lane(_))).count();
        let placed = has(ColumnPart::Stage) || has(ColumnPart::Step);
        let notes = has(ColumnPart::Text) && (has(ColumnPart::Color) || has(ColumnPart::Across));
        grid_points(sheet) >= 2 || placed && lanes >= 1 || placed && has(ColumnPart::Text) || notes
    })
}
