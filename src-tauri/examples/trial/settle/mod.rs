//! The trial: asks the open questions of an organization, cleans up whatever happens, and reports.
//! Must never begin before the person has agreed, nor leave a client behind that it could delete.

mod bench;
mod changing;
mod creating;
mod questions;
mod reading;
mod report;
mod sender;

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use latchkey::domain::secret::Secret;
use latchkey::genesys::endpoint::Endpoint;
use latchkey::genesys::network::Network;
use latchkey::genesys::session::Session;
use latchkey::genesys::token::LoginHost;

use bench::Bench;
use questions::QUESTIONS;
use report::Settlement;
use sender::{Halt, Sender};

/// What was found out about a question.
pub(crate) enum Verdict {
    /// The organization has answered it.
    Settled(String),
    /// It has not, or not all of it.
    Open(String),
    /// A program cannot ask it.
    Person,
}

impl Verdict {
    fn word(&self) -> &'static str {
        match self {
            Self::Settled(_) => "settled",
            Self::Open(_) => "open",
            Self::Person => "for a person",
        }
    }

    fn text(&self) -> &str {
        match self {
            Self::Settled(text) | Self::Open(text) => text,
            Self::Person => "No call settles it.",
        }
    }
}

/// How to sign in.
pub(crate) enum SignIn {
    Client { id: String, secret: Secret },
    Token(Secret),
}

/// How the trial is run.
pub(crate) struct Plan {
    pub(crate) endpoint: Endpoint,
    /// What the report calls the place.
    pub(crate) place: String,
    /// Tells the clients of this trial from those of another.
    pub(crate) run: String,
    pub(crate) pace: Duration,
    pub(crate) stop: Arc<AtomicBool>,
}

/// What a trial leaves behind.
pub(crate) struct Outcome {
    pub(crate) report: String,
    /// Clients of trials that are still there, by name and id; or why nobody knows.
    pub(crate) left: Result<Vec<(String, String)>, String>,
}

/// Signs in, asks whether to go on in the organization of this name, and runs the trial; nothing where the person does
/// not agree.
pub(crate) async fn run(
    plan: Plan,
    sign_in: SignIn,
    agrees: impl FnOnce(&str) -> bool,
) -> Result<Option<Outcome>, String> {
    let network = Network::default();
    let token = match sign_in {
        SignIn::Token(token) => token,
        SignIn::Client { id, secret } => {
            let host = LoginHost::new(plan.endpoint.clone(), &network)
                .map_err(|error| format!("{:?}", error.problem))?;
            let token = host.with_client_credentials(&id, &secret).await;
            token.map_err(|error| format!("No token: {:?}", error.problem))?.token
        }
    };
    // Two senders: our own client, and the one for what it refuses to send.
    let shared = Arc::new(Secret::new(token.expose().to_owned()));
    let session =
        Session::with_token(plan.endpoint.clone(), token, &network).map_err(|error| error.to_string())?;
    let identity = session.read_identity().await.map_err(|error| error.to_string())?;
    if !agrees(&identity.org_name) {
        return Ok(None);
    }
    let sender = Sender::new(plan.endpoint.clone(), shared, plan.pace, plan.stop)
        .map_err(|error| error.to_string())?;
    let mut bench = Bench::new(session, sender, plan.endpoint, &plan.run);
    let settlements = ask_all(&mut bench).await;
    let left = bench.clean_up().await;
    let report = report::write(&plan.place, &settlements, &left, &bench.sender.known);
    let left = left.map(|left| left.into_iter().map(|client| (client.name, client.id)).collect());
    Ok(Some(Outcome { report, left }))
}

async fn ask_all(bench: &mut Bench) -> Vec<Settlement> {
    let mut settlements = Vec::new();
    let mut stopped = false;
    for question in &QUESTIONS {
        let verdict = match if stopped { Err(Halt::Stopped) } else { ask(bench, question.number).await } {
            Ok(verdict) => verdict,
            Err(Halt::Lost(why)) => Verdict::Open(format!("The trial of it ended early: {why}.")),
            Err(Halt::Stopped) => {
                stopped = true;
                Verdict::Open("The trial was stopped.".to_owned())
            }
        };
        let exchanges = std::mem::take(&mut bench.sender.exchanges);
        settlements.push(Settlement { question, verdict, exchanges });
    }
    settlements
}

async fn ask(bench: &mut Bench, number: u8) -> Result<Verdict, Halt> {
    match number {
        1 => creating::implicit(bench).await,
        3 => reading::scopes(bench).await,
        5 => creating::redirects(bench).await,
        6 => creating::names(bench).await,
        7 => reading::limits(bench).await,
        8 => creating::durations(bench).await,
        9 => reading::scim(bench).await,
        10 => creating::divisions(bench).await,
        11 => changing::replacement(bench).await,
        12 => reading::pages(bench).await,
        13 => changing::deletion(bench).await,
        14 => changing::secrets(bench).await,
        15 => reading::addresses(bench).await,
        16 => reading::idle(bench).await,
        17 => reading::preflight(bench).await,
        20 => reading::statuses(bench).await,
        21 => reading::languages(bench).await,
        _ => Ok(Verdict::Person),
    }
}
