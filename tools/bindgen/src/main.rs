//! UniFFI's own generator, of the version of the library.
#![forbid(unsafe_code)]

fn main() {
    uniffi::uniffi_bindgen_main();
}
