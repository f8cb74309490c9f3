//! The diagnostic code: a report in 20 to 28 characters.
