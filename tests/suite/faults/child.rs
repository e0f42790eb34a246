//! The program as a process of its own, which is killed: real use cases on a real journal, without an end.
//! It must never do anything unless a harness started it.

use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;

use jiff::Timestamp;
use latchkey::app::clock::Clock;
use latchkey::app::create_client::create_client;
use latchkey::app::delete_client::delete_client;
use latchkey::app::failure::Failure;
use latchkey::app::profile::{Marking, NewProfile, Place};
use latchkey::app::recover::{Situation, adopt_client, look_for};
use latchkey::app::regenerate_secret::regenerate_secret;
use latchkey::app::sign_in_with_token::sign_in_with_token;
use latchkey::app::{App, OrgView};
use latchkey::clipboard::Clipboard;
use latchkey::domain::secret::Secret;
use latchkey::vault::Vault;
use tokio::sync::Mutex;

use crate::outside::{Outside, scim_draft};

const ADDRESS: &str = "LATCHKEY_FAULTS_ADDRESS";
const TOKEN: &str = "LATCHKEY_FAULTS_TOKEN";
const FOLDER: &str = "LATCHKEY_FAULTS_FOLDER";
const NAME: &str = "LATCHKEY_FAULTS_NAME";
const NOW: &str = "LATCHKEY_FAULTS_NOW";

/// This very test program, told to be the process below. With a limit, the system kills it when a file grows
/// beyond so many blocks of 512 bytes.
pub(crate) fn process(outside: &Outside, name: &str, blocks: Option<u32>) -> Command {
    let program = std::env::current_exe().expect("this test");
    let mut command = match blocks {
        Some(blocks) => {
            let mut shell = Command::new("sh");
            shell.arg("-c").arg(format!("ulimit -c 0; ulimit -f {blocks}; exec \"$0\" \"$@\"")).arg(program);
            shell
        }
        None => Command::new(program),
    };
    command
        .args(["--ignored", "--exact", "--nocapture", "faults::child::is_killed"])
        // It speaks to loopback alone: reading the certificates of the system would be most of its work.
        .env("SSL_CERT_FILE", "/dev/null")
        .env(ADDRESS, outside.practice.address())
        .env(TOKEN, outside.practice.user_token())
        .env(FOLDER, &outside.folder)
        .env(NAME, name)
        .env(NOW, outside.clock.now().as_second().to_string());
    command
}

/// Signs in with what ends with the process: it has no keychain to share.
pub(crate) async fn sign_in(app: &App, address: String, token: String) -> Result<OrgView, Failure> {
    let new = NewProfile { place: Place::Local { address }, marking: Marking::default(), keep: false };
    sign_in_with_token(app, &new, &Secret::new(token)).await
}

fn told(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Creates clients, gives each a new secret, deletes every second one. A lost answer is looked into.
#[tokio::test]
#[ignore = "a process that the harness of kills starts"]
async fn is_killed() {
    let (Some(folder), Some(name), Some(now)) = (told(FOLDER), told(NAME), told(NOW)) else { return };
    let clipboard = Arc::new(Mutex::new(Clipboard::Memory(String::new())));
    let now = Timestamp::from_second(now.parse().expect("seconds")).expect("a time");
    let app = App::new(PathBuf::from(folder), clipboard, Vault::memory()).with_clock(Clock::standing_at(now));
    let (address, token) = (told(ADDRESS).expect("an address"), told(TOKEN).expect("a token"));
    let org = sign_in(&app, address, token).await.expect("signed in");
    let draft = scim_draft(&app, &org, "").await;
    for number in 0..6 {
        let mut draft = draft.clone();
        draft.name = format!("{name}-{number}");
        let created = match create_client(&app, &org.id, &draft, false).await {
            Err(Failure::AnswerLost { operation: Some(operation), .. }) => {
                let Ok(looked) = look_for(&app, &operation).await else { continue };
                let Situation::Found { client, .. } = looked.situation else { continue };
                adopt_client(&app, &operation, &client.id, false).await
            }
            created => created,
        };
        let Ok(created) = created else { continue };
        let _ = regenerate_secret(&app, &org.id, &created.client.id, false).await;
        if number % 2 == 1 {
            let _ = delete_client(&app, &org.id, &created.client.id, &draft.name, false).await;
        }
    }
}
