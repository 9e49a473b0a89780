//! Text with delimiters, row by row.

use std::io::{self, Read};

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::decode::Decoded;
use super::{Fields, MOST_COLUMNS, MOST_ROW_BYTES, Next, Row, Shape, Source, TableError, detect};
use crate::model::{Encoding, Quoting, TableShape};

/// How a text is read: what is wanted, and what its bytes say where nothing is.
pub(super) fn shape(source: &Source, wanted: &TableShape) -> Result<Shape, TableError> {
    let encoding = match wanted.encoding {
        Some(encoding) => encoding,
        None => detect::encoding(&mut source.open()?)?,
    };
    let mut start = Vec::new();
    Decoded::new(source.open()?, encoding).take(detect::SAMPLE).read_to_end(&mut start)?;
    let start = String::from_utf8_lossy(&start);
    let named = wanted.delimiter.and_then(|delimiter| u8::try_from(delimiter).ok()).filter(u8::is_ascii);
    let quoting = wanted.quoting.unwrap_or_else(|| detect::quoting(&start));
    let delimiter = named.unwrap_or_else(|| detect::delimiter(&start, quoting));
    Ok(Shape::Text { encoding, delimiter, quoting })
}

/// What splits text into rows.
pub(super) fn splitter(delimiter: u8, quoting: Quoting) -> Reader {
    let mut builder = ReaderBuilder::new();
    builder.delimiter(delimiter);
    match quoting {
        Quoting::Double => builder.quote(b'"'),
        Quoting::Single => builder.quote(b'\''),
        Quoting::Off => builder.quoting(false),
    };
    builder.build()
}

/// Reads and counts what was read.
struct Counted<R> {
    inner: R,
    read: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(out)?;
        self.read += read as u64;
        Ok(read)
    }
}

/// Either of two readers: what is UTF-8 already needs no decoding.
enum Bytes<R> {
    Plain(R),
    Decoded(Decoded<R>),
}

impl<R: Read> Read for Bytes<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Plain(reader) => reader.read(out),
            Self::Decoded(reader) => reader.read(out),
        }
    }
}

/// Goes through the rows of a text.
pub(super) fn rows(
    source: &Source,
    encoding: Encoding,
    delimiter: u8,
    quoting: Quoting,
    visit: &mut dyn FnMut(Row<'_>) -> Next,
) -> Result<(), TableError> {
    let length = source.length()?.max(1);
    let counted = Counted { inner: source.open()?, read: 0 };
    let mut input = match encoding {
        Encoding::Utf8 => Bytes::Plain(counted),
        other => Bytes::Decoded(Decoded::new(counted, other)),
    };
    let mut splitter = splitter(delimiter, quoting);
    let mut buffer = vec![0; 1 << 16];
    let (mut start, mut end) = (0, 0);
    // A byte order mark is no letter of the first heading; a first line `sep=;` is a spreadsheet's word about the delimiter.
    let mut begun = false;
    let mut fields = Fields::default();
    let mut out = Out::default();
    let (mut line, mut last) = (1_u64, 0_u64);
    loop {
        if start == end {
            start = 0;
            end = fill(&mut input, &mut buffer, !begun)?;
            if !begun {
                begun = true;
                let first = buffer.get(..end).unwrap_or_default();
                start = if first.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
            }
        }
        let chunk = buffer.get(start..end).unwrap_or_default();
        if !out.begun {
            // What ends lines between two rows belongs to neither.
            let between = chunk.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
            line += lines(chunk.get(..between).unwrap_or_default());
            start += between;
            if between > 0 && start == end {
                continue;
            }
            out.first_line = line;
        }
        let chunk = buffer.get(start..end).unwrap_or_default();
        let (result, read) = out.read(&mut splitter, chunk, &mut fields);
        line += lines(chunk.get(..read).unwrap_or_default());
        start += read;
        match result {
            ReadRecordResult::InputEmpty => {}
            ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => {
                if !out.grow(&mut fields) {
                    return Err(TableError::LongRow { row: out.first_line });
                }
            }
            ReadRecordResult::Record => {
                out.finish(&mut fields);
                // Lines that end as on old Macs are counted by rows.
                let number = out.first_line.max(last + 1);
                last = number;
                out = Out::default();
                let read = match &input {
                    Bytes::Plain(counted) => counted.read,
                    Bytes::Decoded(decoded) => decoded.inner().read,
                };
                let told = number == 1 && fields.len() <= 2 && detect::told_delimiter(&fields.text(0)).is_some();
                let row = Row { number, fields: &fields, done: (read as f64 / length as f64).min(1.0) as f32 };
                if !told && visit(row) == Next::Stop {
                    return Ok(());
                }
            }
            ReadRecordResult::End => return Ok(()),
        }
    }
}

/// How many lines end in these bytes.
fn lines(bytes: &[u8]) -> u64 {
    bytes.iter().filter(|byte| **byte == b'\n').count() as u64
}

/// Fills a buffer, as far as one read goes; `whole`: at least four bytes where there are as many.
fn fill(input: &mut impl Read, buffer: &mut [u8], whole: bool) -> io::Result<usize> {
    let mut end = 0;
    loop {
        let room = buffer.get_mut(end..).unwrap_or_default();
        let read = match input.read(room) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            other => other?,
        };
        end += read;
        if read == 0 || !whole || end >= 4 {
            return Ok(end);
        }
    }
}

/// Where in a row's memory the splitter is.
#[derive(Default)]
struct Out {
    bytes: usize,
    count: usize,
    first_line: u64,
    /// Something of the row was read.
    begun: bool,
}

impl Out {
    /// Reads on; what became of it, and how many bytes were taken.
    fn read(&mut self, splitter: &mut Reader, input: &[u8], fields: &mut Fields) -> (ReadRecordResult, usize) {
        let (bytes, ends, _) = fields.room();
        if bytes.len() < 1 << 12 {
            bytes.resize(1 << 12, 0);
        }
        if ends.len() < 1 << 7 {
            ends.resize(1 << 7, 0);
        }
        let out = bytes.get_mut(self.bytes..).unwrap_or_default();
        let places = ends.get_mut(self.count..).unwrap_or_default();
        let (result, read, written, ended) = splitter.read_record(input, out, places);
        self.bytes += written;
        self.count += ended;
        self.begun |= read > 0;
        (result, read)
    }

    /// More memory for a long row; whether there may be.
    fn grow(&self, fields: &mut Fields) -> bool {
        let (bytes, ends, _) = fields.room();
        if bytes.len() >= MOST_ROW_BYTES || ends.len() >= MOST_COLUMNS {
            return false;
        }
        if self.bytes == bytes.len() {
            bytes.resize(bytes.len() * 2, 0);
        }
        if self.count == ends.len() {
            ends.resize(ends.len() * 2, 0);
        }
        true
    }

    fn finish(&self, fields: &mut Fields) {
        let (_, _, count) = fields.room();
        *count = self.count;
    }
}
