//! The kinds of sentences of a profile's playbooks: one, for all of them speak of the same.

kinds! {
    /// A sentence of a playbook: a step, a good and a bad answer to its command, a complaint's title,
    /// what is ruled out where the phone is not the reason, a condition, a remark.
    "playbook" in [
        "*", "*.good", "*.bad", "complaint-*", "complaint-*.ruled-out", "when-*", "remark-*",
    ] => PlaybookArguments<'a> {
        /// The app's name.
        app: &'a str,
        /// The name of the console that the technician works in.
        console: &'a str,
        /// What the reset is called there: a path inside the console.
        reset: &'a str,
        /// How a user reaches support.
        support: &'a str,
        /// How many hours an activation link lives.
        hours: i64,
    }
}
