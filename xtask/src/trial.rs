//! `cargo xtask trial`: the open questions about the real cloud, with a test organization of whoever has one.
//! It must never see a secret: the trial reads them itself.
use crate::run::{cargo, run};

pub(crate) fn trial(words: &[String]) -> Result<(), String> {
    run(cargo().args(["run", "--no-default-features", "--example", "trial", "--"]).args(words))
}
