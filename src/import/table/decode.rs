//! Bytes of an encoding as UTF-8, piece by piece.

use std::io::{self, Read};

use encoding_rs::{CoderResult, Decoder, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};

use crate::model::Encoding;

/// How an encoding is decoded; a byte order mark is left out.
pub(super) fn decoder(encoding: Encoding) -> Decoder {
    let found = match encoding {
        Encoding::Utf8 => UTF_8,
        Encoding::Utf16Le => UTF_16LE,
        Encoding::Utf16Be => UTF_16BE,
        Encoding::Windows1252 => WINDOWS_1252,
        Encoding::Windows1258 => WINDOWS_1258,
    };
    found.new_decoder_with_bom_removal()
}

/// A reader whose bytes are UTF-8.
pub(super) struct Decoded<R> {
    inner: R,
    decoder: Decoder,
    raw: Vec<u8>,
    start: usize,
    end: usize,
    over: bool,
}

impl<R: Read> Decoded<R> {
    pub(super) fn new(inner: R, encoding: Encoding) -> Self {
        Self { inner, decoder: decoder(encoding), raw: vec![0; 1 << 15], start: 0, end: 0, over: false }
    }
}

impl<R: Read> Read for Decoded<R> {
    /// `out` has room for one letter at least.
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            if self.start == self.end && !self.over {
                self.start = 0;
                self.end = self.inner.read(&mut self.raw)?;
                self.over = self.end == 0;
            }
            let raw = self.raw.get(self.start..self.end).unwrap_or_default();
            let (result, read, written, _) = self.decoder.decode_to_utf8(raw, out, self.over);
            self.start += read;
            let ended = self.over && result == CoderResult::InputEmpty;
            if written > 0 || ended {
                return Ok(written);
            }
        }
    }
}

impl<R> Decoded<R> {
    /// What it reads from.
    pub(super) const fn inner(&self) -> &R {
        &self.inner
    }
}
