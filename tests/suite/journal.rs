//! The journal over real files: what is on the disk when a call returns, which steps are taken, what is found again.
//! Nothing here may depend on the order of the tests, nor leave a file behind.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use jiff::Timestamp;
use latchkey::domain::operation::{Event, OperationKind, Stage};
use latchkey::journal::{
    Actor, HistoryQuery, Journal, JournalError, NewOperation, Operation, OperationId, OrgRef, SealedSecret,
    Step, StepRecord,
};
use proptest::prelude::Strategy;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use tokio::runtime::Runtime;

/// A folder of its own, in memory where the system offers that.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Folder {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let memory = Path::new("/dev/shm");
        let base = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
        let number = NUMBER.fetch_add(1, Ordering::SeqCst);
        let folder = base.join(format!("latchkey-journal-{}-{number}-{name}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        Folder(folder)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.0.join("journal.sqlite3")
    }

    /// Every file in it with its bytes, but for the one that SQLite may rebuild at any time.
    pub(crate) fn files(&self) -> Vec<(String, Vec<u8>)> {
        let mut files: Vec<_> = fs::read_dir(&self.0)
            .expect("a folder")
            .flatten()
            .map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path()))
            .filter(|(name, _)| !name.ends_with("-shm"))
            .map(|(name, path)| (name, fs::read(path).expect("a file")))
            .collect();
        files.sort();
        files
    }

    /// Puts files into it.
    pub(crate) fn with(self, files: &[(String, Vec<u8>)]) -> Folder {
        files.iter().for_each(|(name, bytes)| fs::write(self.0.join(name), bytes).expect("a file"));
        self
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

/// How many of a full count this run has to do.
pub(crate) fn times(count: usize) -> usize {
    usize::try_from(crate::faults::seeds::scaled(count as u64)).expect("a count")
}

pub(crate) fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + second).expect("a time")
}

pub(crate) async fn open(folder: &Path) -> Journal {
    let opened = Journal::open(folder).await.expect("opened");
    assert!(opened.put_aside.is_none() && !opened.gone, "{:?}", opened.put_aside);
    opened.journal
}

pub(crate) fn new(kind: OperationKind, second: i64) -> NewOperation {
    NewOperation {
        id: OperationId::new().expect("by chance"),
        kind,
        org: OrgRef { profile_id: "profile".into(), org_id: "org-1".into(), org_name: "Größe GmbH".into() },
        actor: Actor { user_name: Some("Ada".into()), oauth_client_id: None },
        client_id: (kind != OperationKind::Create).then(|| format!("client-{second}")),
        client_name: format!("Übergabe {second}"),
        intent: serde_json::json!({ "name": format!("Übergabe {second}"), "roles": [1, 2.5, null] }),
        at: at(second),
    }
}

pub(crate) fn sealed(byte: u8) -> SealedSecret {
    SealedSecret { bytes: vec![byte; 80], key_id: "0123456789abcdef".into() }
}

pub(crate) async fn apply(journal: &Journal, id: &OperationId, step: &Step) -> Result<Stage, JournalError> {
    match step.event {
        Event::Secured => journal.secure(id, step, &sealed(7)).await,
        Event::Placed => journal.place(id, step, "the safe").await,
        _ => journal.advance(id, step).await,
    }
}

/// Everything that the journal tells.
pub(crate) type Dump = Vec<(Operation, Vec<StepRecord>, Option<SealedSecret>, Vec<(i64, Vec<String>)>)>;

pub(crate) async fn dump(journal: &Journal) -> Result<Dump, JournalError> {
    let mut dump = Vec::new();
    let all = journal.history(&HistoryQuery { limit: u32::MAX, ..HistoryQuery::default() }).await?;
    assert_eq!(all.total as usize, all.operations.len());
    for operation in all.operations {
        let id = operation.id.clone();
        let looks = journal.looks(&id).await?.into_iter().map(|look| (look.at, look.candidates)).collect();
        dump.push((operation, journal.steps(&id).await?, journal.sealed(&id).await?, looks));
    }
    Ok(dump)
}

