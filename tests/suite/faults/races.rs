//! Another administrator at work at the same time, and a second start of the program.
//! A client that is there must never be called "not there".

use latchkey::app::create_client::create_client;
use latchkey::app::failure::Failure;
use latchkey::app::place_secret::reveal_secret;
use latchkey::app::recover::{
    Situation, adopt_client, finish_change, leave_alone, list_interrupted, look_for,
};
use latchkey::domain::draft::ClientDraft;
use latchkey::practice::{FaultKind, Meddle};

use super::bench::Bench;
use super::seeds::{Rng, at_least, lanes};
use super::tally::Tally;

const RACES: &str = "races";

fn meddling(rng: &mut Rng, id: &str, name: &str) -> Meddle {
    let id = id.to_owned();
    match rng.below(6) {
        0 => Meddle::Delete { id },
        1 => Meddle::Rename { id, to: format!("{name}, renamed") },
        2 => Meddle::RegenerateSecret { id },
        3 => Meddle::Deactivate { id },
        4 => Meddle::ChangeDescription { id, to: Some(format!("Mine now. [lk:{name}]")) },
        _ => Meddle::CreateNamed { name: name.to_owned() },
    }
}

async fn lane(seed: u64) -> Tally {
    let mut rng = Rng::of(RACES, seed);
    let mut bench = Bench::patient().await;
    for run in 0..10 {
        let name = format!("Client {seed}-{run}");
        let draft = ClientDraft { mark: Some(format!("[lk:{name}]")), ..bench.draft(&name) };
        bench.plan.spoil_writes([FaultKind::CutAfterStore]);
        let failure = create_client(bench.app(), &bench.org.id, &draft, false).await.expect_err("lost");
        let Failure::AnswerLost { operation: Some(operation), .. } = failure else { panic!("{failure:?}") };
        let id = bench.outside.stored(&name)[0].id.clone();
        let there = || bench.outside.practice.clients().into_iter().any(|client| client.id == id);
        if rng.once_in(2) {
            bench.outside.practice.meddle(meddling(&mut rng, &id, &name));
        }
        let mut found = None;
        for _ in 0..20 {
            match look_for(bench.app(), &operation).await.expect("looked").situation {
                Situation::StillLooking { look_again_in_seconds, .. } => {
                    bench.outside.pass(look_again_in_seconds);
                }
                Situation::Found { client, .. } => {
                    found = Some(client.id);
                    break;
                }
                Situation::NotThere => break,
                other => panic!("{other:?}"),
            }
        }
        match (&found, there()) {
            (Some(found), _) if *found != id => {
                bench.tally.wrong.push(format!("{name}: somebody else's client"))
            }
            (None, true) => bench.tally.wrong.push(format!("{name}: said not to be there, and it is")),
            _ => {}
        }
        if found.is_some() {
            if rng.once_in(2) {
                bench.outside.practice.meddle(meddling(&mut rng, &id, &name));
            }
            let adopted = adopt_client(bench.app(), &operation, &id, false).await;
            match (adopted, there()) {
                (Ok(_), true) => {
                    let shown = reveal_secret(bench.app(), &bench.org.id, &id).await.expect("a secret").text;
                    let truth = bench.outside.practice.clients().into_iter().find(|client| client.id == id);
                    if truth.is_none_or(|client| client.secret != shown) {
                        bench.tally.lost += 1;
                    }
                }
                (Err(Failure::NotFound { .. }), false) => {
                    bench.tally.count("deleted meanwhile");
                    let again = finish_change(bench.app(), &operation, false).await;
                    assert!(matches!(again, Err(Failure::NotFound { .. })), "{again:?}");
                    leave_alone(bench.app(), &operation).await.expect("left");
                }
                (outcome, there) => {
                    bench.tally.wrong.push(format!("{name}: there: {there}, {outcome:?}"));
                }
            }
        }
        second_start(&bench).await;
        bench.tidy(&name);
        bench.tidy(&format!("{name}, renamed"));
        bench.tally.runs += 1;
    }
    bench.counted()
}

/// A second start of the program, while the first one has the journal: nothing leaves it.
async fn second_start(bench: &Bench) {
    let before = bench.witness.checked.load(std::sync::atomic::Ordering::SeqCst);
    let second = bench.outside.app();
    assert!(matches!(list_interrupted(&second).await, Err(Failure::Journal { .. })));
    latchkey::app::open_profile::open_profile(&second, &bench.org.id).await.expect("opened");
    let refused = create_client(&second, &bench.org.id, &bench.draft("Second"), false).await;
    assert!(matches!(refused, Err(Failure::Journal { .. })), "{refused:?}");
    assert_eq!(before, bench.witness.checked.load(std::sync::atomic::Ordering::SeqCst));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_administrator_at_the_same_time_changes_no_truth() {
    let tally = lanes(RACES, 25, lane).await;
    tally.judge(250);
    assert!(tally.replay || tally.more["deleted meanwhile"] >= at_least(10), "{tally}");
}
