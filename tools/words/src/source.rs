//! A `.ftl` file, and where in it something stands.

/// A `.ftl` file.
#[derive(Clone, Copy, Debug)]
pub struct Source<'s> {
    /// The path, as refusals tell it.
    pub path: &'s str,
    /// What is in it.
    pub text: &'s str,
}

/// A file and a line in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The path of the file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

impl Source<'_> {
    /// Where a slice of the text stands. The syntax tree has no positions, but whatever it names is
    /// a slice of the text.
    pub(crate) fn place_of(&self, slice: &str) -> Place {
        self.place_at((slice.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize))
    }

    /// Where a byte of the text stands.
    pub(crate) fn place_at(&self, offset: usize) -> Place {
        let breaks = self
            .text
            .bytes()
            .take(offset)
            .filter(|&byte| byte == b'\n')
            .count();
        Place {
            file: self.path.to_owned(),
            line: breaks + 1,
        }
    }
}
