//! A bar on a terminal for work that takes longer than a blink.

use diagnose_integrity::Progress;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::{
    sync::OnceLock,
    time::{Duration, Instant},
};

/// How long nobody waits for a bar.
const BLINK: Duration = Duration::from_millis(300);
const TEMPLATE: &str = "{bar:40} {bytes} of {total_bytes}, {eta} left";

/// Appears on standard error if that is a terminal, once a blink is over, and goes away with its value.
pub(crate) struct Bar {
    start: Instant,
    blink: Duration,
    target: fn() -> ProgressDrawTarget,
    shown: OnceLock<ProgressBar>,
}

impl Bar {
    pub(crate) fn new() -> Self {
        // Draws nothing where standard error is no terminal.
        Self::on(ProgressDrawTarget::stderr, BLINK)
    }

    fn on(target: fn() -> ProgressDrawTarget, blink: Duration) -> Self {
        Self {
            start: Instant::now(),
            blink,
            target,
            shown: OnceLock::new(),
        }
    }

    pub(crate) fn tell(&self, progress: Progress) {
        if self.start.elapsed() < self.blink {
            return;
        }
        let bar = self.shown.get_or_init(|| {
            let style = ProgressStyle::with_template(TEMPLATE)
                .unwrap_or_else(|_| ProgressStyle::default_bar());
            let bar = ProgressBar::with_draw_target(Some(progress.all), (self.target)());
            bar.with_style(style)
        });
        bar.set_position(progress.done);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if let Some(bar) = self.shown.get() {
            bar.finish_and_clear();
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failure here is what a test is for")]

    use super::*;
    use indicatif::TermLike;
    use std::{
        io,
        sync::{Mutex, PoisonError},
    };

    /// What was drawn, in order.
    static DRAWN: Mutex<String> = Mutex::new(String::new());

    /// A terminal that keeps what it is sent.
    #[derive(Debug)]
    struct Kept;

    fn keep(text: &str) -> io::Result<()> {
        let mut drawn = DRAWN.lock().unwrap_or_else(PoisonError::into_inner);
        drawn.push_str(text);
        Ok(())
    }

    impl TermLike for Kept {
        fn width(&self) -> u16 {
            80
        }

        fn move_cursor_up(&self, _: usize) -> io::Result<()> {
            Ok(())
        }

        fn move_cursor_down(&self, _: usize) -> io::Result<()> {
            Ok(())
        }

        fn move_cursor_right(&self, _: usize) -> io::Result<()> {
            Ok(())
        }

        fn move_cursor_left(&self, _: usize) -> io::Result<()> {
            Ok(())
        }

        fn write_line(&self, line: &str) -> io::Result<()> {
            keep(line)
        }

        fn write_str(&self, text: &str) -> io::Result<()> {
            keep(text)
        }

        fn clear_line(&self) -> io::Result<()> {
            keep("<cleared>")
        }

        fn flush(&self) -> io::Result<()> {
            Ok(())
        }
    }

    fn drawn_by(blink: Duration) -> String {
        let bar = Bar::on(|| ProgressDrawTarget::term_like(Box::new(Kept)), blink);
        for done in [0, 50_000_000, 100_000_000] {
            bar.tell(Progress {
                done,
                all: 200_000_000,
            });
        }
        drop(bar);
        std::mem::take(&mut DRAWN.lock().unwrap())
    }

    #[test]
    fn a_bar_is_drawn_after_a_blink_and_goes_away() {
        assert_eq!(drawn_by(Duration::from_secs(3600)), "");
        let drawn = drawn_by(Duration::ZERO);
        assert!(drawn.contains("0 B of 190.73 MiB"), "{drawn}");
        assert!(drawn.ends_with("<cleared>"), "{drawn}");
    }
}
