//! Replies of the page's readers: each lands whole beside the map's own words, once, or is refused; none does harm.

use std::collections::BTreeMap;
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;
use wayfelt::edit::{Edit, Label, MapChange, apply, label};
use wayfelt::file::{self, Fingerprint};
use wayfelt::i18n::Words;
use wayfelt::import::reply::{self, ReplyError, ReplyRemark};
use wayfelt::insight::{band, replies};
use wayfelt::model::check::check;
use wayfelt::model::{Emotion, JourneyMap, Language, Reply, StepId};

use crate::{every_kind, sample_maps};

fn map() -> JourneyMap {
    sample_maps::samples().swap_remove(0).1
}

fn steps(map: &JourneyMap) -> Vec<StepId> {
    map.steps().map(|(_, step)| step.id).collect()
}

/// A reply as the page writes it.
fn written(map: &JourneyMap, id: &str, revision: u32) -> Value {
    let steps = steps(map);
    let card = map.cards().next().unwrap().1.id;
    json!({
        "wayfelt_reply": 1,
        "map": { "title": map.title, "steps": Fingerprint::of_steps(map).to_string() },
        "reply": id,
        "revision": revision,
        "name": "Linh",
        "date": "2026-11-22",
        "comments": [
            { "step": steps[0].to_string(), "text": "Chờ lâu quá" },
            { "card": card.to_string(), "text": "Đúng vậy" },
        ],
        "scores": [{ "step": steps[0].to_string(), "score": -2 }, { "step": steps[1].to_string(), "score": 1 }],
        "votes": [card.to_string(), card.to_string()],
    })
}

fn read(value: &Value) -> Result<reply::Received, ReplyError> {
    reply::read(value.to_string().as_bytes())
}

fn taken(map: &JourneyMap, value: &Value) -> (JourneyMap, Vec<ReplyRemark>) {
    let taken = reply::take(map, &read(value).unwrap()).unwrap();
    (apply(map, &taken.edit).unwrap(), taken.remarks)
}

#[test]
fn a_reply_lands_beside_the_maps_own_words() {
    let map = map();
    let (after, remarks) = taken(&map, &written(&map, "abcdefgh", 1));
    assert_eq!(remarks, []);
    assert_eq!(check(&after), []);
    let (id, reply) = after.replies.iter().next().unwrap();
    assert_eq!((id.to_string().as_str(), reply.name.as_str(), reply.count()), ("abcdefgh", "Linh", 5));
    let step = steps(&map)[0];
    assert_eq!(replies::to_step(&after, step), [(reply, "Chờ lâu quá")]);
    let card = map.cards().next().unwrap().1.id;
    assert_eq!(replies::to_card(&after, card), [(reply, "Đúng vậy")]);
    assert_eq!(replies::votes(&after, card), 1, "a vote counts once");
    // What the team believes and customers said is what it was.
    let without = JourneyMap { replies: BTreeMap::new(), ..after.clone() };
    assert_eq!(without, map);
    // It is kept, and comes back.
    let text = file::write(&after);
    assert_eq!(file::read(text.as_bytes()).unwrap().map, after);
    let edit = Edit::SetMap(MapChange::Replies(after.replies.clone()));
    assert_eq!(label(&edit), Label::Replies, "one act, with a name to undo it by");
}

#[test]
fn readers_scores_are_averaged_with_how_many_they_are() {
    let map = every_kind::map();
    let step = steps(&map)[0];
    let with = |scores: &[f64]| {
        let replies = scores.iter().enumerate().map(|(place, score)| {
            let reply = Reply { scores: [(step, Emotion::new(*score).unwrap())].into(), ..Reply::default() };
            (wayfelt::model::ReplyId::from_bits(place as u64), reply)
        });
        JourneyMap { replies: replies.collect(), ..map.clone() }
    };
    assert_eq!(replies::score(&with(&[]), step), None);
    let one = replies::score(&with(&[-1.0]), step).unwrap();
    assert_eq!((one.n, one.mean, one.sd, one.bad), (1, -1.0, None, Some(0.0)));
    assert_eq!(band(&one), None);
    // Mean (−2 −1 −1 0 +2)/5 = −0.4; squares 2.56 + 0.36 + 0.36 + 0.16 + 5.76 = 9.2, 9.2/4 = 2.3.
    let five = replies::score(&with(&[-2.0, -1.0, -1.0, 0.0, 2.0]), step).unwrap();
    assert_eq!((five.n, five.bad), (5, Some(0.2)));
    assert!((five.mean + 0.4).abs() < 1e-12 && (five.sd.unwrap() - 2.3_f64.sqrt()).abs() < 1e-12);
    let (low, high) = band(&five).unwrap();
    // t(4) = 2.776; 2.776 · √2.3/√5 = 1.883: from −2.28, which is clipped, to 1.48.
    assert!(low == -2.0 && (high - 1.483).abs() < 0.01, "{low} {high}");
}

