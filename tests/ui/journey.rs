//! A whole journey through the window: made, scored, undone, saved, opened again; and what happens when something is
//! about to be lost.

use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use wayfelt::app::command::Command;
use wayfelt::app::{App, Settings};
use wayfelt::model::{Content, LaneKind};

use crate::window::{click, ctrl, english, press, says, settle, type_text, with};

fn run(shown: &mut Harness<'static, App>, command: Command) {
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, command);
    settle(shown);
}

/// Saves the shown map to this file, by the field for a path.
fn save_to(shown: &mut Harness<'static, App>, path: &std::path::Path) {
    press_ctrl_shift(shown, Key::S);
    press_with(shown, Modifiers::COMMAND, Key::A);
    type_text(shown, &path.display().to_string());
    press(shown, Key::Enter);
}

fn press_with(shown: &mut Harness<'static, App>, modifiers: Modifiers, key: Key) {
    shown.key_press_modifiers(modifiers, key);
    shown.run_steps(4);
}

fn press_ctrl_shift(shown: &mut Harness<'static, App>, key: Key) {
    press_with(shown, Modifiers::COMMAND | Modifiers::SHIFT, key);
}

#[test]
fn a_map_is_made_saved_and_opened_again_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hành trình.ron");
    let mut shown = english();
    ctrl(&mut shown, Key::N);
    run(&mut shown, Command::InsertStage);
    for _ in 0..3 {
        press_ctrl_shift(&mut shown, Key::Enter);
    }
    run(&mut shown, Command::InsertStep);
    ctrl(&mut shown, Key::M);
    assert!(shown.state().facts().moment_of_truth);
    let full = shown.state().shown_map().unwrap();
    let mut undone = 0;
    while shown.state().facts().undo.is_some() {
        ctrl(&mut shown, Key::Z);
        undone += 1;
        assert!(undone < 50);
    }
    assert!(undone >= 5, "{undone} steps back");
    assert_eq!(shown.state().shown_map().unwrap().steps().count(), 0);
    for _ in 0..undone {
        ctrl(&mut shown, Key::Y);
    }
    assert_eq!(*shown.state().shown_map().unwrap(), *full);
    save_to(&mut shown, &path);
    assert!(says(&shown, "Saved"));
    let bytes = std::fs::read(&path).unwrap();
    ctrl(&mut shown, Key::W);
    assert_eq!(shown.state().facts().tabs, 0, "a saved map closes without a question");

    let mut again = with(Settings { started_before: true, ..Settings::default() }, vec![path.clone()], None);
    assert_eq!(*again.state().shown_map().unwrap(), *full);
    ctrl(&mut again, Key::S);
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
}

#[test]
fn a_question_comes_before_changes_are_lost() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    let mut shown = english();
    ctrl(&mut shown, Key::N);
    save_to(&mut shown, &path);
    let before = std::fs::read(&path).unwrap();
    run(&mut shown, Command::InsertStep);
    ctrl(&mut shown, Key::W);
    assert!(says(&shown, "Save the changes"));
    click(&mut shown, "Cancel");
    assert_eq!(shown.state().facts().tabs, 1);
    ctrl(&mut shown, Key::W);
    click(&mut shown, "Don't save");
    assert_eq!(shown.state().facts().tabs, 0);
    assert_eq!(std::fs::read(&path).unwrap(), before, "not saved");

    let mut shown = with(Settings { started_before: true, ..Settings::default() }, vec![path.clone()], None);
    run(&mut shown, Command::InsertStep);
    run(&mut shown, Command::Quit);
    click(&mut shown, "Cancel");
    assert_eq!(shown.state().facts().tabs, 1, "the end is called off");
    run(&mut shown, Command::Quit);
    press(&mut shown, Key::Enter);
    assert_eq!(shown.state().facts().tabs, 0);
    assert_ne!(std::fs::read(&path).unwrap(), before, "Enter saves");
}

#[test]
fn what_cannot_be_opened_is_said_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("broken.ron");
    std::fs::write(&path, "(format: 1, map: (titel: \"x\"))").unwrap();
    let mut shown = with(Settings { started_before: true, ..Settings::default() }, vec![path], None);
    assert!(says(&shown, "broken.ron"));
    assert!(says(&shown, "can't be opened"));
    click(&mut shown, "Dismiss");
    assert!(!says(&shown, "can't be opened"));
}

#[test]
fn what_was_not_saved_is_offered_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let settings = || Settings { started_before: true, ..Settings::default() };
    let recovery = folder.path().join("recovery");
    let mut shown = with(settings(), Vec::new(), Some(&recovery));
    ctrl(&mut shown, Key::N);
    run(&mut shown, Command::InsertStep);
    let lost = shown.state().shown_map().unwrap();
    std::thread::sleep(std::time::Duration::from_millis(1300));
    // As after kill -9: nothing is tidied away, and the lock of the process that died is gone.
    std::mem::forget(shown.into_state());
    for entry in std::fs::read_dir(&recovery).unwrap() {
        let entry = entry.unwrap().path();
        if entry.extension().is_some_and(|ending| ending != "ron") {
            std::fs::remove_file(entry).unwrap();
        }
    }
    let mut again = with(settings(), Vec::new(), Some(&recovery));
    assert!(says(&again, "Bring back an unsaved map?"));
    click(&mut again, "Recover all");
    assert_eq!(*again.state().shown_map().unwrap(), *lost);
}

