//! The keychain as the rest of Latchkey sees it: questions to one thread, each answered within a time limit.
//! It must never be asked from two threads at once: Windows may then not find what it has just been given.

use std::fmt;
use std::sync::mpsc::{Receiver, SendError, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::timeout;

use super::drawer::Drawer;
use super::error::VaultError;
use super::key::SecretKey;
use crate::domain::secret::Secret;

/// A person may be asked for a password in this time; whoever needs longer tries again.
const LIMIT: Duration = Duration::from_secs(10);

type Answer = Result<Option<Secret>, VaultError>;

/// What the thread is asked to do.
pub(super) enum Ask {
    Keep(String, Secret),
    /// Keep, unless something is there already; answered with what is there afterwards. What is kept too late stays:
    /// another caller may have been given it meanwhile.
    KeepFirst(String, Secret),
    Fetch(String),
    Forget(String),
    Probe,
}

struct Job {
    ask: Ask,
    answer: oneshot::Sender<Answer>,
}

/// The operating system's keychain, behind a thread that starts at first use and ends with this value.
pub struct Keychain {
    limit: Duration,
    jobs: Mutex<Option<Sender<Job>>>,
}

impl Keychain {
    /// Ten seconds for each answer.
    pub fn new() -> Keychain {
        Keychain::with_limit(LIMIT)
    }

    /// Another time limit for each answer.
    pub fn with_limit(limit: Duration) -> Keychain {
        Keychain { limit, jobs: Mutex::new(None) }
    }

    pub(super) async fn keep(&self, key: &SecretKey, sealed: Secret) -> Result<(), VaultError> {
        self.ask(Ask::Keep(key.user(), sealed)).await.map(drop)
    }

    pub(super) async fn keep_first(&self, key: &SecretKey, sealed: Secret) -> Answer {
        self.ask(Ask::KeepFirst(key.user(), sealed)).await
    }

    pub(super) async fn fetch(&self, key: &SecretKey) -> Answer {
        self.ask(Ask::Fetch(key.user())).await
    }

    pub(super) async fn forget(&self, key: &SecretKey) -> Result<(), VaultError> {
        self.ask(Ask::Forget(key.user())).await.map(drop)
    }

    pub(super) async fn probe(&self) -> Result<(), VaultError> {
        self.ask(Ask::Probe).await.map(drop)
    }

    async fn ask(&self, ask: Ask) -> Answer {
        let (answer, mut answered) = oneshot::channel();
        self.send(Job { ask, answer })?;
        let outcome = match timeout(self.limit, &mut answered).await {
            Ok(outcome) => outcome.ok(),
            Err(_) => {
                // Closed before looking once more, so that thread and caller agree on whether it was too late.
                answered.close();
                Some(answered.try_recv().unwrap_or(Err(VaultError::TimedOut)))
            }
        };
        outcome.unwrap_or(Err(VaultError::Other))
    }

    /// Hands a job to the thread, and starts one where there is none, or none any more.
    fn send(&self, job: Job) -> Result<(), VaultError> {
        let mut jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        let job = match jobs.as_ref() {
            Some(jobs) => match jobs.send(job) {
                Ok(()) => return Ok(()),
                Err(SendError(job)) => job,
            },
            None => job,
        };
        let (sender, queue) = channel();
        thread::Builder::new()
            .name("keychain".into())
            .spawn(move || serve(&queue, Drawer::default()))
            .map_err(|_| VaultError::Other)?;
        sender.send(job).map_err(|_| VaultError::Other)?;
        *jobs = Some(sender);
        Ok(())
    }
}

impl Default for Keychain {
    fn default() -> Keychain {
        Keychain::new()
    }
}

impl fmt::Debug for Keychain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keychain(…)")
    }
}

fn serve(queue: &Receiver<Job>, mut drawer: Drawer) {
    for job in queue {
        // Whoever asked may have been told meanwhile that it took too long.
        if !job.answer.is_closed() {
            settle(&mut drawer, job);
        }
    }
}

fn settle(drawer: &mut Drawer, Job { ask, answer }: Job) {
    let outcome = drawer.answer(&ask);
    if let (Err(Ok(_)), Ask::Keep(user, _)) = (answer.send(outcome), ask) {
        // Kept too late: the person has been told that it was not, so it is not.
        drop(drawer.answer(&Ask::Forget(user)));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use keyring_core::api::CredentialStoreApi;
    use keyring_core::mock;
    use tokio::sync::oneshot;

    use super::{Ask, Drawer, Job, serve, settle};
    use crate::domain::secret::Secret;

    fn job() -> (Job, oneshot::Receiver<super::Answer>) {
        let (answer, answered) = oneshot::channel();
        (Job { ask: Ask::Keep("user".into(), Secret::new("c2VjcmV0".into())), answer }, answered)
    }

    #[test]
    fn what_is_kept_in_time_stays_and_what_is_kept_too_late_does_not() {
        let store = mock::Store::new().expect("a store");
        let mut drawer = Drawer::of(store.clone());
        let held = || store.build("latchkey", "user", None).expect("an entry").get_secret().is_ok();

        let (in_time, mut answered) = job();
        settle(&mut drawer, in_time);
        assert!(held() && answered.try_recv().expect("an answer").is_ok());

        let (late, answered) = job();
        drop(answered);
        settle(&mut drawer, late);
        assert!(!held());
    }

    #[test]
    fn what_nobody_waits_for_is_not_begun() {
        let store = mock::Store::new().expect("a store");
        let (sender, queue) = channel();
        let (abandoned, answered) = job();
        drop(answered);
        sender.send(abandoned).expect("sent");
        drop(sender);
        serve(&queue, Drawer::of(store.clone()));
        assert!(store.inner.lock().expect("open").borrow().is_empty());
    }
}
