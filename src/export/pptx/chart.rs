//! A native line chart with its data. Must not know maps.

use super::slide::{clean, hex};
use crate::scene::Color;

/// A line of a chart.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Series {
    pub(super) name: String,
    pub(super) color: Color,
    /// A point a category.
    pub(super) points: Vec<Point>,
}

/// A point of a line.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Point {
    /// None: a gap.
    pub(super) value: Option<f64>,
    /// The stretch that leads here is a hypothesis.
    pub(super) dashed: bool,
    /// Not supported by evidence.
    pub(super) hollow: bool,
    /// How far the band reaches below and above.
    pub(super) band: Option<(f64, f64)>,
}

/// Words of a chart.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ChartWords {
    pub(super) score_axis: String,
    pub(super) step_axis: String,
}

/// The inside of a marker that isn't supported by evidence.
const HOLLOW: &str = "<a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill>";
/// The line of a hypothesis.
const DASH: &str = "<a:prstDash val=\"sysDash\"/>";

/// The name of a sheet's column, from 0: `A`.
fn letter(place: usize) -> String {
    let mut place = place + 1;
    let mut name = String::new();
    while place > 0 {
        place -= 1;
        name.insert(0, char::from(b'A' + (place % 26) as u8));
        place /= 26;
    }
    name
}

