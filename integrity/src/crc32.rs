//! CRC-32 as ZIP archives have it (APPNOTE.TXT, section 4.4.7). By a table of 1 KB: `crc32fast` is
//! faster and brings 21 KB, for sums that are asked for only when an APK is damaged or its libraries
//! are extracted.

/// The polynomial, its bits reversed.
const POLYNOMIAL: u32 = 0xedb8_8320;

const TABLE: [u32; 256] = {
    let mut table = [0; 256];
    let mut rest = table.as_mut_slice();
    let mut byte = 0_u32;
    while let Some((sum, others)) = rest.split_first_mut() {
        *sum = byte;
        let mut bit = 0;
        while bit < 8 {
            *sum = (*sum >> 1) ^ (POLYNOMIAL * (*sum & 1));
            bit += 1;
        }
        byte += 1;
        rest = others;
    }
    table
};

/// A sum over bytes that come in pieces.
pub(crate) struct Crc32(u32);

impl Crc32 {
    pub(crate) const fn new() -> Self {
        Self(u32::MAX)
    }

    pub(crate) fn update(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |crc, byte| {
            let [low, ..] = crc.to_le_bytes();
            let known = TABLE.get(usize::from(low ^ byte)).copied();
            (crc >> 8) ^ known.unwrap_or_default()
        });
    }

    pub(crate) const fn finish(&self) -> u32 {
        !self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crc(pieces: &[&[u8]]) -> u32 {
        let mut crc = Crc32::new();
        for piece in pieces {
            crc.update(piece);
        }
        crc.finish()
    }

    #[test]
    fn sums_of_the_specification_and_of_another_program() {
        assert_eq!(crc(&[]), 0);
        // The check value of the algorithm's catalogue entry, CRC-32/ISO-HDLC.
        assert_eq!(crc(&[b"123456789"]), 0xcbf4_3926);
        assert_eq!(crc(&[b"1234", b"", b"56789"]), 0xcbf4_3926);
        let all: Vec<u8> = (0..=255).cycle().take(100_000).collect();
        assert_eq!(crc(&[&all]), crc32fast::hash(&all));
    }
}
