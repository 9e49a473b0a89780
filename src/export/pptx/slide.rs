//! Shapes of a slide as DrawingML. Lengths are points; a slide is 960 × 540. Must not know maps.

use quick_xml::escape::escape;

use crate::scene::Color;

/// Width of a slide in points.
pub(super) const WIDTH: f64 = 960.0;
/// Height of a slide in points.
pub(super) const HEIGHT: f64 = 540.0;

/// A colour: one of the theme's, which a person can change for the whole deck, or one of its own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Ink {
    Background,
    Text,
    Weak,
    Accent,
    Pain,
    Opportunity,
    Own(Color),
}

impl Ink {
    pub(super) fn xml(self) -> String {
        let of_theme = |name: &str| format!("<a:schemeClr val=\"{name}\"/>");
        match self {
            Self::Background => of_theme("bg1"),
            Self::Text => of_theme("tx1"),
            Self::Weak => of_theme("tx2"),
            Self::Accent => of_theme("accent1"),
            Self::Pain => of_theme("accent5"),
            Self::Opportunity => of_theme("accent6"),
            Self::Own(color) => format!("<a:srgbClr val=\"{}\"/>", hex(color)),
        }
    }

    fn fill(self) -> String {
        format!("<a:solidFill>{}</a:solidFill>", self.xml())
    }
}

pub(super) fn hex(color: Color) -> String {
    format!("{:02X}{:02X}{:02X}", color.r, color.g, color.b)
}

/// How words look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Face {
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) ink: Ink,
}

impl Face {
    pub(super) const fn plain(size: f64) -> Self {
        Self { size, bold: false, italic: false, ink: Ink::Text }
    }

    pub(super) const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(super) const fn italic(self) -> Self {
        Self { italic: true, ..self }
    }

    pub(super) const fn ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }
}

/// Words in one line or more, each in its face.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Words {
    /// Lines: their words, their face, and whether they are points of a list.
    paragraphs: Vec<(String, Face, bool)>,
    centred: bool,
    middle: bool,
    /// Points between paragraphs.
    space: f64,
}

impl Words {
    /// Words of one face.
    pub(super) fn of(text: &str, face: Face) -> Self {
        let mut words = Self::default();
        words.push(text, face);
        words
    }

    pub(super) fn centred(self) -> Self {
        Self { centred: true, middle: true, ..self }
    }

    pub(super) fn middle(self) -> Self {
        Self { middle: true, ..self }
    }

    /// With so many points between paragraphs.
    pub(super) fn spaced(self, space: f64) -> Self {
        Self { space, ..self }
    }

    /// More lines.
    pub(super) fn push(&mut self, text: &str, face: Face) {
        self.paragraphs.extend(text.lines().map(|line| (line.to_owned(), face, false)));
    }

    /// A point of a list.
    pub(super) fn point(&mut self, text: &str, face: Face) {
        self.paragraphs.push((text.to_owned(), face, true));
    }

    fn paragraphs_xml(&self, language: &str) -> String {
        let mut xml = String::new();
        for (at, (text, face, bulleted)) in self.paragraphs.iter().enumerate() {
            let space = match self.space {
                points if points > 0.0 && at > 0 => {
                    format!("<a:spcBef><a:spcPts val=\"{}\"/></a:spcBef>", (points * 100.0).round())
                }
                _ => String::new(),
            };
            let leftwards = runs_left(text);
            // At the left all the same, as in the picture; only points of a list have theirs at the right.
            let align = match (self.centred, leftwards, bulleted) {
                (true, ..) => " algn=\"ctr\"",
                (false, true, true) => " algn=\"r\"",
                (false, true, false) => " algn=\"l\"",
                (false, false, _) => "",
            };
            let rtl = if leftwards { " rtl=\"1\"" } else { "" };
            if *bulleted {
                let side = if leftwards { "marR" } else { "marL" };
                xml.push_str(&format!(
                    "<a:p><a:pPr {side}=\"114300\" indent=\"-114300\"{align}{rtl}>{space}<a:buChar char=\"•\"/></a:pPr>"
                ));
            } else {
                xml.push_str(&format!("<a:p><a:pPr{align}{rtl}>{space}<a:buNone/></a:pPr>"));
            }
            let Face { size, bold, italic, ink } = *face;
            let flags = [(bold, " b=\"1\""), (italic, " i=\"1\"")];
            let flags: String = flags.iter().filter(|(is, _)| *is).map(|(_, flag)| *flag).collect();
            xml.push_str(&format!(
                "<a:r><a:rPr lang=\"{language}\" sz=\"{}\"{flags} dirty=\"0\">{}</a:rPr><a:t>{}</a:t></a:r>",
                (size * 100.0).round(),
                ink.fill(),
                clean(text)
            ));
            xml.push_str("</a:p>");
        }
        if self.paragraphs.is_empty() {
            xml.push_str(&format!("<a:p><a:endParaRPr lang=\"{language}\"/></a:p>"));
        }
        xml
    }
}

