//! Tables of answers: every encoding, delimiter, quoting and number that people write.

use std::path::Path;

use wayfelt::import::survey::{Why, Wishes, examine, guess};
use wayfelt::import::table::{Next, Source, Table, TableError};
use wayfelt::model::{Encoding, Quoting, Respondents, TableShape};

use super::{bytes, left, map, measured, table, take_in};

fn rows(table: &Table) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    table
        .rows(&mut |row| {
            rows.push(row.fields.iter().map(|cell| cell.into_owned()).collect());
            Next::Go
        })
        .unwrap();
    rows
}

fn detected(table: &Table) -> (Encoding, char, Quoting) {
    let shape = table.kept_shape();
    (shape.encoding.unwrap(), shape.delimiter.unwrap(), shape.quoting.unwrap())
}

#[test]
fn each_encoding_is_found_out() {
    let text = "Bước;Điểm\nĐặt lịch;5\nXếp hàng chờ;2\n\"Khám; rồi về\";4\n";
    let wide = |unit: fn(u16) -> [u8; 2]| -> Vec<u8> { text.encode_utf16().flat_map(unit).collect() };
    let marked = |mark: &[u8], rest: Vec<u8>| [mark, &rest].concat();
    let cases = [
        (text.as_bytes().to_vec(), Encoding::Utf8),
        (marked(b"\xef\xbb\xbf", text.as_bytes().to_vec()), Encoding::Utf8),
        (marked(b"\xff\xfe", wide(u16::to_le_bytes)), Encoding::Utf16Le),
        (marked(b"\xfe\xff", wide(u16::to_be_bytes)), Encoding::Utf16Be),
        (windows_1258(text), Encoding::Windows1258),
    ];
    for (content, encoding) in cases {
        let table = table(content);
        assert_eq!(detected(&table), (encoding, ';', Quoting::Double));
        assert_eq!(table.column("buoc"), Some(0), "{encoding:?} {:?}", table.columns);
        let found: Vec<String> = rows(&table).iter().map(|row| row[0].clone()).collect();
        let plain = |text: &str| wayfelt::i18n::folded(text);
        assert_eq!(
            found.iter().map(|text| plain(text)).collect::<Vec<_>>(),
            ["dat lich", "xep hang cho", "kham; roi ve"]
        );
    }
    // Without a mark, every other byte is nought.
    let plain = "step,score\nbook,5\n".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    assert_eq!(detected(&table(plain)).0, Encoding::Utf16Le);
}

/// As a Vietnamese Windows writes it: letters with their marks behind them.
fn windows_1258(text: &str) -> Vec<u8> {
    use unicode_normalization::UnicodeNormalization as _;
    let mut out = Vec::new();
    for letter in text.nfd() {
        // Its dot below stands behind the letter with its other mark.
        let dotted = out.last() == Some(&0xf2) && matches!(letter, '\u{302}' | '\u{306}');
        if dotted {
            out.pop();
        }
        let last = out.last().copied().unwrap_or(0);
        let joined = match (last, letter) {
            (b'a', '\u{302}') => Some(0xe2),
            (b'e', '\u{302}') => Some(0xea),
            (b'o', '\u{302}') => Some(0xf4),
            (b'a', '\u{306}') => Some(0xe3),
            (b'o', '\u{31b}') => Some(0xf5),
            (b'u', '\u{31b}') => Some(0xfd),
            _ => None,
        };
        if let Some(joined) = joined {
            out.pop();
            out.push(joined);
            out.extend(dotted.then_some(0xf2));
            continue;
        }
        out.push(match letter {
            'Đ' => 0xd0,
            'đ' => 0xf0,
            '\u{300}' => 0xcc,
            '\u{309}' => 0xd2,
            '\u{303}' => 0xde,
            '\u{301}' => 0xec,
            '\u{323}' => 0xf2,
            ascii => u8::try_from(u32::from(ascii)).unwrap(),
        });
    }
    out
}

#[test]
fn french_and_italian_are_no_vietnamese() {
    let cases: [&[u8]; 2] = [
        b"\xe9tape;note\nr\xe9server;4\nd\xe9j\xe0 vu;3\n",
        b"citt\xe0;voto\nper\xf2;4\npu\xf2;3\ncos\xec;2\nper\xf2;5\nsar\xf2;2\n",
    ];
    for content in cases {
        assert_eq!(detected(&table(content)).0, Encoding::Windows1252);
    }
    let shape = TableShape { encoding: Some(Encoding::Windows1258), ..TableShape::default() };
    let table = Table::open(bytes(cases[0]), &shape).unwrap();
    assert_eq!(detected(&table).0, Encoding::Windows1258, "what a person says goes before what is found out");
}

