//! The text of a sentence: line breaks, escapes, characters that nobody sees.

/// Joins the lines of a text: a line break, with the blanks and empty lines around it, becomes one
/// blank. Fluent has already dropped the indent that all lines share and the blanks at both ends.
pub(crate) fn join_lines(text: &str) -> String {
    let last = text.matches('\n').count();
    let lines = text.split('\n').enumerate().map(|(number, line)| {
        let line = if number == 0 {
            line
        } else {
            line.trim_start_matches(' ')
        };
        let line = if number == last {
            line
        } else {
            line.trim_end_matches(' ')
        };
        (number == 0 || number == last, line)
    });
    let lines: Vec<_> = lines
        .filter(|(edge, line)| *edge || !line.is_empty())
        .map(|(_, line)| line)
        .collect();
    lines.join(" ")
}

/// The first character that nobody sees, with its offset: controls, marks of direction and width,
/// and U+FFFD, which stands for an escape that is no character. U+00A0 is a blank and is none.
pub(crate) fn invisible(text: &str) -> Option<(usize, char)> {
    text.char_indices().find(|&(_, character)| {
        character.is_control()
            || matches!(character,
                '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFFD}'
                | '\u{E0000}'..='\u{E0FFF}')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_break_is_one_blank() {
        for (text, joined) in [
            ("one line", "one line"),
            (" kept ", " kept "),
            ("a\nb", "a b"),
            ("a  \n    b", "a b"),
            ("a\n\n  \nb", "a b"),
            ("\n", " "),
            ("\n\n  b", " b"),
            ("a\n\n", "a "),
            ("", ""),
        ] {
            assert_eq!(join_lines(text), joined, "{text:?}");
        }
    }

    #[test]
    fn what_nobody_sees_is_found() {
        assert_eq!(invisible("„Über\u{A0}Blink“ – 日本 ع"), None);
        for character in [
            '\t', '\r', '\0', '\u{85}', '\u{AD}', '\u{200B}', '\u{200E}', '\u{2028}', '\u{2068}',
            '\u{FEFF}',
        ] {
            assert_eq!(invisible(&format!("ab{character}c")), Some((2, character)));
        }
    }
}
