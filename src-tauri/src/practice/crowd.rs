//! A crowd of made-up clients, as an organization has that nobody has tidied for years: the same each time.
//! Must never give two of them the same id, nor a secret that can be guessed.

use super::client::{Client, Content};
use super::clock::{Clock, date};
use super::org::EVERYWHERE;
use super::scene::{RoleDivision, Scene};

/// Most clients of a crowd.
pub(super) const LARGEST: u32 = 10_000;

/// The ids of the crowd begin like this, and of nobody else.
const MARK: &str = "c40dc40d-0000-4000-8000-";

const PURPOSES: [&str; 24] = [
    "Wallboard",
    "CRM softphone",
    "Nightly export",
    "Data actions",
    "Téléphonie",
    "Synchronisation des équipes",
    "Kundenportal",
    "Rückruf-Widget",
    "Provisioning",
    "Señales de calidad",
    "Intranet assertion",
    "Façade du guichet",
    "Survey mailer",
    "Recording archive",
    "Workforce import",
    "Chat widget",
    "Billing feed",
    "Callback planner",
    "Œuvres sociales",
    "Speech analytics",
    "Agent assist",
    "Ticket bridge",
    "Lobby kiosk",
    "Campaign loader",
];

const PLACES: [&str; 16] = [
    "Paris",
    "Lyon",
    "Montréal",
    "München",
    "Köln",
    "Zürich",
    "London",
    "Dublin",
    "Málaga",
    "São Paulo",
    "Århus",
    "Łódź",
    "Genève",
    "Wien",
    "Québec",
    "Porto",
];

const OWNERS: [&str; 6] =
    ["Camille Roux", "Jürgen Groß", "Priya Nair", "Zoë Lefèvre", "Sam Doyle", "Team Voice"];

/// Those of a crowd that a greater one has more. Without randomness for secrets there are fewer.
pub(super) fn members(scene: &Scene, clock: Clock, range: std::ops::Range<u32>) -> Vec<Client> {
    range.filter_map(|number| member(scene, clock, number)).collect()
}

/// The number of one of the crowd; nothing for any other client.
pub(super) fn number(id: &str) -> Option<u32> {
    id.strip_prefix(MARK)?.parse().ok()
}

fn member(scene: &Scene, clock: Clock, number: u32) -> Option<Client> {
    let mut dice = Dice(u64::from(number));
    let age = 1 + dice.below(2_400);
    let made = clock.in_days(-age);
    let mut content = content(scene, &mut dice, number);
    if content.state == "inactive" {
        content.date_to_delete = Some(date(clock.in_days(1 + dice.below(30))));
    }
    let mut client = Client::new(content, &scene.cast.administrator.id, made).ok()?;
    client.id = format!("{MARK}{number:012}");
    client.modified = clock.in_days(-dice.below(age));
    client.calls = if dice.one_in(4) { 0 } else { u32::try_from(dice.below(3_000)).unwrap_or(0) };
    Some(client)
}

fn content(scene: &Scene, dice: &mut Dice, number: u32) -> Content {
    let (purpose, place) = (dice.pick(&PURPOSES), dice.pick(&PLACES));
    let grant = match dice.below(100) {
        0..=44 => "CLIENT-CREDENTIALS",
        45..=79 => "CODE",
        80..=91 => "TOKEN",
        _ => "SAML2-BEARER",
    };
    let state = match dice.below(100) {
        0..=89 => "active",
        90..=96 => "inactive",
        _ => "disabled",
    };
    // Some were made twice under one name.
    let name =
        if dice.one_in(20) { format!("{purpose} {place}") } else { format!("{purpose} {place} {number}") };
    let description = match dice.below(4) {
        0 => None,
        1 => Some(format!("{purpose} for the site in {place}")),
        _ => Some(format!("{purpose} for the site in {place}, owner {}", dice.pick(&OWNERS))),
    };
    let content = Content {
        name,
        description,
        grant: grant.to_owned(),
        state: state.to_owned(),
        seconds: [3_600, 28_800, 43_200, 64_800, 86_400, 86_400][dice.index(6)],
        ..Content::default()
    };
    match grant {
        "CLIENT-CREDENTIALS" => with_roles(content, scene, dice),
        "SAML2-BEARER" => Content { scope: scopes(scene, dice), ..content },
        _ => Content { scope: scopes(scene, dice), redirects: redirects(dice, grant, number), ..content },
    }
}

