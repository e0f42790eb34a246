//! The journal on disks that alter, lose and refuse, and with others at the door.
//! What runs in other processes is marked `ignored` here; each test below runs the ones it needs.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Barrier;
use std::thread;
use std::time::Duration;

use latchkey::domain::operation::{Event, OperationKind, Stage};
use latchkey::journal::{Journal, JournalError, OperationId, Step};
use tokio::runtime::Runtime;

use crate::journal::{Dump, Folder, apply, at, dump, fill, new, open, times};

type Files = Vec<(String, Vec<u8>)>;

/// One of the functions of `inner`, in a process of its own, with a limit for the files that it writes.
pub(crate) fn inner(name: &str, folder: &Path, limits: &str) -> Command {
    let module = module_path!().split_once("::").expect("a module of the suite").1;
    let mut command = Command::new("sh");
    command
        .args(["-c", &format!("ulimit -c 0; {limits} exec \"$@\""), "sh"])
        .arg(std::env::current_exe().expect("this test"))
        .args([
            "--ignored",
            "--exact",
            "--nocapture",
            "--test-threads=1",
            &format!("{module}::inner::{name}"),
        ])
        .env("FOLDER", folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command
}

/// Small numbers that only look like chance: the same ones every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % (end.max(1) as u64)) as usize
    }
}

/// Journals as they lie on a disk, all of the same content: after a good end, and after a crash.
struct Known {
    closed: Files,
    crashed: Files,
    /// The log and the main file of the same journal at an earlier time.
    older: Files,
    content: Dump,
}

async fn known() -> Known {
    let folder = Folder::new("known");
    let journal = open(folder.path()).await;
    fill(&journal, 8).await;
    let older = folder.files();
    fill(&journal, 9).await;
    let crashed = folder.files();
    let content = dump(&journal).await.expect("readable");
    drop(journal);
    Known { closed: folder.files(), crashed, older, content }
}

fn file<'a>(files: &'a mut Files, name: &str) -> Option<&'a mut Vec<u8>> {
    files.iter_mut().find(|(other, _)| other == name).map(|(_, bytes)| bytes)
}

/// Damages one of the files in one way.
fn damage(files: &mut Files, older: &Files, chance: &mut Chance) {
    let names =
        ["journal.sqlite3", "journal.sqlite3", "journal.sqlite3-wal", "journal.sqlite3-wal", "journal.lock"];
    let name = names[chance.below(5)];
    let way = chance.below(10);
    let Some(bytes) = file(files, name).filter(|bytes| !bytes.is_empty()) else {
        // Nothing to damage: something is put where nothing was.
        files.extend(older.iter().find(|(other, _)| other == name).cloned());
        return;
    };
    let place = chance.below(bytes.len());
    let page = (place / 4096 * 4096, (place / 4096 * 4096 + 4096).min(bytes.len()));
    match way {
        0 | 1 => bytes[place] ^= 1 << chance.below(8),
        2 => bytes[place] = chance.below(256) as u8,
        3 => bytes[page.0..page.1].iter_mut().for_each(|byte| *byte = chance.below(256) as u8),
        4 => bytes[page.0..page.1].fill(0),
        5 => bytes.truncate(place),
        6 => bytes.extend((0..chance.below(9000)).map(|_| chance.below(256) as u8)),
        7 => bytes.iter_mut().for_each(|byte| *byte = chance.below(256) as u8),
        8 => files.retain(|(other, _)| other != name),
        _ => {
            let old = older.iter().find(|(other, _)| other == name).expect("it had one then").1.clone();
            *bytes = old;
        }
    }
}

