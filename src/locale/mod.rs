//! The window's texts in Chinese of both scripts and English, from `assets/locale`, and how numbers and periods are written in each.
//!
//! Looks texts up; decides nothing about what is shown.

mod amount;
mod check;
mod citation;
mod comparison;
mod facts;
mod format;
mod trace;

pub use amount::{LandUnit, NumberStyle, UnitStyle};
pub(crate) use citation::file_name;
pub use citation::{CitationStyle, Cited};
pub use comparison::correction_mark;
pub use facts::{FactChange, bound_key, form_key, status_key};
pub use format::{axis_text, number};

use std::collections::BTreeMap;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// A language of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Language {
    /// 简体中文.
    #[serde(rename = "zh-CN")]
    Chinese,
    /// 繁體中文, in the words of Taiwan. Names of places and indicators stay as the reports write them.
    #[serde(rename = "zh-Hant")]
    Traditional,
    /// English.
    #[serde(rename = "en")]
    English,
}

/// Texts by file: one file a screen, the same files for each language.
const CHINESE_FILES: &[&str] = &[
    include_str!("../../assets/locale/zh-CN/audit.ftl"),
    include_str!("../../assets/locale/zh-CN/commands.ftl"),
    include_str!("../../assets/locale/zh-CN/compare.ftl"),
    include_str!("../../assets/locale/zh-CN/export.ftl"),
    include_str!("../../assets/locale/zh-CN/main.ftl"),
    include_str!("../../assets/locale/zh-CN/messages.ftl"),
    include_str!("../../assets/locale/zh-CN/program.ftl"),
    include_str!("../../assets/locale/zh-CN/project.ftl"),
    include_str!("../../assets/locale/zh-CN/review.ftl"),
    include_str!("../../assets/locale/zh-CN/sheet.ftl"),
    include_str!("../../assets/locale/zh-CN/trace.ftl"),
];
const TRADITIONAL_FILES: &[&str] = &[
    include_str!("../../assets/locale/zh-Hant/audit.ftl"),
    include_str!("../../assets/locale/zh-Hant/commands.ftl"),
    include_str!("../../assets/locale/zh-Hant/compare.ftl"),
    include_str!("../../assets/locale/zh-Hant/export.ftl"),
    include_str!("../../assets/locale/zh-Hant/main.ftl"),
    include_str!("../../assets/locale/zh-Hant/messages.ftl"),
    include_str!("../../assets/locale/zh-Hant/program.ftl"),
    include_str!("../../assets/locale/zh-Hant/project.ftl"),
    include_str!("../../assets/locale/zh-Hant/review.ftl"),
    include_str!("../../assets/locale/zh-Hant/sheet.ftl"),
    include_str!("../../assets/locale/zh-Hant/trace.ftl"),
];
const ENGLISH_FILES: &[&str] = &[
    include_str!("../../assets/locale/en/audit.ftl"),
    include_str!("../../assets/locale/en/commands.ftl"),
    include_str!("../../assets/locale/en/compare.ftl"),
    include_str!("../../assets/locale/en/export.ftl"),
    include_str!("../../assets/locale/en/main.ftl"),
    include_str!("../../assets/locale/en/messages.ftl"),
    include_str!("../../assets/locale/en/program.ftl"),
    include_str!("../../assets/locale/en/project.ftl"),
    include_str!("../../assets/locale/en/review.ftl"),
    include_str!("../../assets/locale/en/sheet.ftl"),
    include_str!("../../assets/locale/en/trace.ftl"),
];
const UNITS: &str = include_str!("../../assets/locale/units.toml");

impl Language {
    /// All, in menu order.
    pub const ALL: [Self; 3] = [Self::Chinese, Self::Traditional, Self::English];

    /// The system's language. Chinese where the system names none: the reports are Chinese.
    pub fn of_system() -> Self {
        sys_locale::get_locale().map_or(Self::Chinese, |tag| Self::of_tag(&tag))
    }

