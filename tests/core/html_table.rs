//! Tables as spreadsheets put them on the clipboard, each in the shape that its program writes.

use proptest::prelude::{Strategy, any, prop, proptest};
use wayfelt::edit::table;
use wayfelt::export::html_table::{CARRIED, Cell, html_table};
use wayfelt::import::html_table::{Table, read, with_spaces_of};

fn rows(html: &str) -> Vec<Vec<String>> {
    read(html, CARRIED).unwrap_or_else(|| panic!("no table in {html}")).rows
}

const CALC: &str = r##"<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">
<html>
<head>
	<meta http-equiv="content-type" content="text/html; charset=utf-8"/>
	<title></title>
	<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
	<style type="text/css">
		body,div,table,thead,tbody,tfoot,tr,th,td,p { font-family:"Liberation Sans"; font-size:x-small }
		a.comment-indicator:hover + comment { background:#ffd; position:absolute; }
	</style>
</head>
<body>
<table cellspacing="0" border="0">
	<colgroup width="85"></colgroup>
	<colgroup span="2" width="85"></colgroup>
	<tr>
		<td height="17" align="left"><b><font color="#0000FF">Đặt hàng</font></b></td>
		<td align="right" sdval="-1.5" sdnum="1066;0;0,0">-1,5</td>
		<td align="left">Một dòng<br>hai &lt;dòng&gt; &amp; &quot;ba&quot;</td>
	</tr>
	<tr>
		<td height="17" align="left"><br></td>
		<td align="right" sdval="3" sdnum="1033;">3</td>
		<td align="left">trước&nbsp;&nbsp;sau</td>
	</tr>
</table>
<!-- ************************************************************************** -->
</body>
</html>
"##;

#[test]
fn a_table_from_calc() {
    assert_eq!(rows(CALC), [["Đặt hàng", "-1,5", "Một dòng\nhai <dòng> & \"ba\""], ["", "3", "trước  sau"]]);
}

const EXCEL: &str = "Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000002121\r\nStartFragment:0000000141\r\nEndFragment:0000002081\r\n\
<html xmlns:v=\"urn:schemas-microsoft-com:vml\"\r\nxmlns:x=\"urn:schemas-microsoft-com:office:excel\">\r\n\r\n<head>\r\n\
<meta http-equiv=Content-Type content=\"text/html; charset=utf-8\">\r\n<meta name=Generator content=\"Microsoft Excel 15\">\r\n\
<style>\r\n<!--table\r\n\t{mso-displayed-decimal-separator:\"\\.\";}\r\n.xl65\r\n\t{white-space:normal;}\r\n-->\r\n</style>\r\n</head>\r\n\r\n\
<body link=\"#0563C1\" vlink=\"#954F72\">\r\n\r\n<table border=0 cellpadding=0 cellspacing=0 width=192 style='border-collapse:\r\n collapse;width:144pt'>\r\n\
<!--StartFragment-->\r\n <col width=64 span=3 style='width:48pt'>\r\n\
 <tr height=20 style='height:15.0pt'>\r\n  <td colspan=2 height=20 class=xl65 width=128>Merged\r\n  text</td>\r\n  <td rowspan=2 width=64>Down</td>\r\n </tr>\r\n\
 <tr height=60 style='height:45.0pt'>\r\n  <td height=60 class=xl65>a<br>\r\n    b</td>\r\n  <td align=right>-1.25</td>\r\n </tr>\r\n\
 <tr height=20>\r\n  <td>x<span\r\n  style='mso-spacerun:yes'>&nbsp; </span>y</td>\r\n  <td></td>\r\n  <td>last</td>\r\n </tr>\r\n\
<!--EndFragment-->\r\n <![if supportMisalignedColumns]>\r\n <tr height=0 style='display:none'>\r\n  <td width=64 style='width:48pt'></td>\r\n </tr>\r\n <![endif]>\r\n\
</table>\r\n\r\n</body>\r\n\r\n</html>\r\n";

#[test]
fn figures_from_calc_mean_what_they_are_whatever_the_country() {
    // As Calc 7.4 writes a sheet with cells formatted as in Vietnam, and one as in Britain.
    let found = rows(
        r#"<table cellspacing="0" border="0">
	<colgroup span="3" width="85"></colgroup>
	<tr>
		<td height="17" align="left">Hỏi</td>
		<td align="right" sdval="-1.25" sdnum="1033;">-1.25</td>
		<td align="right" sdval="0.5" sdnum="1033;1066;#.##0,00">0,50</td>
	</tr>
	<tr>
		<td height="17" align="left">Trả</td>
		<td align="right" sdval="1.4583333333" sdnum="1033;1066;#.##0,00">1,46</td>
		<td align="right" sdval="0.18" sdnum="1033;0;0%">18%</td>
	</tr>
	<tr>
		<td height="17" align="right" sdval="-2" sdnum="1033;1066;#.##0,00">-2,00</td>
		<td align="right" sdval="12345.5" sdnum="1033;1066;#.##0,00">12.345,50</td>
		<td align="left">-1,25</td>
	</tr>
	<tr>
		<td height="17" align="right" sdval="1250" sdnum="1033;2057;#,##0">1,250</td>
		<td align="right" sdval="1250" sdnum="1033;1066;#.##0">1.250</td>
		<td align="right" sdval="46348" sdnum="1033;1066;DD/MM/YYYY">22/11/2026</td>
	</tr>
</table>"#,
    );
    assert_eq!(
        found,
        [
            ["Hỏi", "-1.25", "0,50"],
            ["Trả", "1,46", "18%"],
            ["-2,00", "12.345,50", "-1,25"],
            ["1250", "1250", "22/11/2026"],
        ]
    );
    let figures = ["-1.25", "0,50", "1,46", "-2,00", "-1,25", "1250"].map(wayfelt::edit::line::parse_number);
    assert_eq!(figures, [-1.25, 0.5, 1.46, -2.0, -1.25, 1250.0].map(Some));
}

#[test]
fn a_table_from_excel_with_merged_cells_and_a_row_that_nobody_sees() {
    let expected = [["Merged text", "", "Down"], ["a\nb", "-1.25", ""], ["x  y", "", "last"]];
    assert_eq!(rows(EXCEL), expected);
    // What Windows gives where only the part between the marks is kept: it begins inside the table.
    let start = EXCEL.find("<!--StartFragment-->").unwrap();
    let end = EXCEL.find("<!--EndFragment-->").unwrap();
    assert_eq!(rows(&EXCEL[start..end]), expected);
}

const SHEETS: &str = r#"<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}br {mso-data-placement:same-cell;}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" cellpadding="0" dir="ltr" border="1" style="table-layout:fixed;font-size:10pt" data-sheets-root="1"><colgroup><col width="100"/><col width="100"/></colgroup><tbody><tr style="height:21px;"><td style="overflow:hidden;padding:2px 3px" data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;Giao hàng&quot;}">Giao hàng</td><td style="text-align:right;" data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:1}">1</td></tr><tr style="height:21px;"><td><div style="max-height:42px">một<br/>hai</div></td><td><a href="https://example.com/?a=1&amp;b=2" target="_blank">link</a></td></tr></tbody></table>"#;

#[test]
fn a_table_from_sheets() {
    assert_eq!(rows(SHEETS), [["Giao hàng", "1"], ["một\nhai", "link"]]);
}

#[test]
fn only_a_table_that_is_all_there_is_counts() {
    for html in [
        "",
        "plain text",
        "<p>Hello</p>",
        "<p>Dear all,</p><table><tr><td>1</td></tr></table>",
        "<table><tr><td>1</td></tr></table><table><tr><td>2</td></tr></table>",
        "<img src=\"data:\"><table><tr><td>1</td></tr></table>",
        "<table></table>",
        "<b>",
    ] {
        assert_eq!(read(html, CARRIED), None, "{html}");
    }
    let nested =
        "<table><tr><td>a<table><tr><td>b</td><td>c</td></tr><tr><td>d</td></tr></table>e</td><td>f</td></tr></table>";
    assert_eq!(rows(nested), [["a\nb c\nd\ne", "f"]]);
    // Tags that never end, and rows of different lengths.
    assert_eq!(rows("<table><tr><td>a<td>b<tr><td>c"), [["a", "b"], ["c", ""]]);
    assert_eq!(rows("<table><tr><td rowspan=2>a<td>b<tr><td>c"), [["a", "b"], ["", "c"]]);
    assert_eq!(rows("<table><tr><td><pre>a\n\tb</pre></td></tr></table>"), [["a\n\tb"]]);
    assert_eq!(rows("<table><tr><td>a</td><script>alert(1)</script></tr></table>"), [["a"]]);
}

#[test]
fn a_table_that_lies_about_its_size_is_none() {
    let wide = format!("<table><tr>{}</tr></table>", "<td colspan=99999999>a</td>".repeat(400));
    assert_eq!(read(&wide, CARRIED), None);
    let deep = format!("<table><tr><td rowspan=1000>{}", "<tr><td rowspan=1000 colspan=1000>b".repeat(900));
    read(&deep, CARRIED);
    read(&"<table><tr><td>".repeat(200_000), CARRIED);
}

#[test]
fn html_swallows_spaces_and_the_plain_text_gives_them_back() {
    let plain = table::read("\"a\tb\"\t two  spaces\nc\td\n");
    let html = rows("<table><tr><td>a b</td><td>two spaces</td></tr><tr><td>c</td><td>other</td></tr></table>");
    assert_eq!(with_spaces_of(html, &plain), [["a\tb", " two  spaces"], ["c", "other"]]);
    // Calc's plain text makes a space of a line end.
    let html = rows("<table><tr><td>a<br>b</td><td>c</td></tr></table>");
    assert_eq!(with_spaces_of(html, &table::read("a b\tc")), [["a\nb", "c"]]);
    // Another shape: a line end that the plain text doesn't mark as the cell's own.
    let html = rows("<table><tr><td>a<br>b</td></tr></table>");
    assert_eq!(with_spaces_of(html.clone(), &table::read("a\nb")), html);
}

fn cells(rows: &[Vec<String>]) -> Vec<Vec<Cell<'_>>> {
    rows.iter().map(|row| row.iter().map(|text| Cell { text, figure: None }).collect()).collect()
}

