//! What a panel wants: the only way out of it.

use std::sync::Arc;

use eframe::egui::ColorImage;

use super::command::Command;
use crate::edit::{Edit, Selection};
use crate::insight::plot::Kind;
use crate::model::{Address, CardId, EvidenceId, PersonaId};

/// What a picture is chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFor {
    /// An image card.
    Card(CardId),
    /// A persona's portrait.
    Portrait(PersonaId),
    /// The map's logo.
    Logo,
}

/// What a panel wants to happen at the end of the frame.
#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    /// Change the map: one undo step.
    Edit(Edit),
    /// Change the map and select something: one undo step.
    EditAndSelect(Edit, Selection),
    /// Show the map as it would be after this edit of the map at the gesture's begin: a drag, typing. The first preview
    /// begins the gesture.
    Preview(Edit),
    /// Keep what the last preview showed: one undo step.
    Commit,
    /// Put back what was there before the gesture.
    Cancel,
    /// Select something.
    Select(Selection),
    /// Select something and bring it into view on the canvas.
    Show(Selection),
    /// Run a command.
    Run(Command),
    /// Show a persona's page.
    OpenPersona(PersonaId),
    /// Copy, cut or paste what is selected on the canvas.
    Clipboard(ClipboardWish),
    /// Show an address, and ask whether to open it.
    OpenAddress(Address),
    /// Do something with a plot.
    Plot(PlotWish),
    /// Ask for the file of a picture, and put it among the map's.
    ChoosePicture(PictureFor),
    /// Ask for a newer file of the answers behind an entry of evidence.
    RefreshSurvey(EvidenceId),
    /// Say something to the person, in the interface's language.
    Tell(String),
    /// Say something to who can't see it happen: where a drag would land, how many were found. Who says the same in every
    /// frame is heard once.
    Announce(String),
}

impl Intent {
    /// Whether it would change the map. What a command does is for the command to say.
    pub const fn changes(&self) -> bool {
        match self {
            Self::Edit(_)
            | Self::EditAndSelect(..)
            | Self::Preview(_)
            | Self::Commit
            | Self::Cancel
            | Self::ChoosePicture(_)
            | Self::RefreshSurvey(_) => true,
            Self::Select(_)
            | Self::Show(_)
            | Self::Run(_)
            | Self::OpenPersona(_)
            | Self::Clipboard(_)
            | Self::OpenAddress(_)
            | Self::Plot(_)
            | Self::Tell(_)
            | Self::Announce(_) => false,
        }
    }
}

/// What is wanted of a plot.
#[derive(Debug, Clone, PartialEq)]
pub enum PlotWish {
    /// Show it large, in place of the map.
    Open(Kind),
    /// Show the map again.
    Close,
    /// Export it.
    Export(Kind),
    /// Copy it as a picture.
    CopyPicture(Kind),
    /// Copy its figures.
    CopyTable {
        /// As text with tabs.
        text: String,
        /// The same as HTML.
        html: String,
    },
    /// Open a copy of the map as the journey to be, with this change.
    KeepToBe(Edit),
    /// Ask for the file of a map to compare with.
    CompareWithFile,
}

/// What is wanted of the clipboard.
#[derive(Debug, Clone, PartialEq)]
pub enum ClipboardWish {
    /// Copy what is selected.
    Copy,
    /// Copy what is selected, and take it out.
    Cut,
    /// Paste; the clipboard's plain text is this.
    Paste(String),
    /// Paste a picture: there is no text.
    PasteImage(Arc<ColorImage>),
    /// The keys for it were pressed, and the system gave neither text nor picture.
    PasteNothing,
}
