//! Without the feature `technician`, as in the phone library, nothing of the technician's is compiled in.
#![cfg(all(feature = "blink", not(feature = "technician")))]
#![allow(clippy::unwrap_used, reason = "a failure here is what a test is for")]

use diagnose_core::{
    Reader,
    complaint::Complaint,
    playbook::{Situation, playbook},
    profiles,
    words::Audience,
};

const WORDS: &str = include_str!(concat!(env!("OUT_DIR"), "/words.rs"));
const STEPS: &str = include_str!(concat!(env!("OUT_DIR"), "/playbooks.rs"));

#[test]
fn the_phone_library_holds_the_users_playbooks_alone() {
    assert!(WORDS.contains("Type the new password; do not paste it"));
    assert!(STEPS.contains("type-password"));
    for technicians in ["Never ask for the password", "Technician, &"] {
        assert!(!WORDS.contains(technicians), "{technicians}");
    }
    for technicians in ["never-ask", "Get-Service", "Audience::Technician"] {
        assert!(!STEPS.contains(technicians), "{technicians}");
    }
}

#[test]
fn the_phone_tells_its_user_what_to_do() {
    let profile = profiles::profile("blink").unwrap();
    let reader = Reader::new("en", Audience::User);
    for complaint in Complaint::ALL {
        let playbook = playbook(complaint, &profile, &reader, &Situation::default()).unwrap();
        assert!(!playbook.steps.is_empty());
        assert!(playbook.steps.iter().all(|step| step.command.is_none()));
    }
}