/// A journal with something of everything.
pub(crate) async fn fill(journal: &Journal, operations: i64) {
    for second in 0..operations {
        let kind = OperationKind::ALL[second as usize % 6];
        let new = new(kind, second);
        journal.begin(&new).await.expect("begun");
        let step = |event| Step::new(event, at(second + 100)).client(format!("client-{second}"));
        let step =
            |event| step(event).answer(200, Some("code".into())).correlation(Some(format!("c-{second}")));
        if kind.gives_secret() {
            apply(journal, &new.id, &step(Event::Secured)).await.expect("secured");
            if second % 4 == 0 {
                apply(journal, &new.id, &step(Event::Placed)).await.expect("placed");
            }
        } else if second % 3 == 2 {
            apply(journal, &new.id, &step(Event::AnswerLost)).await.expect("lost");
            journal.add_look(&new.id, second, &["candidate".into()]).await.expect("looked");
        }
    }
}

#[tokio::test]
async fn an_intent_is_on_the_disk_when_begin_returns() {
    let folder = Folder::new("intent");
    let journal = open(folder.path()).await;
    let new = new(OperationKind::Create, 1);
    journal.begin(&new).await.expect("begun");
    // Another connection sees it, and so does whoever finds the files as a crash now would leave them.
    let read = |file: &Path| -> (String, String) {
        let plain = rusqlite::Connection::open(file).expect("opened");
        plain
            .query_row("SELECT id, stage FROM operation", [], |row| Ok((row.get(0)?, row.get(1)?)))
            .expect("a row")
    };
    assert_eq!(read(&folder.file()), (new.id.to_string(), "sent".into()));
    let crashed = Folder::new("crashed").with(&folder.files());
    assert_eq!(read(&crashed.file()), (new.id.to_string(), "sent".into()));
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_else_can_read_any_of_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new("modes");
    let inside = folder.path().join("a/b");
    let journal = open(&inside).await;
    fill(&journal, 6).await;
    let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!(mode(&inside), 0o700);
    let files: Vec<PathBuf> = fs::read_dir(&inside).expect("it").flatten().map(|file| file.path()).collect();
    assert_eq!(files.len(), 4, "journal, log, index and lock: {files:?}");
    assert!(files.iter().all(|file| mode(file) == 0o600));
}

/// The events that bring an operation of a kind to a stage.
fn way(kind: OperationKind, to: Stage) -> Option<Vec<Event>> {
    let mut ways = vec![(Stage::Sent, Vec::new())];
    let mut seen = vec![Stage::Sent];
    while let Some((stage, events)) = ways.pop() {
        if stage == to {
            return Some(events);
        }
        for event in Event::ALL {
            if let Some(next) = stage.after(event, kind).filter(|next| !seen.contains(next)) {
                seen.push(next);
                ways.push((next, [events.as_slice(), &[event]].concat()));
            }
        }
    }
    None
}

#[tokio::test]
async fn every_step_at_every_stage_is_taken_or_refused_as_the_rules_say() {
    let folder = Folder::new("stages");
    let journal = open(folder.path()).await;
    let (mut taken, mut refused, mut unreachable) = (0, 0, 0);
    for (kind, stage) in OperationKind::ALL.into_iter().flat_map(|kind| Stage::ALL.map(|stage| (kind, stage)))
    {
        let Some(events) = way(kind, stage) else {
            unreachable += 1;
            continue;
        };
        let reach = async || {
            let new = new(kind, 5);
            journal.begin(&new).await.expect("begun");
            for event in &events {
                apply(&journal, &new.id, &Step::new(*event, at(6))).await.expect("a legal way");
            }
            new.id
        };
        let state = async |id: &OperationId| {
            let (operation, steps) = (journal.operation(id).await, journal.steps(id).await);
            (operation.expect("it"), steps.expect("them"), journal.sealed(id).await.expect("read"))
        };
        let unmoved = reach().await;
        let before = state(&unmoved).await;
        for event in Event::ALL {
            let step = Step::new(event, at(7));
            match stage.after(event, kind) {
                None => {
                    assert_eq!(apply(&journal, &unmoved, &step).await, Err(JournalError::NotAllowed));
                    refused += 1;
                }
                Some(next) => {
                    let id = reach().await;
                    assert_eq!(apply(&journal, &id, &step).await, Ok(next));
                    assert_eq!(journal.operation(&id).await.expect("it").stage, next);
                    taken += 1;
                }
            }
        }
        assert_eq!(state(&unmoved).await, before, "a refused step changes nothing");
    }
    println!(
        "journal steps: {taken} taken, {refused} refused, {unreachable} stages not reachable for a kind"
    );
    assert!(taken >= 80 && refused >= 300, "{taken} {refused}");
    let id = OperationId::new().expect("by chance");
    let step = Step::new(Event::AnswerLost, at(1));
    assert_eq!(journal.advance(&id, &step).await, Err(JournalError::Unknown));
    // A step comes with what it brings, and with nothing else.
    for event in [Event::Secured, Event::Placed] {
        let id = new(OperationKind::Create, 1);
        journal.begin(&id).await.expect("begun");
        assert_eq!(journal.advance(&id.id, &Step::new(event, at(1))).await, Err(JournalError::NotAllowed));
    }
}

