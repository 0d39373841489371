//! A person's own language model reads a text too: asked piece by piece, its answers checked by
//! `bearings_read::asked`, its claims put beside the rules' and marked.

use bearings_intake::{AskLimits, ask};
use bearings_model::{Document, Reading};
use bearings_read::asked::{hear, questions};
use bearings_read::in_order;

/// Where the model answers and how long it may take.
#[derive(Clone)]
pub struct SecondReader {
    /// The base address of the OpenAI form, with or without `/chat/completions`.
    pub url: String,
    pub model: String,
    /// Goes into a header and into nothing else.
    pub key: Option<String>,
    pub limits: AskLimits,
}

impl std::fmt::Debug for SecondReader {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "SecondReader({}, {})", self.url, self.model)
    }
}

impl SecondReader {
    /// Adds the model's claims to `reading` and returns what went wrong, one sentence each; the
    /// rules' own claims stay whatever happens.
    pub fn read_too(&self, document: &Document, reading: &mut Reading) -> Vec<String> {
        let mut problems = Vec::new();
        let mut claims = Vec::new();
        let url = self.address();
        let questions = questions(document, &self.model);
        for (index, question) in questions.iter().enumerate() {
            match ask(
                &url,
                self.key.as_deref(),
                &question.body.to_string(),
                &self.limits,
            ) {
                Ok(answer) => {
                    let heard = hear(document, reading, question, &self.model, &answer);
                    claims.extend(heard.claims);
                    problems.extend(heard.problems);
                }
                Err(why) => {
                    problems.push(format!(
                        "{why} ({index} of {} parts of the text were read by it)",
                        questions.len()
                    ));
                    break;
                }
            }
        }
        reading.claims.extend(claims);
        in_order(&mut reading.claims);
        problems
    }

    fn address(&self) -> String {
        let base = self.url.trim_end_matches('/');
        if base.ends_with("/chat/completions") {
            base.to_owned()
        } else {
            format!("{base}/chat/completions")
        }
    }
}
