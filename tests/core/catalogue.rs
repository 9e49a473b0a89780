//! Words for the model's fixed lists.

use wayfelt::i18n::{Words, channel_by_name, channel_word, lane_kind_word, phase_word, role_word};
use wayfelt::model::{Channel, LaneKind, Language, Phase, Role};

#[test]
fn every_channel_has_a_name_in_both_languages_and_is_found_by_it() {
    for language in Language::ALL {
        let words = Words::new(language);
        for &channel in Channel::CATALOGUE {
            let name = channel_word(&words, channel).expect("a channel of the catalogue");
            assert!(!name.starts_with("channel-") && !name.contains("No localization"), "{channel:?}: {name}");
            assert_eq!(channel_by_name(&name), Some(channel), "{name}");
            assert_eq!(channel_by_name(&name.to_uppercase()), Some(channel), "{name}");
        }
    }
}

#[test]
fn channels_are_found_by_other_names_without_case_and_accents() {
    assert_eq!(channel_by_name("tong dai"), Some(Channel::CallCentre));
    assert_eq!(channel_by_name("  ZALO "), Some(Channel::MessagingApp));
    assert_eq!(channel_by_name("ví  Điện tử"), Some(Channel::EWallet));
    assert_eq!(channel_by_name("Đường dây nóng"), Some(Channel::Hotline));
    assert_eq!(channel_by_name("carrier pigeon"), None);
    assert_eq!(channel_by_name(""), None);
}

#[test]
fn lane_kinds_phases_and_roles_have_words_of_their_own_in_each_language() {
    let (english, vietnamese) = (Words::new(Language::En), Words::new(Language::Vi));
    for kind in LaneKind::ALL {
        assert_ne!(lane_kind_word(&english, kind), lane_kind_word(&vietnamese, kind), "{kind:?}");
    }
    for phase in Phase::ALL {
        assert_ne!(phase_word(&english, phase), phase_word(&vietnamese, phase), "{phase:?}");
    }
    for role in Role::ALL {
        assert_ne!(role_word(&english, role), role_word(&vietnamese, role), "{role:?}");
    }
}
