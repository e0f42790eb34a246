//! Where a character that shows nothing is needed: joiners, selectors, fillers, tags and marks of direction, by what is
//! around them. Sources: UAX 31 and RFC 5892 appendix A (joiners), UTS 51 (emoji), UAX 9 (direction), Unicode 17 23.4.
//! It must never let one pass because its script has a use for it somewhere else.

use icu_properties::props::{
    BidiClass, CanonicalCombiningClass, Emoji, EmojiModifier, ExtendedPictographic, GeneralCategory,
    HangulSyllableType, Ideographic, JoiningType, LineBreak, Script,
};
use icu_properties::{CodePointMapData, CodePointSetData};

const BLACK_FLAG: char = '\u{1F3F4}';
const TAG_END: char = '\u{E007F}';

/// A text, and what is known of it as a whole.
pub(super) struct Context<'a> {
    text: &'a [char],
    /// Places of controls of direction that are closed, or close another, in a text that needs them.
    paired: Vec<usize>,
    /// Whether something in it is written from right to left.
    has_right_to_left: bool,
}

impl<'a> Context<'a> {
    pub(super) fn of(text: &'a [char]) -> Context<'a> {
        let direction = CodePointMapData::<BidiClass>::new();
        let is_rtl = |c: &char| {
            matches!(direction.get(*c), BidiClass::RightToLeft | BidiClass::ArabicLetter) && !is_mark(*c)
        };
        let has_right_to_left = text.iter().any(is_rtl);
        let paired = if has_right_to_left { pairs(text) } else { Vec::new() };
        Context { text, paired, has_right_to_left }
    }

    /// Whether the character at a place is needed there.
    pub(super) fn needs(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| self.text[before]);
        let after = self.text.get(at + 1).copied();
        let around = |is: fn(char) -> bool| before.is_some_and(is) && after.is_some_and(is);
        match self.text[at] {
            '\u{200D}' => self.joins_emoji(at) || self.follows_virama(at) || self.shapes(at),
            '\u{200C}' => self.follows_virama(at) || self.breaks_a_join(at),
            // Where words are not separated, it says where a line may break.
            '\u{200B}' => around(is_complex),
            '\u{034F}' => around(is_nonspacing),
            '\u{115F}' => self.is_leading_filler(at),
            '\u{1160}' => self.is_vowel_filler(before, after, at),
            '\u{180B}'..='\u{180D}' | '\u{180F}' => before.is_some_and(is_mongolian),
            '\u{180E}' => around(is_mongolian),
            '\u{2800}' => {
                [before, after].into_iter().flatten().any(|c| ('\u{2801}'..='\u{28FF}').contains(&c))
            }
            '\u{FE0E}' | '\u{FE0F}' => before.is_some_and(|c| is_emoji(c, after)),
            '\u{FE00}'..='\u{FE0D}' => before.is_some_and(has_variants),
            '\u{E0100}'..='\u{E01EF}' => before.is_some_and(is_ideograph),
            '\u{E0020}'..=TAG_END => self.is_of_flag(at),
            c if is_mark(c) => {
                self.has_right_to_left && [before, after].into_iter().flatten().all(|c| !is_mark(c))
            }
            _ => self.paired.binary_search(&at).is_ok(),
        }
    }

    /// Between two pictures, selectors and skin colours apart.
    fn joins_emoji(&self, at: usize) -> bool {
        let picture = |c: char| CodePointSetData::new::<ExtendedPictographic>().contains(c);
        let dresses = |c: char| c == '\u{FE0F}' || CodePointSetData::new::<EmojiModifier>().contains(c);
        let before = self.text[..at].iter().rev().find(|c| !dresses(**c));
        before.is_some_and(|c| picture(*c)) && self.text.get(at + 1).is_some_and(|c| picture(*c))
    }

    /// Right behind the sign that takes the vowel away, marks apart; or before it, behind a letter (Bengali, Sinhala).
    fn follows_virama(&self, at: usize) -> bool {
        let class = CodePointMapData::<CanonicalCombiningClass>::new();
        let is_virama = |c: &char| class.get(*c) == CanonicalCombiningClass::Virama;
        let before = self.text[..at].iter().rev().find(|c| is_virama(c) || !is_nonspacing(**c));
        let letter = at.checked_sub(1).is_some_and(|before| self.text[before].is_alphabetic());
        let virama_next =
            letter && self.text[at] == '\u{200D}' && self.text.get(at + 1).is_some_and(is_virama);
        before.is_some_and(is_virama) || virama_next
    }

    /// Between two letters that would be joined without it.
    fn breaks_a_join(&self, at: usize) -> bool {
        let (before, after) = self.joinings(at);
        matches!(before, JoiningType::LeftJoining | JoiningType::DualJoining)
            && matches!(after, JoiningType::RightJoining | JoiningType::DualJoining)
    }

