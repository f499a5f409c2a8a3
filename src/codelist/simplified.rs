//! Traditional characters understood as Simplified ones, one for one, from `assets/codelists/traditional.txt`.

/// The table of characters.
#[derive(Debug, Clone, Default)]
pub struct Simplified {
    /// What each character is, by its code point: every character of every text is asked for.
    forms: Vec<Form>,
}

#[derive(Debug, Clone, Copy, Default)]
enum Form {
    /// The same in both scripts, or no Chinese character.
    #[default]
    Both,
    /// Only a Simplified text has it.
    Simplified,
    /// Only a Traditional text has it; this is its Simplified form.
    Traditional(char),
}

impl Simplified {
    /// Pairs of characters, Traditional first, separated by white space; lines that begin with `#` are notes.
    pub(super) fn parse(text: &str) -> Self {
        let pairs = || {
            let words = text.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
            words.filter_map(|pair| pair.chars().next().zip(pair.chars().nth(1)))
        };
        let mut out = Self::default();
        for (_, to) in pairs() {
            out.set(to, Form::Simplified);
        }
        // A character on both sides (后, 里) is Traditional where its line is.
        for (from, to) in pairs() {
            out.set(from, Form::Traditional(to));
        }
        out
    }

    fn set(&mut self, ch: char, form: Form) {
        let at = ch as usize;
        self.forms.resize(self.forms.len().max(at + 1), Form::Both);
        if let Some(slot) = self.forms.get_mut(at) {
            *slot = form;
        }
    }

    fn form(&self, ch: char) -> Form {
        self.forms.get(ch as usize).copied().unwrap_or_default()
    }

    /// Whether `text` is written in Traditional characters: more of those than of their Simplified forms.
    ///
    /// Many forms serve both (后, 里), so a few stray Traditional characters in a Simplified text do not count.
    pub fn speaks_for(&self, text: &str) -> bool {
        let (mut traditional, mut simplified, mut all) = (0_usize, 0_usize, 0_usize);
        for ch in text.chars().filter(|ch| !ch.is_ascii() && !ch.is_whitespace()) {
            all += 1;
            match self.form(ch) {
                Form::Traditional(_) => traditional += 1,
                Form::Simplified => simplified += 1,
                Form::Both => {}
            }
        }
        traditional * 20 > all && traditional > simplified
    }

    /// The Simplified form of `ch`, or `ch` itself.
    pub fn fold(&self, ch: char) -> char {
        match self.form(ch) {
            Form::Traditional(to) => to,
            Form::Simplified | Form::Both => ch,
        }
    }
}
