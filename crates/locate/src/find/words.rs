//! A query's text cut into words, names in quotes, numbers, tags in brackets and signs.

use std::ops::Range;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Token {
    /// In lower case, with plain apostrophes.
    Word(String),
    Quoted(String),
    Number(f64),
    Tag(String, Option<String>),
    Sign(char),
}

#[derive(Clone, Debug)]
pub(crate) struct Spelt {
    pub token: Token,
    /// Bytes of the text.
    pub at: Range<usize>,
}

/// What stands where nothing can be read, and why.
#[derive(Debug)]
pub(crate) struct Unread {
    pub at: Range<usize>,
    pub expected: &'static str,
}

pub(crate) fn cut(text: &str) -> Result<Vec<Spelt>, Unread> {
    let mut cutter = Cutter { text, at: 0 };
    let mut tokens = Vec::new();
    while let Some(token) = cutter.next()? {
        tokens.push(token);
    }
    Ok(tokens)
}

struct Cutter<'t> {
    text: &'t str,
    at: usize,
}

impl Cutter<'_> {
    fn next(&mut self) -> Result<Option<Spelt>, Unread> {
        self.take_while(char::is_whitespace);
        let start = self.at;
        let Some(first) = self.peek() else {
            return Ok(None);
        };
        let token = match first {
            '"' | '“' | '«' | '„' => Token::Quoted(self.quoted(start)?),
            '[' => self.tag(start)?,
            _ if first.is_ascii_digit() => self.number(start)?,
            '-' if self.text[self.at + 1..].starts_with(|c: char| c.is_ascii_digit()) => {
                self.at += 1;
                self.number(start)?
            }
            _ if first.is_alphanumeric() => {
                let word = self.take_while(|c| c.is_alphanumeric() || "-_'’ʼ".contains(c));
                Token::Word(word.to_lowercase().replace(['’', 'ʼ'], "'"))
            }
            '≤' | '≥' | '<' | '>' => {
                self.at += first.len_utf8();
                let equal = self.peek() == Some('=');
                self.at += usize::from(equal);
                Token::Sign(match first {
                    '<' if equal => '≤',
                    '>' if equal => '≥',
                    _ => first,
                })
            }
            '(' | ')' | ',' | '=' | ';' => {
                self.at += 1;
                Token::Sign(if first == ';' { ',' } else { first })
            }
            _ => {
                let at = start..start + first.len_utf8();
                return Err(Unread {
                    at,
                    expected: "words, numbers, names in \"quotes\" or tags in [brackets]",
                });
            }
        };
        Ok(Some(Spelt {
            token,
            at: start..self.at,
        }))
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn take_while(&mut self, fits: impl Fn(char) -> bool) -> &str {
        let rest = &self.text[self.at..];
        let length = rest.find(|c| !fits(c)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    fn number(&mut self, start: usize) -> Result<Token, Unread> {
        self.take_while(|c| c.is_ascii_digit());
        let rest = &self.text[self.at..];
        let mut after = rest.chars();
        if after.next() == Some('.') && after.next().is_some_and(|c| c.is_ascii_digit()) {
            self.at += 1;
            self.take_while(|c| c.is_ascii_digit());
        }
        let number = self.text[start..self.at]
            .parse()
            .ok()
            .filter(|n: &f64| n.abs() < 1e9);
        let at = start..self.at;
        number.map(Token::Number).ok_or(Unread {
            at,
            expected: "a number below a billion",
        })
    }

    fn quoted(&mut self, start: usize) -> Result<String, Unread> {
        let open = self.peek().unwrap_or('"');
        let close = match open {
            '“' => "”",
            '«' => "»",
            '„' => "“”",
            _ => "\"",
        };
        self.at += open.len_utf8();
        let mut out = String::new();
        while let Some(c) = self.peek() {
            self.at += c.len_utf8();
            if close.contains(c) {
                return Ok(out);
            }
            if c == '\\'
                && let Some(kept) = self.peek()
            {
                self.at += kept.len_utf8();
                out.push(kept);
            } else {
                out.push(c);
            }
        }
        Err(Unread {
            at: start..self.text.len(),
            expected: "the quotation mark that closes this name",
        })
    }

    /// `[key]`, `[key=value]`; either may stand in quotes.
    fn tag(&mut self, start: usize) -> Result<Token, Unread> {
        self.at += 1;
        let key = self.tag_part(start)?;
        let value = if self.peek() == Some('=') {
            self.at += 1;
            Some(self.tag_part(start)?)
        } else {
            None
        };
        let closed = self.peek() == Some(']') && !key.is_empty();
        if !closed {
            return Err(Unread {
                at: start..self.at,
                expected: "a tag as [key=value] or [key]",
            });
        }
        self.at += 1;
        Ok(Token::Tag(key, value))
    }

    fn tag_part(&mut self, start: usize) -> Result<String, Unread> {
        if self.peek() == Some('"') {
            return self.quoted(start);
        }
        Ok(self.take_while(|c| !"=]\"".contains(c)).trim().to_owned())
    }
}
