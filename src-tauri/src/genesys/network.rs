//! How the program's HTTP clients reach the network: through which proxy, and whom they trust besides the system.
//! It must never offer a way to trust a certificate unseen, nor show a proxy's password.

use std::fmt;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use reqwest::ClientBuilder;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use rustls::crypto::aws_lc_rs;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::{Error as PemError, PemObject};
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::Verifier;
use url::Url;

use super::error::ApiError;
use crate::domain::secret::Secret;

/// How the network is reached. The default is what the operating system says.
#[derive(Debug, Default)]
pub struct Network {
    proxy: Proxy,
    extra_certificates: Vec<Certificate>,
    /// Whom its clients trust, read when the first of them is made: on Linux that is hundreds of files.
    trust: Mutex<Option<ClientConfig>>,
}

/// A proxy, or none.
#[derive(Debug, Default)]
pub enum Proxy {
    /// The one that the operating system names, if it names one.
    #[default]
    System,
    /// None, whatever the operating system says.
    None,
    /// One of the person's own choice.
    Own {
        /// Where it is.
        address: ProxyAddress,
        /// The name it knows the person by; empty where it asks for none.
        user: String,
        /// The password; none where it asks for none.
        password: Option<Secret>,
    },
}

/// Where a proxy is, such as `http://proxy.example.com:3128`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProxyAddress(String);