/// Whether a text runs from right to left: what its first letter does that runs either way, as the picture has it.
fn runs_left(text: &str) -> bool {
    let leftwards = |letter: char| matches!(u32::from(letter), 0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF);
    text.chars().find(|letter| letter.is_alphabetic()).is_some_and(leftwards)
}

/// Words as XML holds them, without what it can't hold.
pub(super) fn clean(text: &str) -> String {
    let kept: String = text
        .chars()
        .filter(|letter| matches!(letter, '\t') || !(letter.is_control() || matches!(letter, '\u{FFFE}' | '\u{FFFF}')))
        .collect();
    escape(kept.as_str()).into_owned()
}

/// Where a shape lies: left, top, width, height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place(pub(super) f64, pub(super) f64, pub(super) f64, pub(super) f64);

/// Points as the format's units.
pub(super) fn emu(points: f64) -> i64 {
    (points * 12_700.0).round() as i64
}

impl Place {
    fn xml(self, tag: &str) -> String {
        let Self(x, y, w, h) = self;
        format!(
            "<{tag}><a:off x=\"{}\" y=\"{}\"/><a:ext cx=\"{}\" cy=\"{}\"/></{tag}>",
            emu(x),
            emu(y),
            emu(w.max(0.0)),
            emu(h.max(0.0))
        )
    }
}

/// A form that a shape has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Rectangle,
    Rounded,
    Ellipse,
    Chevron,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TableCell {
    pub(super) words: Words,
    pub(super) ground: Option<Ink>,
}

/// A slide being made.
#[derive(Debug)]
pub(super) struct Slide {
    shapes: String,
    next: u32,
    language: &'static str,
    /// What the speaker should know.
    pub(super) notes: String,
}

