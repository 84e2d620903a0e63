# What a newcomer types. `make run` and `make test` do everything on a fresh Debian 12 with Swift.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup run test browser format lint reset routes bench

DATABASE ?= sqlite:data/incontro.sqlite
PORT ?= 8080
BUILD := swift build
INCONTRO := .build/debug/incontro

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 20

setup: ## install what building and running need (Debian packages, style sheets)
	@scripts/setup

run: setup ## build, make the demo world when the database is empty, serve on http://127.0.0.1:8080
	@if (exec 3<>/dev/tcp/127.0.0.1/$(PORT)) 2>/dev/null; then \
	  echo "Port $(PORT) is taken: stop what listens there, or choose another one: make run PORT=8081" >&2; exit 1; fi
	@mkdir -p data
	@$(BUILD) --product incontro
	@$(INCONTRO) demo --if-empty --database $(DATABASE)
	@echo "http://127.0.0.1:$(PORT) – who can sign in there, without a password:"
	@$(INCONTRO) demo --people --database $(DATABASE) | \
	  awk -F, 'NR > 1 && seen[$$1]++ < 2 { printf "  %-8s %-18s %s %s\n", $$1, $$3, $$2, $$4 }'
	@exec $(INCONTRO) serve --host 127.0.0.1 --port $(PORT) --database $(DATABASE)

test: ## everything that CI checks but the linters: both engines, spreadsheets, command line, browser
	@scripts/setup --tests
	@scripts/test

browser: ## only the journeys in the browser
	@scripts/setup --tests
	@scripts/test --browser-only

bench: ## measure at national size into bench/RESULTS.md (SIZE=5k: a quick run that only checks)
	@bench/run

format: ## lay out the sources as .swift-format says
	@swift format -i --recursive --parallel Package.swift Sources Tests

lint: ## layout, imports between targets, scripts
	@scripts/lint

routes: ## every address that the server answers
	@$(BUILD) --product incontro
	@$(INCONTRO) routes

reset: ## throw the demo database away
	@rm -f data/incontro.sqlite*
	@echo "The database is gone: 'make run' makes a new one."