#[test]
fn any_sequence_of_events_ends_where_the_model_ends() {
    let runtime = Runtime::new().expect("a runtime");
    let folder = Folder::new("model");
    let journal = runtime.block_on(open(folder.path()));
    let config = Config { failure_persistence: None, ..Config::default() };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[41; 32]);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let events = proptest::collection::vec(proptest::sample::select(Event::ALL.to_vec()), 0..=40);
    let plan = (proptest::sample::select(OperationKind::ALL.to_vec()), events);
    let target = times(2_000);
    let mut ends = Vec::new();
    let mut taken = 0;
    for number in 0..target {
        let (kind, events) = plan.new_tree(&mut runner).expect("a plan").current();
        let new = new(kind, i64::try_from(number).expect("few"));
        let (mut stage, mut steps) = (Stage::Sent, Vec::new());
        runtime.block_on(async {
            journal.begin(&new).await.expect("begun");
            for event in events {
                let expected = stage.after(event, kind).ok_or(JournalError::NotAllowed);
                assert_eq!(apply(&journal, &new.id, &Step::new(event, at(1))).await, expected);
                if let Ok(next) = expected {
                    stage = next;
                    steps.push((event, next));
                }
            }
        });
        taken += steps.len();
        ends.push((new.id, stage, steps));
    }
    drop(journal);
    let journal = runtime.block_on(open(folder.path()));
    for (id, stage, steps) in &ends {
        let (found, recorded, sealed) = runtime.block_on(async {
            (journal.operation(id).await, journal.steps(id).await, journal.sealed(id).await)
        });
        assert_eq!(found.expect("it").stage, *stage);
        let recorded: Vec<_> = recorded.expect("them").iter().map(|step| (step.event, step.stage)).collect();
        assert_eq!(recorded, *steps);
        assert_eq!(sealed.expect("read").is_some(), *stage == Stage::Secured);
    }
    println!("journal sequences: {} sequences, {taken} steps, 0 differences", ends.len());
    assert!(ends.len() >= target && taken > target);
}

#[tokio::test]
async fn the_journal_tells_what_it_was_told() {
    let folder = Folder::new("tells");
    let journal = open(folder.path()).await;
    let new = new(OperationKind::Create, 1);
    journal.begin(&new).await.expect("begun");
    let lost = Step::new(Event::AnswerLost, at(2)).correlation(Some("c-1".into())).answer(504, None);
    journal.advance(&new.id, &lost).await.expect("lost");
    journal.add_look(&new.id, 10, &[]).await.expect("looked");
    journal.advance(&new.id, &Step::new(Event::NotThere, at(3))).await.expect("absent");
    journal.advance(&new.id, &Step::new(Event::LookAgain, at(4))).await.expect("again");
    journal.add_look(&new.id, 20, &["x".into()]).await.expect("looked");
    let looks = journal.looks(&new.id).await.expect("looks");
    assert_eq!(
        looks.iter().map(|look| look.at).collect::<Vec<_>>(),
        [20],
        "those before the last restart are gone"
    );
    assert_eq!(journal.interrupted().await.expect("it")[0].id, new.id);
    journal
        .advance(&new.id, &Step::new(Event::SecretOutstanding, at(5)).client("client-x"))
        .await
        .expect("outstanding");
    let second = Step::new(Event::Secured, at(6)).correlation(Some("c-2".into()));
    journal.secure(&new.id, &second, &sealed(3)).await.expect("secured");
    assert_eq!(journal.sealed(&new.id).await, Ok(Some(sealed(3))));
    assert_eq!(
        journal.secured_for("org-1", "client-x").await.expect("it").map(|found| found.id),
        Some(new.id.clone())
    );
    assert_eq!(journal.secured_for("org-2", "client-x").await, Ok(None));
    assert_eq!(journal.placed_for("org-1", "client-x").await, Ok(None));
    journal.place(&new.id, &Step::new(Event::Placed, at(7)), "the safe").await.expect("placed");
    assert_eq!(journal.placed_for("org-1", "client-x").await, Ok(Some("the safe".into())));
    assert_eq!(journal.sealed(&new.id).await, Ok(None));
    let ids = journal.known_client_ids("org-1").await.expect("ids");
    assert_eq!(ids.into_iter().collect::<Vec<_>>(), ["client-x"]);
    let operation = journal.operation(&new.id).await.expect("it");
    assert_eq!((operation.began_at, operation.changed_at), (at(1), at(7)));
    assert_eq!((operation.correlation_id.as_deref(), operation.stage), (Some("c-2"), Stage::Done));
    assert_eq!((operation.intent, operation.org, operation.actor), (new.intent, new.org, new.actor));
    let steps = journal.steps(&new.id).await.expect("steps");
    assert_eq!(
        (steps.len(), steps[0].status, steps[3].client_id.as_deref()),
        (6, Some(504), Some("client-x"))
    );
}

