//! Answers that end at every byte, and answers that are about another client.
//! It must never take the length of an answer for granted: it is measured first.

use std::io::{Read, Write};
use std::net::TcpStream;

use latchkey::app::create_client::create_client;
use latchkey::app::failure::Failure;
use latchkey::app::place_secret::list_unplaced_secrets;
use latchkey::app::preview_client::preview_client;
use latchkey::app::recover::{Situation, adopt_client, look_for};
use latchkey::app::regenerate_secret::regenerate_secret;
use latchkey::practice::{FaultKind, Meddle};

use super::bench::{Bench, until};
use super::person::judge;
use super::seeds::lanes;
use super::tally::Tally;
use crate::outside::{CLIENTS, Outside, scim_draft};

/// Bytes of the head and of the body of the answer to a create, for a name of nine characters.
async fn measured() -> (u32, u32) {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let draft = scim_draft(&app, &org, "Cut b0000").await;
    let body = preview_client(&app, &org.id, &draft).await.expect("a body").json;
    let (address, token) = (outside.practice.address(), outside.practice.user_token());
    let answer = tokio::task::spawn_blocking(move || {
        let host = address.trim_start_matches("http://");
        let mut wire = TcpStream::connect(host).expect("a connection");
        write!(
            wire,
            "POST {CLIENTS} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {token}\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )
        .expect("sent");
        let mut answer = String::new();
        wire.read_to_string(&mut answer).expect("an answer");
        answer
    });
    let answer = answer.await.expect("an answer");
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head and a body");
    assert!(head.contains("200 OK") && body.contains("\"secret\""), "{head}");
    (u32::try_from(head.len() + 4).expect("short"), u32::try_from(body.len()).expect("short"))
}

/// Cuts at every so many bytes, from one that differs for each lane.
const CUT_LANES: u32 = 100;

async fn cuts(seed: u64, head: u32, body: u32) -> Tally {
    let mut bench = Bench::patient().await;
    let all = (0..head).map(|bytes| (FaultKind::CutHead { bytes }, 'h', bytes, true));
    let all = all.chain((0..=body).map(|bytes| (FaultKind::CutAt { bytes }, 'b', bytes, bytes < body)));
    for (kind, part, bytes, loses) in all.skip(seed as usize).step_by(CUT_LANES as usize) {
        let name = format!("Cut {part}{bytes:04}");
        bench.plan.spoil_writes([kind]);
        let outcome = create_client(bench.app(), &bench.org.id, &bench.draft(&name), false).await;
        match outcome {
            Err(Failure::AnswerLost { operation: Some(operation), .. }) if loses => {
                let looked = look_for(bench.app(), &operation).await.expect("looked");
                let Situation::Found { client, .. } = looked.situation else { panic!("{looked:?}") };
                adopt_client(bench.app(), &operation, &client.id, false).await.expect("adopted");
            }
            Ok(_) if !loses => {}
            other => bench.tally.wrong.push(format!("{name}: {other:?}")),
        }
        let judged = judge(&mut bench, &name, 0).await;
        if (judged.stored.len(), judged.held) != (1, 1) {
            bench.tally.wrong.push(format!("{name}: {:?}", judged.stored));
        }
        bench.tally.runs += 1;
    }
    bench.counted()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_that_ends_at_any_byte_is_a_lost_answer() {
    let (head, body) = measured().await;
    assert!(head > 150 && body > 300, "{head} and {body} bytes");
    let tally =
        lanes("cuts", CUT_LANES.into(), move |seed| cuts(seed % u64::from(CUT_LANES), head, body)).await;
    tally.judge(u64::from(head + body + 1));
}

const OTHER_LANES: u64 = 25;
const OTHER_RUNS: u32 = 8;

/// Answers to creates and to new secrets that are about another client.
async fn others(seed: u64) -> Tally {
    let mut bench = Bench::patient().await;
    let other = bench.outside.practice.meddle(Meddle::CreateNamed { name: "Somebody else's".into() });
    let other = other.expect("another client");
    for run in 0..OTHER_RUNS {
        let name = format!("Ours {seed}-{run}");
        let spoilt = FaultKind::AnsweredForAnother { only_id: run % 2 == 0 };
        let create = run % 4 < 2;
        if create {
            bench.plan.spoil_writes([spoilt.clone()]);
        }
        let outcome = create_client(bench.app(), &bench.org.id, &bench.draft(&name), false).await;
        let outcome = match outcome {
            Ok(created) if !create => {
                bench.plan.spoil_writes([spoilt]);
                regenerate_secret(bench.app(), &bench.org.id, &created.client.id, false).await.map(drop)
            }
            outcome => outcome.map(drop),
        };
        match outcome {
            Err(Failure::AnswerLost { operation: Some(operation), .. }) => recover(&bench, &operation).await,
            other => bench.tally.wrong.push(format!("{name}: accepted, {other:?}")),
        }
        let held = list_unplaced_secrets(bench.app()).await.expect("a list");
        if held.iter().any(|secret| secret.client_id == other) {
            bench.tally.wrong.push(format!("{name}: a secret is kept for somebody else's client"));
        }
        let judged = judge(&mut bench, &name, 0).await;
        if (judged.stored.len(), judged.held) != (1, 1) {
            bench.tally.wrong.push(format!("{name}: {:?}", judged.stored));
        }
        bench.tally.runs += 1;
    }
    bench.counted()
}

/// As the program says, until there is a secret.
pub(super) async fn recover(bench: &Bench, operation: &latchkey::app::operation::OperationId) {
    let looked = look_for(bench.app(), operation).await.expect("looked");
    match looked.situation {
        Situation::Found { client, .. } => {
            adopt_client(bench.app(), operation, &client.id, false).await.expect("adopted");
        }
        Situation::SecretLost => {
            let finish = || async {
                latchkey::app::recover::finish_change(bench.app(), operation, false).await.is_ok()
            };
            until("a new secret", finish).await;
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_about_another_client_is_never_taken_for_ours() {
    let tally = lanes("another's answer", OTHER_LANES, others).await;
    tally.judge(OTHER_LANES * u64::from(OTHER_RUNS));
}