#[test]
fn a_reply_counts_once_and_its_latest_state() {
    let map = map();
    let (first, _) = taken(&map, &written(&map, "abcdefgh", 2));
    let again = |revision| reply::take(&first, &read(&written(&map, "abcdefgh", revision)).unwrap());
    assert_eq!(again(2), Err(ReplyError::Known));
    assert_eq!(again(1), Err(ReplyError::Outdated));
    let mut later = written(&map, "abcdefgh", 3);
    later["name"] = "Linh Trần".into();
    let (second, remarks) = taken(&first, &later);
    assert_eq!(remarks, [ReplyRemark::Replaced]);
    assert_eq!((second.replies.len(), second.replies.values().next().unwrap().name.as_str()), (1, "Linh Trần"));
    let (two, _) = taken(&second, &written(&map, "12345678", 1));
    assert_eq!(two.replies.len(), 2);
}

#[test]
fn what_is_gone_from_the_map_is_said_and_kept() {
    let map = map();
    let value = written(&map, "abcdefgh", 1);
    let shorter = apply(&map, &Edit::RemoveStep(steps(&map)[1])).unwrap();
    let (after, remarks) = taken(&shorter, &value);
    assert_eq!(remarks, [ReplyRemark::Changed, ReplyRemark::Gone(1)]);
    assert_eq!(after.replies.values().next().unwrap().scores.len(), 2);
    assert_eq!(check(&after), []);
    // And the other way about: the step goes after the reply came.
    let (with, _) = taken(&map, &value);
    let without = apply(&with, &Edit::RemoveStep(steps(&map)[0])).unwrap();
    assert_eq!(check(&without), []);
    assert_eq!(file::read(file::write(&without).as_bytes()).unwrap().map, without);
    // Nothing of it is known elsewhere.
    let other = every_kind::map();
    assert!(matches!(reply::take(&other, &read(&value).unwrap()), Err(ReplyError::OtherMap(_))));
}

#[test]
fn damaged_replies_are_refused() {
    let map = map();
    let good = written(&map, "abcdefgh", 1);
    let text = good.to_string();
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        assert!(reply::read(&text.as_bytes()[..end]).is_err(), "cut off at {end}");
    }
    let step = steps(&map)[0].to_string();
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut value = good.clone();
        change(&mut value);
        read(&value)
    };
    let damaged: [&dyn Fn(&mut Value); 15] = [
        &|value| value["scores"][0]["score"] = json!(3),
        &|value| value["scores"][0]["score"] = json!(-2.01),
        &|value| value["scores"][0]["score"] = json!("2"),
        &|value| value["scores"][1]["step"] = json!(step),
        &|value| value["comments"][0]["card"] = json!("abcdefgh"),
        &|value| value["comments"][0]["step"] = json!("'; DROP"),
        &|value| value["comments"][1] = json!({ "step": step, "text": "twice" }),
        &|value| value["comments"][0]["text"] = json!("x".repeat(reply::MOST_COMMENT + 1)),
        &|value| value["comments"][0]["html"] = json!("<b>"),
        &|value| value["name"] = json!("x".repeat(reply::MOST_NAME + 1)),
        &|value| value["reply"] = json!("../../etc"),
        &|value| value["revision"] = json!(-1),
        &|value| value["date"] = json!("yesterday"),
        &|value| value["votes"] = json!(vec![step.clone(); reply::MOST_ANSWERS + 1]),
        &|value| value["replies"] = json!({}),
    ];
    for (place, change) in damaged.into_iter().enumerate() {
        assert!(matches!(changed(change), Err(ReplyError::Damaged(_))), "{place}: {:?}", changed(change));
    }
    assert_eq!(changed(&|value| value["wayfelt_reply"] = json!(2)), Err(ReplyError::Newer(2)));
    let nothing = changed(&|value| {
        value["comments"] = json!([{ "step": step, "text": "  \u{202e} " }]);
        value["scores"] = json!([]);
        value["votes"] = json!([]);
    });
    assert_eq!(nothing, Err(ReplyError::Empty));
    for other in ["", "{}", "[]", "null", "(format: 1, map: ())", "\u{0}", "<html>", "{\"version\":1}"] {
        assert_eq!(reply::read(other.as_bytes()), Err(ReplyError::NotReply), "{other}");
    }
    assert_eq!(reply::read(&vec![b' '; reply::MOST_BYTES + 1]), Err(ReplyError::TooLarge(reply::MOST_BYTES + 1)));
    let deep = format!("{{\"wayfelt_reply\":1,\"map\":{}", "[".repeat(100_000));
    assert!(matches!(reply::read(deep.as_bytes()), Err(ReplyError::Damaged(_))));
    let doubled = text.replacen("\"name\"", "\"name\":\"a\",\"name\"", 1);
    assert!(matches!(reply::read(doubled.as_bytes()), Err(ReplyError::Damaged(_))));
    // A mark before the text is what some programs put there.
    assert!(reply::read(format!("\u{feff}{text}").as_bytes()).is_ok());
}

