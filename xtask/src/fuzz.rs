//! `cargo xtask fuzz`: every reader of foreign bytes under libFuzzer, guided by the branches that an input takes.
//! It must never touch the seeds: what a run finds new stays in the build folder, what breaks in `fuzz/artifacts`.
use crate::run::{cargo, command, output, root, run};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// Marks every branch and comparison for libFuzzer. What needs a nightly compiler, such as AddressSanitizer, is left
/// out.
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing";
/// Largest input, in bytes: beyond, nothing new happens, only more slowly.
const MOST: &str = "-max_len=4096";
/// How long one input may take, in seconds.
const LONGEST: &str = "-timeout=1";

pub(crate) fn fuzz(runs: u64, wanted: &[String]) -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        return Err(
            "fuzzing works on Linux alone; the test suite has a shorter run that works here".to_owned()
        );
    }
    let known = targets()?;
    if let Some(stranger) = wanted.iter().find(|name| !known.contains(name)) {
        return Err(format!("there is no fuzz target `{stranger}`, only {}", known.join(", ")));
    }
    let program = build()?;
    let chosen = if wanted.is_empty() { &known } else { wanted };
    let mut broken = 0;
    for target in chosen {
        broken += usize::from(!clean(&program, target, runs)?);
    }
    if broken == 0 { Ok(()) } else { Err(format!("{broken} of {} fuzz targets broke", chosen.len())) }
}

/// The names of the targets: each has a folder of seeds.
fn targets() -> Result<Vec<String>, String> {
    let folder = root().join("fuzz/corpus");
    let entries = fs::read_dir(&folder).map_err(|why| format!("cannot read {}: {why}", folder.display()))?;
    let folders = entries.flatten().filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> =
        folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

/// A build folder of its own: the flags would make every other build start again.
fn folder() -> PathBuf {
    root().join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into())).join("fuzz")
}

fn build() -> Result<PathBuf, String> {
    let host = output("rustc", &["--print", "host-tuple"]).ok_or("rustc does not say what it builds for")?;
    let host = host.trim();
    // Named, so that build scripts and macros are built without the flags: they have no libFuzzer in them.
    let mut build = cargo();
    build.args(["build", "--release", "--locked", "--manifest-path", "fuzz/Cargo.toml", "--target", host]);
    build.arg("--target-dir").arg(folder());
    run(build.env("RUSTFLAGS", FLAGS).env_remove("CARGO_ENCODED_RUSTFLAGS"))?;
    Ok(folder().join(host).join("release/latchkey-fuzz"))
}

/// Runs one target and says how it went; whether nothing broke.
fn clean(program: &Path, target: &str, runs: u64) -> Result<bool, String> {
    let (begun, mut executions) = (Instant::now(), 0);
    let end = loop {
        let end = once(program, target, runs - executions)?;
        executions += end.executions;
        match &end.input {
            // The second of an input passes while other programs have the processor, too.
            Some(input) if end.hangs() && executions < runs && alone(program, target, input)? => {
                fs::remove_file(root().join(input)).map_err(|why| format!("cannot remove {input}: {why}"))?;
            }
            _ => break end,
        }
    };
    let seconds = begun.elapsed().as_secs_f64();
    println!("fuzz {target}: {}, {:.0}/s", end.verdict(executions), executions as f64 / seconds);
    if let Some(input) = &end.input {
        println!("  {}", end.why);
        println!("  again: LATCHKEY_FUZZ={target} {} {input}", program.display());
    }
    Ok(end.input.is_none())
}

/// The fuzzer for a target, with its limit for each input.
fn fuzzer(program: &Path, target: &str) -> Command {
    let mut fuzzer = command(&program.to_string_lossy());
    fuzzer.env("LATCHKEY_FUZZ", target).arg(LONGEST);
    fuzzer
}

/// One run, which the first input that breaks the target ends.
fn once(program: &Path, target: &str, runs: u64) -> Result<End, String> {
    let found = folder().join("corpus").join(target);
    let broken = format!("fuzz/artifacts/{target}/");
    for folder in [&found, &root().join(&broken)] {
        fs::create_dir_all(folder).map_err(|why| format!("cannot make {}: {why}", folder.display()))?;
    }
    let mut fuzzer = fuzzer(program, target);
    fuzzer.args([
        MOST,
        "-print_final_stats=1",
        &format!("-runs={runs}"),
        &format!("-artifact_prefix={broken}"),
    ]);
    fuzzer.arg(found).arg(format!("fuzz/corpus/{target}"));
    let done = fuzzer.output().map_err(|why| format!("cannot run {}: {why}", program.display()))?;
    let said = String::from_utf8_lossy(&done.stderr);
    let end = End::of(&said).filter(|end| end.input.is_some() || done.status.success());
    end.ok_or_else(|| format!("{target} ended oddly:\n{said}"))
}

/// Whether a target takes an input that is all it has to do.
fn alone(program: &Path, target: &str, input: &str) -> Result<bool, String> {
    let done = fuzzer(program, target).args(["-artifact_prefix=fuzz/artifacts/again-", input]).output();
    Ok(done.map_err(|why| format!("cannot run {}: {why}", program.display()))?.status.success())
}

/// How a run ended, as libFuzzer says it.
struct End {
    executions: u64,
    /// The file with the input that broke it.
    input: Option<String>,
    /// Where it broke, and the first line of why.
    why: String,
}

impl End {
    fn of(said: &str) -> Option<End> {
        let after = |mark: &str| said.lines().find_map(|line| Some(line.split_once(mark)?.1.trim()));
        let why = said.split_once("panicked at ").map_or("", |(_, rest)| rest);
        Some(End {
            executions: after("stat::number_of_executed_units:")?.parse().ok()?,
            input: after("Test unit written to ").map(str::to_owned),
            why: why.lines().take(2).collect::<Vec<_>>().join(" "),
        })
    }

    fn hangs(&self) -> bool {
        self.input.as_ref().is_some_and(|input| input.contains("/timeout-"))
    }

    fn verdict(&self, executions: u64) -> String {
        let hangs = usize::from(self.hangs());
        let crashes = usize::from(self.input.is_some()) - hangs;
        format!("{executions} executions, {crashes} crashes, {hangs} hangs")
    }
}

#[cfg(test)]
mod tests {
    use super::{End, targets};

    #[test]
    fn a_run_that_breaks_names_its_input() {
        let said = "thread 'x' panicked at src/a.rs:1:2:\nnot so\nnote: more\nDone\n\
            artifact_prefix='fuzz/artifacts/a/'; Test unit written to fuzz/artifacts/a/crash-12\n\
            stat::number_of_executed_units: 1234\nstat::average_exec_per_sec: 99\n";
        let end = End::of(said).expect("an end");
        assert_eq!(end.verdict(1234), "1234 executions, 1 crashes, 0 hangs");
        assert_eq!(end.executions, 1234);
        assert_eq!(
            (end.input.as_deref(), end.why.as_str()),
            (Some("fuzz/artifacts/a/crash-12"), "src/a.rs:1:2: not so")
        );
        let slow = said.replace("/crash-", "/timeout-");
        assert_eq!(End::of(&slow).expect("an end").verdict(2000), "2000 executions, 0 crashes, 1 hangs");
        let well = End::of("stat::number_of_executed_units: 7\n").expect("an end");
        assert_eq!((well.verdict(7).as_str(), well.input), ("7 executions, 0 crashes, 0 hangs", None));
        assert!(End::of("no such target").is_none());
    }

    #[test]
    fn targets_have_seeds() {
        assert!(targets().is_ok_and(|names| names.contains(&"redirect_uri".to_owned())));
    }
}
