//! What the description of the interface says of the calls that are used, as a table, and a judge of exchanges by it.
//! Must never be gentler than the table: what it does not know is found too.

use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Members that the practice organization has on purpose, so that unknown ones are kept: announced, not described.
const FUTURE: [&str; 2] = ["allowedIpRangesGuess", "allowedFromGuess"];

#[derive(Deserialize)]
pub(crate) struct Description {
    codes: BTreeMap<String, Vec<String>>,
    checked: Vec<String>,
    pub(crate) calls: Vec<Call>,
    types: BTreeMap<String, BTreeMap<String, String>>,
}

/// One operation.
#[derive(Deserialize)]
pub(crate) struct Call {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) success: Vec<u16>,
    pub(crate) answer: Option<String>,
    pub(crate) body: Option<String>,
    pub(crate) scopes: Vec<String>,
    #[serde(default)]
    pub(crate) any: Vec<String>,
    #[serde(default)]
    pub(crate) all: Vec<String>,
    /// Whether its parameters are checked, with the codes for that.
    #[serde(default)]
    checked: bool,
    #[serde(default)]
    codes: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub(crate) required: Vec<String>,
}

impl Call {
    fn is_at(&self, path: &str) -> bool {
        let (mut ours, mut theirs) = (self.path.split('/'), path.split('/'));
        loop {
            match (ours.next(), theirs.next()) {
                (None, None) => return true,
                (Some(ours), Some(theirs))
                    if ours == theirs || (ours.starts_with('{') && !theirs.is_empty()) => {}
                _ => return false,
            }
        }
    }
}

impl Description {
    pub(crate) fn read() -> Self {
        serde_json::from_str(include_str!("../tables/description.json")).expect("a table")
    }

    /// The operation at this path, the one with the fewest placeholders.
    pub(crate) fn call(&self, method: &str, path: &str) -> Option<&Call> {
        let path = path.split('?').next().unwrap_or_default();
        let there = self.calls.iter().filter(|call| call.method == method && call.is_at(path));
        there.min_by_key(|call| call.path.matches('{').count())
    }

    /// The members of a type, with `!` behind those that are required.
    pub(crate) fn members(&self, name: &str) -> &BTreeMap<String, String> {
        &self.types[name]
    }

    /// What of an answer the description does not allow.
    pub(crate) fn judge(&self, method: &str, path: &str, status: u16, body: &Value) -> Vec<String> {
        let Some(call) = self.call(method, path) else { return Vec::new() };
        if status >= 400 {
            return self.judge_refusal(call, status, body);
        }
        let mut found = Vec::new();
        if !call.success.is_empty() && !call.success.contains(&status) {
            found.push(format!("{status} is none of {:?}", call.success));
        }
        match &call.answer {
            Some(notation) => self.look(notation, body, "", &mut found),
            None if !is_nothing(body) => found.push("an answer where none is described".to_owned()),
            None => {}
        }
        found
    }

    /// What of a request the description does not allow. Members that it does not know are no fault: a change sends them
    /// back as they came.
    pub(crate) fn judge_request(&self, method: &str, path: &str, body: &[u8]) -> Vec<String> {
        let Some(call) = self.call(method, path) else { return Vec::new() };
        let mut found = Vec::new();
        match (&call.body, serde_json::from_slice::<Value>(body)) {
            (Some(notation), Ok(body)) => self.look(notation, &body, "", &mut found),
            (Some(_), Err(_)) => found.push("no body, or no JSON".to_owned()),
            (None, _) if !body.is_empty() => found.push("a body where none is taken".to_owned()),
            (None, _) => {}
        }
        found.retain(|what| !what.contains("is no member of"));
        found.into_iter().map(|what| format!("{method} {path}: {what}")).collect()
    }

    fn judge_refusal(&self, call: &Call, status: u16, body: &Value) -> Vec<String> {
        let mut found = Vec::new();
        if call.method != "HEAD" {
            self.look("#ErrorBody", body, "", &mut found);
            let key = status.to_string();
            let mut known: Vec<&String> = self.codes.get(&key).into_iter().flatten().collect();
            known.extend(call.codes.get(&key).into_iter().flatten());
            known.extend(self.checked.iter().filter(|_| call.checked && status == 400));
            let code = body["code"].as_str().unwrap_or_default();
            if !known.iter().any(|known| *known == code) {
                found.push(format!("the code {code:?} is not described for {status}"));
            }
        }
        found
    }