impl ProxyAddress {
    /// Reads what a person types: a host and, after a colon, a port, with or without `http://` or `https://`.
    /// Nothing, if there is more to it: a user and a password have their own places.
    pub fn parse(text: &str) -> Option<ProxyAddress> {
        let text = text.trim();
        let text = if text.contains("://") { text.to_owned() } else { format!("http://{text}") };
        let url = Url::parse(&text).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
        let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
        let nobody = url.username().is_empty() && url.password().is_none();
        (bare && nobody && !text.contains('@'))
            .then(|| ProxyAddress(url.as_str().trim_end_matches('/').to_owned()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A certificate that is trusted besides those of the operating system.
#[derive(Clone)]
pub struct Certificate(CertificateDer<'static>);

impl fmt::Debug for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Certificate({} bytes)", self.0.len())
    }
}

/// Why a file gives no certificates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CertificatesError {
    /// No certificate is in it: an empty file, one in another format than PEM, or only a key.
    #[error("there is no certificate in the file")]
    NoneThere,
    /// Something in it begins as a certificate and is none.
    #[error("a certificate in the file is damaged")]
    Broken,
}

impl Certificate {
    /// Every certificate in the text of a PEM file; at least one.
    ///
    /// # Errors
    /// When there is none, or one of them cannot be read: a file is taken as a whole.
    pub fn all_in(pem: &[u8]) -> Result<Vec<Certificate>, CertificatesError> {
        let mut found = Vec::new();
        for certificate in CertificateDer::pem_slice_iter(pem) {
            let certificate = certificate.map_err(|error| match error {
                PemError::NoItemsFound => CertificatesError::NoneThere,
                _ => CertificatesError::Broken,
            })?;
            let readable = RootCertStore::empty().add(certificate.clone());
            readable.map_err(|_| CertificatesError::Broken)?;
            found.push(Certificate(certificate.into_owned()));
        }
        if found.is_empty() { Err(CertificatesError::NoneThere) } else { Ok(found) }
    }
}

impl Network {
    /// Through which proxy, and whom to trust besides those whom the operating system trusts.
    pub fn new(proxy: Proxy, extra_certificates: Vec<Certificate>) -> Network {
        Network { proxy, extra_certificates, trust: Mutex::default() }
    }

    /// Through which proxy.
    pub fn proxy(&self) -> &Proxy {
        &self.proxy
    }

    /// Whom to trust besides those whom the operating system trusts.
    pub fn extra_certificates(&self) -> &[Certificate] {
        &self.extra_certificates
    }

    /// The same way, with the operating system's trust alone.
    pub(super) fn without_extra_certificates(&self) -> Network {
        let proxy = match &self.proxy {
            Proxy::System => Proxy::System,
            Proxy::None => Proxy::None,
            Proxy::Own { address, user, password } => Proxy::Own {
                address: address.clone(),
                user: user.clone(),
                password: password.as_ref().map(|password| Secret::new(password.expose().to_owned())),
            },
        };
        Network::new(proxy, Vec::new())
    }

    /// Tells a client which way to take.
    pub(super) fn applied_to(&self, client: ClientBuilder) -> Result<ClientBuilder, ApiError> {
        let unusable = |_| ApiError::NoSecureConnections;
        let client = client.dns_resolver(Lookup).tls_backend_preconfigured(self.trust()?);
        Ok(match &self.proxy {
            Proxy::System => client,
            Proxy::None => client.no_proxy(),
            Proxy::Own { address, user, password } => {
                let proxy = reqwest::Proxy::all(address.as_str()).map_err(unusable)?;
                client.proxy(match password {
                    Some(password) => proxy.basic_auth(user, password.expose()),
                    None if user.is_empty() => proxy,
                    None => proxy.basic_auth(user, ""),
                })
            }
        })
    }

    fn trust(&self) -> Result<ClientConfig, ApiError> {
        let mut trust = self.trust.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(trust) = &*trust {
            return Ok(trust.clone());
        }
        let read = self.read_trust().map_err(|_| ApiError::NoSecureConnections)?;
        Ok(trust.insert(read).clone())
    }

    /// The operating system judges certificates; an extra certificate adds to those it trusts, and replaces none.
    fn read_trust(&self) -> Result<ClientConfig, rustls::Error> {
        let provider = Arc::new(aws_lc_rs::default_provider());
        let extra = self.extra_certificates.iter().map(|one| one.0.clone());
        let verifier = Verifier::new_with_extra_roots(extra, provider.clone())?;
        let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
        // "Dangerous" is any verifier that is handed over; this one is the operating system's.
        let config = config.dangerous().with_custom_certificate_verifier(Arc::new(verifier));
        let mut config = config.with_no_client_auth();
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(config)
    }
}

/// Asks the operating system for addresses, as every client does; it is here so that a failure has a type.
pub(super) struct Lookup;

/// A name without an address.
#[derive(Debug, thiserror::Error)]
#[error("the name of the host is not known")]
pub(super) struct LookupFailed;

impl Resolve for Lookup {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await.map_err(|_| LookupFailed)?;
            let found: Vec<SocketAddr> = found.collect();
            let addresses: Addrs = Box::new(found.into_iter());
            Ok(addresses)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Network, Proxy, ProxyAddress};
    use crate::domain::secret::Secret;

    #[test]
    fn an_address_is_a_host_and_a_port() {
        for (typed, address) in [
            ("proxy.example.com:3128", "http://proxy.example.com:3128"),
            (" http://Proxy.example.com:3128/ ", "http://proxy.example.com:3128"),
            ("https://10.0.0.1:8443", "https://10.0.0.1:8443"),
            ("proxy", "http://proxy"),
            ("[::1]:3128", "http://[::1]:3128"),
        ] {
            let parsed = ProxyAddress::parse(typed).map(|address| address.as_str().to_owned());
            assert_eq!(parsed.as_deref(), Some(address), "{typed}");
        }
        for other in [
            "",
            " ",
            "http://",
            "proxy:port",
            "proxy:99999",
            "user@proxy:3128",
            "http://user:secret@proxy:3128",
            "http://@proxy",
            "socks5://proxy:1080",
            "http://proxy/path",
            "http://proxy?x",
            "http://proxy#x",
            "http=proxy:1;https=proxy:2",
            "file:///etc/passwd",
        ] {
            assert_eq!(ProxyAddress::parse(other), None, "{other}");
        }
    }

    #[test]
    fn a_password_is_not_printed() {
        let address = ProxyAddress::parse("proxy:3128").expect("an address");
        let proxy = Proxy::Own { address, user: "kim".into(), password: Some(Secret::new("hunter2".into())) };
        assert!(!format!("{:?}", Network::new(proxy, Vec::new())).contains("hunter2"));
    }
}
