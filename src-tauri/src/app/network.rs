//! How the network is reached: the person's choice, kept as JSON in the program's own folder.
//! It must never write a proxy's password into that file: it is in the keychain, or in memory for this session.

use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::App;
use super::failure::Failure;
use super::profile::open::{key, vault};
use crate::domain::secret::Secret;
use crate::genesys::network::{Certificate, CertificatesError, Network, Proxy, ProxyAddress};
use crate::vault::{SecretKey, SecretKind};

/// What the person chose.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct NetworkSettings {
    /// Through which proxy.
    pub proxy: ProxyChoice,
    /// Path of a PEM file with certificates to trust besides those of the operating system.
    pub certificates_file: Option<String>,
}

/// A proxy, or none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum ProxyChoice {
    /// The one that the operating system names, if it names one.
    #[default]
    System,
    /// None.
    None,
    /// One of the person's own choice.
    Own {
        /// Its address, for example `http://proxy.example.com:3128`.
        address: String,
        /// The name it knows the person by; empty where it asks for none.
        user: String,
    },
}

/// Where the proxy's password is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum PasswordPlace {
    /// Nowhere: there is none.
    #[default]
    Nowhere,
    /// In the keychain.
    Keychain,
    /// In memory, as the keychain cannot be used: to be typed again next time.
    Session,
}

/// What is wrong with the choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum NetworkSettingsProblem {
    /// The proxy's address is not a host and a port.
    ProxyAddressInvalid,
    /// The file of certificates cannot be read.
    CertificatesUnreadable,
    /// There is no certificate in the file.
    CertificatesMissing,
    /// A certificate in the file is damaged.
    CertificatesBroken,
    /// The password that was kept cannot be had from the keychain now.
    PasswordUnavailable,
}

/// The network settings as the screen shows them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NetworkView {
    /// As last saved; where saving met a problem, as typed.
    pub settings: NetworkSettings,
    /// Where the proxy's password is.
    pub password: PasswordPlace,
    /// How many certificates the file adds.
    pub extra_certificates: u32,
    /// What is wrong; after saving, the reason why nothing was saved.
    pub problem: Option<NetworkSettingsProblem>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct NetworkFile {
    #[serde(flatten)]
    settings: NetworkSettings,
    password: PasswordPlace,
}

const FILE: &str = "network.json";
/// The name under which vaults know the proxy's password. No profile has it: theirs are random.
const PASSWORD_OWNER: &str = "6c617463-686b-6579-0000-70726f787921";
/// Largest file of certificates that is read, in bytes: four times what operating systems bring along.
const MAX_CERTIFICATES: u64 = 1024 * 1024;

/// The network settings as last saved, and whether they can be followed now.
pub async fn read_network_settings(app: &App) -> NetworkView {
    let file: NetworkFile = app.folder.read(FILE).await;
    let (network, problem) = load(app, &file).await;
    view(file, &network, problem)
}

/// Saves the choice; organizations that are opened from now on are reached that way. Those that are open already
/// keep theirs until they are opened again.
///
/// A password that is absent leaves the one that was kept, unless the proxy or its user is another one: it is
/// never offered to a proxy that it was not typed for. An empty one removes it.
pub async fn save_network_settings(
    app: &App,
    settings: NetworkSettings,
    password: Option<Secret>,
) -> Result<NetworkView, Failure> {
    let settings = tidied(settings);
    let old: NetworkFile = app.folder.read(FILE).await;
    if let Err(problem) = checked(&settings).await {
        return Ok(NetworkView {
            settings,
            password: old.password,
            problem: Some(problem),
            ..Default::default()
        });
    }
    let own = matches!(settings.proxy, ProxyChoice::Own { .. });
    let password = match password.filter(|_| own) {
        // EXPOSE: whether anything was typed.
        Some(password) if !password.expose().is_empty() => keep_password(app, &old, &password).await?,
        None if own && settings.proxy == old.settings.proxy => old.password,
        _ => forget_password(app, &old).await?,
    };
    let file = NetworkFile { settings, password };
    app.folder.write(FILE, &file).await.map_err(|_| Failure::SettingsNotSaved)?;
    let (network, problem) = load(app, &file).await;
    let view = view(file, &network, problem);
    *app.network.write().await = problem.is_none().then(|| Arc::new(network));
    Ok(view)
}

impl App {
    /// How organizations are reached that are opened now. What cannot be followed is left out and tried again next
    /// time: without its password or certificates, a connection fails and says why; it is never less safe.
    pub(super) async fn network(&self) -> Arc<Network> {
        if let Some(network) = &*self.network.read().await {
            return network.clone();
        }
        let (network, problem) = load(self, &self.folder.read(FILE).await).await;
        let network = Arc::new(network);
        if problem.is_none() {
            *self.network.write().await = Some(network.clone());
        }
        network
    }
}