/// Presses keys and counts them: a letter, a key, a key with others held down, each counts one.
struct Typist {
    shown: Harness<'static, App>,
    presses: usize,
    /// What the map says: the characters of its texts, and one for each score.
    content: usize,
}

impl Typist {
    fn key(&mut self, key: Key) {
        self.held(Modifiers::NONE, key);
    }

    fn held(&mut self, modifiers: Modifiers, key: Key) {
        self.shown.key_press_modifiers(modifiers, key);
        self.shown.run_steps(2);
        self.presses += 1;
    }

    /// Types a text that the map is to say.
    fn says(&mut self, text: &str) {
        // A line a frame: `typing` goes through its letters one by one.
        let letters = text.chars().map(|letter| eframe::egui::Event::Text(letter.to_string()));
        self.shown.input_mut().events.extend(letters);
        self.shown.run_steps(2);
        self.presses += text.chars().count();
        self.content += text.chars().count();
    }

    /// A row of cells, then on to the row below.
    fn row(&mut self, texts: &[&str]) {
        for (place, text) in texts.iter().enumerate() {
            self.says(text);
            self.key(if place + 1 < texts.len() { Key::Tab } else { Key::Enter });
        }
        // An empty next card: the cell is done.
        self.key(Key::Enter);
    }

    /// A row of scores.
    fn scores(&mut self, digits: &str) {
        for digit in digits.chars() {
            let key = Key::from_name(&digit.to_string()).unwrap();
            self.key(key);
            self.content += 1;
        }
        self.key(Key::Enter);
    }

    /// Another lane below the last one, by the list of kinds.
    fn lane(&mut self, kind: &str) {
        self.held(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter);
        for letter in kind.chars() {
            self.shown.event(eframe::egui::Event::Text(letter.to_string()));
            self.shown.run_steps(2);
            self.presses += 1;
        }
        self.key(Key::Enter);
    }
}