/// After any damage, the journal has all that it had; or it lies aside and the caller is told; or it is refused.
/// "All" counts whatever [`Journal::begin`] and the like returned for, also what only the log holds.
#[test]
fn damage_is_never_a_crash_and_never_a_silent_loss() {
    let runtime = Runtime::new().expect("a runtime");
    let known = runtime.block_on(known());
    let mut chance = Chance(0x1ee7_c0de_5eed_0001);
    let (mut same, mut aside, mut gone, mut refused) = (0, 0, 0, 0);
    let target = times(2_000);
    for number in 0..target {
        let mut files = if number % 2 == 0 { known.closed.clone() } else { known.crashed.clone() };
        damage(&mut files, &known.older, &mut chance);
        files.sort();
        let folder = Folder::new("damaged").with(&files);
        let opened = runtime.block_on(async {
            tokio::time::timeout(Duration::from_secs(60), Journal::open(folder.path()))
                .await
                .expect("no hang")
        });
        match opened {
            Ok(opened) if opened.put_aside.is_none() && !opened.gone => {
                let content = runtime.block_on(dump(&opened.journal)).expect("readable");
                assert!(content == known.content, "case {number}: something is missing, and nobody was told");
                same += 1;
            }
            Ok(opened) => {
                assert_eq!(runtime.block_on(dump(&opened.journal)).expect("readable"), []);
                if let Some(path) = opened.put_aside {
                    let was = file(&mut files, "journal.sqlite3").expect("it was there");
                    assert_eq!(&fs::read(path).expect("kept"), was, "put aside as it was found");
                    aside += 1;
                } else {
                    gone += 1;
                }
            }
            Err(error) => {
                assert_eq!(error, JournalError::Newer, "case {number}");
                assert_eq!(folder.files(), files, "what is refused stays as it is");
                refused += 1;
            }
        }
    }
    println!(
        "journal mutations: {target} files, {same} opened with the same data, {aside} put aside, {gone} reported \
         gone, {refused} refused, 0 crashes, 0 silent losses"
    );
    assert!(same + aside + gone + refused >= target && aside > target / 10 && same > target / 10 && gone > 0);
}

#[test]
fn an_earlier_damaged_journal_is_never_written_over() {
    let runtime = Runtime::new().expect("a runtime");
    let folder = Folder::new("earlier");
    for number in 1..4 {
        fs::write(folder.file(), format!("garbage {number}")).expect("written");
        let opened = runtime.block_on(Journal::open(folder.path())).expect("opened");
        let expected = folder.path().join(format!("journal.damaged-{number}.sqlite3"));
        assert_eq!(opened.put_aside.as_deref(), Some(expected.as_path()));
        drop(opened);
        fs::remove_file(folder.file()).expect("there");
        assert_eq!(fs::read(expected).expect("kept"), format!("garbage {number}").as_bytes());
    }
}

/// The file-size limit of the process stands in for the disk: each write beyond it fails.
#[test]
fn what_a_full_disk_refuses_is_never_taken_for_kept() {
    let runtime = Runtime::new().expect("a runtime");
    let known = runtime.block_on(known());
    let target = times(200);
    let (mut kept, mut failed) = (0, 0);
    for number in 0..target {
        let folder = Folder::new("full").with(&known.closed);
        // Evenly over all of them, however many there are.
        let limit = number * (200 / target.min(200)) % 200 * 4;
        let limits = format!("trap '' XFSZ; ulimit -f {limit};");
        let output = inner("writes_until_it_fails", folder.path(), &limits).output().expect("a process");
        let said = String::from_utf8(output.stdout).expect("text");
        assert!(output.status.success(), "{limit}: {said}");
        let journal = runtime.block_on(open(folder.path()));
        let now = runtime.block_on(dump(&journal)).expect("readable");
        assert!(now.ends_with(&known.content), "{limit}: what was there is still there");
        for line in said.lines().filter_map(|line| line.strip_prefix("kept ")) {
            let (id, steps) = line.split_once(' ').expect("two words");
            let id = OperationId::parse(id).expect("an operation");
            let found = runtime.block_on(journal.steps(&id)).expect("what was kept is there");
            assert!(found.len() >= steps.parse::<usize>().expect("a number"), "{limit}: {line}");
            kept += 1;
        }
        failed += usize::from(said.contains("failed "));
    }
    println!("journal on a full disk: {target} limits, {failed} with a failure, {kept} changes kept, 0 lost");
    assert!(failed >= target / 4 && kept >= target, "{failed} {kept}");
}

/// A real full disk, where the system lets a test mount one.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_called_by_its_name() {
    let folder = Folder::new("small");
    let mount = format!("mount -t tmpfs -o size=300k tmpfs {}", folder.path().display());
    let script = |rest: &str| {
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-root-user", "--mount", "sh", "-c", &format!("{mount} && {rest}")]);
        command
    };
    if !script("true").output().is_ok_and(|output| output.status.success()) {
        println!("journal on a small disk: not tried, for this system lets no test mount one");
        return;
    }
    let child = inner("writes_until_it_fails", folder.path(), "");
    let words: Vec<_> = child.get_args().skip(3).map(|word| word.to_string_lossy().into_owned()).collect();
    let run = |rest: &str| {
        let output = script(&rest.replace("RUN", &words.join(" "))).env("FOLDER", folder.path()).output();
        String::from_utf8(output.expect("a process").stdout).expect("text")
    };
    assert!(run("RUN").contains("failed Full"), "{}", run("RUN"));
    assert!(
        run(&format!("mount -o remount,ro {} && RUN", folder.path().display())).contains("failed ReadOnly")
    );
}

