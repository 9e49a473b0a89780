//! The parts of a presentation and how they name each other, as one zip file (ECMA-376, Open Packaging Conventions). Must
//! not know what the parts say.

use std::io::{Cursor, Write as _};

use zip::write::{SimpleFileOptions, ZipWriter};

/// The part of a type's name that all of them share.
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A file of parts being made.
#[derive(Debug, Default)]
pub(super) struct Package {
    parts: Vec<Part>,
    relations: Vec<(String, Vec<Relation>)>,
}

#[derive(Debug)]
struct Part {
    path: String,
    media_type: &'static str,
    bytes: Vec<u8>,
}

/// That a part names another one.
#[derive(Debug, Clone, PartialEq)]
struct Relation {
    kind: &'static str,
    target: String,
}

impl Package {
    /// Adds a part: its path without a slash before it.
    pub(super) fn add(&mut self, path: impl Into<String>, media_type: &'static str, bytes: impl Into<Vec<u8>>) {
        self.parts.push(Part { path: path.into(), media_type, bytes: bytes.into() });
    }

    /// Says that the part `from` (empty: the package) names `to` as `kind`, and gives the name under which it may: `rId1`.
    pub(super) fn relate(&mut self, from: &str, kind: &'static str, to: &str) -> String {
        let place = self.relations.iter().position(|(path, _)| path == from).unwrap_or_else(|| {
            self.relations.push((from.to_owned(), Vec::new()));
            self.relations.len() - 1
        });
        let Some((_, relations)) = self.relations.get_mut(place) else { return String::new() };
        let relation = Relation { kind, target: format!("/{to}") };
        let number = relations.iter().position(|known| *known == relation).unwrap_or_else(|| {
            relations.push(relation);
            relations.len() - 1
        });
        format!("rId{}", number + 1)
    }

    /// The file. The same parts always give the same bytes.
    ///
    /// # Errors
    /// When there are more parts or bytes than the format allows.
    pub(super) fn write(mut self) -> zip::result::ZipResult<Vec<u8>> {
        for (from, relations) in std::mem::take(&mut self.relations) {
            let (folder, file) = from.rsplit_once('/').unwrap_or(("", &from));
            let slash = if folder.is_empty() { "" } else { "/" };
            let path = format!("{folder}{slash}_rels/{file}.rels");
            self.add(path, RELATIONS, relations_part(&relations));
        }
        let types = content_types(&self.parts);
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default();
        zip.start_file("[Content_Types].xml", options)?;
        zip.write_all(types.as_bytes())?;
        for part in &self.parts {
            zip.start_file(part.path.as_str(), options)?;
            zip.write_all(&part.bytes)?;
        }
        Ok(zip.finish()?.into_inner())
    }
}

const RELATIONS: &str = "application/vnd.openxmlformats-package.relationships+xml";

fn relations_part(relations: &[Relation]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    );
    for (place, Relation { kind, target }) in relations.iter().enumerate() {
        let kind = if kind.contains("://") { (*kind).to_owned() } else { format!("{OFFICE}/{kind}") };
        xml.push_str(&format!("<Relationship Id=\"rId{}\" Type=\"{kind}\" Target=\"{target}\"/>", place + 1));
    }
    xml.push_str("</Relationships>");
    xml
}

fn content_types(parts: &[Part]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>",
    );
    xml.push_str(&format!("<Default Extension=\"rels\" ContentType=\"{RELATIONS}\"/>"));
    for part in parts.iter().filter(|part| part.media_type != RELATIONS) {
        xml.push_str(&format!("<Override PartName=\"/{}\" ContentType=\"{}\"/>", part.path, part.media_type));
    }
    xml.push_str("</Types>");
    xml
}
