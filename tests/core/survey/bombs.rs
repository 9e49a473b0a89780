//! Workbooks that are small as files and would be huge once unpacked: refused before anything of them is kept.

use std::io::{Cursor, Write as _};

use wayfelt::import::table::{MOST_PARTS, Source, Table, TableError};
use wayfelt::model::TableShape;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const SHEET: &str =
    "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row></sheetData></worksheet>";
const BOOK: &str = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
const RELATIONS: &str = "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\"/></Relationships>";

const ROOT: &str = "<Relationships><Relationship Id=\"r0\" Target=\"xl/workbook.xml\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/></Relationships>";

/// A workbook that holds these parts too.
fn book(more: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let usual = [
        ("_rels/.rels", ROOT.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/worksheets/sheet1.xml", SHEET.as_bytes()),
    ];
    for (name, bytes) in usual.iter().chain(more) {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn opened(bytes: Vec<u8>) -> Result<Table, TableError> {
    Table::open(Source::Bytes(bytes.into()), &TableShape::default())
}

fn is_too_large(bytes: Vec<u8>, part: &str) {
    let found = opened(bytes).map(drop);
    assert!(matches!(&found, Err(TableError::TooLarge { name }) if name == part), "{part}: {found:?}");
}

#[test]
fn a_small_workbook_is_read() {
    let styles = b"<styleSheet><cellXfs><xf numFmtId=\"0\"/></cellXfs></styleSheet>";
    let texts = b"<sst uniqueCount=\"1\"><si><t>a</t></si></sst>";
    let table = opened(book(&[("xl/styles.xml", styles), ("xl/sharedStrings.xml", texts)])).unwrap();
    assert_eq!(table.sheets, ["A"]);
}

#[test]
fn a_part_that_says_how_large_it_is_is_refused() {
    let bomb = book(&[("xl/styles.xml", &vec![b' '; 25 << 20])]);
    assert!(bomb.len() < 1 << 20, "{} bytes", bomb.len());
    is_too_large(bomb, "xl/styles.xml");
}

#[test]
fn a_part_that_says_it_is_small_is_unpacked_no_further_than_it_says() {
    let size = 25_u32 << 20;
    // Tags, so that only the part as a whole is too large.
    let part: Vec<u8> = b"<a></a>".iter().copied().cycle().take(size as usize).collect();
    let mut bomb = book(&[("xl/Styles.xml", &part)]);
    let said = size.to_le_bytes();
    let mut places: Vec<usize> =
        bomb.windows(4).enumerate().filter_map(|(place, four)| (four == said).then_some(place)).collect();
    assert!(!places.is_empty());
    while let Some(place) = places.pop() {
        bomb[place..place + 4].copy_from_slice(&100_u32.to_le_bytes());
    }
    let found = opened(bomb).map(drop);
    assert!(matches!(found, Err(TableError::TooLarge { .. } | TableError::Workbook(_))), "{found:?}");
}

#[test]
fn memory_is_not_made_ready_for_more_texts_than_can_be_there() {
    for count in ["99999999999", "99999999999999999999999", "+300000000"] {
        let texts = format!("<sst count='1' uniqueCount='{count}'><si><t>a</t></si></sst>");
        is_too_large(book(&[("xl/sharedStrings.xml", texts.as_bytes())]), "xl/sharedStrings.xml");
    }
}

#[test]
fn more_styles_than_any_workbook_has_are_refused() {
    let styles = format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(200_001));
    is_too_large(book(&[("xl/styles.xml", styles.as_bytes())]), "xl/styles.xml");
    let font = format!("<styleSheet><fonts><font><name val=\"{}\"/></font></fonts></styleSheet>", "x".repeat(3_000));
    is_too_large(book(&[("xl/styles.xml", font.as_bytes())]), "xl/styles.xml");
}

#[test]
fn a_workbook_of_too_many_parts_is_refused() {
    let names: Vec<String> = (0..=MOST_PARTS).map(|place| format!("xl/media/{place}")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    let found = opened(book(&parts)).map(drop);
    assert!(matches!(found, Err(TableError::TooManyParts { most: MOST_PARTS, .. })), "{found:?}");
}