    /// The language that suits readers of `tag`, a BCP 47 tag or a POSIX locale.
    pub fn of_tag(tag: &str) -> Self {
        let tag = tag.to_ascii_lowercase();
        let mut parts = tag.split(['-', '_', '.', '@']);
        match parts.next() {
            None | Some("" | "c" | "posix") => Self::Chinese,
            Some("zh") => {
                let parts: Vec<&str> = parts.collect();
                let has = |wanted: &[&str]| parts.iter().any(|part| wanted.contains(part));
                // A script that is named decides; else the region does.
                if has(&["hant"]) || (has(&["tw", "hk", "mo"]) && !has(&["hans"])) {
                    Self::Traditional
                } else {
                    Self::Chinese
                }
            }
            Some(_) => Self::English,
        }
    }

    /// Whether it is Chinese, in whichever script.
    pub fn is_chinese(self) -> bool {
        matches!(self, Self::Chinese | Self::Traditional)
    }

    /// BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN",
            Self::Traditional => "zh-Hant",
            Self::English => "en",
        }
    }

    /// The texts, as in the files.
    pub fn files(self) -> &'static [&'static str] {
        match self {
            Self::Chinese => CHINESE_FILES,
            Self::Traditional => TRADITIONAL_FILES,
            Self::English => ENGLISH_FILES,
        }
    }
}

/// The texts of one language.
pub struct Locale {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    units: BTreeMap<String, String>,
    style: UnitStyle,
}

impl Locale {
    /// The texts of `language`. A text that cannot be read is left out and shown by its key.
    pub fn new(language: Language) -> Self {
        let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![tag]);
        // The marks are invisible, but break copying, searching and labels for screen readers.
        bundle.set_use_isolating(false);
        for file in language.files() {
            let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(partial, errors)| {
                log::error!("texts of {}: {errors:?}", language.tag());
                partial
            });
            if let Err(errors) = bundle.add_resource(resource) {
                log::error!("texts of {}: {errors:?}", language.tag());
            }
        }
        let mut units: BTreeMap<String, BTreeMap<String, String>> = toml::from_str(UNITS).unwrap_or_else(|error| {
            log::error!("units: {error}");
            BTreeMap::new()
        });
        Self { language, bundle, units: units.remove(language.tag()).unwrap_or_default(), style: UnitStyle::default() }
    }

    /// Which language this is.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The text with `key`.
    pub fn text(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The text with `key`, its places filled from `arguments`.
    pub fn with(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        self.lookup(key, None, arguments).unwrap_or_else(|| {
            log::error!("no text “{key}” in {}", self.language.tag());
            key.to_owned()
        })
    }

    /// The text with `key`, or `None` where there is none: for keys made from error codes.
    pub fn find(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> Option<String> {
        self.lookup(key, None, arguments)
    }

    /// The tooltip of the text with `key`.
    pub fn tooltip(&self, key: &str) -> Option<String> {
        self.lookup(key, Some("tooltip"), &[])
    }

    fn lookup(&self, key: &str, attribute: Option<&str>, arguments: &[(&str, Argument<'_>)]) -> Option<String> {
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut filled = FluentArgs::with_capacity(arguments.len());
        for (name, value) in arguments {
            match value {
                Argument::Text(text) => filled.set(*name, FluentValue::from(*text)),
                Argument::Count(count) => filled.set(*name, FluentValue::from(*count)),
            }
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&filled), &mut errors);
        if !errors.is_empty() {
            log::error!("text “{key}” in {}: {errors:?}", self.language.tag());
        }
        Some(text.into_owned())
    }
}

/// What fills a place in a text.
#[derive(Debug, Clone, Copy)]
pub enum Argument<'a> {
    /// Words.
    Text(&'a str),
    /// A number that may choose between singular and plural.
    Count(usize),
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Argument<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Argument<'_> {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readers_get_their_language() {
        for (tag, language) in [
            ("zh-CN", Language::Chinese),
            ("zh_CN.UTF-8", Language::Chinese),
            ("zh", Language::Chinese),
            ("zh-Hans-HK", Language::Chinese),
            ("zh-TW", Language::Traditional),
            ("zh_TW.UTF-8", Language::Traditional),
            ("zh-HK", Language::Traditional),
            ("zh-Hant-MO", Language::Traditional),
            ("zh-Hant", Language::Traditional),
            ("C.UTF-8", Language::Chinese),
            ("POSIX", Language::Chinese),
            ("", Language::Chinese),
            ("en-GB", Language::English),
            ("de", Language::English),
        ] {
            assert_eq!(Language::of_tag(tag), language, "{tag}");
        }
    }
}
