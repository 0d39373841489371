//! Why an address was not fetched, each as one sentence that says what to try.

use thiserror::Error;

#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FetchError {
    #[error("'{url}' was not fetched: fetching is switched off; save the page and add the file")]
    Off { url: String },

    #[error(
        "'{url}' was not fetched: it is no web address; write it like https://example.org/page"
    )]
    NotWeb { url: String },

    #[error("'{url}' was not fetched: it carries a user name or password; take them out")]
    Credentials { url: String },

    #[error("'{url}' was not fetched: port {port} is not allowed; save the page and add the file")]
    Port { url: String, port: u16 },

    #[error(
        "'{url}' was not fetched: its host stands for {address}, which is no public address; \
         save the page and add the file"
    )]
    PrivateAddress { url: String, address: String },

    #[error("'{url}' was not fetched: it redirects more than {limit} times; try its final address")]
    TooManyRedirects { url: String, limit: usize },

    #[error(
        "'{url}' was not fetched: it redirects without saying where; save the page and add the file"
    )]
    LostRedirect { url: String },

    #[error(
        "'{url}' was not fetched: it has more than {limit_megabytes} MB; save it and add the file"
    )]
    TooLarge { url: String, limit_megabytes: u64 },

    #[error("'{url}' was not fetched: it took longer than {seconds} s; try again later")]
    TooSlow { url: String, seconds: u64 },

    #[error(
        "'{url}' was not fetched: the server answered {status}; check the address in a browser"
    )]
    Refused { url: String, status: u16 },

    #[error("'{url}' was not fetched: {why}; check the address and the connection")]
    Failed { url: String, why: String },
}