/// The chart's part; its data stand in the sheet `sheet` of the workbook that it knows as `book`: categories in the first
/// column, a series in each of the others, names in the first row.
pub(super) fn line_chart(
    categories: &[String],
    series: &[Series],
    words: &ChartWords,
    text: Color,
    rule: Color,
    sheet: &str,
    book: &str,
) -> String {
    let count = categories.len();
    let sheet = format!("'{}'", sheet.replace('\'', "''"));
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" \
         xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><c:roundedCorners val=\"0\"/><c:chart>\
         <c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/><c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>",
    );
    for (place, one) in series.iter().enumerate() {
        let column = letter(place + 1);
        let color = format!("<a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill>", hex(one.color));
        // Not every program knows a look of single points: where all are alike the line says it itself.
        let known: Vec<&Point> = one.points.iter().filter(|point| point.value.is_some()).collect();
        let all = |is: fn(&Point) -> bool| !known.is_empty() && known.iter().all(|point| is(point));
        let dash = if all(|point| point.dashed) { DASH } else { "" };
        let ground = if all(|point| point.hollow) { HOLLOW } else { color.as_str() };
        xml.push_str(&format!(
            "<c:ser><c:idx val=\"{place}\"/><c:order val=\"{place}\"/><c:tx><c:strRef><c:f>{0}!${column}$1</c:f><c:strCache>\
             <c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>{1}</c:v></c:pt></c:strCache></c:strRef></c:tx>\
             <c:spPr><a:ln w=\"28575\" cap=\"rnd\">{color}{dash}<a:round/></a:ln></c:spPr>\
             <c:marker><c:symbol val=\"circle\"/><c:size val=\"8\"/><c:spPr>{ground}<a:ln w=\"19050\">{color}</a:ln></c:spPr></c:marker>",
            clean(&sheet),
            clean(&one.name)
        ));
        for (at, point) in one.points.iter().enumerate().filter(|(_, point)| point.dashed || point.hollow) {
            let ground = if point.hollow { HOLLOW } else { color.as_str() };
            let dash = if point.dashed { DASH } else { "" };
            xml.push_str(&format!(
                "<c:dPt><c:idx val=\"{at}\"/><c:marker><c:symbol val=\"circle\"/><c:size val=\"8\"/><c:spPr>{ground}\
                 <a:ln w=\"19050\">{color}</a:ln></c:spPr></c:marker><c:bubble3D val=\"0\"/>\
                 <c:spPr><a:ln w=\"28575\" cap=\"rnd\">{color}{dash}<a:round/></a:ln></c:spPr></c:dPt>"
            ));
        }
        if one.points.iter().any(|point| point.band.is_some()) {
            let side = |pick: fn((f64, f64)) -> f64| {
                let points = one.points.iter().enumerate().filter_map(|(at, point)| Some((at, pick(point.band?))));
                let points: String =
                    points.map(|(at, value)| format!("<c:pt idx=\"{at}\"><c:v>{value}</c:v></c:pt>")).collect();
                format!("<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val=\"{count}\"/>{points}</c:numLit>")
            };
            xml.push_str(&format!(
                "<c:errBars><c:errDir val=\"y\"/><c:errBarType val=\"both\"/><c:errValType val=\"cust\"/><c:noEndCap val=\"0\"/>\
                 <c:plus>{}</c:plus><c:minus>{}</c:minus><c:spPr><a:ln w=\"9525\">{color}</a:ln></c:spPr></c:errBars>",
                side(|(_, above)| above),
                side(|(below, _)| below)
            ));
        }
        xml.push_str(&format!(
            "<c:cat><c:strRef><c:f>{}!$A$2:$A${}</c:f><c:strCache><c:ptCount val=\"{count}\"/>",
            clean(&sheet),
            count + 1
        ));
        for (at, name) in categories.iter().enumerate() {
            xml.push_str(&format!("<c:pt idx=\"{at}\"><c:v>{}</c:v></c:pt>", clean(name)));
        }
        xml.push_str(&format!(
            "</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>{}!${column}$2:${column}${}</c:f><c:numCache>\
             <c:formatCode>General</c:formatCode><c:ptCount val=\"{count}\"/>",
            clean(&sheet),
            count + 1
        ));
        for (at, value) in one.points.iter().enumerate().filter_map(|(at, point)| Some((at, point.value?))) {
            xml.push_str(&format!("<c:pt idx=\"{at}\"><c:v>{value}</c:v></c:pt>"));
        }
        xml.push_str("</c:numCache></c:numRef></c:val><c:smooth val=\"0\"/></c:ser>");
    }
    let words_of = |size: u32| {
        format!(
            "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"{size}\"><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill>\
             </a:defRPr></a:pPr><a:endParaRPr lang=\"en\"/></a:p></c:txPr>",
            hex(text)
        )
    };
    let title = |words: &str| {
        format!(
            "<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"1100\" b=\"0\"/></a:pPr><a:r>\
             <a:rPr lang=\"en\" sz=\"1100\" b=\"0\"><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill></a:rPr><a:t>{}</a:t></a:r></a:p>\
             </c:rich></c:tx><c:overlay val=\"0\"/></c:title>",
            hex(text),
            clean(words)
        )
    };
    let rule_line = format!("<a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill></a:ln>", hex(rule));
    xml.push_str(&format!(
        "<c:marker val=\"1\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:lineChart>\
         <c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/>\
         <c:axPos val=\"b\"/>{}<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/>\
         <c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/><c:spPr>{rule_line}</c:spPr>{}<c:crossAx val=\"2\"/>\
         <c:crosses val=\"autoZero\"/><c:auto val=\"1\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"0\"/>\
         </c:catAx><c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/><c:max val=\"2\"/><c:min val=\"-2\"/></c:scaling>\
         <c:delete val=\"0\"/><c:axPos val=\"l\"/><c:majorGridlines><c:spPr>{rule_line}</c:spPr></c:majorGridlines>{}\
         <c:numFmt formatCode=\"+0;−0;0\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>\
         <c:tickLblPos val=\"nextTo\"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{}<c:crossAx val=\"1\"/><c:crosses val=\"autoZero\"/>\
         <c:crossBetween val=\"between\"/><c:majorUnit val=\"1\"/></c:valAx></c:plotArea>\
         <c:legend><c:legendPos val=\"t\"/><c:overlay val=\"0\"/>{}</c:legend><c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>\
         <c:externalData r:id=\"{book}\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>",
        title(&words.step_axis),
        words_of(1000),
        title(&words.score_axis),
        words_of(1100),
        words_of(1200)
    ));
    xml
}