#[test]
fn a_complete_map_is_typed_by_keyboard_alone_and_undone_and_done_again() {
    let stages = [("Awareness", 3), ("Comparison", 3), ("Order", 3), ("First use", 3)];
    let names = [
        "Sees an advert",
        "Hears from a friend",
        "Reads a test",
        "Compares three offers",
        "Asks in the shop",
        "Reads reviews",
        "Orders online",
        "Pays with a card",
        "Waits for the parcel",
        "Unpacks the phone",
        "Sets it up",
        "Calls for help",
    ];
    let actions = [
        "Stops scrolling for a moment",
        "Asks what it cost",
        "Notes two models",
        "Opens three tabs",
        "Lets it be shown",
        "Filters by stars",
        "Fills the basket",
        "Types the card number",
        "Tracks the van",
        "Takes a picture of it",
        "Moves the contacts over",
        "Waits in the queue",
    ];
    let touchpoints = [
        "Advertising",
        "Word of mouth",
        "Review site",
        "Website",
        "Store",
        "Review site",
        "Mobile app",
        "Mobile app",
        "Courier",
        "Packaging",
        "Mobile app",
        "Call centre",
    ];
    let thoughts = [
        "That looks good",
        "So he likes it",
        "Which one is newer?",
        "Is this price fair?",
        "Nice, somebody helps",
        "Are these real?",
        "That went quickly",
        "Was I charged twice?",
        "Where is it now?",
        "A fine box",
        "Why again my address?",
        "I have said that already",
    ];
    let pains = [
        "Price only after a click !2 40%",
        "Nobody tells the drawbacks !1 10%",
        "Tests are out of date !2 30%",
        "Offers can't be compared !4 60%",
        "No time at weekends !3 25%",
        "Reviews look bought !3 35%",
        "Basket is lost on the phone !4 12%",
        "Money taken, error shown !5 18%",
        "Delivery day isn't known !4 45%",
        "Charger is missing !2 80%",
        "Contacts come over twice !3 22%",
        "Told three times what is wrong !5 31%",
    ];
    let ideas = [
        "Show the price at once i3 e1 @Marketing",
        "Thank who recommends us i2 e2 @Care",
        "Send new models to testers i2 e3 @Press",
        "One page to compare i4 e2 @Web",
        "Book a time in the shop i3 e2 @Stores",
        "Show only proven buyers i3 e3 @Web",
        "Keep the basket i4 e2 @App",
        "Automatic refund i5 e2 @Payments",
        "Say the hour of delivery i4 e3 @Logistics",
        "Say it on the box i2 e1 @Product",
        "Merge what is the same i3 e4 @App",
        "Show the case to the agent i5 e4 @Care",
    ];
    let needs = [
        "To be surprised",
        "To trust somebody",
        "To know what is new",
        "To see the difference",
        "To touch it",
        "To read the truth",
        "To be quick",
        "To be safe",
        "To plan the day",
        "To enjoy it",
        "To lose nothing",
        "To be understood",
    ];
    let quotes = [
        "I saw it three times that day",
        "My brother swears by it",
        "They all say something else",
        "I gave up after the second",
        "She knew her trade",
        "Five stars, always five stars",
        "Two minutes, done",
        "I called my bank at once",
        "I stayed at home for nothing",
        "We filmed it",
        "It took the whole evening",
        "The third one was kind",
    ];

    // Without the panels a frame takes less: thousands are to come.
    let settings =
        Settings { started_before: true, outline: false, inspector: false, insights: false, ..Settings::default() };
    let mut typist = Typist { shown: with(settings, Vec::new(), None), presses: 0, content: 0 };
    typist.held(Modifiers::COMMAND, Key::N);
    for text in ["Buying a phone online", "Two weeks before the holidays, without advice"] {
        typist.says(text);
        typist.key(Key::Enter);
    }
    typist.says("Minh");
    typist.key(Key::Tab);
    typist.says("Lan");
    typist.key(Key::Enter);
    // Stages first, then the steps of each.
    for (place, (name, _)) in stages.iter().enumerate() {
        typist.says(name);
        typist.key(if place + 1 < stages.len() { Key::Tab } else { Key::Enter });
    }
    let mut step = 0;
    for (place, (_, count)) in stages.iter().enumerate() {
        for n in 0..*count {
            typist.says(names[step]);
            step += 1;
            let last_of_all = place + 1 == stages.len() && n + 1 == *count;
            if n + 1 < *count {
                // The next one of the same stage.
                typist.held(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter);
            } else if !last_of_all {
                typist.key(Key::Tab);
            }
        }
    }
    typist.held(Modifiers::COMMAND, Key::Enter);
    typist.held(Modifiers::COMMAND, Key::Home);
    typist.row(&actions);
    typist.row(&touchpoints);
    typist.row(&thoughts);
    typist.scores("454233415321");
    typist.scores("344324324211");
    typist.row(&pains);
    typist.row(&ideas);
    // Two lanes more than a new map has, below the last one.
    typist.key(Key::Home);
    typist.key(Key::ArrowLeft);
    typist.lane("needs");
    typist.lane("quotes");
    typist.key(Key::ArrowUp);
    typist.key(Key::ArrowRight);
    typist.row(&needs);
    typist.row(&quotes);

    let Typist { mut shown, presses, content } = typist;
    let map = shown.state().shown_map().unwrap();
    let row = |kind: LaneKind| -> Vec<String> {
        let lane = map.lanes.iter().find(|lane| lane.kind == kind).unwrap().id;
        map.cards().filter(|(_, card)| card.lane == lane).map(|(_, card)| card.text.clone()).collect()
    };
    assert_eq!(map.title, "Buying a phone online");
    assert_eq!(map.stages.iter().map(|stage| (stage.name.as_str(), stage.steps.len())).collect::<Vec<_>>(), stages);
    assert_eq!(map.steps().map(|(_, step)| step.name.as_str()).collect::<Vec<_>>(), names);
    assert_eq!(map.lanes.len(), 8);
    for (kind, texts) in [(LaneKind::Actions, &actions), (LaneKind::Thoughts, &thoughts)] {
        assert_eq!(row(kind), *texts);
    }
    for (kind, texts) in [(LaneKind::Needs, &needs), (LaneKind::Quotes, &quotes)] {
        assert_eq!(row(kind), *texts);
    }
    assert_eq!(row(LaneKind::PainPoints)[7], "Money taken, error shown");
    assert_eq!(row(LaneKind::Opportunities)[11], "Show the case to the agent");
    let channels =
        map.cards().filter(|(_, card)| matches!(&card.content, Content::Touchpoint(t) if t.channel.is_some()));
    assert_eq!(channels.count(), 12, "every touchpoint is a channel");
    for persona in &map.personas {
        assert!(map.steps().all(|(_, step)| step.score(persona.id).shown().is_some()), "{}", persona.name);
    }
    assert_eq!(map.steps().last().unwrap().1.score(map.personas[0].id).shown(), Some(-2.0));
    assert!(wayfelt::model::check::check(&map).is_empty());
    let share = presses as f64 / content as f64;
    assert!(share <= 1.15, "{presses} presses for {content} characters: {share:.3}");

    let mut undone = 0;
    while shown.state().facts().undo.is_some() {
        shown.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        shown.run_steps(1);
        undone += 1;
        assert!(undone < 400);
    }
    assert_eq!(shown.state().shown_map().unwrap().steps().count(), 0);
    assert_eq!(shown.state().shown_map().unwrap().cards().count(), 0);
    for _ in 0..undone {
        shown.key_press_modifiers(Modifiers::COMMAND, Key::Y);
        shown.run_steps(1);
    }
    shown.run_steps(2);
    assert_eq!(*shown.state().shown_map().unwrap(), *map);
}
