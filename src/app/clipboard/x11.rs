//! Gives away on X11 what was copied, in forms that arboard doesn't know, until somebody copies something else.
//!
//! Each reader asks for one form; a large one goes in parts (ICCCM 2.7.2). Must not know what is given away.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use x11rb::connection::Connection as _;
use x11rb::errors::{ConnectError, ReplyOrIdError};
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ChangeWindowAttributesAux, ConnectionExt as _, CreateWindowAux, EventMask, PropMode, Property,
    SELECTION_NOTIFY_EVENT, SelectionNotifyEvent, SelectionRequestEvent, Timestamp, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;
use x11rb::{COPY_FROM_PARENT, NONE};

/// What goes at once, in bytes; every server takes as much.
const PART: usize = 200 << 10;
/// How much of a list of wishes is read, in fours of bytes.
const MOST_WISHES: u32 = 256;
/// How long a clipboard manager is waited for at the end.
const HANDING_OVER: Duration = Duration::from_millis(200);

x11rb::atom_manager! {
    /// The names that the conventions have.
    Atoms: AtomCookies {
        CLIPBOARD,
        CLIPBOARD_MANAGER,
        SAVE_TARGETS,
        TARGETS,
        TIMESTAMP,
        MULTIPLE,
        ATOM_PAIR,
        INCR,
        NULL,
        WAYFELT_CLIPBOARD,
    }
}

/// A form of what was copied.
pub(super) struct Form {
    /// The names that readers ask for it by.
    pub(super) names: &'static [&'static str],
    pub(super) bytes: Arc<[u8]>,
}