#[test]
fn each_delimiter_is_found_out() {
    for delimiter in [',', ';', '\t', '|', ':', '^'] {
        let d = delimiter;
        let content = format!("step{d}score{d}why\nbook{d}5{d}\"quick{d} and \"\"kind\"\"\"\nwait{d}2{d}too long\n");
        let table = table(content);
        assert_eq!(detected(&table).1, delimiter);
        assert_eq!(rows(&table)[0], ["book", "5", format!("quick{d} and \"kind\"").as_str()]);
    }
    let told = table("sep=;\r\na;b\r\n1,5;2,5\r\n");
    assert_eq!(
        (told.columns.clone(), rows(&told)),
        (vec!["a".into(), "b".into()], vec![vec!["1,5".into(), "2,5".into()]])
    );
}

#[test]
fn quoting_is_found_out_or_said() {
    let single = table("'a','b'\n'1','x, y'\n'2','z'\n");
    assert_eq!((detected(&single).2, rows(&single)[0][1].as_str()), (Quoting::Single, "x, y"));
    let shape = TableShape { quoting: Some(Quoting::Off), ..TableShape::default() };
    let off = Table::open(bytes(b"a,b\n5\" wide,1\n"), &shape).unwrap();
    assert_eq!(rows(&off)[0][0], "5\" wide");
}

#[test]
fn headings_are_unique_and_found_below_a_title() {
    let table = table("Survey of May\n\nscore,,score\n1,2,3\n");
    assert_eq!(table.columns, ["score", "(B)", "score (2)"]);
    assert_eq!(rows(&table), [["1", "2", "3"]]);
    let bare = self::table("5,4\n3,2\n");
    assert_eq!((bare.heading, bare.columns.clone(), rows(&bare).len()), (0, vec!["(A)".into(), "(B)".into()], 2));
}

#[test]
fn a_row_without_end_is_an_error() {
    let mut content = b"a,b\n1,\"".to_vec();
    content.extend(vec![b'x'; 3 << 20]);
    let open = Table::open(bytes(&content), &TableShape::default());
    assert!(matches!(open, Err(TableError::LongRow { row: 2 })), "{open:?}");
    assert!(matches!(Table::open(bytes(b""), &TableShape::default()), Err(TableError::Empty)));
    assert!(matches!(Table::open(bytes(b"PK\x03\x04nothing"), &TableShape::default()), Err(TableError::Workbook(_))));
}

#[test]
fn a_workbook_is_read_by_sheet() {
    let source = || Source::File(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/survey/clinic.xlsx"));
    let first = Table::open(source(), &TableShape::default()).unwrap();
    assert_eq!(first.sheets, ["Thông tin", "Câu trả lời"]);
    let shape = TableShape { sheet: Some("Câu trả lời".into()), ..TableShape::default() };
    let table = Table::open(source(), &shape).unwrap();
    assert_eq!(table.columns, ["Ngày", "Ai", "Đặt lịch", "Khám"]);
    assert_eq!(rows(&table)[0], ["2026-03-01", "Linh", "5", "Hài lòng"]);
    assert_eq!(rows(&table)[3], ["2026-03-03", "Minh", "", "Không áp dụng"]);
    let gone = TableShape { sheet: Some("Không có".into()), ..TableShape::default() };
    assert!(matches!(Table::open(source(), &gone), Err(TableError::NoSheet { .. })));

    // The first guess: personas by their column, words as a scale, what is no answer.
    let map = map(&["Linh", "Minh"], &["Đặt lịch hẹn", "Khám"]);
    let profile = examine(&table).unwrap();
    let guessed = guess(&map, &profile, Wishes { name: "Phòng khám", all_ratings: false });
    assert!(matches!(&guessed.respondents, Respondents::Groups(groups) if groups.len() == 2));
    let labels = guessed.columns.iter().find(|column| column.column == "Khám").unwrap();
    assert_eq!(labels.no_answer, ["Không áp dụng"]);
    let (next, _, answers) = take_in(&map, &table, &guessed);
    let linh = measured(&next, 1, 0).unwrap();
    assert_eq!((linh.n, linh.mean, linh.bad), (3, -2.0 / 3.0, Some(1.0 / 3.0)));
    assert_eq!(measured(&next, 1, 1).unwrap().n, 1);
    assert_eq!(left(&answers, Why::Code(guessed.columns.iter().position(|c| c.column == "Khám").unwrap())), 1);
}