fn view(file: NetworkFile, network: &Network, problem: Option<NetworkSettingsProblem>) -> NetworkView {
    let extra_certificates = u32::try_from(network.extra_certificates().len()).unwrap_or(u32::MAX);
    NetworkView { settings: file.settings, password: file.password, extra_certificates, problem }
}

fn tidied(settings: NetworkSettings) -> NetworkSettings {
    let proxy = match settings.proxy {
        ProxyChoice::Own { address, user } => {
            ProxyChoice::Own { address: address.trim().to_owned(), user: user.trim().to_owned() }
        }
        other => other,
    };
    let file = settings.certificates_file.map(|path| path.trim().to_owned()).filter(|path| !path.is_empty());
    NetworkSettings { proxy, certificates_file: file }
}

async fn checked(settings: &NetworkSettings) -> Result<(), NetworkSettingsProblem> {
    if let ProxyChoice::Own { address, .. } = &settings.proxy {
        ProxyAddress::parse(address).ok_or(NetworkSettingsProblem::ProxyAddressInvalid)?;
    }
    certificates(settings.certificates_file.as_deref()).await.map(drop)
}

async fn load(app: &App, file: &NetworkFile) -> (Network, Option<NetworkSettingsProblem>) {
    let mut problem = None;
    let proxy = match &file.settings.proxy {
        ProxyChoice::System => Proxy::System,
        ProxyChoice::None => Proxy::None,
        ProxyChoice::Own { address, user } => match ProxyAddress::parse(address) {
            Some(address) => {
                let password = fetch_password(app, file).await.unwrap_or_else(|unavailable| {
                    problem = Some(unavailable);
                    None
                });
                Proxy::Own { address, user: user.clone(), password }
            }
            // Only a file that was changed by hand says this.
            None => {
                problem = Some(NetworkSettingsProblem::ProxyAddressInvalid);
                Proxy::System
            }
        },
    };
    let extra_certificates =
        certificates(file.settings.certificates_file.as_deref()).await.unwrap_or_else(|wrong| {
            problem = problem.or(Some(wrong));
            Vec::new()
        });
    (Network::new(proxy, extra_certificates), problem)
}

async fn certificates(path: Option<&str>) -> Result<Vec<Certificate>, NetworkSettingsProblem> {
    let Some(path) = path.map(Path::new) else { return Ok(Vec::new()) };
    let about = tokio::fs::metadata(path).await;
    // A pipe or a device would be waited for without end.
    let readable = about.is_ok_and(|about| about.is_file() && about.len() <= MAX_CERTIFICATES);
    let text = if readable { tokio::fs::read(path).await.ok() } else { None };
    let text = text.ok_or(NetworkSettingsProblem::CertificatesUnreadable)?;
    Certificate::all_in(&text).map_err(|error| match error {
        CertificatesError::NoneThere => NetworkSettingsProblem::CertificatesMissing,
        CertificatesError::Broken => NetworkSettingsProblem::CertificatesBroken,
    })
}

fn password_key() -> Result<SecretKey, Failure> {
    key(PASSWORD_OWNER, SecretKind::ProxyPassword)
}

/// Keeps a password in the keychain, or for this session where there is no keychain.
async fn keep_password(app: &App, old: &NetworkFile, password: &Secret) -> Result<PasswordPlace, Failure> {
    let key = password_key()?;
    if vault(app, true).keep(&key, password).await.is_ok() {
        vault(app, false).forget(&key).await?;
        return Ok(PasswordPlace::Keychain);
    }
    forget_password(app, old).await?;
    vault(app, false).keep(&key, password).await?;
    Ok(PasswordPlace::Session)
}

/// A keychain that never held a password is not asked: it may not be there.
async fn forget_password(app: &App, old: &NetworkFile) -> Result<PasswordPlace, Failure> {
    let key = password_key()?;
    vault(app, false).forget(&key).await?;
    if old.password == PasswordPlace::Keychain {
        vault(app, true).forget(&key).await?;
    }
    Ok(PasswordPlace::Nowhere)
}

async fn fetch_password(app: &App, file: &NetworkFile) -> Result<Option<Secret>, NetworkSettingsProblem> {
    let unavailable = NetworkSettingsProblem::PasswordUnavailable;
    let kept = match file.password {
        PasswordPlace::Nowhere => return Ok(None),
        place => vault(app, place == PasswordPlace::Keychain),
    };
    let password = kept.fetch(&password_key().map_err(|_| unavailable)?).await;
    password.ok().flatten().map(Some).ok_or(unavailable)
}
