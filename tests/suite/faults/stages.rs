//! The stages of an operation and the search for a lost create, against a second reading of the same rules.
//! The model must never be computed by the code that it judges.

use std::collections::{BTreeMap, BTreeSet};

use latchkey::domain::client::{ClientState, OauthClient};
use latchkey::domain::grant::{GrantType, HeldGrantType};
use latchkey::domain::operation::{Event, OperationKind, Stage};
use latchkey::domain::recovery::{LostCreate, NextStep};

use super::seeds::{Rng, scaled};
use super::tally::Tally;

/// Whose rows a row of the table is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum For {
    All,
    Secrets,
    Deletes,
}

impl For {
    fn holds(self, kind: OperationKind) -> bool {
        match self {
            For::All => true,
            For::Secrets => matches!(kind, OperationKind::Create | OperationKind::RegenerateSecret),
            For::Deletes => kind == OperationKind::Delete,
        }
    }
}

/// Every transition that there is.
const LEGAL: [(Stage, Event, Stage, For); 31] = [
    (Stage::Sent, Event::AnswerLost, Stage::Unknown, For::All),
    (Stage::Sent, Event::Refused, Stage::Refused, For::All),
    (Stage::Sent, Event::NotProcessed, Stage::NotProcessed, For::All),
    (Stage::Sent, Event::Confirmed, Stage::Done, For::All),
    (Stage::Sent, Event::Deactivated, Stage::Halfway, For::Deletes),
    (Stage::Sent, Event::SecretOutstanding, Stage::Replacing, For::Secrets),
    (Stage::Sent, Event::Secured, Stage::Secured, For::Secrets),
    (Stage::Unknown, Event::AnswerLost, Stage::Unknown, For::All),
    (Stage::Unknown, Event::Confirmed, Stage::Done, For::All),
    (Stage::Unknown, Event::Deactivated, Stage::Halfway, For::Deletes),
    (Stage::Unknown, Event::SecretOutstanding, Stage::Replacing, For::Secrets),
    (Stage::Unknown, Event::NotThere, Stage::Absent, For::All),
    (Stage::Unknown, Event::LeftAlone, Stage::LeftAlone, For::All),
    (Stage::Replacing, Event::AnswerLost, Stage::Replacing, For::All),
    (Stage::Replacing, Event::Refused, Stage::Replacing, For::All),
    (Stage::Replacing, Event::NotProcessed, Stage::Replacing, For::All),
    (Stage::Replacing, Event::SecretOutstanding, Stage::Replacing, For::Secrets),
    (Stage::Replacing, Event::Secured, Stage::Secured, For::Secrets),
    (Stage::Replacing, Event::Placed, Stage::Done, For::All),
    (Stage::Replacing, Event::LeftAlone, Stage::LeftAlone, For::All),
    (Stage::Halfway, Event::AnswerLost, Stage::Halfway, For::All),
    (Stage::Halfway, Event::Refused, Stage::Halfway, For::All),
    (Stage::Halfway, Event::NotProcessed, Stage::Halfway, For::All),
    (Stage::Halfway, Event::Confirmed, Stage::Done, For::All),
    (Stage::Halfway, Event::Deactivated, Stage::Halfway, For::All),
    (Stage::Halfway, Event::LeftAlone, Stage::LeftAlone, For::All),
    (Stage::Secured, Event::SecretOutstanding, Stage::Replacing, For::Secrets),
    (Stage::Secured, Event::Placed, Stage::Done, For::All),
    (Stage::Secured, Event::Wiped, Stage::Wiped, For::All),
    (Stage::Absent, Event::LookAgain, Stage::Unknown, For::All),
    (Stage::Absent, Event::LeftAlone, Stage::LeftAlone, For::All),
];

fn expected(stage: Stage, event: Event, kind: OperationKind) -> Option<Stage> {
    let row = LEGAL.iter().find(|row| row.0 == stage && row.1 == event && row.3.holds(kind));
    row.map(|row| row.2)
}

