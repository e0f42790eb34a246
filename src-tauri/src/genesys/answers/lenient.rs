//! Members of answers that may be left out, and lists: what cannot be read is as good as absent, and is counted.
//! It must never be used for what a thing is known by, nor let pass a member that is said twice.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// Entries of a list, and how many there were that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept<T> {
    /// Those that could be read, in the server's order.
    pub entries: Vec<T>,
    /// How many could not.
    pub skipped: u32,
}

impl<T> Default for Kept<T> {
    fn default() -> Kept<T> {
        Kept { entries: Vec::new(), skipped: 0 }
    }
}

impl<T> Kept<T> {
    /// What was kept of the entries of a page.
    pub(in crate::genesys) fn of(entries: Vec<Maybe<T>>) -> Kept<T> {
        let all = Kept { entries, skipped: 0 };
        all.map(|Maybe(entry)| entry)
    }

    /// Makes something else of each entry; what gives nothing could not be read.
    pub fn map<U>(self, read: impl FnMut(T) -> Option<U>) -> Kept<U> {
        let before = self.entries.len();
        let entries: Vec<U> = self.entries.into_iter().filter_map(read).collect();
        let lost = u32::try_from(before - entries.len()).unwrap_or(u32::MAX);
        Kept { entries, skipped: self.skipped.saturating_add(lost) }
    }
}

/// A member that may be left out: whatever does not fit, such as `null` or another type, is as good as absent.
pub(in crate::genesys) struct Maybe<T>(pub(in crate::genesys) Option<T>);

impl<T> Default for Maybe<T> {
    fn default() -> Maybe<T> {
        Maybe(None)
    }
}

impl<T: Default> Maybe<T> {
    /// What was said, or nothing.
    pub(in crate::genesys) fn or_default(self) -> T {
        self.0.unwrap_or_default()
    }
}

/// What a value of JSON may be read as. Each kind that does not fit gives nothing, and is read to its end.
pub(in crate::genesys) trait Lenient: Sized {
    fn text(_: &str) -> Option<Self> {
        None
    }

    fn flag(_: bool) -> Option<Self> {
        None
    }

    /// A whole number; one that is larger than any of these does not fit either.
    fn number(_: i128) -> Option<Self> {
        None
    }

    fn list<'de, A: SeqAccess<'de>>(mut items: A) -> Result<Option<Self>, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    fn object<'de, A: MapAccess<'de>>(mut members: A) -> Result<Option<Self>, A::Error> {
        while members.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(None)
    }
}

impl Lenient for String {
    fn text(text: &str) -> Option<String> {
        Some(text.to_owned())
    }
}

impl Lenient for bool {
    fn flag(flag: bool) -> Option<bool> {
        Some(flag)
    }
}

impl Lenient for u32 {
    fn number(number: i128) -> Option<u32> {
        u32::try_from(number).ok()
    }
}

impl Lenient for u64 {
    fn number(number: i128) -> Option<u64> {
        u64::try_from(number).ok()
    }
}

impl<T: Lenient> Lenient for Kept<T> {
    fn list<'de, A: SeqAccess<'de>>(mut items: A) -> Result<Option<Kept<T>>, A::Error> {
        let mut kept = Kept::default();
        while let Some(Maybe(entry)) = items.next_element::<Maybe<T>>()? {
            match entry {
                Some(entry) => kept.entries.push(entry),
                None => kept.skipped = kept.skipped.saturating_add(1),
            }
        }
        Ok(Some(kept))
    }
}

/// Inside of something else, entries that cannot be read are left out.
impl<T: Lenient> Lenient for Vec<T> {
    fn list<'de, A: SeqAccess<'de>>(items: A) -> Result<Option<Vec<T>>, A::Error> {
        Ok(Kept::list(items)?.map(|kept| kept.entries))
    }
}

/// Lets objects be read leniently: all their members have to be `Maybe`.
macro_rules! lenient {
    ($($object:ty),+ $(,)?) => {$(
        impl $crate::genesys::answers::Lenient for $object {
            fn object<'de, A: serde::de::MapAccess<'de>>(members: A) -> Result<Option<Self>, A::Error> {
                $crate::genesys::answers::object(members).map(Some)
            }
        }
    )+};
}
pub(in crate::genesys) use lenient;

/// Reads an object of which all members are `Maybe`, so that only a member that is said twice is an error.
pub(in crate::genesys) fn object<'de, T: Deserialize<'de>, A: MapAccess<'de>>(
    members: A,
) -> Result<T, A::Error> {
    T::deserialize(MapAccessDeserializer::new(members))
}

struct Any<T>(PhantomData<T>);

impl<'de, T: Lenient> Deserialize<'de> for Maybe<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Maybe<T>, D::Error> {
        deserializer.deserialize_any(Any(PhantomData)).map(Maybe)
    }
}

/// A list is a list, whatever its entries are: anything else in its place is no answer.
impl<'de, T: Lenient> Deserialize<'de> for Kept<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Kept<T>, D::Error> {
        Maybe::deserialize(deserializer)?.0.ok_or_else(|| D::Error::custom("not a list"))
    }
}

impl<'de, T: Lenient> Visitor<'de> for Any<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_unit<E>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Option<T>, E> {
        Ok(T::flag(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Option<T>, E> {
        Ok(T::number(value.into()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Option<T>, E> {
        Ok(T::number(value.into()))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_str<E>(self, value: &str) -> Result<Option<T>, E> {
        Ok(T::text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Option<T>, A::Error> {
        T::list(items)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Option<T>, A::Error> {
        T::object(members)
    }
}
