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