/// Why nothing is given away.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotOffered {
    /// There is no X server.
    #[error(transparent)]
    NoServer(#[from] ConnectError),
    /// It doesn't answer as it should.
    #[error(transparent)]
    NoAnswer(#[from] ReplyOrIdError),
    /// Somebody else has the clipboard.
    #[error("the clipboard is not ours")]
    NotOurs,
    /// The system gives no thread.
    #[error(transparent)]
    NoThread(#[from] std::io::Error),
}

type Answer<T> = Result<T, ReplyOrIdError>;

/// What is given away, for as long as this lives and nobody else copies something.
pub(super) struct Offer {
    connection: Arc<RustConnection>,
    window: Window,
    atoms: Atoms,
    handed_over: Receiver<()>,
    thread: Option<JoinHandle<()>>,
}

impl Offer {
    /// Takes the clipboard.
    ///
    /// # Errors
    /// When there is no X server, or it doesn't give the clipboard.
    pub(super) fn begin(forms: &[Form]) -> Result<Self, NotOffered> {
        let (connection, screen) = RustConnection::connect(None)?;
        let connection = Arc::new(connection);
        let server = Server::new(Arc::clone(&connection), screen, forms)?.ok_or(NotOffered::NotOurs)?;
        let (window, atoms) = (server.window, server.atoms);
        let (sender, handed_over) = channel();
        let thread = thread::Builder::new().name("clipboard".to_owned()).spawn(move || server.serve(&sender))?;
        Ok(Self { connection, window, atoms, handed_over, thread: Some(thread) })
    }

    /// Asks the clipboard manager, where there is one, to keep what is given away: the window ends.
    pub(super) fn hand_over(self) {
        let is_ours = |owner: Window| owner == self.window;
        let asked = || -> Answer<bool> {
            let owner = self.connection.get_selection_owner(self.atoms.CLIPBOARD)?.reply()?.owner;
            if is_ours(owner) {
                let Atoms { CLIPBOARD_MANAGER: manager, SAVE_TARGETS: save, WAYFELT_CLIPBOARD: property, .. } =
                    self.atoms;
                self.connection.convert_selection(self.window, manager, save, property, x11rb::CURRENT_TIME)?;
                self.connection.flush()?;
            }
            Ok(is_ours(owner))
        };
        if matches!(asked(), Ok(true)) {
            self.handed_over.recv_timeout(HANDING_OVER).ok();
        }
    }
}

impl Drop for Offer {
    fn drop(&mut self) {
        // Its thread hears that its window is gone.
        let gone = self.connection.destroy_window(self.window).is_ok() && self.connection.flush().is_ok();
        if gone && let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

/// A large form on its way to a reader.
struct OnItsWay {
    reader: Window,
    property: Atom,
    form: Atom,
    bytes: Arc<[u8]>,
    /// How much of it has gone.
    gone: usize,
}

/// What answers readers, on a thread of its own.
struct Server {
    connection: Arc<RustConnection>,
    window: Window,
    atoms: Atoms,
    forms: Vec<(Atom, Arc<[u8]>)>,
    /// The server's time since when the clipboard is ours.
    since: Timestamp,
    on_their_way: Vec<OnItsWay>,
}

impl Server {
    /// One that has the clipboard; none where somebody else got it.
    fn new(connection: Arc<RustConnection>, screen: usize, forms: &[Form]) -> Answer<Option<Self>> {
        let atoms = Atoms::new(&*connection)?.reply()?;
        let mut named = Vec::new();
        for form in forms {
            for name in form.names {
                let atom = connection.intern_atom(false, name.as_bytes())?.reply()?.atom;
                named.push((atom, Arc::clone(&form.bytes)));
            }
        }
        let window = connection.generate_id()?;
        let Some(root) = connection.setup().roots.get(screen).map(|screen| screen.root) else { return Ok(None) };
        let heard = CreateWindowAux::new().event_mask(EventMask::PROPERTY_CHANGE | EventMask::STRUCTURE_NOTIFY);
        connection.create_window(0, window, root, 0, 0, 1, 1, 0, WindowClass::INPUT_ONLY, COPY_FROM_PARENT, &heard)?;
        // The conventions want the server's own time, which a change of nothing says.
        connection.change_property8(PropMode::APPEND, window, atoms.WAYFELT_CLIPBOARD, AtomEnum::STRING, &[])?;
        connection.flush()?;
        let since = loop {
            if let Event::PropertyNotify(event) = connection.wait_for_event()?
                && event.window == window
            {
                break event.time;
            }
        };
        connection.set_selection_owner(window, atoms.CLIPBOARD, since)?;
        let is_ours = connection.get_selection_owner(atoms.CLIPBOARD)?.reply()?.owner == window;
        let server = Self { connection, window, atoms, forms: named, since, on_their_way: Vec::new() };
        Ok(is_ours.then_some(server))
    }

    /// Answers until the window is gone, or the clipboard is somebody else's and nothing is on its way any more.
    fn serve(mut self, handed_over: &Sender<()>) {
        let mut is_ours = true;
        while is_ours || !self.on_their_way.is_empty() {
            let Ok(event) = self.connection.wait_for_event() else { return };
            let answered = match event {
                Event::SelectionRequest(wish) => self.answer(&wish),
                Event::PropertyNotify(event) if event.state == Property::DELETE => self.go_on(event.window, event.atom),
                Event::SelectionClear(event) => {
                    is_ours &= event.selection != self.atoms.CLIPBOARD;
                    Ok(())
                }
                Event::SelectionNotify(_) => {
                    handed_over.send(()).ok();
                    Ok(())
                }
                Event::DestroyNotify(event) if event.window == self.window => return,
                Event::DestroyNotify(event) => {
                    self.on_their_way.retain(|form| form.reader != event.window);
                    Ok(())
                }
                _ => Ok(()),
            };
            if answered.is_err() || self.connection.flush().is_err() {
                return;
            }
        }
    }

    /// Answers a reader, which is told whether it got what it asked for.
    fn answer(&mut self, wish: &SelectionRequestEvent) -> Answer<()> {
        // Old readers name no property.
        let property = if wish.property == NONE { wish.target } else { wish.property };
        let is_meant = wish.selection == self.atoms.CLIPBOARD;
        let given = is_meant
            && if wish.target == self.atoms.MULTIPLE {
                self.give_several(wish.requestor, property)?
            } else {
                self.give(wish.requestor, property, wish.target)?
            };
        let told = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: wish.sequence,
            time: wish.time,
            requestor: wish.requestor,
            selection: wish.selection,
            target: wish.target,
            property: if given { property } else { NONE },
        };
        self.connection.send_event(false, wish.requestor, EventMask::NO_EVENT, told)?;
        Ok(())
    }

    /// Gives a reader one form. Whether there is such a one.
    fn give(&mut self, reader: Window, property: Atom, target: Atom) -> Answer<bool> {
        let Atoms { TARGETS, TIMESTAMP, MULTIPLE, SAVE_TARGETS, INCR, NULL, .. } = self.atoms;
        let put = |kind: Atom, values: &[u32]| -> Answer<bool> {
            self.connection.change_property32(PropMode::REPLACE, reader, property, kind, values)?;
            Ok(true)
        };
        if target == TARGETS {
            let named = self.forms.iter().map(|&(name, _)| name);
            let all: Vec<Atom> = [TARGETS, TIMESTAMP, MULTIPLE, SAVE_TARGETS].into_iter().chain(named).collect();
            return put(AtomEnum::ATOM.into(), &all);
        }
        if target == TIMESTAMP {
            return put(AtomEnum::INTEGER.into(), &[self.since]);
        }
        if target == SAVE_TARGETS {
            return put(NULL, &[]);
        }
        let Some((_, bytes)) = self.forms.iter().find(|&&(name, _)| name == target) else { return Ok(false) };
        if bytes.len() <= PART {
            self.connection.change_property8(PropMode::REPLACE, reader, property, target, bytes)?;
            return Ok(true);
        }
        self.hear(reader, EventMask::PROPERTY_CHANGE | EventMask::STRUCTURE_NOTIFY)?;
        put(INCR, &[u32::try_from(bytes.len()).unwrap_or(u32::MAX)])?;
        let bytes = Arc::clone(bytes);
        self.on_their_way.push(OnItsWay { reader, property, form: target, bytes, gone: 0 });
        Ok(true)
    }

    /// Gives a reader several forms, which stand in pairs of form and property; those that there aren't are marked.
    fn give_several(&mut self, reader: Window, property: Atom) -> Answer<bool> {
        let pairs = self.atoms.ATOM_PAIR;
        let wishes = self.connection.get_property(false, reader, property, pairs, 0, MOST_WISHES)?.reply()?;
        let Some(wishes) = wishes.value32() else { return Ok(false) };
        let mut wishes: Vec<Atom> = wishes.collect();
        for pair in wishes.chunks_exact_mut(2) {
            if let [target, place] = pair
                && (*target == self.atoms.MULTIPLE || !self.give(reader, *place, *target)?)
            {
                *place = NONE;
            }
        }
        self.connection.change_property32(PropMode::REPLACE, reader, property, pairs, &wishes)?;
        Ok(true)
    }

    /// The next part of a large form: its reader has taken the one before. An empty one is the end.
    fn go_on(&mut self, reader: Window, property: Atom) -> Answer<()> {
        let is_it = |form: &OnItsWay| form.reader == reader && form.property == property;
        let Some(place) = self.on_their_way.iter().position(is_it) else { return Ok(()) };
        let Some(form) = self.on_their_way.get_mut(place) else { return Ok(()) };
        let rest = form.bytes.get(form.gone..).unwrap_or_default();
        let part = rest.get(..PART).unwrap_or(rest);
        self.connection.change_property8(PropMode::REPLACE, reader, property, form.form, part)?;
        form.gone += part.len();
        if part.is_empty() {
            self.on_their_way.remove(place);
            if !self.on_their_way.iter().any(|form| form.reader == reader) {
                self.hear(reader, EventMask::NO_EVENT)?;
            }
        }
        Ok(())
    }

    /// Which events of a reader's window are heard of.
    fn hear(&self, reader: Window, events: EventMask) -> Answer<()> {
        let heard = ChangeWindowAttributesAux::new().event_mask(events);
        self.connection.change_window_attributes(reader, &heard)?;
        Ok(())
    }
}