#[test]
fn what_is_carried_comes_back_to_the_letter() {
    let carried = "(a: \"x\\\"y\", b: '<>&;')\n\t  &amp; ắ\u{1f642}";
    let html = html_table(&cells(&[vec!["a".to_owned()]]), Some(carried));
    assert_eq!(read(&html, CARRIED), Some(Table { rows: vec![vec!["a".into()]], carried: Some(carried.into()) }));
    assert!(!html_table(&cells(&[vec!["<script>".to_owned()]]), None).contains("<script"));
}

#[test]
fn figures_say_their_value_and_texts_that_they_are_texts() {
    let row = vec![Cell { text: "-1,5", figure: Some(-1.5) }, Cell { text: "=1+1", figure: None }];
    let html = html_table(&[row], None);
    assert!(html.contains("sdval=\"-1.5\"") && html.contains("mso-number-format:'\\@'"), "{html}");
}

/// Cells as people have them: no spaces at the ends of lines, which no table keeps.
fn any_cell() -> impl Strategy<Value = String> {
    prop::collection::vec("[a-zA-ZắộƯđ0-9<>&\"'=,;:!%@-]{1,6}( {1,2}[a-zắ\"]{1,4})?", 0..4)
        .prop_map(|lines| lines.join("\n"))
}

proptest! {
    #[test]
    fn a_table_that_we_write_reads_as_the_same(
        rows in (1_usize..5).prop_flat_map(|width| {
            prop::collection::vec(prop::collection::vec(any_cell(), width), 1..5)
        })
    ) {
        let html = html_table(&cells(&rows), None);
        proptest::prop_assert_eq!(read(&html, CARRIED).map(|table| table.rows), Some(rows.clone()));
        let text = table::write(&rows);
        // A last line without anything can't be told from the line end that some programs add.
        if !text.ends_with('\n') {
            proptest::prop_assert_eq!(table::read(&text), rows);
        }
    }

    #[test]
    fn any_text_is_a_table_or_none(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<td rowspan=3>", "<td colspan=4>", "<br>",
                "<style>", "</style>", "<pre>", "</pre>", "<p>", "&amp;", "&#0;", "a", " ", "\n", "<!--", "-->", "<",
                "Version:0.9\r\n", "<tr style='display:none'>", "<title>", "<![if x]>", "\u{0}", "<td",
            ]),
            0..60,
        ),
        tail in any::<String>(),
    ) {
        let html = parts.concat() + &tail;
        if let Some(table) = read(&html, CARRIED) {
            let width = table.rows[0].len();
            assert!(table.rows.iter().all(|row| row.len() == width));
        }
        table::read(&html);
    }
}
