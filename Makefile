# The few commands of the README. The work is in the `commons` program, or in one script each under scripts/.

PORT ?= 8080

.PHONY: help serve build check test bench setup

help: ## Say what there is
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile

serve: ## Build the site if need be, serve it on http://127.0.0.1:8080/ (PORT=… to change), reload pages on change
	@PORT=$(PORT) scripts/serve

build: ## Build the release site into dist/
	@scripts/build

check: ## Check the content and print its problems
	@cargo run --quiet --release --bin commons -- check

test: ## Set up what tests need, and run everything
	@scripts/test

bench: ## Print how fast and how small everything is
	@scripts/bench

setup: ## Install the tools that building needs into the cache folder
	@scripts/setup
