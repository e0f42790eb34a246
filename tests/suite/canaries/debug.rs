//! Every type that holds a secret, printed as a careless program would: nothing of the secret may be in it.
//! A new type that holds one has to be added here.

use std::fmt::Debug;

use latchkey::app::place_secret::RevealedSecret;
use latchkey::domain::region::Region;
use latchkey::domain::secret::Secret;
use latchkey::genesys::clients::CreatedClient;
use latchkey::genesys::endpoint::Endpoint;
use latchkey::genesys::error::Answered;
use latchkey::genesys::network::{Network, Proxy, ProxyAddress};
use latchkey::genesys::session::Session;
use latchkey::genesys::token::{AccessToken, CodeGrant, LoginHost};
use latchkey::practice::Arrival;
use latchkey::sign_in::authorize::{AuthorizeRequest, State};
use latchkey::sign_in::loopback::Outcome;
use latchkey::sign_in::pkce::Verifier;
use latchkey::vault::{Memory, SecretKey, SecretKind, Vault};

use super::scan::{Canary, Scanner};
use crate::outside::{Outside, scim_draft};

const CANARY: &str = "canary-of-debug-7c1e\"-é-0123456789abcdef";

fn secret() -> Secret {
    Secret::new(CANARY.to_owned())
}

#[derive(Default)]
struct Printed(Vec<(&'static str, String)>);

impl Printed {
    fn add(&mut self, what: &'static str, value: &dyn Debug) {
        self.0.push((what, format!("{value:?}\n{value:#?}")));
    }
}

fn own_proxy() -> Network {
    let address = ProxyAddress::parse("proxy.example.com:3128").expect("an address");
    let proxy = Proxy::Own { address, user: "kim".into(), password: Some(secret()) };
    Network::new(proxy, Vec::new())
}

#[tokio::test]
async fn no_type_that_holds_a_secret_prints_it() {
    let mut printed = Printed::default();
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let draft = scim_draft(&app, &org, "Okta").await;
    let created =
        latchkey::app::create_client::create_client(&app, &org.id, &draft, false).await.expect("created");
    let RevealedSecret { text } =
        latchkey::app::place_secret::reveal_secret(&app, &org.id, &created.client.id)
            .await
            .expect("a secret");
    let mut canaries = vec![
        Canary { what: "ours".into(), text: CANARY.into() },
        Canary { what: "the client's".into(), text },
    ];
    printed.add("Secret", &secret());
    printed.add("StoredClient", &outside.stored("Okta"));
    printed.add("CreatedClient", &CreatedClient { client: created.client.clone(), secret: Some(secret()) });
    let value = CreatedClient { client: created.client.clone(), secret: Some(secret()) };
    printed.add("Answered", &Answered { value, status: 200, correlation_id: None });
    printed.add("Created", &created);
    printed.add("AccessToken", &AccessToken { token: secret(), expires_in_seconds: Some(1) });
    printed.add("Outcome", &Outcome::Code(secret()));
    let arrival = Arrival { method: "POST".into(), path: "/".into(), body: CANARY.into() };
    printed.add("Arrival", &arrival);

    let verifier = Verifier::fresh().expect("by chance");
    canaries.push(Canary { what: "the verifier's".into(), text: verifier.secret().expose().to_owned() });
    printed.add("Verifier", &verifier);
    let grant = CodeGrant {
        client_id: "id",
        code: &secret(),
        redirect_uri: "http://localhost",
        verifier: verifier.secret(),
    };
    printed.add("CodeGrant", &grant);
    let state = State::fresh("https://login.mypurecloud.de", "profile").expect("by chance");
    let request =
        AuthorizeRequest { state: &state, client_id: "id", redirect_uri: "http://localhost", challenge: "c" };
    let address = request.address();
    let text = address.split_once("state=").expect("a state").1.to_owned();
    canaries.push(Canary { what: "the state's".into(), text });
    printed.add("State", &state);
    printed.add("AuthorizeRequest", &request);

    let keychain = Memory::default();
    let key =
        SecretKey::new("3f2504e0-4f89-41d3-9a0c-0305e82c3301", SecretKind::ClientSecret).expect("a key");
    let vault = Vault::Memory(keychain.clone());
    vault.keep(&key, &secret()).await.expect("kept");
    printed.add("Memory", &keychain);
    printed.add("SecretKey", &key);
    let sealing = vault.sealing_key().await.expect("a key");
    canaries.push(sealing_key(&vault).await);
    printed.add("SealingKey", &sealing);

    let region = Region::of_domain("mypurecloud.de").expect("a region");
    let network = own_proxy();
    printed.add("Network", &network);
    let session =
        Session::with_token(Endpoint::cloud(region.clone()), secret(), &network).expect("a session");
    printed.add("Session", &session);
    printed.add("LoginHost", &LoginHost::new(Endpoint::cloud(region), &network).expect("a host"));

    let mut scanner = Scanner::of(&canaries);
    for (what, text) in &printed.0 {
        assert_eq!(scanner.look(what, text.as_bytes()), Default::default(), "{what}");
    }
    println!("canaries: {} types printed, 0 show their secret", printed.0.len());
    let careless = format!("{:?}", Some(CANARY));
    assert!(!scanner.look("a careless type", careless.as_bytes()).is_empty(), "the search finds one");
}

/// The key that seals, as the vault keeps it.
pub(super) async fn sealing_key(vault: &Vault) -> Canary {
    let name =
        SecretKey::new("6c617463-686b-6579-0000-7365616c696e", SecretKind::SealingKey).expect("a name");
    let kept = vault.fetch(&name).await.expect("fetched").expect("there");
    Canary { what: "sealing key".into(), text: kept.expose().to_owned() }
}