/// One in twelve is for SCIM; of these one in four has lost its 450 days to another role.
fn with_roles(content: Content, scene: &Scene, dice: &mut Dice) -> Content {
    let (roles, divisions) = (&scene.cast.roles, &scene.cast.divisions);
    let pair = |role_id: &str, dice: &mut Dice| RoleDivision {
        role_id: role_id.to_owned(),
        division_id: match dice.below(4) {
            0 => EVERYWHERE.to_owned(),
            _ => divisions[dice.index(divisions.len())].id.clone(),
        },
    };
    let scim = roles.iter().find(|role| role.name == "SCIM Integration");
    if let (true, Some(scim)) = (dice.one_in(12), scim) {
        let alone = !dice.one_in(4);
        let mut held = vec![pair(&scim.id, dice)];
        if !alone {
            held.push(pair(&roles[0].id, dice));
        }
        return Content { roles: held, seconds: if alone { 38_880_000 } else { 86_400 }, ..content };
    }
    let mut held: Vec<RoleDivision> = Vec::new();
    for _ in 0..1 + dice.below(3) {
        let next = pair(&roles[dice.index(roles.len())].id, dice);
        if !held.contains(&next) {
            held.push(next);
        }
    }
    Content { roles: held, ..content }
}

fn scopes(scene: &Scene, dice: &mut Dice) -> Vec<String> {
    let first = dice.index(scene.scopes.len());
    let many = 1 + dice.index(11);
    let chosen = scene.scopes.iter().cycle().skip(first).step_by(1 + dice.index(4)).take(many);
    let mut chosen: Vec<String> = chosen.map(|scope| scope.id.clone()).collect();
    chosen.sort();
    chosen.dedup();
    chosen
}

/// Most are as they should be; some are those of Embeddable Framework, plain HTTP, or cannot match.
fn redirects(dice: &mut Dice, grant: &str, number: u32) -> Vec<String> {
    if grant == "TOKEN" && dice.one_in(3) {
        let host = ["apps.mypurecloud.de", "apps.mypurecloud.com", "apps.euw2.pure.cloud"][dice.index(3)];
        return ["index.html", "authWindow.html"].map(|page| format!("https://{host}/crm/{page}")).to_vec();
    }
    let own = format!("site{number}.harbour.example");
    let first = match dice.below(16) {
        0 => format!("http://{own}/callback"),
        1 => format!("https://*.{own}/callback"),
        2 => format!("https://{own}/callback#done"),
        3 => "http://localhost:8085/oauth2/callback".to_owned(),
        _ => format!("https://{own}/oauth/callback"),
    };
    if dice.one_in(3) { vec![first, format!("https://test.{own}/oauth/callback")] } else { vec![first] }
}

/// Numbers that look like chance and are the same each time: SplitMix64.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to one below `end`.
    fn below(&mut self, end: i32) -> i32 {
        let end = u64::try_from(end).unwrap_or(1).max(1);
        i32::try_from(self.roll() % end).unwrap_or(0)
    }

    fn index(&mut self, length: usize) -> usize {
        usize::try_from(self.roll() % u64::try_from(length.max(1)).unwrap_or(1)).unwrap_or(0)
    }

    fn one_in(&mut self, many: i32) -> bool {
        self.below(many) == 0
    }

    fn pick<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all.get(self.index(all.len())).copied().unwrap_or_default()
    }
}
