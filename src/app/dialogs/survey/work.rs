//! What takes its time, on a thread of its own: looking at a file, counting its answers. Can be stopped; says how far it is.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use eframe::egui::Context;

use crate::import::survey::{
    Answers, Incoming, Profile, Sources, SurveyError, Wiring, Wishes, count, examine, guess, plan,
};
use crate::import::table::{Next, Source, Table};
use crate::model::{EvidenceId, IdSource, JourneyMap, SurveyMapping, TableShape};

/// What is there in less time than this is there in the same frame.
const AT_ONCE: Duration = Duration::from_millis(15);
/// How often the bar moves.
const EVERY: Duration = Duration::from_millis(100);

/// What a file is found to hold.
type FirstLook = (Table, Profile, SurveyMapping);
/// Why nothing is found, with the table as far as it could be read.
type NoLook = (Option<Box<Table>>, SurveyError);

/// What was found.
pub(super) enum Found {
    /// The file, what stands in it, and a first mapping.
    Looked(Result<Box<FirstLook>, NoLook>),
    /// What its answers say.
    Counted(Result<Box<Counted>, SurveyError>),
}

/// What answers say under a mapping.
#[derive(Debug)]
pub(super) struct Counted {
    pub(super) mapping: SurveyMapping,
    /// None: nothing comes in.
    pub(super) result: Option<(Wiring, Answers, Incoming)>,
}

impl Counted {
    /// Nothing comes in under this mapping.
    pub(super) const fn nothing(mapping: SurveyMapping) -> Self {
        Self { mapping, result: None }
    }
}

/// Something under way.
pub(super) struct Work {
    /// What it is worked out for.
    pub(super) mapping: SurveyMapping,
    begun: Instant,
    done: Arc<AtomicU32>,
    stop: Arc<AtomicBool>,
    found: Receiver<Found>,
}

impl std::fmt::Debug for Work {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Work").field("done", &self.share()).finish_non_exhaustive()
    }
}

impl Work {
    /// Looks at a file. None where the system gives no thread.
    pub(super) fn look(
        path: &Path,
        shape: &TableShape,
        map: &Arc<JourneyMap>,
        name: String,
        context: &Context,
    ) -> Option<Self> {
        let (source, shape, map) = (Source::File(path.to_owned()), shape.clone(), Arc::clone(map));
        Self::begin(SurveyMapping::default(), context, move |_| {
            let table = match Table::open(source, &shape) {
                Ok(table) => table,
                Err(error) => return Found::Looked(Err((None, error.into()))),
            };
            let look = || -> Result<_, SurveyError> {
                let profile = examine(&table)?;
                if let Some(fields) = profile.code_list() {
                    return Err(SurveyError::CodeList { fields });
                }
                if !profile.has_answers() {
                    return Err(SurveyError::NoAnswers);
                }
                let guessed = guess(&map, &profile, Wishes { name: &name, all_ratings: false });
                Ok((profile, guessed))
            };
            Found::Looked(match look() {
                Ok((profile, guessed)) => Ok(Box::new((table, profile, guessed))),
                // Read otherwise, it may be one: another sheet, another delimiter.
                Err(error) => Err((Some(Box::new(table)), error)),
            })
        })
    }

    /// Counts the answers of a table. None where the system gives no thread.
    pub(super) fn count(
        table: &Table,
        mapping: &SurveyMapping,
        map: &Arc<JourneyMap>,
        sources: &Sources,
        renew: Option<EvidenceId>,
        context: &Context,
    ) -> Option<Self> {
        let (table, sources, map, own) = (table.clone(), sources.clone(), Arc::clone(map), mapping.clone());
        Self::begin(mapping.clone(), context, move |watch| {
            let mut work = || -> Result<_, SurveyError> {
                let mut ids = IdSource::random();
                let wiring = Wiring::new(&map, &table, &own, &mut ids)?;
                let answers = count(&table, &own, &wiring, watch)?;
                if answers.counted == 0 {
                    return Err(SurveyError::NothingLeft(Box::new(answers)));
                }
                let incoming = plan(&map, &own, &wiring, &answers, &sources, renew, &mut ids);
                Ok((wiring, answers, incoming))
            };
            Found::Counted(work().map(|result| Box::new(Counted { mapping: own.clone(), result: Some(result) })))
        })
    }

    fn begin(
        mapping: SurveyMapping,
        context: &Context,
        work: impl FnOnce(&mut dyn FnMut(f32, u64) -> Next) -> Found + Send + 'static,
    ) -> Option<Self> {
        let (sender, found) = channel();
        let (done, stop) = (Arc::new(AtomicU32::new(0)), Arc::new(AtomicBool::new(false)));
        let thread = thread::Builder::new().name("survey".to_owned()).spawn({
            let (done, stop, context) = (Arc::clone(&done), Arc::clone(&stop), context.clone());
            move || {
                let mut last = Instant::now();
                let mut watch = |share: f32, _: u64| {
                    done.store((share * 1000.0) as u32, Ordering::Relaxed);
                    if last.elapsed() > EVERY {
                        last = Instant::now();
                        context.request_repaint();
                    }
                    if stop.load(Ordering::Relaxed) { Next::Stop } else { Next::Go }
                };
                sender.send(work(&mut watch)).ok();
                context.request_repaint();
            }
        });
        thread.ok().map(|_| Self { mapping, begun: Instant::now(), done, stop, found })
    }

    /// What was found; none while it is under way.
    pub(super) fn found(&self) -> Option<Found> {
        let patience = if self.begun.elapsed() < AT_ONCE { AT_ONCE } else { Duration::ZERO };
        match self.found.recv_timeout(patience) {
            Ok(found) => Some(found),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Found::Counted(Err(SurveyError::Stopped))),
        }
    }

    /// How much is done, 0…1.
    pub(super) fn share(&self) -> f32 {
        self.done.load(Ordering::Relaxed) as f32 / 1000.0
    }

    /// Whether it takes long enough to be shown.
    pub(super) fn is_long(&self) -> bool {
        self.begun.elapsed() > Duration::from_millis(300)
    }

    /// Stops it.
    pub(super) fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        self.stop();
    }
}