#[test]
fn stages_follow_the_table_through_every_history() {
    let begun = std::time::Instant::now();
    let mut tally = Tally::of("stages");
    let mut met: BTreeMap<String, u64> = BTreeMap::new();
    for seed in 0..scaled(10_000) {
        let mut rng = Rng::of("stages", seed);
        // What gives secrets, and deletes, go ways of their own: among so many kinds those would be rare.
        let any = rng.pick(&OperationKind::ALL);
        let own = [OperationKind::Create, OperationKind::RegenerateSecret, OperationKind::Delete, any];
        let kind = rng.pick(&own);
        let mut stage = Stage::Sent;
        for _ in 0..40 {
            let fits: Vec<Event> =
                Event::ALL.into_iter().filter(|event| expected(stage, *event, kind).is_some()).collect();
            // Most events fit, as else few histories would come far.
            let event =
                if fits.is_empty() || rng.once_in(4) { rng.pick(&Event::ALL) } else { rng.pick(&fits) };
            let (next, wanted) = (stage.after(event, kind), expected(stage, event, kind));
            assert_eq!(next, wanted, "LATCHKEY_SEED=stages:{seed} {kind:?} {stage:?} {event:?}");
            tally.count("events");
            let Some(next) = next else { continue };
            *met.entry(format!("{stage:?} {event:?}")).or_default() += 1;
            stage = next;
            if fits.is_empty() {
                break;
            }
        }
        let over = [Stage::Done, Stage::Refused, Stage::NotProcessed, Stage::LeftAlone, Stage::Wiped];
        assert!(!over.contains(&stage) || Event::ALL.iter().all(|event| stage.after(*event, kind).is_none()));
        tally.runs += 1;
    }
    let transitions: BTreeSet<String> =
        LEGAL.iter().map(|(from, event, ..)| format!("{from:?} {event:?}")).collect();
    for transition in &transitions {
        assert!(met.get(transition).is_some_and(|times| *times >= 20), "{transition}: {met:?}");
    }
    tally.more.insert("transitions, each at least 20 times", transitions.len() as u64);
    tally.took = begun.elapsed();
    tally.judge(10_000);
}

fn client(id: &str, name: &str, created: i64) -> OauthClient {
    OauthClient {
        id: id.to_owned(),
        name: name.to_owned(),
        description: String::new(),
        grant_type: HeldGrantType::Offered { grant_type: GrantType::ClientCredentials },
        state: ClientState::Active,
        seconds: None,
        redirect_uris: Vec::new(),
        scopes: Vec::new(),
        roles: Vec::new(),
        created_at: Some(jiff::Timestamp::from_second(created).expect("a time").to_string()),
        modified_at: None,
        created_by: Some("us".to_owned()),
        delete_at: None,
    }
}

/// Ours appears when it appears, or never; lists are read at any moment. What the search may say is worked out
/// from the moments alone.
#[test]
fn a_search_never_gives_up_early_and_always_takes_what_it_finds() {
    let begun = std::time::Instant::now();
    let mut tally = Tally::of("searches");
    for seed in 0..scaled(10_000) {
        let mut rng = Rng::of("searches", seed);
        let sent_at = 1_800_000_000 + i64::from(rng.below(1_000));
        let appears = (!rng.once_in(3)).then(|| sent_at + i64::from(rng.below(200)));
        let lost = LostCreate {
            name: "Ours".to_owned(),
            mark: None,
            known_ids: BTreeSet::from(["before".to_owned()]),
            creator: Some("us".to_owned()),
            sent_at,
        };
        let (mut now, mut empty) = (sent_at + i64::from(rng.below(5)), Vec::new());
        for _ in 0..40 {
            let mut listed =
                vec![client("before", "Ours", sent_at - 5), client("old", "Ours", sent_at - 999)];
            listed.push(client("else", "Another", sent_at + 1));
            if appears.is_some_and(|at| now >= at) {
                listed.push(client("ours", "Ours", sent_at + 1));
            }
            let candidates = lost.candidates(&listed);
            let there = appears.is_some_and(|at| now >= at);
            assert_eq!(candidates == ["ours"], there, "LATCHKEY_SEED=searches:{seed} {candidates:?}");
            if !there {
                empty.push(now);
            }
            let next = lost.next_step(&candidates, &empty);
            tally.count("looks");
            let last = empty.last().copied().unwrap_or_default();
            let apart = empty.len() >= 2 && last - empty[0] >= 60;
            let may_give_up = !there && last >= sent_at + 120 && apart;
            match next {
                NextStep::Adopt { client_id } => {
                    assert!(there && client_id == "ours", "LATCHKEY_SEED=searches:{seed}");
                    tally.count("found");
                    break;
                }
                NextStep::NotThere => {
                    assert!(may_give_up, "LATCHKEY_SEED=searches:{seed} {now} {empty:?}");
                    tally.count("given up");
                    break;
                }
                NextStep::LookAgain { in_seconds } => {
                    assert!(!there && !may_give_up && in_seconds > 0, "LATCHKEY_SEED=searches:{seed}");
                    // Sooner than asked, as asked, or much later.
                    now += match rng.below(3) {
                        0 => 1,
                        1 => i64::from(in_seconds),
                        _ => i64::from(rng.below(90)),
                    };
                }
                NextStep::Choose { .. } => panic!("LATCHKEY_SEED=searches:{seed}: there is one candidate"),
            }
        }
        tally.runs += 1;
    }
    assert!(tally.more["found"] >= 500 && tally.more["given up"] >= 300, "{tally}");
    tally.took = begun.elapsed();
    tally.judge(10_000);
}
