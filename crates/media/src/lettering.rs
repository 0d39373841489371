//! Words in pictures, read by Tesseract in the jail: what stands there, where, and how sure it is.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};

use crate::darkroom::{complaint, off_disk, unless_stopped};
use crate::jail::{Limits, Task};
use crate::{Darkroom, MediaError};
use bearings_model::Region;

/// One line of words in a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Lettering {
    pub text: String,
    /// Tesseract's mean over the line's words, 0 to 1: its own opinion, not a measured rate.
    pub confidence: f32,
    pub region: Region,
}

impl Darkroom {
    /// Reads the words in a picture or a frame (`rgb` as in [`Frame`](crate::Frame)), in English,
    /// Ukrainian and Russian as far as their data are installed. A word of letters that look alike
    /// in both scripts may come out in the wrong one.
    pub fn words(&self, width: u32, height: u32, rgb: &[u8]) -> Result<Vec<Lettering>, MediaError> {
        const MISSING: MediaError = MediaError::NoReader;
        let tesseract = self.tools.tesseract.as_ref().ok_or(MISSING)?;
        if tesseract.languages.is_empty() {
            return Err(MISSING);
        }
        let arguments = [
            "stdin",
            "stdout",
            "-l",
            &tesseract.languages.join("+"),
            // Sparse text: signs and captions stand anywhere, in no order.
            "--psm",
            "11",
            "-c",
            "tessedit_create_tsv=1",
        ];
        let task = Task::Program {
            program: tesseract.program.clone(),
            arguments: crate::darkroom::words(&arguments),
        };
        let input = portable_pixmap(width, height, rgb)?;
        let mut child = self
            .jail
            .start(task, input, &tesseract.data, Limits::short())?;
        let mut table = Vec::new();
        child.output().take(MOST_TABLE).read_to_end(&mut table)?;
        let ending = child.finish();
        unless_stopped(&ending)?;
        if ending.code != Some(0) {
            let why = complaint(&ending.said).unwrap_or_else(|| "Tesseract failed".to_owned());
            return Err(MediaError::NotDecoded(why));
        }
        Ok(lines(&String::from_utf8_lossy(&table), width, height))
    }
}

const MOST_TABLE: u64 = 4 << 20;

/// The picture as a PPM (Netpbm, "P6").
fn portable_pixmap(width: u32, height: u32, rgb: &[u8]) -> Result<File, MediaError> {
    let mut file = off_disk()?;
    write!(file, "P6\n{width} {height}\n255\n")?;
    file.write_all(rgb)?;
    file.seek(SeekFrom::Start(0))?;
    Ok(file)
}

/// A word as Tesseract's table gives it.
struct Word<'a> {
    /// Block, paragraph and line.
    line: (&'a str, &'a str, &'a str),
    left: u32,
    top: u32,
    right: u32,
    bottom: u32,
    confidence: f32,
    text: &'a str,
}

impl<'a> Word<'a> {
    /// Columns: level, page, block, paragraph, line, word, left, top, width, height, confidence,
    /// text. Level 5 is a word.
    fn read(row: &'a str) -> Option<Self> {
        let columns: Vec<&str> = row.splitn(12, '\t').collect();
        let [
            level,
            _,
            block,
            paragraph,
            line,
            _,
            left,
            top,
            width,
            height,
            confidence,
            text,
        ] = columns[..]
        else {
            return None;
        };
        let (left, top): (u32, u32) = (left.parse().ok()?, top.parse().ok()?);
        let word = Word {
            line: (block, paragraph, line),
            left,
            top,
            right: left.checked_add(width.parse().ok()?)?,
            bottom: top.checked_add(height.parse().ok()?)?,
            confidence: confidence.parse().ok()?,
            text: text.trim(),
        };
        (level == "5" && !word.text.is_empty() && word.confidence >= 0.0).then_some(word)
    }
}

pub(crate) fn lines(table: &str, width: u32, height: u32) -> Vec<Lettering> {
    let words: Vec<Word<'_>> = table.lines().filter_map(Word::read).collect();
    words
        .chunk_by(|one, next| one.line == next.line)
        .filter_map(|line| lettering(line, width, height))
        .collect()
}

fn lettering(line: &[Word<'_>], width: u32, height: u32) -> Option<Lettering> {
    let text: Vec<&str> = line.iter().map(|word| word.text).collect();
    let sum: f32 = line.iter().map(|word| word.confidence).sum();
    let left = line.iter().map(|word| word.left).min()?;
    let top = line.iter().map(|word| word.top).min()?;
    let right = line.iter().map(|word| word.right).max()?;
    let bottom = line.iter().map(|word| word.bottom).max()?;
    let thousandths =
        |n: u32, of: u32| (u64::from(n) * 1000 / u64::from(of.max(1))).min(1000) as u16;
    Some(Lettering {
        text: text.join(" "),
        confidence: (sum / line.len() as f32 / 100.0).clamp(0.0, 1.0),
        region: Region {
            left: thousandths(left, width),
            top: thousandths(top, height),
            width: thousandths(right - left, width),
            height: thousandths(bottom - top, height),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_line_stand_together_and_the_rest_of_the_table_is_passed_over() {
        let table = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n\
            1\t1\t0\t0\t0\t0\t0\t0\t200\t100\t-1\t\n\
            5\t1\t1\t1\t1\t1\t20\t10\t40\t20\t90.5\tвул.\n\
            5\t1\t1\t1\t1\t2\t70\t12\t50\t20\t80.5\tСумська\n\
            5\t1\t1\t1\t2\t1\t20\t50\t40\t20\t60\t12\n\
            5\t1\t1\t1\t2\t2\t20\t50\t40\t20\t95\t \n\
            5\t1\tbroken\n";
        let read = lines(table, 200, 100);
        assert_eq!(read.len(), 2);
        assert_eq!(read[0].text, "вул. Сумська");
        assert!((read[0].confidence - 0.855).abs() < 1e-6);
        let region = Region {
            left: 100,
            top: 100,
            width: 500,
            height: 220,
        };
        assert_eq!(read[0].region, region);
        assert_eq!(read[1].text, "12");
    }
}
