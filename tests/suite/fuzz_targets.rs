//! The fuzz targets in short: every seed of `fuzz/corpus` and mutations of it, without libFuzzer.
//! It must never depend on chance: a number gives the same bytes on every machine.

#[path = "../../fuzz/src/targets/mod.rs"]
mod targets;

use std::collections::BTreeSet;
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::time::Instant;

use targets::TARGETS;

/// Mutations of each target, in full.
const MUTATIONS: u64 = 20_000;
/// Longest input, in bytes.
const MOST: usize = 4096;
/// What readers look at, and what writers of parsers forget.
const TELLING: [&str; 40] = [
    "\0",
    "\r\n",
    "\r\n\r\n",
    " ",
    "\t",
    "\u{a0}",
    "\u{200b}",
    "\u{202e}",
    "\u{feff}",
    "é",
    "а",
    "。",
    "İ",
    "\"",
    "'",
    "\\",
    "/",
    "//",
    ":",
    "@",
    "#",
    "?",
    "%00",
    "%2e",
    "&",
    "=",
    ",",
    "{",
    "}",
    "[",
    "]",
    "null",
    "\\ud800",
    "-1",
    "0.",
    "1e99",
    "999999999999",
    "4294967296",
    "Host: ",
    "{state}",
];

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus")
}

/// The seeds of a target, always in the same order.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let entries =
        fs::read_dir(corpus().join(target)).unwrap_or_else(|why| panic!("seeds of {target}: {why}"));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a seed").path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).expect("a seed")).collect()
}

/// SplitMix64: small, and the same for ever.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end.max(1) as u64) as usize
    }
}

/// A seed with up to six changes.
fn mutation(seeds: &[Vec<u8>], number: u64) -> Vec<u8> {
    let mut dice = Dice(number);
    let mut input = seeds[dice.below(seeds.len())].clone();
    for _ in 0..=dice.below(6) {
        let at = dice.below(input.len() + 1);
        let end = at + dice.below(input.len() - at + 1).min(1 + dice.below(16));
        match dice.below(6) {
            0 => {
                if let Some(byte) = input.get_mut(at) {
                    *byte ^= 1 << dice.below(8);
                }
            }
            1 => input.insert(at, dice.below(256) as u8),
            2 => drop(input.drain(at..end)),
            3 => {
                let part = input[at..end].repeat(1 + dice.below(4));
                input.splice(at..at, part).for_each(drop);
            }
            4 => {
                let word = TELLING[dice.below(TELLING.len())];
                input.splice(at..end, word.bytes()).for_each(drop);
            }
            _ => {
                let other = &seeds[dice.below(seeds.len())];
                let from = dice.below(other.len() + 1);
                input.splice(at.., other[from..].iter().copied()).for_each(drop);
            }
        }
    }
    input.truncate(MOST);
    input
}

/// The first input that breaks something, and where it came from.
fn first_break(
    breaks: impl Fn(&[u8]) -> bool,
    seeds: &[Vec<u8>],
    mutations: u64,
) -> Option<(String, Vec<u8>)> {
    let own = seeds.iter().map(|seed| ("a seed".to_owned(), seed.clone()));
    let made = (0..mutations).map(|number| (format!("mutation {number}"), mutation(seeds, number)));
    own.chain(made).find(|(_, input)| breaks(input))
}

#[test]
fn no_target_breaks() {
    let mutations = crate::faults::seeds::scaled(MUTATIONS);
    let mut broken = Vec::new();
    for (name, target) in TARGETS {
        let (seeds, begun) = (seeds(name), Instant::now());
        let breaks = |input: &[u8]| catch_unwind(|| target(input)).is_err();
        if let Some((origin, input)) = first_break(breaks, &seeds, mutations) {
            broken.push(format!("{name}, {origin}: \"{}\"", input.escape_ascii()));
            continue;
        }
        let (count, seconds) = (seeds.len(), begun.elapsed().as_secs_f32());
        println!("fuzz {name}: {count} seeds, {mutations} mutations, 0 crashes, {seconds:.1} s");
    }
    assert!(broken.is_empty(), "broken:\n{}", broken.join("\n"));
}

#[test]
fn every_target_has_seeds() {
    let entries = fs::read_dir(corpus()).expect("seeds").flatten();
    let folders: BTreeSet<String> = entries
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().expect("a name"))
        .collect();
    assert_eq!(folders, TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect());
    for (name, _) in TARGETS {
        assert!(seeds(name).len() >= 8, "{name} has few seeds");
    }
}

/// The search itself: it comes upon what it should, and by the same number each time.
#[test]
fn a_break_is_found_again() {
    let weak = |input: &[u8]| input.windows(3).any(|three| three == b"]ab");
    let found = first_break(weak, &seeds("client_list"), 0);
    assert_eq!(found, None, "no seed breaks it");
    let start = [b"ab[x]".to_vec(), b"yab]".to_vec()];
    let found = first_break(weak, &start, MUTATIONS);
    assert!(found.is_some() && found == first_break(weak, &start, MUTATIONS));
    let inputs: BTreeSet<_> = (0..1000).map(|number| mutation(&start, number)).collect();
    assert!(inputs.len() > 500, "{} different inputs of 1,000", inputs.len());
}
