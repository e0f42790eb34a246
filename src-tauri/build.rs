//! Builds the user interface when it is stale, then lets Tauri prepare its files. Does nothing without `desktop`,
//! and must never write where it looks for changes, which would make every build a new one.
use std::process::ExitCode;

fn main() -> ExitCode {
    #[cfg(feature = "desktop")]
    if let Err(why) = desktop::prepare() {
        eprintln!("{why}");
        return ExitCode::FAILURE;
    }
    #[cfg(not(feature = "desktop"))]
    println!("cargo:rerun-if-changed=src-tauri/build.rs");
    ExitCode::SUCCESS
}

#[cfg(feature = "desktop")]
mod desktop {
    use std::fs;
    use std::io;
    use std::path::Path;
    use std::process::Command;
    use std::time::{Duration, SystemTime};

    /// From the root of the repository, which is where a build script starts.
    const INPUTS: [&str; 9] = [
        "ui/package.json",
        "ui/package-lock.json",
        "ui/index.html",
        "ui/tsconfig.json",
        "ui/vite.config.ts",
        "ui/lingui.config.js",
        "ui/scripts",
        "ui/public",
        "ui/src",
    ];
    const PAGE: &str = "ui/dist/index.html";
    const STAMP: &str = "ui/dist/.stamp";
    const SKIP: &str = "LATCHKEY_SKIP_UI";

    pub(super) fn prepare() -> Result<(), String> {
        build_ui()?;
        println!("cargo:rerun-if-changed=src-tauri/capabilities");
        let attributes =
            tauri_build::Attributes::new().capabilities_path_pattern("src-tauri/capabilities/**/*");
        tauri_build::try_build(attributes).map_err(|why| format!("{why:#}"))
    }

    fn build_ui() -> Result<(), String> {
        watch();
        // The environment of a build script is its only argument.
        #[allow(clippy::disallowed_methods)]
        let skip = std::env::var_os(SKIP).is_some_and(|value| value == "1");
        if skip || !Path::new("ui/package.json").exists() {
            if !Path::new(PAGE).exists() {
                stand_in().map_err(|why| format!("cannot write {PAGE}: {why}"))?;
            }
        } else if stale() {
            if newest(Path::new("ui/node_modules/.package-lock.json"))
                < newest(Path::new("ui/package-lock.json"))
            {
                npm(&["ci", "--no-audit", "--no-fund"])?;
            }
            npm(&["run", "build"])?;
        }
        dated_2000(STAMP, "").map_err(|why| format!("cannot write {STAMP}: {why}"))
    }

    /// Besides its inputs a stamp inside `ui/dist` is watched: a new page sweeps it away, so that a page removed or
    /// built by hand is noticed. Paths that do not exist count as changed for ever, so only the first may be absent.
    fn watch() {
        println!("cargo:rerun-if-env-changed={SKIP}");
        println!("cargo:rerun-if-changed={STAMP}");
        println!("cargo:rerun-if-changed={}", INPUTS[0]);
        for input in INPUTS.iter().filter(|input| Path::new(input).exists()) {
            println!("cargo:rerun-if-changed={input}");
        }
    }

    fn stale() -> bool {
        let page = newest(Path::new(PAGE));
        INPUTS.iter().any(|input| newest(Path::new(input)) > page)
    }

    /// The newest date at or under a path; long ago if nothing is there.
    fn newest(path: &Path) -> SystemTime {
        let Ok(meta) = path.metadata() else {
            return SystemTime::UNIX_EPOCH;
        };
        let own = meta.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        let inside = path.read_dir().into_iter().flatten().flatten();
        inside.map(|entry| newest(&entry.path())).fold(own, SystemTime::max)
    }

    /// Older than every input, so that the real page takes its place as soon as it may be built.
    fn stand_in() -> io::Result<()> {
        fs::create_dir_all("ui/dist")?;
        dated_2000(
            PAGE,
            "<!doctype html><title>Latchkey</title><h1>Latchkey</h1><p>Built without its user interface.</p>\n",
        )
    }

    fn dated_2000(path: &str, text: &str) -> io::Result<()> {
        fs::write(path, text)?;
        let year_2000 = SystemTime::UNIX_EPOCH + Duration::from_secs(946_684_800);
        fs::File::options().write(true).open(path)?.set_modified(year_2000)
    }

    fn npm(args: &[&str]) -> Result<(), String> {
        let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
        let mut npm = Command::new(program);
        // Standard output is where Cargo reads what the script has to say.
        let status = npm.args(args).current_dir("ui").stdout(io::stderr()).status().map_err(|why| {
            format!("cannot run `{program}` ({why}): install Node.js 20.19 or newer, or set {SKIP}=1 to build without the user interface")
        })?;
        if status.success() { Ok(()) } else { Err(format!("`npm {}` failed in ui/", args.join(" "))) }
    }
}
