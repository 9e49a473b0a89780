//! The one table of formats: what each is called, ends in and can do. The command line and the dialog of the window both read
//! it. Must not know how any of them is made.

use crate::file::package;
use crate::i18n::Words;
use crate::words;

/// A format that a map can leave in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// A picture that browsers show, with its text as text.
    Svg,
    /// A picture of pixels.
    Png,
    /// A document of pages: one of the map's size, or sheets of paper.
    Pdf,
    /// A page that readers answer.
    Html,
    /// Slides of native shapes, tables and a chart.
    Pptx,
    /// A workbook: the map as it looks, and a sheet for each list.
    Xlsx,
    /// A table as text: the map as it looks, or one of its lists.
    Csv,
    /// A text with headings, lists and tables.
    Markdown,
    /// A diagram as text, which the import reads again.
    Mermaid,
    /// A text with a line for each stage, step and card, which the import reads again.
    Outline,
    /// The map itself with its pictures, as one file that opens here and in any zip tool.
    Package,
}

impl Format {
    /// All formats, in the order of the interface.
    pub const ALL: [Self; 11] = [
        Self::Svg,
        Self::Png,
        Self::Pdf,
        Self::Html,
        Self::Pptx,
        Self::Xlsx,
        Self::Csv,
        Self::Markdown,
        Self::Mermaid,
        Self::Outline,
        Self::Package,
    ];

    /// The extension of its files, which is also its name on the command line.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Pptx => "pptx",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Markdown => "md",
            Self::Mermaid => "mmd",
            Self::Outline => "txt",
            Self::Package => package::ENDING,
        }
    }

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
            Self::Pdf => "application/pdf",
            Self::Html => "text/html",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv",
            Self::Markdown => "text/markdown",
            Self::Mermaid => "text/vnd.mermaid",
            Self::Outline => "text/plain",
            Self::Package => "application/vnd.wayfelt.map+zip",
        }
    }

    /// The format with this extension, in small or capital letters.
    pub fn of_extension(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.extension().eq_ignore_ascii_case(extension))
    }

    /// What it is called in the interface.
    pub fn name(self, words: &Words) -> String {
        match self {
            Self::Svg => words!(words, "format-svg"),
            Self::Png => words!(words, "format-png"),
            Self::Pdf => words!(words, "format-pdf"),
            Self::Html => words!(words, "format-html"),
            Self::Pptx => words!(words, "format-pptx"),
            Self::Xlsx => words!(words, "format-xlsx"),
            Self::Csv => words!(words, "format-csv"),
            Self::Markdown => words!(words, "format-markdown"),
            Self::Mermaid => words!(words, "format-mermaid"),
            Self::Outline => words!(words, "format-outline"),
            Self::Package => words!(words, "format-package"),
        }
    }

    /// Whether it shows the map as the canvas does.
    pub const fn is_picture(self) -> bool {
        matches!(self, Self::Svg | Self::Png | Self::Pdf | Self::Html)
    }

    /// Whether colours matter.
    pub const fn has_theme(self) -> bool {
        matches!(self, Self::Svg | Self::Png | Self::Pdf | Self::Html | Self::Pptx | Self::Xlsx)
    }

    /// What is in such a file, for who has to choose one.
    pub fn about(self, words: &Words) -> String {
        match self {
            Self::Svg | Self::Png | Self::Pdf => words!(words, "format-picture-about"),
            Self::Html => words!(words, "format-html-about"),
            Self::Pptx => words!(words, "format-pptx-about"),
            Self::Xlsx => words!(words, "format-xlsx-about"),
            Self::Csv => words!(words, "format-csv-about"),
            Self::Markdown => words!(words, "format-markdown-about"),
            Self::Mermaid => words!(words, "format-mermaid-about"),
            Self::Outline => words!(words, "format-outline-about"),
            Self::Package => words!(words, "format-package-about"),
        }
    }

    /// Whether the scale matters: in the others everything stays sharp at every size.
    pub const fn has_scale(self) -> bool {
        matches!(self, Self::Png)
    }

    /// Whether the background can be left out.
    pub const fn can_be_transparent(self) -> bool {
        matches!(self, Self::Svg | Self::Png)
    }

    /// Whether a file holds one table, so that a map leaves as several.
    pub const fn has_lists(self) -> bool {
        matches!(self, Self::Csv)
    }

    /// Whether it can be as large as paper.
    pub const fn has_paper(self) -> bool {
        matches!(self, Self::Png | Self::Pdf)
    }

    /// Whether it can be on several sheets of paper.
    pub const fn has_sheets(self) -> bool {
        matches!(self, Self::Pdf)
    }

    /// Whether it can show something else than the map.
    pub const fn has_contents(self) -> bool {
        matches!(self, Self::Svg | Self::Png | Self::Pdf)
    }

    /// Whether letters can become outlines.
    pub const fn has_text_mode(self) -> bool {
        matches!(self, Self::Svg)
    }
}
