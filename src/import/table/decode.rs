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
    /// What had no room in the last reader's memory: a letter is decoded whole or not at all.
    waiting: Vec<u8>,
    finished: bool,
}

impl<R: Read> Decoded<R> {
    pub(super) fn new(inner: R, encoding: Encoding) -> Self {
        Self {
            inner,
            decoder: decoder(encoding),
            raw: vec![0; 1 << 15],
            start: 0,
            end: 0,
            over: false,
            waiting: Vec::new(),
            finished: false,
        }
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if out.len() >= ROOM && self.waiting.is_empty() {
            return self.decode(out);
        }
        if self.waiting.is_empty() {
            let mut some = [0; ROOM];
            let written = self.decode(&mut some)?;
            self.waiting.extend_from_slice(some.get(..written).unwrap_or_default());
        }
        let count = self.waiting.len().min(out.len());
        for (to, from) in out.iter_mut().zip(self.waiting.drain(..count)) {
            *to = from;
        }
        Ok(count)
    }
}

/// Room for every letter that one step of decoding may give.
const ROOM: usize = 64;

impl<R: Read> Decoded<R> {
    /// Decodes on; `out` has [`ROOM`].
    fn decode(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.finished {
            return Ok(0);
        }
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
            self.finished |= ended;
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