#[tokio::test]
async fn the_history_is_searched_filtered_and_paged() {
    let folder = Folder::new("history");
    let journal = open(folder.path()).await;
    fill(&journal, 24).await;
    let ask = async |query: HistoryQuery| journal.history(&query).await.expect("a page");
    let query = |search: &str| HistoryQuery { search: search.into(), limit: 10, ..HistoryQuery::default() };
    let page = ask(HistoryQuery { offset: 20, ..query("") }).await;
    assert_eq!((page.total, page.operations.len()), (24, 4));
    assert_eq!(page.operations[3].client_name, "Übergabe 0", "newest first");
    for (search, total) in [
        ("üBERGABE 2", 5),
        (" c-7 ", 1),
        ("ada", 24),
        ("regenerate", 4),
        ("größe", 24),
        ("%", 0),
        ("nobody", 0),
    ] {
        assert_eq!(ask(query(search)).await.total, total, "{search}");
    }
    let secured = HistoryQuery { stages: vec![Stage::Secured, Stage::Wiped], ..query("") };
    let page = ask(secured).await;
    assert!(page.total > 0 && page.operations.iter().all(|operation| operation.stage == Stage::Secured));
    assert_eq!(ask(HistoryQuery { org_id: Some("org-2".into()), ..query("") }).await.total, 0);
    assert_eq!(journal.secured().await.expect("them").len(), page.total as usize);
}

#[tokio::test]
async fn a_place_where_nothing_can_be_written_is_an_error_with_a_name() {
    let folder = Folder::new("places");
    let file = folder.path().join("file");
    fs::write(&file, "x").expect("written");
    let mut cases = vec![file.clone(), file.join("below"), PathBuf::from("/proc/latchkey"), PathBuf::new()];
    for name in ["journal.sqlite3", "journal.lock"] {
        let blocked = folder.path().join(format!("blocked-{name}"));
        fs::create_dir_all(blocked.join(name)).expect("a folder in its place");
        cases.push(blocked);
    }
    for case in &cases {
        let error = Journal::open(case).await.err();
        assert!(matches!(error, Some(JournalError::Other | JournalError::ReadOnly)), "{case:?}: {error:?}");
    }
    assert_eq!(fs::read(&file).expect("still there"), b"x");
}

#[cfg(unix)]
#[tokio::test]
async fn nothing_is_begun_in_a_folder_that_has_vanished() {
    let folder = Folder::new("vanished");
    let journal = open(folder.path()).await;
    journal.begin(&new(OperationKind::Create, 1)).await.expect("begun");
    fs::remove_dir_all(folder.path()).expect("removed");
    assert_eq!(journal.begin(&new(OperationKind::Create, 2)).await, Err(JournalError::Other));
    drop(journal);
    open(folder.path()).await;
}

#[test]
fn an_operation_is_named_by_a_uuid() {
    let id = OperationId::new().expect("by chance");
    assert_eq!(OperationId::parse(&id.to_string().to_uppercase()), Some(id.clone()));
    assert_eq!((&id.as_str()[14..15], id.as_str().len()), ("4", 36));
    assert!("89ab".contains(&id.as_str()[19..20]));
    for other in ["", "me", "3f2504e04f8941d39a0c0305e82c3301", "3f2504e0-4f89-41d3-9a0c-0305e82c330é"] {
        assert_eq!(OperationId::parse(other), None, "{other}");
        assert!(serde_json::from_value::<OperationId>(other.into()).is_err());
    }
}