#[test]
fn hostile_words_stay_words() {
    let map = map();
    let mut value = written(&map, "abcdefgh", 1);
    value["name"] = "</script>\u{202e}<img src=x onerror=alert(1)>\u{0}".into();
    value["comments"][0]["text"] = "\")), map: (\u{1b}[2J =HYPERLINK(\"x\")".into();
    let (after, _) = taken(&map, &value);
    let reply = after.replies.values().next().unwrap();
    assert_eq!(reply.name, "</script><img src=x onerror=alert(1)>");
    assert_eq!(replies::to_step(&after, steps(&map)[0])[0].1, "\")), map: ([2J =HYPERLINK(\"x\")");
    assert_eq!(file::read(file::write(&after).as_bytes()).unwrap().map, after);
    assert!(!crate::html::page(&after, None, None).contains("onerror=alert"));
}

#[test]
fn every_refusal_says_what_to_do_in_both_languages() {
    let errors = [
        ReplyError::TooLarge(5),
        ReplyError::NotReply,
        ReplyError::Newer(2),
        ReplyError::Damaged(reply::Damage::CutOff),
        ReplyError::Differs,
        ReplyError::Empty,
        ReplyError::OtherMap("A".into()),
        ReplyError::Known,
        ReplyError::Outdated,
    ];
    for error in &errors {
        let [english, vietnamese] = Language::ALL.map(|language| error.in_words(&Words::new(language)));
        assert!(english.ends_with(['.', '”']) && english != vietnamese, "{english} {vietnamese}");
    }
}

#[test]
fn the_command_takes_replies_into_a_map() {
    let folder = TempDir::new().unwrap();
    let map = map();
    let path = folder.path().join("map.ron");
    std::fs::write(&path, file::write(&map)).unwrap();
    let mut files = Vec::new();
    for (name, text) in [
        ("a.reply.txt", written(&map, "abcdefgh", 1).to_string()),
        ("b.reply.txt", written(&map, "12345678", 1).to_string()),
        ("broken.txt", "{\"wayfelt_reply\":1".to_owned()),
    ] {
        files.push(folder.path().join(name));
        std::fs::write(files.last().unwrap(), text).unwrap();
    }
    let run = |files: &[std::path::PathBuf]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wayfelt"));
        let output = command.args(["import", "--lang", "en"]).args(files).arg("--map").arg(&path).output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, said) = run(&files);
    assert_eq!(code, Some(3), "{said}");
    assert!(said.contains("broken.txt: The reply is damaged"), "{said}");
    assert!(said.contains("Linh: comments 2, scores 2, votes 1"), "{said}");
    assert!(said.contains(": −2.00 (n = 2)"), "{said}");
    let kept = file::read(&std::fs::read(&path).unwrap()).unwrap().map;
    assert_eq!(kept.replies.len(), 2);
    let (code, said) = run(&files[..1]);
    assert_eq!(code, Some(0), "one that is there already does no harm");
    assert!(said.contains("already"), "{said}");
    assert_eq!(file::read(&std::fs::read(&path).unwrap()).unwrap().map, kept);
}
