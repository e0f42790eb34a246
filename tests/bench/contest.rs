//! Contestants that run in turn, so that what slows the machine down slows all of them down.

use std::process::{Command, Stdio};
use std::time::Instant;

/// One figure a round.
pub(crate) struct Figures {
    pub(crate) name: &'static str,
    pub(crate) values: Vec<f64>,
}

impl Figures {
    pub(crate) fn new(name: &'static str) -> Figures {
        Figures { name, values: Vec::new() }
    }

    /// Prints smallest, middle and largest.
    pub(crate) fn say(&self, unit: &str) {
        let (least, middle, most) = spread(&self.values);
        println!(
            "{:>28}  {middle:>9.1} {unit}   ({least:.1} to {most:.1}, n={})",
            self.name,
            self.values.len()
        );
    }

    /// The middle of the ratios of this to another, round by round, and whether it is at least, or at most, the bar.
    pub(crate) fn at_least(&self, other: &Figures, bar: f64) -> bool {
        let (least, middle, most) = spread(&ratios(self, other));
        let kept = middle >= bar;
        println!(
            "{:>28}  {middle:>9.2} times {} ({least:.2} to {most:.2}); bar: at least {bar}: {}",
            self.name,
            other.name,
            word(kept)
        );
        kept
    }

    /// See `at_least`.
    pub(crate) fn at_most(&self, other: &Figures, bar: f64) -> bool {
        let (least, middle, most) = spread(&ratios(self, other));
        let kept = middle <= bar;
        println!(
            "{:>28}  {middle:>9.2} of {} ({least:.2} to {most:.2}); bar: at most {bar}: {}",
            self.name,
            other.name,
            word(kept)
        );
        kept
    }
}

/// A figure with a bar of its own.
pub(crate) fn within(name: &str, value: f64, unit: &str, bar: f64) -> bool {
    println!("{name:>28}  {value:>9.2} {unit}; bar: at most {bar}: {}", word(value <= bar));
    value <= bar
}

fn word(kept: bool) -> &'static str {
    if kept { "kept" } else { "MISSED" }
}

fn ratios(one: &Figures, other: &Figures) -> Vec<f64> {
    one.values.iter().zip(&other.values).map(|(a, b)| a / b).collect()
}

/// Smallest, middle, largest.
pub(crate) fn spread(values: &[f64]) -> (f64, f64, f64) {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN);
    (sorted.first().copied().unwrap_or(f64::NAN), middle, sorted.last().copied().unwrap_or(f64::NAN))
}

/// The value below which so many of a hundred lie.
pub(crate) fn percentile(values: &[f64], hundredths: usize) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = (sorted.len() * hundredths).div_ceil(100).saturating_sub(1);
    sorted.get(place).copied().unwrap_or(f64::NAN)
}

/// Milliseconds from the start of a process to its end; it has to print what is hoped for.
pub(crate) fn milliseconds(command: &mut Command, hoped: &str) -> f64 {
    let begun = Instant::now();
    let done = command.stdin(Stdio::null()).output().unwrap_or_else(|why| panic!("{command:?}: {why}"));
    let time = begun.elapsed().as_secs_f64() * 1_000.0;
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(said.trim() == hoped, "{command:?} said {said:?}\n{}", String::from_utf8_lossy(&done.stderr));
    time
}