impl Slide {
    /// A slide with a title in its place.
    pub(super) fn titled(title: &str, language: &'static str) -> Self {
        let mut slide = Self { shapes: String::new(), next: 2, language, notes: String::new() };
        let id = slide.id();
        slide.shapes.push_str(&format!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"Title\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>\
             <p:nvPr><p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:spPr/>\
             <p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p>{}<a:r><a:rPr lang=\"{language}\" dirty=\"0\"/>\
             <a:t>{}</a:t></a:r></a:p></p:txBody></p:sp>",
            if runs_left(title) { "<a:pPr algn=\"l\" rtl=\"1\"/>" } else { "" },
            clean(title)
        ));
        slide
    }

    fn id(&mut self) -> u32 {
        self.next += 1;
        self.next - 1
    }

    /// A box of words, with or without a ground.
    pub(super) fn shape(
        &mut self,
        name: &str,
        form: Form,
        place: Place,
        ground: Option<Ink>,
        edge: Option<Ink>,
        words: &Words,
    ) {
        let id = self.id();
        let form = match form {
            Form::Rectangle => "rect",
            Form::Rounded => "roundRect",
            Form::Ellipse => "ellipse",
            Form::Chevron => "homePlate",
        };
        let adjust = match form {
            "roundRect" => "<a:avLst><a:gd name=\"adj\" fmla=\"val 8000\"/></a:avLst>",
            "homePlate" => "<a:avLst><a:gd name=\"adj\" fmla=\"val 30000\"/></a:avLst>",
            _ => "<a:avLst/>",
        };
        let fill = ground.map_or("<a:noFill/>".to_owned(), Ink::fill);
        let line =
            edge.map_or("<a:ln><a:noFill/></a:ln>".to_owned(), |ink| format!("<a:ln w=\"9525\">{}</a:ln>", ink.fill()));
        let anchor = if words.middle { "ctr" } else { "t" };
        self.shapes.push_str(&format!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{}\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{}\
             <a:prstGeom prst=\"{form}\">{adjust}</a:prstGeom>{fill}{line}</p:spPr>\
             <p:txBody><a:bodyPr wrap=\"square\" lIns=\"63500\" tIns=\"38100\" rIns=\"63500\" bIns=\"38100\" anchor=\"{anchor}\">\
             <a:normAutofit/></a:bodyPr><a:lstStyle/>{}</p:txBody></p:sp>",
            clean(name),
            place.xml("a:xfrm"),
            words.paragraphs_xml(self.language)
        ));
    }

    /// Words alone.
    pub(super) fn words(&mut self, name: &str, place: Place, words: &Words) {
        self.shape(name, Form::Rectangle, place, None, None, words);
    }

    /// A straight line between two points.
    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), ink: Ink, dashed: bool) {
        let id = self.id();
        let (left, top) = (from.0.min(to.0), from.1.min(to.1));
        let place = Place(left, top, (to.0 - from.0).abs(), (to.1 - from.1).abs());
        let dash = if dashed { "<a:prstDash val=\"dash\"/>" } else { "" };
        self.shapes.push_str(&format!(
            "<p:cxnSp><p:nvCxnSpPr><p:cNvPr id=\"{id}\" name=\"Line {id}\"/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>{}\
             <a:prstGeom prst=\"line\"><a:avLst/></a:prstGeom><a:ln w=\"9525\">{}{dash}</a:ln></p:spPr></p:cxnSp>",
            place.xml("a:xfrm"),
            ink.fill()
        ));
    }

    /// A picture that the part knows as `relation`.
    pub(super) fn picture(&mut self, relation: &str, alternative: &str, place: Place) {
        let id = self.id();
        self.shapes.push_str(&format!(
            "<p:pic><p:nvPicPr><p:cNvPr id=\"{id}\" name=\"Picture {id}\" descr=\"{}\"/><p:cNvPicPr>\
             <a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed=\"{relation}\"/>\
             <a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>\
             </p:spPr></p:pic>",
            clean(alternative),
            place.xml("a:xfrm")
        ));
    }

    /// A chart that the part knows as `relation`.
    pub(super) fn chart(&mut self, name: &str, relation: &str, description: &str, place: Place) {
        let graphic = format!(
            "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">\
             <c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"{relation}\"/></a:graphicData>"
        );
        self.frame(name, description, place, &graphic);
    }

    /// A table: the widths of its columns, and its rows with their least heights.
    pub(super) fn table(
        &mut self,
        name: &str,
        at: (f64, f64),
        widths: &[f64],
        rows: &[(f64, Vec<TableCell>)],
        edge: Ink,
    ) {
        let mut xml = String::from(
            "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\"><a:tbl><a:tblPr firstRow=\"1\"/><a:tblGrid>",
        );
        for width in widths {
            xml.push_str(&format!("<a:gridCol w=\"{}\"/>", emu(*width)));
        }
        xml.push_str("</a:tblGrid>");
        let line = |side: &str| format!("<a:ln{side} w=\"6350\">{}</a:ln{side}>", edge.fill());
        let lines: String = ["L", "R", "T", "B"].iter().map(|side| line(side)).collect();
        for (height, cells) in rows {
            xml.push_str(&format!("<a:tr h=\"{}\">", emu(*height)));
            for cell in cells {
                let fill = cell.ground.map_or("<a:noFill/>".to_owned(), Ink::fill);
                let anchor = if cell.words.middle { " anchor=\"ctr\"" } else { "" };
                xml.push_str(&format!(
                    "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{}</a:txBody>\
                     <a:tcPr marL=\"50800\" marR=\"50800\" marT=\"38100\" marB=\"38100\"{anchor}>{lines}{fill}</a:tcPr></a:tc>",
                    cell.words.paragraphs_xml(self.language)
                ));
            }
            xml.push_str("</a:tr>");
        }
        xml.push_str("</a:tbl></a:graphicData>");
        let height = rows.iter().map(|(height, _)| height).sum();
        self.frame(name, name, Place(at.0, at.1, widths.iter().sum(), height), &xml);
    }

    fn frame(&mut self, name: &str, description: &str, place: Place, graphic: &str) {
        let id = self.id();
        self.shapes.push_str(&format!(
            "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"{id}\" name=\"{}\" descr=\"{}\"/><p:cNvGraphicFramePr>\
             <a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{}<a:graphic>{graphic}</a:graphic>\
             </p:graphicFrame>",
            clean(name),
            clean(description),
            place.xml("p:xfrm")
        ));
    }

    /// The slide's part.
    pub(super) fn xml(&self) -> String {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<p:sld {NAMESPACES}><p:cSld><p:spTree>{TREE}{}</p:spTree>\
             </p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>",
            self.shapes
        )
    }

    /// The part of its notes.
    pub(super) fn notes_xml(&self) -> String {
        let words = Words::of(&self.notes, Face::plain(12.0)).paragraphs_xml(self.language);
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<p:notes {NAMESPACES}><p:cSld><p:spTree>{TREE}\
             <p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/>\
             </p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>\
             <p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr>\
             <p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{words}</p:txBody></p:sp>\
             </p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
        )
    }
}

/// The name spaces of every part of a presentation.
pub(super) const NAMESPACES: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
     xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

/// How a tree of shapes begins.
pub(super) const TREE: &str = "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>\
     <a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>";
