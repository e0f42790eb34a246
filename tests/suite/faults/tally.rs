//! What a harness counts, and its one line at the end.
//! It must never say zero of something that was not looked for.

use std::collections::BTreeMap;
use std::fmt;
use std::io::Write;
use std::time::Duration;

/// What was counted.
#[derive(Default)]
pub(crate) struct Tally {
    harness: &'static str,
    pub(crate) runs: u64,
    /// Faults that met a request, by kind.
    pub(crate) faults: BTreeMap<&'static str, u64>,
    /// Clients that are there, whose current secret nobody has, and of which the program says nothing.
    pub(crate) lost: u64,
    /// Clients that are there beside the one that was wanted, and of which the program says nothing.
    pub(crate) duplicates: u64,
    /// Second clients of which the program says that they are there.
    pub(crate) twins: u64,
    /// Ends of the program, in the middle or between two steps.
    pub(crate) ends: u64,
    /// Writes whose intent was looked for in the journal when they arrived.
    pub(crate) writes: u64,
    /// Anything else that a harness counts.
    pub(crate) more: BTreeMap<&'static str, u64>,
    /// What went against a rule, each with its seed.
    pub(crate) wrong: Vec<String>,
    /// How long the program took, after it was killed, to know what was interrupted.
    pub(crate) restarts: Vec<Duration>,
    pub(crate) replay: bool,
    pub(crate) took: Duration,
}

impl Tally {
    pub(crate) fn of(harness: &'static str) -> Tally {
        Tally { harness, ..Tally::default() }
    }

    pub(crate) fn count(&mut self, what: &'static str) {
        *self.more.entry(what).or_default() += 1;
    }

    pub(crate) fn add(&mut self, other: Tally, seed: u64) {
        self.runs += other.runs;
        self.lost += other.lost;
        self.duplicates += other.duplicates;
        self.twins += other.twins;
        self.ends += other.ends;
        self.writes += other.writes;
        for (kind, count) in other.faults {
            *self.faults.entry(kind).or_default() += count;
        }
        for (what, count) in other.more {
            *self.more.entry(what).or_default() += count;
        }
        self.restarts.extend(other.restarts);
        self.restarts.sort_unstable();
        let harness = self.harness;
        self.wrong
            .extend(other.wrong.into_iter().map(|what| format!("LATCHKEY_SEED={harness}:{seed} {what}")));
    }

    /// Prints the line past the test runner, which would keep it to itself.
    pub(crate) fn print(&self) {
        writeln!(std::io::stderr(), "{self}").expect("a line");
    }

    /// Prints the line, and passes judgement.
    pub(crate) fn judge(&self, runs: u64) {
        self.print();
        assert!(self.wrong.is_empty(), "{self}\n{}", self.wrong.join("\n"));
        assert_eq!((self.lost, self.duplicates), (0, 0), "{self}");
        let wanted = super::seeds::promised(runs);
        assert!(self.replay || self.runs >= wanted, "{wanted} runs are promised: {self}");
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let faults: u64 = self.faults.values().sum();
        write!(f, "faults {}: {} runs, {faults} faults", self.harness, self.runs)?;
        if !self.faults.is_empty() {
            write!(f, " of {} kinds", self.faults.len())?;
        }
        write!(f, ", {} lost, {} duplicate", self.lost, self.duplicates)?;
        for (count, what) in [(self.twins, "twins shown"), (self.ends, "ends of the program")] {
            if count > 0 {
                write!(f, ", {count} {what}")?;
            }
        }
        if self.writes > 0 {
            let unannounced = self.wrong.iter().filter(|what| what.contains("without an intent")).count();
            write!(f, ", {} writes checked ({unannounced} without a committed intent)", self.writes)?;
        }
        for (what, count) in &self.more {
            write!(f, ", {count} {what}")?;
        }
        if let Some(slowest) = self.restarts.last() {
            let middle = self.restarts[self.restarts.len() / 2];
            write!(f, ", starts in {} ms (p50) and {} ms (most)", middle.as_millis(), slowest.as_millis())?;
        }
        write!(f, "; {:.1} s", self.took.as_secs_f32())
    }
}
