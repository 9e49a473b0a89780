//! What every presentation has besides its slides: theme, master, layout, the master of notes. Must not know maps.

use super::slide::{HEIGHT, NAMESPACES, TREE, WIDTH, clean, emu, hex};
use crate::layout::theme::Palette;
use crate::scene::Color;

/// The face of all words: one that has Vietnamese and is there on every system.
const FACE: &str = "Arial";

/// The theme's part: the palette's colours under the theme's names.
pub(super) fn theme(palette: &Palette, name: &str) -> String {
    let color = |tag: &str, color: Color| format!("<a:{tag}><a:srgbClr val=\"{}\"/></a:{tag}>", hex(color));
    let colors = [
        ("dk1", palette.text),
        ("lt1", palette.paper),
        ("dk2", palette.weak),
        ("lt2", palette.plot),
        ("accent1", palette.accent),
        ("accent2", palette.personas[0]),
        ("accent3", palette.personas[1]),
        ("accent4", palette.personas[2]),
        ("accent5", palette.pain.bar),
        ("accent6", palette.opportunity.bar),
        ("hlink", palette.accent),
        ("folHlink", palette.weak),
    ];
    let colors: String = colors.into_iter().map(|(tag, value)| color(tag, Color { a: 255, ..value })).collect();
    let font = format!("<a:latin typeface=\"{FACE}\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>");
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    let line = format!("<a:ln w=\"9525\">{fill}</a:ln>");
    let effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"{}\"><a:themeElements>\
         <a:clrScheme name=\"Wayfelt\">{colors}</a:clrScheme><a:fontScheme name=\"Wayfelt\"><a:majorFont>{font}</a:majorFont>\
         <a:minorFont>{font}</a:minorFont></a:fontScheme><a:fmtScheme name=\"Wayfelt\"><a:fillStyleLst>{fill}{fill}{fill}</a:fillStyleLst>\
         <a:lnStyleLst>{line}{line}{line}</a:lnStyleLst><a:effectStyleLst>{effect}{effect}{effect}</a:effectStyleLst>\
         <a:bgFillStyleLst>{fill}{fill}{fill}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>",
        clean(name)
    )
}

const COLOR_MAP: &str = "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" \
     accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>";

const GROUND: &str =
    "<p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>";

fn title_shape() -> String {
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Title\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr>\
         <p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"{}\" y=\"{}\"/><a:ext cx=\"{}\" cy=\"{}\"/></a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" \
         anchor=\"ctr\"><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:endParaRPr lang=\"en\"/></a:p></p:txBody></p:sp>",
        emu(36.0),
        emu(22.0),
        emu(WIDTH - 72.0),
        emu(44.0)
    )
}

/// The master's part; it knows its layout as `layout`.
pub(super) fn master(layout: &str) -> String {
    let level = "<a:lvl1pPr algn=\"l\"><a:buNone/><a:defRPr sz=\"1400\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill>\
         <a:latin typeface=\"+mn-lt\"/></a:defRPr></a:lvl1pPr>";
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<p:sldMaster {NAMESPACES}><p:cSld>{GROUND}<p:spTree>{TREE}{}\
         </p:spTree></p:cSld>{COLOR_MAP}<p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"{layout}\"/></p:sldLayoutIdLst>\
         <p:txStyles><p:titleStyle><a:lvl1pPr algn=\"l\"><a:defRPr sz=\"2400\" b=\"1\"><a:solidFill><a:schemeClr val=\"accent1\"/>\
         </a:solidFill><a:latin typeface=\"+mj-lt\"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle>{level}</p:bodyStyle>\
         <p:otherStyle>{level}</p:otherStyle></p:txStyles></p:sldMaster>",
        title_shape()
    )
}

/// The part of the one layout: a title, and room.
pub(super) fn layout() -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<p:sldLayout {NAMESPACES} type=\"titleOnly\" preserve=\"1\">\
         <p:cSld name=\"Title\"><p:spTree>{TREE}{}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>",
        title_shape()
    )
}

/// The part of the master of notes.
pub(super) fn notes_master() -> String {
    let shape = |id: u32, kind: &str, (x, y, w, h): (f64, f64, f64, f64), body: &str| {
        format!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{kind}\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr>\
             <p:ph type=\"{kind}\" idx=\"{}\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"{}\" y=\"{}\"/><a:ext cx=\"{}\" cy=\"{}\"/>\
             </a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>{body}</p:sp>",
            id - 1,
            emu(x),
            emu(y),
            emu(w),
            emu(h)
        )
    };
    let picture = shape(2, "sldImg", (54.0, 54.0, 432.0, 243.0), "");
    let words = "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang=\"en\"/></a:p></p:txBody>";
    let body = shape(3, "body", (54.0, 324.0, 432.0, 340.0), words);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<p:notesMaster {NAMESPACES}><p:cSld>{GROUND}<p:spTree>{TREE}\
         {picture}{body}</p:spTree></p:cSld>{COLOR_MAP}</p:notesMaster>"
    )
}

/// The presentation's part: how it knows its master, its master of notes, and its slides.
pub(super) fn presentation(master: &str, notes: &str, slides: &[String]) -> String {
    let list: String = slides
        .iter()
        .enumerate()
        .map(|(place, slide)| format!("<p:sldId id=\"{}\" r:id=\"{slide}\"/>", place + 256))
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<p:presentation {NAMESPACES} saveSubsetFonts=\"1\">\
         <p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"{master}\"/></p:sldMasterIdLst>\
         <p:notesMasterIdLst><p:notesMasterId r:id=\"{notes}\"/></p:notesMasterIdLst><p:sldIdLst>{list}</p:sldIdLst>\
         <p:sldSz cx=\"{}\" cy=\"{}\"/><p:notesSz cx=\"{}\" cy=\"{}\"/></p:presentation>",
        emu(WIDTH),
        emu(HEIGHT),
        emu(540.0),
        emu(720.0)
    )
}

/// The parts that say what the document is called.
pub(super) fn properties(title: &str) -> (String, String) {
    let core = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title></cp:coreProperties>",
        clean(title)
    );
    let app = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>Wayfelt</Application></Properties>";
    (core, app.to_owned())
}