    /// Looks at a value by a notation, everything in it included.
    pub(crate) fn look(&self, notation: &str, value: &Value, place: &str, found: &mut Vec<String>) {
        if let Some(inner) = notation.strip_prefix("[]").or_else(|| notation.strip_prefix("{}")) {
            let Some(list) = value.as_array() else { return found.push(format!("{place} is no list")) };
            list.iter().for_each(|item| self.look(inner, item, &format!("{place}[]"), found));
            if notation.starts_with("{}") && (1..list.len()).any(|at| list[..at].contains(&list[at])) {
                found.push(format!("{place} has a value twice"));
            }
        } else if let Some(name) = notation.strip_prefix('#') {
            let Some(object) = value.as_object() else { return found.push(format!("{place} is no object")) };
            self.look_at_members(name, object, place, found);
        } else if let Some(inner) = notation.strip_prefix("map:") {
            let Some(object) = value.as_object() else { return found.push(format!("{place} is no object")) };
            object
                .iter()
                .for_each(|(name, value)| self.look(inner, value, &format!("{place}.{name}"), found));
        } else if !is_plain(notation, value) {
            found.push(format!("{place} is no {notation}: {value}"));
        }
    }

    fn look_at_members(&self, name: &str, object: &Map<String, Value>, place: &str, found: &mut Vec<String>) {
        let members = self.members(name);
        for (member, value) in object {
            let place = format!("{place}.{member}");
            match members.get(member).or_else(|| members.get(&format!("{member}!"))) {
                Some(notation) => self.look(notation, value, &place, found),
                None if FUTURE.contains(&member.as_str()) => {}
                None => found.push(format!("{place} is no member of {name}")),
            }
        }
        for required in members.keys().filter_map(|member| member.strip_suffix('!')) {
            if !object.contains_key(required) {
                found.push(format!("{place}.{required} is missing"));
            }
        }
    }
}

fn is_nothing(body: &Value) -> bool {
    matches!(body, Value::Null) || body.as_str() == Some("") || body.as_object().is_some_and(Map::is_empty)
}

fn is_plain(notation: &str, value: &Value) -> bool {
    match notation {
        "any" => true,
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "int32" => value.as_i64().is_some_and(|number| i32::try_from(number).is_ok()),
        "int64" | "integer" => value.is_i64(),
        "float" | "double" | "number" => value.is_number(),
        "date-time" => value.as_str().is_some_and(is_moment),
        "interval" => value.as_str().is_some_and(|text| text.contains('/')),
        _ => notation.strip_prefix('=').is_some_and(|values| {
            value.as_str().is_some_and(|text| values.split('|').any(|known| known == text))
        }),
    }
}

/// `yyyy-MM-ddTHH:mm:ss[.mmm]Z`.
fn is_moment(text: &str) -> bool {
    let digits: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    let forms = ["0000-00-00T00:00:00Z", "0000-00-00T00:00:00.000Z"];
    forms.contains(&digits.as_str()) && text.parse::<jiff::Timestamp>().is_ok()
}

/// The same value with one thing wrong, in every place where something can be: each must be found.
pub(crate) fn spoilt(description: &Description, notation: &str, value: &Value) -> Vec<Value> {
    let wrong_kind = if value.is_boolean() { Value::from(7) } else { Value::Bool(true) };
    let mut spoilt = if notation == "any" { Vec::new() } else { vec![wrong_kind, Value::Null] };
    let inner = notation.strip_prefix("[]").or_else(|| notation.strip_prefix("{}"));
    if let (Some(inner), Some([first, rest @ ..])) = (inner, value.as_array().map(Vec::as_slice)) {
        let with = |item| Value::Array([&[item], rest].concat());
        spoilt.extend(self::spoilt(description, inner, first).into_iter().map(with));
        if notation.starts_with("{}") {
            spoilt.push(Value::Array(
                [std::slice::from_ref(first), value.as_array().expect("a list").as_slice()].concat(),
            ));
        }
    }
    if let (Some(name), Some(object)) = (notation.strip_prefix('#'), value.as_object()) {
        for (key, notation) in description.members(name) {
            let member = key.trim_end_matches('!');
            let Some(value) = object.get(member) else { continue };
            for wrong in self::spoilt(description, notation, value) {
                let mut object = object.clone();
                object.insert(member.to_owned(), wrong);
                spoilt.push(Value::Object(object));
            }
            if key.ends_with('!') {
                let mut object = object.clone();
                object.remove(member);
                spoilt.push(Value::Object(object));
            }
        }
        let mut object = object.clone();
        object.insert("surprise".to_owned(), Value::Null);
        spoilt.push(Value::Object(object));
    }
    if notation.starts_with('=') || ["date-time", "interval"].contains(&notation) {
        spoilt.push(Value::from("asleep"));
    }
    spoilt
}
