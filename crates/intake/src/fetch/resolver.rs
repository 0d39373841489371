//! Names to addresses, each checked; the connection is made to exactly these, so a second answer
//! from the name server (DNS rebinding) changes nothing.

use std::fmt;
use std::net::IpAddr;

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

use super::address::AddressRule;

#[derive(Debug)]
pub(super) struct CheckedResolver {
    rule: AddressRule,
    system: DefaultResolver,
}

/// Carried through the client as the reason.
#[derive(Debug)]
pub(super) struct Closed(pub IpAddr);

impl fmt::Display for Closed {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} is no public address", self.0)
    }
}

impl std::error::Error for Closed {}

impl CheckedResolver {
    pub(super) fn new(rule: AddressRule) -> Self {
        Self {
            rule,
            system: DefaultResolver::default(),
        }
    }
}

impl Resolver for CheckedResolver {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.system.resolve(uri, config, timeout)?;
        // One closed address among open ones is a trap, not a mistake: refuse them all.
        match found.iter().find(|socket| !self.rule.allows(socket.ip())) {
            Some(socket) => Err(ureq::Error::Other(Box::new(Closed(socket.ip())))),
            None => Ok(found),
        }
    }
}
