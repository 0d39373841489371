# Two commands do all the set-up on a fresh Debian 12: `make demo` and `make test`.
# Both install what is missing (as root or with sudo), then build.

.PHONY: demo test credentials web install-demo install-test clean help
.DEFAULT_GOAL := help

# 1: serve the account at http://127.0.0.1:7040 at the end; 0: build it and exit.
SERVE ?= 1

help:
	@echo "make demo            install what is missing, build, read the demonstration case, serve it"
	@echo "make demo SERVE=0    the same without serving"
	@echo "make test            install what is missing and run every test"
	@echo "make credentials     build the program that checks C2PA manifests (some minutes) beside bearings"
	@echo "make clean           remove what was built"

demo: install-demo web
	@SERVE=$(SERVE) scripts/demo.sh

test: install-test web
	@scripts/test.sh

# A package of its own, since it is made of 300 crates that nothing else needs.
credentials: install-demo
	@scripts/credentials.sh

install-demo:
	@scripts/install.sh demo

install-test:
	@scripts/install.sh test

# The map's script: the only thing that is built from the npm registry.
web: web/dist/account-map.js

web/dist/account-map.js: $(wildcard web/src/*) web/package.json web/package-lock.json web/build.mjs
	@cd web && npm ci --no-audit --no-fund --loglevel=error && npm run --silent build
	@touch $@

clean:
	rm -rf demo-case demo-account web/dist web/node_modules
	@if command -v cargo >/dev/null; then cargo clean; fi
