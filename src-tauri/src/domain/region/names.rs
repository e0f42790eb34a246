//! The region that somebody names: by code, by place in English or French, or by the name of its environment.
//! It must never guess: a country with two regions is none, and names of two regions are none.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{REGIONS, Region};

/// Names of places beside the ones of the table, by code. Sources: the region page of the Genesys Cloud Resource
/// Center, in English and French, and the names that Amazon gives.
const PLACES: [(&str, &[&str]); 18] = [
    (
        "us-east-1",
        &["us east", "virginia", "n virginia", "northern virginia", "virginie", "virginie du nord"],
    ),
    ("us-east-2", &["us gov", "fedramp", "ohio", "us east 2 fedramp"]),
    ("us-west-2", &["us west", "oregon"]),
    ("ca-central-1", &["canada", "canada central", "montreal"]),
    ("mx-central-1", &["mexico", "mexico central", "mexique"]),
    ("sa-east-1", &["sao paulo", "brazil", "bresil", "south america", "amerique du sud"]),
    ("eu-west-1", &["ireland", "irlande", "dublin"]),
    ("eu-west-2", &["london", "londres", "uk", "united kingdom", "royaume uni"]),
    ("eu-central-1", &["frankfurt", "francfort", "frankfurt am main"]),
    ("eu-central-2", &["zurich", "switzerland", "suisse"]),
    (
        "eusc-de-east-1",
        &["eu sovereign cloud", "eu sovereign", "european sovereign cloud", "brandenburg", "brandebourg"],
    ),
    (
        "me-central-1",
        &["uae", "united arab emirates", "emirats arabes unis", "eau", "middle east", "moyen orient"],
    ),
    ("ap-south-1", &["mumbai", "bombay", "india", "inde"]),
    ("ap-southeast-1", &["singapore", "singapour"]),
    ("ap-southeast-2", &["sydney", "australia", "australie"]),
    ("ap-northeast-1", &["tokyo"]),
    ("ap-northeast-2", &["seoul", "korea", "south korea", "coree", "coree du sud"]),
    ("ap-northeast-3", &["osaka"]),
];

impl Region {
    /// The region of whatever people paste to say where their organization is: an address or host, a code as
    /// `us-west-2` or `us_west_2`, a place as `Frankfurt (eu-central-1)`, an environment as `prod-euw1`.
    pub fn of_pasted(text: &str) -> Option<Region> {
        if let Some(region) = Region::of_address(text) {
            return Some(region);
        }
        if text.contains("://") || text.contains('@') {
            return None;
        }
        let mut found: Option<Region> = None;
        for part in std::iter::once(text)
            .chain(text.split(['(', ')', '[', ']', ',', ';', '|', '–', '—', '·', ':', '\n']))
        {
            let region = match Region::of_address(part).or_else(|| named(part)) {
                Some(region) => region,
                // Somebody else's host beside a name: whose it is, is not for us to say.
                None if part != text && is_like_a_host(part) => return None,
                None => continue,
            };
            if found.as_ref().is_some_and(|other| *other != region) {
                return None;
            }
            found = Some(region);
        }
        found
    }
}

fn named(text: &str) -> Option<Region> {
    let words = plain(text);
    let code = words.replace(' ', "-");
    let is_environment = |name: &str| {
        code == name
            || code.strip_prefix("prod-") == Some(name)
            || code.strip_prefix("fedramp-").map(|rest| rest.strip_suffix("-core").unwrap_or(rest))
                == Some(name)
    };
    let is_place = |region: &Region| {
        let more = PLACES.iter().find(|(code, _)| *code == region.code).map_or(&[][..], |(_, names)| *names);
        words == plain(&region.place) || more.contains(&words.as_str())
    };
    REGIONS
        .into_iter()
        .find(|region| code == region.code || is_environment(&short_code(&region.code)) || is_place(region))
}

/// `eu-west-1` as it stands in hosts and environments, `euw1`.
fn short_code(code: &str) -> String {
    let direction = |part: &str| match part {
        "northeast" => "ne".to_owned(),
        "southeast" => "se".to_owned(),
        part => part.chars().take(1).collect(),
    };
    let parts: Vec<&str> = code.split('-').collect();
    match parts.as_slice() {
        [area, side, number] => format!("{area}{}{number}", direction(side)),
        _ => String::from("\u{0}"),
    }
}

/// Lower case, without accents; everything else between words is one space.
fn plain(text: &str) -> String {
    let letters: String = text
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_like_a_host(text: &str) -> bool {
    let letters: Vec<char> = text.trim().chars().collect();
    letters
        .windows(3)
        .any(|three| three[1] == '.' && three[0].is_alphanumeric() && three[2].is_alphanumeric())
}
