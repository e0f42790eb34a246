//! Which system packages are needed, by the name each family of distributions gives them, and which are missing.

/// What the machine will be asked to do.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Purpose {
    Build,
    /// Building, then opening windows on a display of our own.
    Window,
    /// All of that, the interface's tests in a browser, the keychain's in a keyring of their own, the network's behind
    /// a proxy of their own, and files for receivers read by their programs. `strace` kills at a chosen system call.
    Test,
}

const DEBIAN_BUILD: [&str; 5] =
    ["build-essential", "pkg-config", "libgtk-3-dev", "libwebkit2gtk-4.1-dev", "librsvg2-dev"];
const DEBIAN_WINDOW: [&str; 5] = ["webkit2gtk-driver", "xvfb", "xauth", "dbus", "fonts-dejavu-core"];

/// Debian, Ubuntu and what descends from them. Ubuntu's `chromium` is a stand-in for a snap, which most containers
/// cannot run, so a browser that is already there counts.
pub(crate) fn debian(purpose: Purpose, has_browser: bool) -> Vec<&'static str> {
    let mut packages = DEBIAN_BUILD.to_vec();
    if purpose != Purpose::Build {
        packages.extend(DEBIAN_WINDOW);
    }
    if purpose == Purpose::Test {
        packages.extend(["gnome-keyring", "squid", "age", "python3-dotenv", "strace"]);
        if !has_browser {
            packages.push("chromium");
        }
    }
    packages
}

/// The packages of `wanted` that `dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n'` does not list as installed.
pub(crate) fn missing<'a>(wanted: &[&'a str], listing: &str) -> Vec<&'a str> {
    let installed = |package: &str| {
        listing.lines().any(|line| {
            let mut words = line.split_whitespace();
            // What is wanted of it, then what it is: `ii`, or `hi` where it is held.
            words.next().is_some_and(|state| state.ends_with('i') && state.len() == 2)
                && words.next() == Some(package)
        })
    };
    wanted.iter().copied().filter(|package| !installed(package)).collect()
}

/// The command for a distribution that is told what to do rather than served, by the words of `/etc/os-release`.
pub(crate) fn advice(os_release: &str) -> Option<&'static str> {
    let value = |key: &str| {
        os_release
            .lines()
            .find_map(|line| line.strip_prefix(key))
            .unwrap_or_default()
            .trim_matches('"')
            .to_owned()
    };
    let family = format!("{} {}", value("ID="), value("ID_LIKE="));
    let is = |name: &str| family.split_whitespace().any(|word| word == name);
    if is("fedora") {
        Some(
            "sudo dnf install gcc gcc-c++ make pkgconf-pkg-config gtk3-devel webkit2gtk4.1-devel librsvg2-devel \\\n    xorg-x11-server-Xvfb xorg-x11-xauth dbus-daemon dejavu-sans-fonts gnome-keyring squid age python3-dotenv strace chromium",
        )
    } else if is("arch") {
        Some(
            "sudo pacman -S --needed base-devel pkgconf gtk3 webkit2gtk-4.1 librsvg \\\n    xorg-server-xvfb xorg-xauth dbus ttf-dejavu gnome-keyring squid age python-dotenv strace chromium",
        )
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Purpose, advice, debian, missing};

    #[test]
    fn more_is_needed_to_test_than_to_build() {
        assert!(!debian(Purpose::Build, false).contains(&"xvfb"));
        assert!(debian(Purpose::Window, false).contains(&"xvfb"));
        assert!(!debian(Purpose::Window, false).contains(&"chromium"));
        assert!(debian(Purpose::Test, false).contains(&"chromium"));
        assert!(!debian(Purpose::Test, true).contains(&"chromium"));
        assert!(!debian(Purpose::Window, true).contains(&"gnome-keyring"));
        assert!(debian(Purpose::Test, true).contains(&"gnome-keyring"));
        assert!(!debian(Purpose::Window, true).contains(&"squid"));
        assert!(debian(Purpose::Test, true).contains(&"squid"));
        assert!(!debian(Purpose::Window, true).contains(&"age"));
        assert!(debian(Purpose::Test, true).contains(&"python3-dotenv"));
    }

    #[test]
    fn removed_and_half_installed_packages_are_missing() {
        let listing = "ii  xvfb\nrc  xauth\niU  dbus\nii  xvfb-extras\n";
        assert_eq!(missing(&["xvfb", "xauth", "dbus", "chromium"], listing), ["xauth", "dbus", "chromium"]);
        assert_eq!(missing(&["xvfb"], "hi  xvfb\n"), Vec::<&str>::new());
        assert_eq!(missing(&["xvfb"], ""), ["xvfb"]);
    }

    #[test]
    fn advice_goes_by_family() {
        assert!(advice("NAME=Fedora\nID=fedora\n").is_some_and(|line| line.contains("dnf")));
        assert!(
            advice("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n").is_some_and(|line| line.contains("dnf"))
        );
        assert!(advice("ID=endeavouros\nID_LIKE=arch\n").is_some_and(|line| line.contains("pacman")));
        assert_eq!(advice("ID=nixos\n"), None);
    }
}
