//! The log: ids and outcomes. No value of a fact, no path, no text of the host's.

use diagnose_core::{
    complaint::Complaint,
    report::{Outcome, Report},
};
use diagnose_integrity::{InstallationFindings, facts::InstallFacts};
use log::{Level, LevelFilter as LogLevel, Log, Metadata, Record};

/// How much is logged.
#[uniffi::remote(Enum)]
pub enum LogLevel {
    /// Nothing.
    Off,
    /// What failed.
    Error,
    /// What should not be.
    Warn,
    /// What each call answered.
    Info,
    /// What each check said.
    Debug,
    /// As debug.
    Trace,
}

/// Starts the log: logcat on Android, the unified log on Apple's systems, standard error elsewhere. May be called again
/// with another level. Where the process has a logger of its own in Rust, that one stays.
#[uniffi::export]
pub fn start_logging(level: LogLevel) {
    // Refused where there is a logger already.
    let _ = log::set_logger(&Logger);
    log::set_max_level(level);
}

/// What the checks said, by their ids.
pub(crate) fn report(report: &Report) {
    let complaint = Complaint::from_number(report.complaint).map_or("none", Complaint::id);
    log::info!(
        "diagnosed: verdict {:?}, complaint {complaint}, answer {:?}",
        report.verdict,
        report.answer.kind
    );
    for finding in &report.findings {
        let level = match finding.outcome {
            Outcome::Warn | Outcome::Fail => Level::Info,
            Outcome::Pass | Outcome::Unknown | Outcome::NotApplicable => Level::Debug,
        };
        log::log!(
            level,
            "check {} {:?} {}",
            finding.id().unwrap_or("unknown"),
            finding.outcome,
            finding
                .cause_id()
                .or(finding.reason.map(diagnose_core::fact::Reason::id))
                .unwrap_or("-")
        );
    }
}

/// What verification found, without what the files are called.
pub(crate) fn installation(found: &InstallationFindings) {
    let facts = InstallFacts::from(found);
    for file in facts.files.get().into_iter().flatten() {
        log::info!("verified: {:?} {:?}", file.part, file.verdict);
    }
    match facts.split_problems.get() {
        Ok(problems) => log::info!("verified: set {problems:?}"),
        Err(reason) => log::info!("verified: set unknown {reason}"),
    }
}

struct Logger;

/// Under which name the log is found.
#[cfg(any(target_os = "android", target_vendor = "apple"))]
const TAG: &str = "diagnose";

impl Log for Logger {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() <= log::max_level()
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            write(record);
        }
    }

    fn flush(&self) {}
}

#[cfg(target_os = "android")]
fn write(record: &Record<'_>) {
    use std::sync::OnceLock;
    static LOGGER: OnceLock<android_logger::AndroidLogger> = OnceLock::new();
    LOGGER
        .get_or_init(|| {
            android_logger::AndroidLogger::new(
                android_logger::Config::default()
                    .with_tag(TAG)
                    .with_max_level(LogLevel::Trace),
            )
        })
        .log(record);
}

#[cfg(target_vendor = "apple")]
fn write(record: &Record<'_>) {
    use oslog::OsLog;
    use std::sync::OnceLock;
    static LOG: OnceLock<OsLog> = OnceLock::new();
    let level = match record.level() {
        Level::Error => oslog::Level::Fault,
        Level::Warn => oslog::Level::Error,
        Level::Info => oslog::Level::Default,
        Level::Debug => oslog::Level::Info,
        Level::Trace => oslog::Level::Debug,
    };
    LOG.get_or_init(|| OsLog::new(TAG, record.target()))
        .with_level(level, &record.args().to_string());
}

#[cfg(not(any(target_os = "android", target_vendor = "apple")))]
fn write(record: &Record<'_>) {
    use std::io::Write as _;
    // Where nobody can be told, nothing is.
    let _ = writeln!(
        std::io::stderr(),
        "{:<5} diagnose: {}",
        record.level(),
        record.args()
    );
}
