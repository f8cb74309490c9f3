//! blink-desk.
fn main() {}
