//! Lets libFuzzer run the target that the environment names.
//! It must never decide what is right: the targets do, here and in the test suite alike.
#![no_main]

mod targets;

use libfuzzer_sys::fuzz_target;
use std::sync::OnceLock;

/// The name of the target.
const NAME: &str = "LATCHKEY_FUZZ";

static TARGET: OnceLock<targets::Target> = OnceLock::new();

fuzz_target!(
    init: {
        let name = std::env::var(NAME).unwrap_or_default();
        let Some((_, target)) = targets::TARGETS.into_iter().find(|(known, _)| *known == name) else {
            eprintln!("{NAME}={name} names no target");
            std::process::exit(2)
        };
        TARGET.get_or_init(|| target);
    },
    |data: &[u8]| {
        if let Some(target) = TARGET.get() {
            target(data);
        }
    }
);
