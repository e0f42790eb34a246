//! Node.js and the packages it brings: checked, and installed where the lock file is newer than what is there.
use crate::run::{command, output, root, run};
use std::process::Command;

const OLDEST: (u32, u32) = (20, 19);
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// A Node.js that is new enough, with npm.
pub(crate) fn prepare() -> Result<(), String> {
    let (major, minor) = OLDEST;
    let get = format!("install Node.js {major}.{minor} or newer, for example from https://nodejs.org");
    let found = output("node", &["--version"]).ok_or(format!("Node.js is missing: {get}"))?;
    if version(&found).is_none_or(|version| version < OLDEST) {
        return Err(format!("Node.js {} is too old: {get}", found.trim()));
    }
    output(NPM, &["--version"]).map(drop).ok_or(format!("npm is missing, which comes with Node.js: {get}"))
}

/// `npm ci` in a folder of the repository that has a lock file, unless it was done since that changed.
pub(crate) fn install(folder: &str) -> Result<(), String> {
    let folder_path = root().join(folder);
    let dated = |path: &str| folder_path.join(path).metadata().and_then(|meta| meta.modified());
    let Ok(lock) = dated("package-lock.json") else { return Ok(()) };
    if dated("node_modules/.package-lock.json").is_ok_and(|installed| installed >= lock) {
        return Ok(());
    }
    eprintln!("Installing npm packages in {folder}/");
    run(npm(folder).args(["ci", "--no-audit", "--no-fund"]).stdout(std::io::stderr()))
}

/// npm, in a folder of the repository.
pub(crate) fn npm(folder: &str) -> Command {
    let mut npm = command(NPM);
    npm.current_dir(root().join(folder));
    npm
}

/// `v20.19.1` and its like.
fn version(said: &str) -> Option<(u32, u32)> {
    let mut parts = said.trim().strip_prefix('v')?.split('.').map(str::parse);
    Some((parts.next()?.ok()?, parts.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::{OLDEST, version};

    #[test]
    fn versions_compare_as_numbers() {
        assert_eq!(version("v20.19.0\n"), Some((20, 19)));
        assert!(version("v20.9.0").is_some_and(|old| old < OLDEST));
        assert!(version("v18.20.4").is_some_and(|old| old < OLDEST));
        assert!(version("v22.1.0").is_some_and(|new| new >= OLDEST));
        assert_eq!(version("command not found"), None);
    }
}