    /// Beside a letter that takes the form in which it is joined with nothing to join: the Persian sign of the era.
    fn shapes(&self, at: usize) -> bool {
        let (before, after) = self.joinings(at);
        let is_joined =
            matches!(after, JoiningType::RightJoining | JoiningType::DualJoining | JoiningType::JoinCausing);
        let joins =
            matches!(before, JoiningType::LeftJoining | JoiningType::DualJoining | JoiningType::JoinCausing);
        joins != is_joined
    }

    /// How the letters around a place join, marks apart.
    fn joinings(&self, at: usize) -> (JoiningType, JoiningType) {
        let shown = |kind: &JoiningType| *kind != JoiningType::Transparent;
        let before = self.text[..at].iter().rev().map(|c| joining(*c)).find(shown);
        let after = self.text[at + 1..].iter().map(|c| joining(*c)).find(shown);
        (before.unwrap_or(JoiningType::NonJoining), after.unwrap_or(JoiningType::NonJoining))
    }

    /// In place of a first consonant, before a vowel.
    fn is_leading_filler(&self, at: usize) -> bool {
        match self.text.get(at + 1) {
            Some('\u{1160}') => {
                self.text.get(at + 2).is_some_and(|c| syllable(*c) == HangulSyllableType::TrailingJamo)
            }
            Some(c) => syllable(*c) == HangulSyllableType::VowelJamo,
            None => false,
        }
    }

    /// In place of a vowel, behind a first consonant; or between its filler and a last one.
    fn is_vowel_filler(&self, before: Option<char>, after: Option<char>, at: usize) -> bool {
        match before {
            Some('\u{115F}') => after.is_some() && self.is_leading_filler(at - 1),
            Some(c) => syllable(c) == HangulSyllableType::LeadingJamo,
            None => false,
        }
    }

    /// Part of the flag of a country within a state: a black flag, three to six letters or digits, and the end.
    fn is_of_flag(&self, at: usize) -> bool {
        let is_tag = |c: &&char| ('\u{E0020}'..='\u{E007E}').contains(*c);
        let start = at - self.text[..at].iter().rev().take_while(is_tag).count();
        let letters = &self.text[start..];
        let count = letters.iter().take_while(is_tag).count();
        let is_letter = |c: &char| matches!(*c, '\u{E0030}'..='\u{E0039}' | '\u{E0061}'..='\u{E007A}');
        start > 0
            && self.text[start - 1] == BLACK_FLAG
            && (3..=6).contains(&count)
            && letters[..count].iter().all(is_letter)
            && letters.get(count) == Some(&TAG_END)
    }
}

/// Embeddings and isolates with their ends. An override is never needed, nor what closes one.
fn pairs(text: &[char]) -> Vec<usize> {
    let mut open: Vec<usize> = Vec::new();
    let mut paired = Vec::new();
    for (at, c) in text.iter().enumerate() {
        match c {
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' | '\u{2066}'..='\u{2068}' => open.push(at),
            '\u{202C}' | '\u{2069}' => {
                let is_isolate = |at: usize| ('\u{2066}'..='\u{2068}').contains(&text[at]);
                let Some(begin) = open.pop_if(|begin| is_isolate(*begin) == (*c == '\u{2069}')) else {
                    continue;
                };
                if !matches!(text[begin], '\u{202D}' | '\u{202E}') && at > begin + 1 {
                    paired.extend([begin, at]);
                }
            }
            _ => {}
        }
    }
    paired.sort_unstable();
    paired
}

/// A mark of direction that shows nothing and has no end.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}')
}

fn joining(c: char) -> JoiningType {
    CodePointMapData::<JoiningType>::new().get(c)
}

fn syllable(c: char) -> HangulSyllableType {
    // The fillers are of these kinds too, and stand for nothing themselves.
    if matches!(c, '\u{115F}' | '\u{1160}') {
        return HangulSyllableType::NotApplicable;
    }
    CodePointMapData::<HangulSyllableType>::new().get(c)
}

fn is_complex(c: char) -> bool {
    CodePointMapData::<LineBreak>::new().get(c) == LineBreak::ComplexContext
}

fn is_nonspacing(c: char) -> bool {
    CodePointMapData::<GeneralCategory>::new().get(c) == GeneralCategory::NonspacingMark
}

fn is_mongolian(c: char) -> bool {
    CodePointMapData::<Script>::new().get(c) == Script::Mongolian && c.is_alphabetic()
}

fn is_ideograph(c: char) -> bool {
    CodePointSetData::new::<Ideographic>().contains(c)
}

/// A digit is an emoji only as a key.
fn is_emoji(c: char, after: Option<char>) -> bool {
    CodePointSetData::new::<Emoji>().contains(c) && (!c.is_ascii() || after == Some('\u{20E3}'))
}

/// Scripts and symbols for which Unicode lists variants of single characters.
fn has_variants(c: char) -> bool {
    let script = CodePointMapData::<Script>::new().get(c);
    is_ideograph(c)
        || matches!(script, Script::Myanmar | Script::PhagsPa | Script::Manichaean)
        || CodePointMapData::<GeneralCategory>::new().get(c) == GeneralCategory::MathSymbol
}