#[test]
fn of_all_that_race_for_the_journal_one_wins() {
    let runtime = Runtime::new().expect("a runtime");
    let folder = Folder::new("race");
    drop(runtime.block_on(open(folder.path())));
    let target = times(480);
    for number in 0..target {
        let racers = 2 + number % 7;
        let start = Barrier::new(racers);
        let outcomes: Vec<_> = thread::scope(|scope| {
            let run = || {
                let (runtime, folder) = (runtime.handle(), folder.path());
                start.wait();
                runtime.block_on(Journal::open(folder)).map(|opened| opened.journal)
            };
            let racing: Vec<_> = (0..racers).map(|_| scope.spawn(run)).collect();
            racing.into_iter().map(|racer| racer.join().expect("no panic")).collect()
        });
        let (won, lost): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(Result::is_ok);
        assert_eq!(won.len(), 1, "race {number}");
        assert!(lost.iter().all(|lost| matches!(lost, Err(JournalError::InUse))));
    }
    let processes = times(20);
    for number in 0..processes {
        let racers = (0..2 + number % 3).map(|_| {
            let mut racer = inner("holds_it", folder.path(), "");
            racer.stdin(Stdio::piped()).spawn().expect("a process")
        });
        let mut racers: Vec<Child> = racers.collect();
        let said: Vec<String> = racers.iter_mut().map(first_word).collect();
        assert_eq!(said.iter().filter(|word| *word == "won").count(), 1, "{said:?}");
        assert!(said.iter().all(|word| word == "won" || word == "InUse"), "{said:?}");
        for mut racer in racers {
            // The winner is killed: its lock must go with it.
            racer.kill().expect("killed");
            racer.wait().expect("ended");
        }
    }
    println!("journal races: {} races, 0 double writers", target + processes);
}

fn first_word(child: &mut Child) -> String {
    let mut output = BufReader::new(child.stdout.take().expect("its output"));
    let mut line = String::new();
    while output.read_line(&mut line).expect("a line") > 0 {
        if let Some((_, word)) = line.split_once("opened: ") {
            let word = word.trim().to_owned();
            child.stdout = Some(output.into_inner());
            return word;
        }
        line.clear();
    }
    panic!("it said nothing");
}

mod inner {
    use super::*;

    fn folder() -> std::path::PathBuf {
        std::env::var_os("FOLDER").expect("run by another test").into()
    }

    fn failed(error: JournalError) {
        // Whatever is written to a file would fail as well: the output is a pipe.
        println!("\nfailed {error:?}");
    }

    #[tokio::test]
    #[ignore = "run by another test, in a process of its own"]
    async fn writes_until_it_fails() {
        let journal = match Journal::open(&folder()).await {
            Ok(opened) => opened.journal,
            Err(error) => return failed(error),
        };
        for second in 0..40 {
            let new = new(OperationKind::Create, second);
            let begun = journal.begin(&new).await;
            if let Err(error) = begun {
                return failed(error);
            }
            println!("\nkept {} 0", new.id);
            for (number, event) in
                [Event::SecretOutstanding, Event::Secured, Event::Placed].iter().enumerate()
            {
                match apply(&journal, &new.id, &Step::new(*event, at(second))).await {
                    Ok(stage) => {
                        assert_ne!(stage, Stage::Sent);
                        println!("\nkept {} {}", new.id, number + 1);
                    }
                    Err(error) => return failed(error),
                }
                // A wiped secret empties the log, and a limit would never be met.
                if second > 0 && number == 1 {
                    break;
                }
            }
        }
    }

    #[tokio::test]
    #[ignore = "run by another test, in a process of its own"]
    async fn holds_it() {
        let opened = Journal::open(&folder()).await;
        let word = match &opened {
            Ok(_) => "won".to_owned(),
            Err(error) => format!("{error:?}"),
        };
        println!("\nopened: {word}");
        std::io::stdout().flush().expect("said");
        std::io::stdin().lines().count();
    }

    #[tokio::test]
    #[ignore = "run by another test, in a process of its own"]
    async fn opens() {
        match Journal::open(&folder()).await {
            Ok(_) => println!("\nopened"),
            Err(error) => failed(error),
        }
    }
}
