//! `cargo xtask start`: from a fresh clone to an open window; with no display, to pictures of one.
use crate::packages::Purpose;
use crate::run::{cargo, run};
use crate::{display, node, system};

pub(crate) fn start() -> Result<(), String> {
    let seen = display::present();
    system::prepare(if seen { Purpose::Build } else { Purpose::Window })?;
    node::prepare()?;
    node::install("ui")?;
    if seen { open() } else { tour() }
}

fn open() -> Result<(), String> {
    eprintln!("Building Latchkey, which takes a few minutes the first time, and opening it");
    run(cargo().arg("run"))
}

fn tour() -> Result<(), String> {
    eprintln!(
        "There is no display: Latchkey opens on a virtual one and its main journeys are walked through"
    );
    display::clear_pictures();
    run(&mut display::window_tests(&["tour"]))?;
    println!("The pictures of the tour are in {}", display::pictures().display());
    Ok(())
}
